//! Roots: every reference that lives across a call that may allocate lies in
//! memory during that call, where a collector can find it and change it.
//!
//! The roots of a call are the fields of a *frame*, an object on a stack of its
//! own (the shadow stack; Henderson, "Accurate Garbage Collection in an
//! Uncooperative Environment", ISMM 2002). A frame has a struct like any object,
//! so a collector walks the stack as it walks the heap: the header tells where the
//! references are, and how far it is to the next frame.
//!
//! ```text
//! f:    base = load shadow_stack                 push: only in functions with roots
//!       frame = init_object[roots of f] base
//!       setfield frame.0 null                    for each root
//!       store shadow_stack (base + size)
//!       p = ...
//!       setfield frame.0 p                       behind p's definition
//!       call g                                   may allocate
//!       p' = getfield frame.0                    before the next use of p
//!       store shadow_stack base                  pop: before each return
//! ```
//!
//! The hook `traceback` counts as one that does not allocate: it runs where an
//! exception leaves a function, and would make a frame of nearly every function.
//! The collector has to serve it from its reserve.
//!
//! The stack cannot run over: it has room for the deepest recursion that
//! [`super::depth`] permits.

use super::calls::CallGraph;
use super::depth::RECURSION_LIMIT;
use naja_ir::entity::{EntityRef, EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::layout::Target;
use naja_ir::lltype::{BUFFER, Field, LlType, Storage, Struct, StructId};
use naja_ir::lowlevel::{Cell, CellId, LlFunc, LlGraph, LlOp, LlProgram, Low, Place, Static, StaticTail, StaticValue};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;
use std::collections::{BTreeMap, BTreeSet};

/// With more roots than this in one function, each has a field of its own: who
/// could share one is not worth the time to find out.
const MOST_SHARED: usize = 256;

/// A hook may run inside itself, when memory is short: so many times at most.
const HOOKS_INSIDE_EACH_OTHER: u64 = 4;

pub fn run(program: &mut LlProgram, _: &SourceMap, target: Target) {
    let Some(collecting) = collecting_functions(program) else { return };
    let cell = program.cells.push(Cell { name: "shadow_stack".into(), ty: LlType::I64, init: StaticValue::Int(0) });
    let mut sizes: SecondaryMap<LlFunc, u64> = SecondaryMap::new();
    for func in program.functions.keys() {
        let graph = &program.functions[func].graph;
        let roots = Roots::of(graph, &collecting);
        if roots.fields.is_empty() {
            continue;
        }
        let frame = frame_struct(program, func, &roots);
        let size = target.layout(&program.structs[frame]).size(0);
        sizes[func] = size;
        rewrite(&mut program.functions[func].graph, &roots, &collecting, Frame { id: frame, size, cell });
    }
    let area = stack_size(program, &sizes);
    if area > 0 {
        make_stack(program, cell, area);
    }
}

/// The functions that may allocate; `None` where nothing does.
fn collecting_functions(program: &LlProgram) -> Option<EntitySet<LlFunc>> {
    let mut allocators = EntitySet::new();
    allocators.insert(program.hooks.allocate.filter(|&f| program.functions.is_valid(f))?);
    let traceback = program.hooks.traceback;
    Some(CallGraph::of(program, |callee| Some(callee) != traceback).leading_to(&allocators))
}

fn may_collect(op: &Op<Low>, collecting: &EntitySet<LlFunc>) -> bool {
    matches!(op.kind, LlOp::Call(callee) if collecting.contains(callee))
}

/// Bytes that the frames of the deepest stack take. A function in no cycle of
/// calls stands on it once.
fn stack_size(program: &LlProgram, sizes: &SecondaryMap<LlFunc, u64>) -> u64 {
    let hooks = program.hooks;
    let hooks = [hooks.overflow, hooks.recursion, hooks.traceback, hooks.allocate];
    let cyclic = CallGraph::of(program, |callee| !hooks.contains(&Some(callee))).in_cycles();
    let deepest = program.functions.keys().filter(|&f| cyclic.contains(f)).map(|f| sizes[f]).max().unwrap_or(0);
    let once: u64 = program.functions.keys().map(|f| sizes[f]).sum();
    deepest * (RECURSION_LIMIT as u64 + 1) + once * HOOKS_INSIDE_EACH_OTHER
}

/// The stack itself, and its beginning in the cell before `main` does anything.
fn make_stack(program: &mut LlProgram, cell: CellId, bytes: u64) {
    let tail = StaticTail::Zeros(bytes as u32);
    let stack = program.statics.push(Static { ty: BUFFER, fields: vec![], tail });
    let graph = &mut program.functions[program.main].graph;
    let place = Place::new(0);
    let mut ops = Vec::new();
    let mut op = |graph: &mut LlGraph, kind, args: &[Value], ty| {
        let value = graph.new_value(ty);
        ops.push(Op { kind, args: args.into(), results: smallvec![value], place });
        value
    };
    let object = op(graph, LlOp::Static(stack), &[], LlType::Ptr(BUFFER));
    let zero = op(graph, LlOp::Int(0), &[], LlType::I64);
    let address = op(graph, LlOp::ItemAddr(BUFFER), &[object, zero], LlType::Addr);
    let bottom = op(graph, LlOp::Prim(Prim::AddrToInt), &[address], LlType::I64);
    ops.push(Op { kind: LlOp::StoreCell(cell), args: smallvec![bottom], results: smallvec![], place });
    let entry = graph.entry;
    graph.blocks[entry].ops.splice(0..0, ops);
}

/// What of a function lies in its frame: the field of each root, and the types of
/// the fields.
struct Roots {
    field: SecondaryMap<Value, Option<usize>>,
    fields: Vec<LlType>,
}

impl Roots {
    fn of(graph: &LlGraph, collecting: &EntitySet<LlFunc>) -> Roots {
        let none = Roots { field: SecondaryMap::new(), fields: Vec::new() };
        let order = graph.reverse_postorder();
        let calls = |b: &Block| graph.blocks[*b].ops.iter().any(|op| may_collect(op, collecting));
        if !order.iter().any(calls) {
            return none;
        }
        let lives = Lives::of(graph, &order);
        let mut rooted = EntitySet::<Value>::new();
        for &block in &order {
            lives.walk(graph, block, |point, live| {
                if let Point::Behind(op) = point
                    && may_collect(op, collecting)
                {
                    rooted.extend(live.iter().copied().filter(|v| !op.results.contains(v)));
                }
            });
        }
        // Values that live when another is defined cannot share its field.
        let n_rooted = graph.values.keys().filter(|&v| rooted.contains(v)).count();
        let mut apart: BTreeMap<Value, Vec<Value>> = BTreeMap::new();
        if n_rooted <= MOST_SHARED {
            for &block in &order {
                lives.walk(graph, block, |point, live| {
                    let defined: &[Value] = match point {
                        Point::Behind(op) => &op.results,
                        Point::Entry(params) => params,
                    };
                    for &v in defined.iter().filter(|&&v| rooted.contains(v)) {
                        for &w in live.iter().filter(|&&w| w != v && rooted.contains(w)) {
                            apart.entry(v).or_default().push(w);
                            apart.entry(w).or_default().push(v);
                        }
                    }
                });
            }
        }
        let mut roots = none;
        for v in graph.values.keys().filter(|&v| rooted.contains(v)) {
            let ty = graph.values[v];
            let taken: Vec<usize> = apart.get(&v).into_iter().flatten().filter_map(|&w| roots.field[w]).collect();
            let free = |i: &usize| n_rooted <= MOST_SHARED && roots.fields[*i] == ty && !taken.contains(i);
            let field = (0..roots.fields.len()).find(free).unwrap_or_else(|| {
                roots.fields.push(ty);
                roots.fields.len() - 1
            });
            roots.field[v] = Some(field);
        }
        roots
    }
}

/// Where a walk through a block stands.
enum Point<'a> {
    Behind(&'a Op<Low>),
    Entry(&'a [Value]),
}

/// Which references live where each block ends.
struct Lives {
    at_end: SecondaryMap<Block, BTreeSet<Value>>,
    constants: EntitySet<Value>,
}

impl Lives {
    fn of(graph: &LlGraph, order: &[Block]) -> Lives {
        let mut constants = EntitySet::with_capacity(graph.values.len());
        for (value, ty) in &graph.values {
            // The frames that tracebacks name are statics.
            if !matches!(ty, LlType::Ptr(id) if *id != naja_ir::lltype::FRAME) {
                constants.insert(value);
            }
        }
        for &block in order {
            for op in &graph.blocks[block].ops {
                let known = match op.kind {
                    LlOp::Static(_) | LlOp::Null(_) => true,
                    LlOp::Cast(_) => constants.contains(op.args[0]),
                    _ => false,
                };
                if known {
                    constants.insert(op.results[0]);
                }
            }
        }
        let mut lives = Lives { at_end: SecondaryMap::new(), constants };
        let preds = graph.predecessors();
        let mut work: Vec<Block> = order.to_vec();
        let mut queued = EntitySet::with_capacity(graph.blocks.len());
        order.iter().for_each(|&b| {
            queued.insert(b);
        });
        while let Some(block) = work.pop() {
            queued.remove(block);
            let mut at_start = BTreeSet::new();
            lives.walk(graph, block, |point, live| {
                if let Point::Entry(params) = point {
                    at_start = live.clone();
                    params.iter().for_each(|p| {
                        at_start.remove(p);
                    });
                }
            });
            for &pred in &preds[block] {
                let before = lives.at_end[pred].len();
                lives.at_end[pred].extend(&at_start);
                if lives.at_end[pred].len() != before && queued.insert(pred) {
                    work.push(pred);
                }
            }
        }
        lives
    }

    /// Visits the points of a block from its end to its start, with what lives there.
    fn walk(&self, graph: &LlGraph, block: Block, mut visit: impl FnMut(Point, &BTreeSet<Value>)) {
        let data = &graph.blocks[block];
        let mut live = self.at_end[block].clone();
        let read = |live: &mut BTreeSet<Value>, v: Value| {
            if !self.constants.contains(v) {
                live.insert(v);
            }
        };
        data.terminator.for_each_use(|v| read(&mut live, v));
        for op in data.ops.iter().rev() {
            visit(Point::Behind(op), &live);
            op.results.iter().for_each(|r| {
                live.remove(r);
            });
            op.args.iter().for_each(|&a| read(&mut live, a));
        }
        visit(Point::Entry(&data.params), &live);
    }
}

fn frame_struct(program: &mut LlProgram, func: LlFunc, roots: &Roots) -> StructId {
    let field = |(i, ty): (usize, &LlType)| Field {
        name: format!("root{i}").into(),
        storage: Storage::Value(*ty),
        immutable: false,
    };
    let name = format!("roots of {}", program.functions[func].name).into();
    let fields = roots.fields.iter().enumerate().map(field).collect();
    program.structs.push(Struct { name, fields, tail: None, tail_immutable: true })
}

#[derive(Clone, Copy)]
struct Frame {
    id: StructId,
    size: u64,
    cell: CellId,
}

/// Pushes and pops the frame, stores roots where they are defined, and reads them
/// again behind calls that may have moved them.
fn rewrite(graph: &mut LlGraph, roots: &Roots, collecting: &EntitySet<LlFunc>, frame: Frame) {
    let order = graph.reverse_postorder();
    let place = Place::new(0);
    let base = graph.new_value(LlType::I64);
    let object = graph.new_value(LlType::Ptr(frame.id));
    for &block in &order {
        let old = std::mem::take(&mut graph.blocks[block].ops);
        let mut ops: Vec<Op<Low>> = Vec::with_capacity(old.len());
        if block == graph.entry {
            push_frame(graph, roots, frame, base, object, &mut ops);
        }
        // The values that are known to be where the last call left them.
        let mut current: BTreeMap<Value, Value> = BTreeMap::new();
        for &param in &graph.blocks[block].params.clone() {
            store_root(roots, frame, object, param, place, &mut ops, &mut current);
        }
        for mut op in old {
            for arg in &mut op.args {
                *arg = read_root(graph, roots, frame, object, *arg, op.place, &mut ops, &mut current);
            }
            if may_collect(&op, collecting) {
                current.clear();
            }
            let (results, place) = (op.results.clone(), op.place);
            ops.push(op);
            for &result in &results {
                store_root(roots, frame, object, result, place, &mut ops, &mut current);
            }
        }
        let mut terminator = std::mem::replace(&mut graph.blocks[block].terminator, Terminator::Unreachable);
        terminator.for_each_use_mut(|v| {
            *v = read_root(graph, roots, frame, object, *v, place, &mut ops, &mut current);
        });
        if let Terminator::Return(_) = terminator {
            ops.push(Op { kind: LlOp::StoreCell(frame.cell), args: smallvec![base], results: smallvec![], place });
        }
        graph.blocks[block].ops = ops;
        graph.blocks[block].terminator = terminator;
    }
}

fn push_frame(graph: &mut LlGraph, roots: &Roots, frame: Frame, base: Value, object: Value, ops: &mut Vec<Op<Low>>) {
    let place = Place::new(0);
    let mut op = |kind, args: &[Value], results: &[Value]| {
        ops.push(Op { kind, args: args.into(), results: results.into(), place });
    };
    let (size, top) = (graph.new_value(LlType::I64), graph.new_value(LlType::I64));
    op(LlOp::LoadCell(frame.cell), &[], &[base]);
    op(LlOp::InitObject(frame.id), &[base], &[object]);
    for (i, ty) in roots.fields.iter().enumerate() {
        let LlType::Ptr(id) = *ty else { unreachable!("a root is a reference") };
        let null = graph.new_value(*ty);
        op(LlOp::Null(id), &[], &[null]);
        op(LlOp::SetField(frame.id, i), &[object, null], &[]);
    }
    op(LlOp::Int(frame.size as i64), &[], &[size]);
    op(LlOp::Prim(Prim::IntAdd), &[base, size], &[top]);
    op(LlOp::StoreCell(frame.cell), &[top], &[]);
}

fn store_root(
    roots: &Roots,
    frame: Frame,
    object: Value,
    value: Value,
    place: Place,
    ops: &mut Vec<Op<Low>>,
    current: &mut BTreeMap<Value, Value>,
) {
    if let Some(field) = roots.field[value] {
        let kind = LlOp::SetField(frame.id, field);
        ops.push(Op { kind, args: smallvec![object, value], results: smallvec![], place });
        current.insert(value, value);
    }
}

#[expect(clippy::too_many_arguments, reason = "one step of `rewrite`, with its state")]
fn read_root(
    graph: &mut LlGraph,
    roots: &Roots,
    frame: Frame,
    object: Value,
    value: Value,
    place: Place,
    ops: &mut Vec<Op<Low>>,
    current: &mut BTreeMap<Value, Value>,
) -> Value {
    let Some(field) = roots.field[value] else { return value };
    *current.entry(value).or_insert_with(|| {
        let loaded = graph.new_value(roots.fields[field]);
        let kind = LlOp::GetField(frame.id, field);
        ops.push(Op { kind, args: smallvec![object], results: smallvec![loaded], place });
        loaded
    })
}

/// Where a reference lives across a call that may allocate without being a root.
#[cfg(any(test, debug_assertions))]
pub fn verify(program: &LlProgram) -> Result<(), String> {
    let Some(collecting) = collecting_functions(program) else { return Ok(()) };
    for function in program.functions.values() {
        let frames = |v: &Value| match function.graph.values[*v] {
            LlType::Ptr(id) => program.structs[id].name.starts_with("roots of "),
            _ => true,
        };
        let order = function.graph.reverse_postorder();
        let lives = Lives::of(&function.graph, &order);
        let mut wrong = None;
        for &block in &order {
            lives.walk(&function.graph, block, |point, live| {
                if let Point::Behind(op) = point
                    && may_collect(op, &collecting)
                {
                    wrong = wrong.or(live.iter().copied().find(|v| !op.results.contains(v) && !frames(v)));
                }
            });
        }
        if let Some(v) = wrong {
            return Err(format!("{}: {v} is no root, and lives across an allocation", function.name));
        }
    }
    Ok(())
}
