//! Who calls whom.

use naja_ir::entity::{EntityRef, SecondaryMap};
use naja_ir::lowlevel::{LlFunc, LlOp, LlProgram};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

pub struct CallGraph {
    /// Callees before their callers; functions that call each other in a circle
    /// stand together.
    pub components: Vec<Vec<LlFunc>>,
    /// The calls of each function, in the whole program.
    pub n_calls: SecondaryMap<LlFunc, u32>,
    /// Can it call itself, by whatever way?
    pub is_recursive: SecondaryMap<LlFunc, bool>,
}

impl CallGraph {
    pub fn of(program: &LlProgram) -> CallGraph {
        let mut n_calls: SecondaryMap<LlFunc, u32> = SecondaryMap::new();
        let mut callees: SecondaryMap<LlFunc, Vec<LlFunc>> = SecondaryMap::new();
        let mut digraph = DiGraph::<LlFunc, ()>::new();
        for func in program.functions.keys() {
            digraph.add_node(func);
        }
        for (func, function) in program.functions.iter() {
            let list = &mut callees[func];
            for data in function.graph.blocks.values() {
                for op in &data.ops {
                    if let LlOp::Call(callee) = op.kind {
                        n_calls[callee] += 1;
                        list.push(callee);
                    }
                }
            }
            list.sort_unstable();
            list.dedup();
            for callee in list {
                digraph.add_edge(NodeIndex::new(func.index()), NodeIndex::new(callee.index()), ());
            }
        }
        let mut is_recursive = SecondaryMap::new();
        let components: Vec<Vec<LlFunc>> = kosaraju_scc(&digraph)
            .into_iter()
            .map(|component| component.into_iter().map(|node| digraph[node]).collect())
            .collect();
        for component in &components {
            for &func in component {
                is_recursive[func] = component.len() > 1 || callees[func].contains(&func);
            }
        }
        CallGraph { components, n_calls, is_recursive }
    }
}
