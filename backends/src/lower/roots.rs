//! Roots: every reference that lives across a call that may allocate lies in
//! memory during that call, where a collector can find it and change it.
//!
//! The roots of a call are the fields of a *frame* on a stack of their own (the
//! shadow stack; Henderson, "Accurate Garbage Collection in an Uncooperative
//! Environment", ISMM 2002). A frame is typed like an object, but is nothing beside
//! its fields: to the collector the stack is a row of references. At its bottom lie
//! the references that the program holds in cells.
//!
//! ```text
//! f:    base = load shadow_stack                 push: only in functions with roots
//!       frame = object_at[roots of f] base
//!       setfield frame.0 null                    for roots that are not set at once
//!       store shadow_stack (base + size)
//!       p = ...
//!       setfield frame.0 p                       behind p's definition
//!       call g                                   may allocate
//!       p' = getfield frame.0                    before the next use of p
//!       store shadow_stack base                  pop: before each return
//! ```
//!
//! The hook `traceback` does not collect: it runs where an exception leaves a
//! function, and would make a frame of nearly every function. So it has a hook of its
//! own to allocate with.
//!
//! The stack cannot run over: it has room for the deepest recursion that
//! [`super::depth`] permits.

use super::Facts;
use super::calls::CallGraph;
use super::collecting::{Collecting, Moved};
use super::depth::RECURSION_LIMIT;
use naja_ir::entity::{EntityRef, EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::layout::Target;
use naja_ir::lltype::{Field, LlType, OBJECT, Storage, Struct, StructId};
use naja_ir::lowlevel::{
    Cell, CellId, LlFunc, LlGraph, LlOp, LlProgram, Low, Place, Static, StaticId, StaticTail, StaticValue,
};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;
use std::collections::{BTreeMap, BTreeSet};

/// With more roots than this in one function, each has a field of its own: who
/// could share one is not worth the time to find out.
const MOST_SHARED: usize = 256;

/// A hook may run inside itself, when memory is short: so many times at most.
const HOOKS_INSIDE_EACH_OTHER: u64 = 4;

pub fn run(program: &mut LlProgram, facts: &mut Facts, _: &SourceMap, target: Target) {
    let Some(collecting) = Collecting::of(program, facts) else { return };
    let stack = globals(program);
    let cell = program.cells.push(Cell { name: SHADOW_STACK.into(), ty: LlType::I64, init: StaticValue::Int(0) });
    let mut sizes: SecondaryMap<LlFunc, u64> = SecondaryMap::new();
    for func in program.functions.keys() {
        let graph = &program.functions[func].graph;
        let roots = Roots::of(graph, &collecting);
        if roots.fields.is_empty() {
            continue;
        }
        let frame = frame_struct(program, func, &roots);
        let size = (roots.fields.len() * target.pointer as usize) as u64;
        sizes[func] = size;
        rewrite(&mut program.functions[func].graph, &roots, &collecting, Frame { id: frame, size, cell });
    }
    program.statics[stack].tail = StaticTail::Zeros((stack_size(program, &sizes) / target.pointer as u64) as u32);
    begin_stack(program, cell, stack, target);
}

pub const SHADOW_STACK: &str = "shadow_stack";

/// The shadow stack without room for frames. The cells that hold references become
/// its fields; the other cells are numbered anew.
fn globals(program: &mut LlProgram) -> StaticId {
    let mut fields = Vec::new();
    let mut values = Vec::new();
    let mut homes: SecondaryMap<CellId, Home> = SecondaryMap::new();
    let mut cells = PrimaryMap::new();
    for (id, cell) in std::mem::take(&mut program.cells) {
        homes[id] = match cell.ty {
            LlType::Ptr(_) => {
                fields.push(Field { name: cell.name, storage: Storage::Value(cell.ty), immutable: false });
                values.push(cell.init);
                Home::Field(fields.len() - 1)
            }
            _ => Home::Cell(cells.push(cell)),
        };
    }
    program.cells = cells;
    let tail = Some(Storage::Value(LlType::Ptr(OBJECT)));
    let ty = program.structs.push(Struct {
        name: SHADOW_STACK.into(),
        fields,
        tail,
        tail_immutable: false,
        prefixes: vec![],
    });
    let stack = program.statics.push(Static { ty, fields: values, tail: StaticTail::Zeros(0) });
    for function in program.functions.values_mut() {
        let graph = &mut function.graph;
        for block in graph.reverse_postorder() {
            let touches = |op: &Op<Low>| matches!(op.kind, LlOp::LoadCell(_) | LlOp::StoreCell(_));
            if !graph.blocks[block].ops.iter().any(touches) {
                continue;
            }
            for mut op in std::mem::take(&mut graph.blocks[block].ops) {
                if let LlOp::LoadCell(cell) | LlOp::StoreCell(cell) = op.kind {
                    let is_load = matches!(op.kind, LlOp::LoadCell(_));
                    op.kind = match homes[cell] {
                        Home::Cell(cell) if is_load => LlOp::LoadCell(cell),
                        Home::Cell(cell) => LlOp::StoreCell(cell),
                        Home::Field(i) => {
                            let object = graph.new_value(LlType::Ptr(ty));
                            let (kind, results) = (LlOp::Static(stack), smallvec![object]);
                            let place = op.place;
                            graph.blocks[block].ops.push(Op { kind, args: smallvec![], results, place });
                            op.args.insert(0, object);
                            if is_load { LlOp::GetField(ty, i) } else { LlOp::SetField(ty, i) }
                        }
                    };
                }
                graph.blocks[block].ops.push(op);
            }
        }
    }
    stack
}

/// Where a cell went.
#[derive(Clone, Copy)]
enum Home {
    Cell(CellId),
    /// Of the shadow stack.
    Field(usize),
}

impl Default for Home {
    fn default() -> Home {
        Home::Field(0)
    }
}

/// Bytes that the frames of the deepest stack take. A function in no cycle of
/// calls stands on it once.
fn stack_size(program: &LlProgram, sizes: &SecondaryMap<LlFunc, u64>) -> u64 {
    let hooks: Vec<LlFunc> = program.hooks.each().collect();
    let cyclic = CallGraph::of(program, |callee| !hooks.contains(&callee)).in_cycles();
    let deepest = program.functions.keys().filter(|&f| cyclic.contains(f)).map(|f| sizes[f]).max().unwrap_or(0);
    let once: u64 = program.functions.keys().map(|f| sizes[f]).sum();
    deepest * (RECURSION_LIMIT as u64 + 1) + once * HOOKS_INSIDE_EACH_OTHER
}

/// Writes where the frames begin into the cell before `main` does anything.
fn begin_stack(program: &mut LlProgram, cell: CellId, stack: StaticId, target: Target) {
    let ty = program.statics[stack].ty;
    let first = target.layout(&program.structs[ty]).tail - frame_bias(target);
    let graph = &mut program.functions[program.main].graph;
    let place = Place::new(0);
    let mut ops = Vec::new();
    let mut op = |graph: &mut LlGraph, kind, args: &[Value], ty| {
        let value = graph.new_value(ty);
        ops.push(Op { kind, args: args.into(), results: smallvec![value], place });
        value
    };
    let object = op(graph, LlOp::Static(stack), &[], LlType::Ptr(ty));
    let address = op(graph, LlOp::Address, &[object], LlType::I64);
    let first = op(graph, LlOp::Int(first as i64), &[], LlType::I64);
    let bottom = op(graph, LlOp::Prim(Prim::IntAdd), &[address, first], LlType::I64);
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
    fn of(graph: &LlGraph, collecting: &Collecting) -> Roots {
        let none = Roots { field: SecondaryMap::new(), fields: Vec::new() };
        let order = graph.reverse_postorder();
        let calls = |b: &Block| graph.blocks[*b].ops.iter().any(|op| collecting.may(op));
        if !order.iter().any(calls) {
            return none;
        }
        let lives = Lives::of(graph, &order);
        let mut rooted = EntitySet::<Value>::new();
        for &block in &order {
            lives.across_collections(graph, block, collecting, |v| {
                rooted.insert(v);
            });
        }
        // Values that live when another is defined cannot share its field.
        let n_rooted = graph.values.keys().filter(|&v| rooted.contains(v)).count();
        let mut apart: BTreeMap<Value, Vec<Value>> = BTreeMap::new();
        if n_rooted <= MOST_SHARED {
            for &block in &order {
                lives.walk(graph, block, |point, live| {
                    let defined: &[Value] = match point {
                        Point::Behind(_, op) => &op.results,
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
    /// An operation, with its number in the block.
    Behind(usize, &'a Op<Low>),
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
        let preds = graph.predecessors();
        let mut seen = EntitySet::<Block>::with_capacity(graph.blocks.len());
        for &block in order {
            // A parameter that gets only constants is one: the frames of tracebacks.
            if preds[block].iter().all(|&pred| seen.contains(pred)) {
                for (i, &param) in graph.blocks[block].params.iter().enumerate() {
                    let links = preds[block].iter().flat_map(|&pred| graph.blocks[pred].terminator.links());
                    let mut args = links.filter(|link| link.target == block).map(|link| link.args[i]);
                    if block != graph.entry && args.all(|arg| constants.contains(arg)) {
                        constants.insert(param);
                    }
                }
            }
            seen.insert(block);
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
        let mut work: Vec<Block> = order.to_vec();
        let mut queued = EntitySet::with_capacity(graph.blocks.len());
        order.iter().for_each(|&b| {
            queued.insert(b);
        });
        while let Some(block) = work.pop() {
            queued.remove(block);
            let at_start = lives.at_start(graph, block);
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

    /// The block's parameters excluded.
    fn at_start(&self, graph: &LlGraph, block: Block) -> BTreeSet<Value> {
        let mut at_start = BTreeSet::new();
        self.walk(graph, block, |point, live| {
            if let Point::Entry(params) = point {
                at_start = live.iter().copied().filter(|v| !params.contains(v)).collect();
            }
        });
        at_start
    }

    /// Visits the references that are read behind a collection in the block, and were
    /// there before.
    fn across_collections(&self, graph: &LlGraph, block: Block, collecting: &Collecting, mut visit: impl FnMut(Value)) {
        let ops = &graph.blocks[block].ops;
        self.walk(graph, block, |point, live| {
            let Point::Behind(i, _) = point else { return };
            let raised;
            let live = match collecting.moved(graph, block, i) {
                Moved::Nowhere => return,
                Moved::Everywhere => live,
                Moved::On(link) => {
                    let mut there = self.at_start(graph, link.target);
                    there.extend(link.args.iter().filter(|&&v| !self.constants.contains(v)));
                    raised = there;
                    &raised
                }
            };
            let made_later = |v: &Value| ops[i..].iter().any(|op| op.results.contains(v));
            live.iter().copied().filter(|v| !made_later(v)).for_each(&mut visit);
        });
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
        for (i, op) in data.ops.iter().enumerate().rev() {
            visit(Point::Behind(i, op), &live);
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
    program.structs.push(Struct { name, fields, tail: None, tail_immutable: true, prefixes: vec![] })
}

/// How far behind the address of a frame its fields begin, though it has no header.
pub fn frame_bias(target: Target) -> u32 {
    target.pointer
}

#[derive(Clone, Copy)]
struct Frame {
    id: StructId,
    size: u64,
    cell: CellId,
}

/// Pushes and pops the frame, stores roots where they are defined, and reads them
/// again behind calls that may have moved them.
fn rewrite(graph: &mut LlGraph, roots: &Roots, collecting: &Collecting, frame: Frame) {
    let order = graph.reverse_postorder();
    let place = Place::new(0);
    let base = graph.new_value(LlType::I64);
    let object = graph.new_value(LlType::Ptr(frame.id));
    let set_first = set_first(graph, roots, collecting);
    for &block in &order {
        let old = std::mem::take(&mut graph.blocks[block].ops);
        let mut ops: Vec<Op<Low>> = Vec::with_capacity(old.len());
        if block == graph.entry {
            push_frame(graph, roots, &set_first, frame, base, object, &mut ops);
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
            if collecting.may(&op) {
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

/// The fields that are set before anything can collect.
fn set_first(graph: &LlGraph, roots: &Roots, collecting: &Collecting) -> BTreeSet<usize> {
    let entry = &graph.blocks[graph.entry];
    let before = entry.ops.iter().take_while(|op| !collecting.may(op));
    entry.params.iter().chain(before.flat_map(|op| &op.results)).filter_map(|&v| roots.field[v]).collect()
}

fn push_frame(
    graph: &mut LlGraph,
    roots: &Roots,
    set_first: &BTreeSet<usize>,
    frame: Frame,
    base: Value,
    object: Value,
    ops: &mut Vec<Op<Low>>,
) {
    let place = Place::new(0);
    let mut op = |kind, args: &[Value], results: &[Value]| {
        ops.push(Op { kind, args: args.into(), results: results.into(), place });
    };
    let (size, top) = (graph.new_value(LlType::I64), graph.new_value(LlType::I64));
    op(LlOp::LoadCell(frame.cell), &[], &[base]);
    op(LlOp::ObjectAt(frame.id), &[base], &[object]);
    for (i, ty) in roots.fields.iter().enumerate().filter(|(i, _)| !set_first.contains(i)) {
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
pub fn verify(program: &LlProgram, facts: &Facts) -> Result<(), String> {
    let Some(collecting) = Collecting::of(program, facts) else { return Ok(()) };
    for function in program.functions.values() {
        let frames = |v: &Value| match function.graph.values[*v] {
            LlType::Ptr(id) => program.structs[id].name.starts_with("roots of "),
            _ => true,
        };
        let order = function.graph.reverse_postorder();
        let lives = Lives::of(&function.graph, &order);
        let mut wrong = None;
        for &block in &order {
            lives.across_collections(&function.graph, block, &collecting, |v| {
                wrong = wrong.or((!frames(&v)).then_some(v));
            });
        }
        if let Some(v) = wrong {
            return Err(format!("{}: {v} is no root, and lives across an allocation", function.name));
        }
    }
    Ok(())
}
