//! New objects: `New` and `NewTail` become the size in bytes for the target's
//! layout, a call of the hook `allocate`, and the writing of the header. Its
//! memory is zeroed: setting a field of a new object to zero is left out.
//!
//! ```text
//! v3 = new[Frame]      v8 = int 24
//!                      v9 = call allocate v8
//!                      v3 = init_object[Frame] v9
//! ```

use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, BlockData, Link, Op, Terminator, Value};
use naja_ir::layout::{OBJECT_ALIGN, Target};
use naja_ir::lltype::{LlType, StructId};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low, Place};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;

/// A tail can have this many items; asking for more is asking for too much memory.
const MAX_TAIL: i64 = i32::MAX as i64;
/// A size that `allocate` refuses with MemoryError.
const IMPOSSIBLE_SIZE: i64 = -1;

pub fn run(program: &mut LlProgram, _: &SourceMap, target: Target) {
    let LlProgram { structs, functions, hooks, .. } = program;
    for (func, function) in functions.iter_mut() {
        let graph = &mut function.graph;
        // A traceback grows where references are in no frame.
        let hook = if hooks.traceback == Some(func) { hooks.allocate_reserve } else { hooks.allocate };
        let constants = Constants::of(graph);
        for block in graph.reverse_postorder() {
            let is_new = |op: &Op<Low>| matches!(op.kind, LlOp::New(_) | LlOp::NewTail(_));
            if !graph.blocks[block].ops.iter().any(is_new) {
                continue;
            }
            let allocate = hook.expect("a program that allocates has the hooks for it");
            let old = std::mem::take(&mut graph.blocks[block].ops);
            let guarded = matches!(graph.blocks[block].terminator, Terminator::Guard { .. });
            let n_ops = old.len();
            let mut fresh = Fresh::default();
            for (i, op) in old.into_iter().enumerate() {
                if !is_new(&op) {
                    if !fresh.is_zero_already(&op, &constants) {
                        graph.blocks[block].ops.push(op);
                    }
                    continue;
                }
                fresh.objects.push(op.results[0]);
                let (LlOp::New(id) | LlOp::NewTail(id)) = op.kind else { unreachable!() };
                let layout = target.layout(&structs[id]);
                let mut out = Out { graph, block, place: op.place };
                let size = match op.args.first() {
                    None => out.int(layout.size(0) as i64),
                    Some(&n) => out.tail_size(n, constants.ints[n], layout.tail as i64, layout.item_size as i64),
                };
                let init = out.allocate(allocate, id, size, &op);
                if guarded && i + 1 == n_ops {
                    init_behind_guard(graph, block, init);
                } else {
                    graph.blocks[block].ops.push(init);
                }
            }
        }
    }
}

struct Constants {
    ints: SecondaryMap<Value, Option<i64>>,
    /// Zeros of any type.
    zeros: EntitySet<Value>,
}

impl Constants {
    fn of(graph: &LlGraph) -> Constants {
        let mut constants = Constants { ints: SecondaryMap::new(), zeros: EntitySet::new() };
        for op in graph.blocks.values().flat_map(|block| &block.ops) {
            if let LlOp::Int(n) = op.kind {
                constants.ints[op.results[0]] = Some(n);
            }
            if matches!(op.kind, LlOp::Int(0) | LlOp::Float(0) | LlOp::Bool(false) | LlOp::Null(_)) {
                constants.zeros.insert(op.results[0]);
            }
        }
        constants
    }
}

/// The objects that a block has just made, and which of their fields it has set.
#[derive(Default)]
struct Fresh {
    objects: Vec<Value>,
    set: Vec<(Value, usize)>,
}

impl Fresh {
    /// Does the operation set a field to zero that was never anything else?
    fn is_zero_already(&mut self, op: &Op<Low>, constants: &Constants) -> bool {
        match op.kind {
            LlOp::SetField(_, field) if self.objects.contains(&op.args[0]) => {
                let place = (op.args[0], field);
                if self.set.contains(&place) {
                    return false;
                }
                let is_zero = constants.zeros.contains(op.args[1]);
                if !is_zero {
                    self.set.push(place);
                }
                is_zero
            }
            // This may set the objects' fields, by another name.
            LlOp::Call(_) | LlOp::SetField(..) => {
                *self = Fresh::default();
                false
            }
            _ => false,
        }
    }
}

/// The header is written where the call is known to have succeeded: in a new
/// block on the guard's `ok` link.
fn init_behind_guard(graph: &mut LlGraph, block: Block, init: Op<Low>) {
    let behind = graph.new_block();
    let Terminator::Guard { ok, .. } = &mut graph.blocks[block].terminator else { unreachable!() };
    let after = std::mem::replace(ok, Link::new(behind, []));
    graph.blocks[behind] = BlockData { params: smallvec![], ops: vec![init], terminator: Terminator::Jump(after) };
}

/// Adds operations at the end of one block.
struct Out<'a> {
    graph: &'a mut LlGraph,
    block: Block,
    place: Place,
}

impl Out<'_> {
    fn op(&mut self, kind: LlOp, args: &[Value], result: LlType) -> Value {
        let value = self.graph.new_value(result);
        let op = Op { kind, args: args.into(), results: smallvec![value], place: self.place };
        self.graph.blocks[self.block].ops.push(op);
        value
    }

    fn int(&mut self, n: i64) -> Value {
        self.op(LlOp::Int(n), &[], LlType::I64)
    }

    /// The bytes of an object with n items, padded; impossible where n is.
    fn tail_size(&mut self, n: Value, constant: Option<i64>, tail: i64, item_size: i64) -> Value {
        let size = |n: i64| (tail + n * item_size + OBJECT_ALIGN as i64 - 1) & -(OBJECT_ALIGN as i64);
        if let Some(n) = constant {
            return self.int(if (0..=MAX_TAIL).contains(&n) { size(n) } else { IMPOSSIBLE_SIZE });
        }
        let arith = |this: &mut Self, prim, a, n| {
            let b = this.int(n);
            this.op(LlOp::Prim(prim), &[a, b], LlType::I64)
        };
        let mut bytes = n;
        if item_size > 1 {
            bytes = arith(self, Prim::IntShl, bytes, item_size.trailing_zeros() as i64);
        }
        bytes = arith(self, Prim::IntAdd, bytes, tail + OBJECT_ALIGN as i64 - 1);
        bytes = arith(self, Prim::IntAnd, bytes, -(OBJECT_ALIGN as i64));
        let max = self.int(MAX_TAIL);
        let possible = self.op(LlOp::Prim(Prim::UintLe), &[n, max], LlType::Bool);
        let impossible = self.int(IMPOSSIBLE_SIZE);
        self.op(LlOp::Select, &[possible, bytes, impossible], LlType::I64)
    }

    /// The call, and the operation that makes its memory the object that `new` gives.
    fn allocate(&mut self, allocate: LlFunc, id: StructId, size: Value, new: &Op<Low>) -> Op<Low> {
        let address = self.op(LlOp::Call(allocate), &[size], LlType::I64);
        let args = [address].into_iter().chain(new.args.iter().copied()).collect();
        Op { kind: LlOp::InitObject(id), args, results: new.results.clone(), place: new.place }
    }
}
