//! New objects: `New` and `NewTail` become the size in bytes for the target's
//! layout, a call of the hook `allocate`, and the writing of the header. Its
//! memory is zeroed: setting a field of a new object to zero is left out.
//!
//! ```text
//! v3 = new[Frame]      v8 = int 24
//!                      v9 = call allocate v8
//!                      v3 = init_object[Frame] v9
//! ```
//!
//! In native code a small object of known size takes its memory from the nursery by
//! itself, as `ll_allocate` (rlib/gc.py) would: the call is only made where that is full.

use super::Facts;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, BlockData, Link, Op, Terminator, Value};
use naja_ir::layout::{OBJECT_ALIGN, Target};
use naja_ir::lltype::{LlType, StructId};
use naja_ir::lowlevel::{CellId, LlFunc, LlGraph, LlOp, LlProgram, Low, Place};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;

/// A tail can have this many items; asking for more is asking for too much memory.
const MAX_TAIL: i64 = i32::MAX as i64;
/// Larger objects are always made by the call.
const MAX_INLINE: i64 = 256;
/// The cells of the collector: where the next object goes, and where none may end behind.
const NURSERY: [&str; 2] = ["rlib.gc.top", "rlib.gc.end"];
/// A size that `allocate` refuses with MemoryError.
const IMPOSSIBLE_SIZE: i64 = -1;

pub fn run(program: &mut LlProgram, _: &mut Facts, _: &SourceMap, target: Target) {
    let LlProgram { structs, functions, hooks, cells, .. } = program;
    let cell = |name: &str| cells.iter().find(|(_, cell)| &*cell.name == name).map(|(id, _)| id);
    let nursery = match NURSERY.map(cell) {
        [Some(top), Some(end)] if target.pointer == 8 => Some([top, end]),
        _ => None,
    };
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
            // Behind an inline allocation goes on what is left of the block.
            let mut block = block;
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
                let (size, known) = match op.args.first() {
                    None => (out.int(layout.size(0) as i64), Some(layout.size(0) as i64)),
                    Some(&n) => {
                        let (tail, item_size) = (layout.tail as i64, layout.item_size as i64);
                        let known = constants.ints[n].map(|n| constant_size(n, tail, item_size));
                        (out.tail_size(n, known, tail, item_size), known)
                    }
                };
                let is_guarded = guarded && i + 1 == n_ops;
                if let Some(nursery) = nursery
                    && known.is_some_and(|size| (0..=MAX_INLINE).contains(&size))
                    && hooks.traceback != Some(func)
                {
                    block = out.allocate_inline(nursery, allocate, id, size, &op, is_guarded);
                    continue;
                }
                let init = out.allocate(allocate, id, size, &op);
                if is_guarded {
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

/// The bytes of an object with n items, padded; impossible where n is.
fn constant_size(n: i64, tail: i64, item_size: i64) -> i64 {
    match (0..=MAX_TAIL).contains(&n) {
        true => (tail + n * item_size + OBJECT_ALIGN as i64 - 1) & -(OBJECT_ALIGN as i64),
        false => IMPOSSIBLE_SIZE,
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
    fn tail_size(&mut self, n: Value, known: Option<i64>, tail: i64, item_size: i64) -> Value {
        if let Some(size) = known {
            return self.int(size);
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

    /// Ends the block with the question whether the nursery has room, and makes the
    /// object in the block that it gives, which ends as this one did.
    ///
    /// ```text
    /// block:  top = load top; end = load end        slow:  a = call allocate size
    ///         branch uint_lt (end - top) size              jump after(a)
    ///           slow() fast()                       after(address):
    /// fast:   store top (top + size)                       v = init_object address
    ///         jump after(top)
    /// ```
    fn allocate_inline(
        &mut self,
        [top, end]: [CellId; 2],
        allocate: LlFunc,
        id: StructId,
        size: Value,
        new: &Op<Low>,
        is_guarded: bool,
    ) -> Block {
        let [slow, fast, after] = [(); 3].map(|()| self.graph.new_block());
        let address = self.graph.add_param(after, LlType::I64);
        let ending = std::mem::replace(&mut self.graph.blocks[self.block].terminator, Terminator::Unreachable);
        let end = self.op(LlOp::LoadCell(end), &[], LlType::I64);
        let at = self.op(LlOp::LoadCell(top), &[], LlType::I64);
        let left = self.op(LlOp::Prim(Prim::IntSub), &[end, at], LlType::I64);
        let full = self.op(LlOp::Prim(Prim::UintLt), &[left, size], LlType::Bool);
        self.end(Terminator::Branch { cond: full, then: Link::new(slow, []), otherwise: Link::new(fast, []) });

        self.block = fast;
        let behind = self.op(LlOp::Prim(Prim::IntAdd), &[at, size], LlType::I64);
        let (kind, args) = (LlOp::StoreCell(top), smallvec![behind]);
        self.graph.blocks[fast].ops.push(Op { kind, args, results: smallvec![], place: self.place });
        self.end(Terminator::Jump(Link::new(after, [at])));

        self.block = slow;
        let found = self.op(LlOp::Call(allocate), &[size], LlType::I64);
        let onward = Link::new(after, [found]);
        let ending = match ending {
            Terminator::Guard { exc, ok, err, guard } if is_guarded => {
                self.end(Terminator::Guard { exc, ok: onward, err, guard });
                Terminator::Jump(ok)
            }
            ending => {
                self.end(Terminator::Jump(onward));
                ending
            }
        };

        let args = [address].into_iter().chain(new.args.iter().copied()).collect();
        let init = Op { kind: LlOp::InitObject(id), args, results: new.results.clone(), place: new.place };
        self.graph.blocks[after].ops.push(init);
        self.graph.blocks[after].terminator = ending;
        after
    }

    fn end(&mut self, terminator: Terminator<Low>) {
        self.graph.blocks[self.block].terminator = terminator;
    }

    /// The call, and the operation that makes its memory the object that `new` gives.
    fn allocate(&mut self, allocate: LlFunc, id: StructId, size: Value, new: &Op<Low>) -> Op<Low> {
        let address = self.op(LlOp::Call(allocate), &[size], LlType::I64);
        let args = [address].into_iter().chain(new.args.iter().copied()).collect();
        Op { kind: LlOp::InitObject(id), args, results: new.results.clone(), place: new.place }
    }
}
