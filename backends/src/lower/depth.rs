//! RecursionError: functions in a cycle of calls count how deep they are.
//!
//! The count is a parameter, so that it costs no memory traffic and needs no
//! undoing when an exception passes. A function that is in a cycle adds one and
//! compares before it does anything else; one that only leads into a cycle hands
//! on what it got; all others are left alone.
//!
//! `main` and the hooks begin at zero, and a call of a hook is no part of a
//! cycle: allocating raises MemoryError, and raising allocates.
//!
//! As in CPython, the function that is refused leaves no frame in the traceback:
//! the call that was one too many is its last entry.

use super::Facts;
use super::calls::CallGraph;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Link, Op, Terminator, Value};
use naja_ir::layout::Target;
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlFunc, LlOp, LlProgram, Place, PlaceData};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;

/// How many calls in cycles may be open at once: more than CPython's 1000 calls
/// of any kind, and few enough for the stacks that engines give.
pub const RECURSION_LIMIT: i64 = 3000;

pub fn run(program: &mut LlProgram, _: &mut Facts, _: &SourceMap, _: Target) {
    let Some(recursion) = program.hooks.recursion else { return };
    let roots: Vec<LlFunc> = program.hooks.each().chain([program.main]).collect();
    let calls = CallGraph::of(program, |callee| !roots.contains(&callee));
    let cyclic = calls.in_cycles();
    let mut counts = calls.leading_to(&cyclic);
    for &root in &roots {
        counts.remove(root);
    }

    let mut depth: SecondaryMap<LlFunc, Option<Value>> = SecondaryMap::new();
    for func in program.functions.keys() {
        if counts.contains(func) {
            let graph = &mut program.functions[func].graph;
            let param = graph.add_param(graph.entry, LlType::I64);
            depth[func] = Some(match cyclic.contains(func) {
                true => check(program, func, param, recursion),
                false => param,
            });
        }
    }
    for func in program.functions.keys() {
        pass_on(program, func, depth[func], &counts);
    }
}

/// Puts the check before everything else; gives the function's own depth.
fn check(program: &mut LlProgram, func: LlFunc, param: Value, recursion: LlFunc) -> Value {
    let graph = &mut program.functions[func].graph;
    let body = graph.entry;
    let Some(span) = first_place(graph).map(|p| program.places[p].span) else { return param };
    let place = program.places.push(PlaceData { function: None, span, inlined_at: None });

    let entry = graph.new_block();
    graph.blocks[entry].params = std::mem::take(&mut graph.blocks[body].params);
    graph.entry = entry;
    let refuse = graph.new_block();
    graph.blocks[refuse].ops.push(Op { kind: LlOp::Call(recursion), args: smallvec![], results: smallvec![], place });
    let mut op = |kind: LlOp, args: &[Value], ty| {
        let value = graph.new_value(ty);
        graph.blocks[entry].ops.push(Op { kind, args: args.into(), results: smallvec![value], place });
        value
    };
    let one = op(LlOp::Int(1), &[], LlType::I64);
    let depth = op(LlOp::Prim(Prim::IntAdd), &[param, one], LlType::I64);
    let limit = op(LlOp::Int(RECURSION_LIMIT), &[], LlType::I64);
    let exceeded = op(LlOp::Prim(Prim::IntGt), &[depth, limit], LlType::Bool);
    graph.blocks[entry].terminator =
        Terminator::Branch { cond: exceeded, then: Link::new(refuse, []), otherwise: Link::new(body, []) };
    depth
}

fn first_place(graph: &naja_ir::lowlevel::LlGraph) -> Option<Place> {
    graph.reverse_postorder().into_iter().flat_map(|b| graph.blocks[b].ops.first()).map(|op| op.place).next()
}

/// Gives every call of a counting function the caller's depth, or zero.
fn pass_on(program: &mut LlProgram, func: LlFunc, depth: Option<Value>, counts: &EntitySet<LlFunc>) {
    let graph = &mut program.functions[func].graph;
    for block in graph.reverse_postorder() {
        let ops = &graph.blocks[block].ops;
        let counted = |op: &Op<_>| matches!(op.kind, LlOp::Call(callee) if counts.contains(callee));
        let Some(first) = ops.iter().position(counted) else { continue };
        let place = ops[first].place;
        let depth = depth.unwrap_or_else(|| {
            let zero = graph.values.push(LlType::I64);
            let op = Op { kind: LlOp::Int(0), args: smallvec![], results: smallvec![zero], place };
            graph.blocks[block].ops.insert(first, op);
            zero
        });
        graph.blocks[block].ops.iter_mut().filter(|op| counted(op)).for_each(|op| op.args.push(depth));
    }
}
