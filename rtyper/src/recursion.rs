//! Does a program recurse at all? Only then does it need RecursionError.

use naja_ir::entity::EntityRef;
use naja_ir::lowlevel::{LlOp, LlProgram};
use petgraph::algo::tarjan_scc;
use petgraph::graph::DiGraph;

pub fn is_recursive(program: &LlProgram) -> bool {
    let mut calls = DiGraph::<(), ()>::new();
    let nodes: Vec<_> = program.functions.keys().map(|_| calls.add_node(())).collect();
    let mut calls_itself = false;
    for (func, function) in &program.functions {
        for block in function.graph.blocks.values() {
            for op in &block.ops {
                if let LlOp::Call(callee) = op.kind {
                    calls_itself |= callee == func;
                    calls.add_edge(nodes[func.index()], nodes[callee.index()], ());
                }
            }
        }
    }
    calls_itself || tarjan_scc(&calls).iter().any(|component| component.len() > 1)
}
