//! Ways on which a branch is decided bypass it: where a block branches on what a
//! link passes to it, and that link passes a constant, the link leads to a copy
//! of the block that does not branch.
//!
//! ```text
//! block1: jump block3(tag 0)            block1: jump block4(tag 0)
//! block2: jump block3(v2)               block2: jump block3(v2)
//! block3(t): switch t 0: block5 ..      block4(t): jump block5
//! ```
//!
//! Heads of loops stay: a loop must be entered in one place (see `peel`).

use crate::opt::cleanup::clean;
use crate::opt::duplicate::Copies;
use crate::opt::each_function;
use crate::opt::fold::{Constant, eval};
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Link, Terminator, Value};
use naja_ir::lowlevel::{LlGraph, LlProgram};
use std::collections::HashMap;

/// A longer block is not copied for a branch.
const MAX_OPS: usize = 10;

/// One bypass makes another possible.
const MAX_ROUNDS: usize = 4;

pub fn run(program: &mut LlProgram) {
    each_function(program, |program, _, graph| {
        for _ in 0..MAX_ROUNDS {
            if !thread(program, graph) {
                break;
            }
            clean(graph);
        }
    });
}

fn thread(program: &LlProgram, graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let mut constants: SecondaryMap<Value, Option<Constant>> = SecondaryMap::new();
    let mut rank: SecondaryMap<Block, usize> = SecondaryMap::new();
    for (i, &block) in order.iter().enumerate() {
        rank[block] = i;
        for op in &graph.blocks[block].ops {
            if let Some(constant) = Constant::of(&op.kind) {
                constants[op.results[0]] = Some(constant);
            }
        }
    }
    let predecessors = graph.predecessors();
    let mut copies = None;
    for &block in &order[1..] {
        let data = &graph.blocks[block];
        let branches = matches!(data.terminator, Terminator::Branch { .. } | Terminator::Switch { .. });
        let n_ops = data.ops.iter().filter(|op| Constant::of(&op.kind).is_none()).count();
        let is_head = predecessors[block].iter().any(|&p| rank[p] >= rank[block]);
        if !branches || n_ops > MAX_OPS || is_head || data.params.is_empty() {
            continue;
        }
        // By where it goes: the links that decide so.
        let mut decided: Vec<(usize, Vec<(Block, usize)>)> = Vec::new();
        let mut distinct = predecessors[block].clone();
        distinct.dedup();
        for predecessor in distinct {
            for (i, link) in graph.blocks[predecessor].terminator.links().into_iter().enumerate() {
                if link.target == block
                    && let Some(way) = decide(program, graph, &constants, link)
                {
                    match decided.iter_mut().find(|d| d.0 == way) {
                        Some((_, links)) => links.push((predecessor, i)),
                        None => decided.push((way, vec![(predecessor, i)])),
                    }
                }
            }
        }
        for (way, links) in decided {
            let copies = copies.get_or_insert_with(|| Copies::of(graph, &order));
            let copy = copies.copy(graph, &[block])[0];
            let link = graph.blocks[copy].terminator.links()[way].clone();
            graph.blocks[copy].terminator = Terminator::Jump(link);
            for (predecessor, i) in links {
                graph.blocks[predecessor].terminator.links_mut()[i].target = copy;
            }
        }
    }
    match copies {
        Some(copies) => {
            copies.repair(graph);
            true
        }
        None => false,
    }
}

/// Which link the target takes when it is entered by this one.
fn decide(
    program: &LlProgram,
    graph: &LlGraph,
    constants: &SecondaryMap<Value, Option<Constant>>,
    link: &Link,
) -> Option<usize> {
    let data = &graph.blocks[link.target];
    let mut known: HashMap<Value, Constant> = HashMap::new();
    for (&param, &arg) in data.params.iter().zip(&link.args) {
        if let Some(constant) = constants[arg] {
            known.insert(param, constant);
        }
    }
    if known.is_empty() {
        return None;
    }
    let get = |known: &HashMap<Value, Constant>, value: Value| known.get(&value).copied().or(constants[value]);
    for op in &data.ops {
        let args: Option<Vec<Constant>> = op.args.iter().map(|&a| get(&known, a)).collect();
        if let Some(args) = args
            && let Some(results) = eval(program, &op.kind, &args)
        {
            known.extend(op.results.iter().copied().zip(results));
        }
    }
    match &data.terminator {
        Terminator::Branch { cond, .. } => match get(&known, *cond)? {
            Constant::Bool(holds) => Some(!holds as usize),
            _ => None,
        },
        Terminator::Switch { value, cases, .. } => match get(&known, *value)? {
            Constant::Int(n) => Some(cases.iter().position(|c| c.0 == n).unwrap_or(cases.len())),
            _ => None,
        },
        _ => None,
    }
}
