//! Fuel: a program that was given some ends when it has made so many calls and rounds of
//! loops, the library's included. As this is counted in the lowered form, it ends at
//! the same place on every backend and under every engine.
//!
//! Before anything else in a function or in a loop's header, one is taken from a cell:
//!
//! ```text
//! header(v1, ...):                          header(v1, ...):
//!   ...                                       left = load fuel - 1
//!                                             store fuel = left
//!                                             branch left < 0: exhausted(), body()
//!                                           body():
//!                                             ...
//! ```
//!
//! The hooks and what they call count nothing: how often the collector runs depends on the
//! size of a reference; and so the output that the program has made until its end is written.

use super::Facts;
use naja_ir::entity::EntitySet;
use naja_ir::graph::{Block, Link, Op, Terminator};
use naja_ir::layout::Target;
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{Cell, CellId, LlFunc, LlGraph, LlOp, LlProgram, Place, StaticValue};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;

pub fn run(program: &mut LlProgram, _: &mut Facts, _: &SourceMap, _: Target) {
    let Some(exhausted) = program.hooks.exhausted else { return };
    let init = StaticValue::Int(program.hooks.fuel);
    let cell = program.cells.push(Cell { name: "fuel".into(), ty: LlType::I64, init });
    let free = reached(program, program.hooks.each().collect());
    let functions: Vec<LlFunc> = program.functions.keys().filter(|&func| !free.contains(func)).collect();
    for func in functions {
        let graph = &mut program.functions[func].graph;
        let place = graph.reverse_postorder().into_iter().find_map(|b| graph.blocks[b].ops.first()).map(|op| op.place);
        let Some(place) = place else { continue };
        for block in counted(graph) {
            take_one(graph, block, Spending { cell, exhausted, place });
        }
    }
}

/// The functions and all that they call.
fn reached(program: &LlProgram, mut left: Vec<LlFunc>) -> EntitySet<LlFunc> {
    let mut found = EntitySet::new();
    while let Some(func) = left.pop() {
        if found.insert(func) {
            let blocks = program.functions[func].graph.blocks.values();
            left.extend(blocks.flat_map(|block| &block.ops).filter_map(|op| match op.kind {
                LlOp::Call(callee) => Some(callee),
                _ => None,
            }));
        }
    }
    found
}

/// The entry, and every block to which control comes from one that does not stand before it.
fn counted(graph: &LlGraph) -> Vec<Block> {
    let order = graph.reverse_postorder();
    let mut is_behind = EntitySet::new();
    let mut is_counted = EntitySet::new();
    is_counted.insert(graph.entry);
    for &block in order.iter() {
        is_behind.insert(block);
        for link in graph.blocks[block].terminator.links() {
            if is_behind.contains(link.target) {
                is_counted.insert(link.target);
            }
        }
    }
    order.into_iter().filter(|&block| is_counted.contains(block)).collect()
}

#[derive(Clone, Copy)]
struct Spending {
    cell: CellId,
    exhausted: LlFunc,
    place: Place,
}

/// The block keeps its parameters; what it did goes to a new one.
fn take_one(graph: &mut LlGraph, block: Block, Spending { cell, exhausted, place }: Spending) {
    let (body, end) = (graph.new_block(), graph.new_block());
    graph.blocks[body].ops = std::mem::take(&mut graph.blocks[block].ops);
    graph.blocks[body].terminator = std::mem::replace(&mut graph.blocks[block].terminator, Terminator::Unreachable);
    graph.blocks[end].ops.push(Op { kind: LlOp::Call(exhausted), args: smallvec![], results: smallvec![], place });
    let mut op = |kind: LlOp, args: &[_], ty| {
        let value = graph.new_value(ty);
        graph.blocks[block].ops.push(Op { kind, args: args.into(), results: smallvec![value], place });
        value
    };
    let fuel = op(LlOp::LoadCell(cell), &[], LlType::I64);
    let one = op(LlOp::Int(1), &[], LlType::I64);
    let left = op(LlOp::Prim(Prim::IntSub), &[fuel, one], LlType::I64);
    let zero = op(LlOp::Int(0), &[], LlType::I64);
    let none = op(LlOp::Prim(Prim::IntLt), &[left, zero], LlType::Bool);
    let store = Op { kind: LlOp::StoreCell(cell), args: smallvec![left], results: smallvec![], place };
    graph.blocks[block].ops.push(store);
    graph.blocks[block].terminator =
        Terminator::Branch { cond: none, then: Link::new(end, []), otherwise: Link::new(body, []) };
}
