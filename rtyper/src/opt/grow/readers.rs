//! Parameters that a function, and what it calls, only reads: who passes a text there
//! remains the only one that has it.

use crate::opt::grow::may_be_text;
use naja_ir::entity::EntitySet;
use naja_ir::graph::Value;
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram};
use std::collections::{BTreeMap, BTreeSet};

/// All of them but those that are found to be more, until nothing changes.
pub fn find(program: &LlProgram) -> BTreeSet<(LlFunc, usize)> {
    let mut readers = BTreeSet::new();
    // By callee and parameter: the callers' parameters that go there.
    let mut passed: BTreeMap<(LlFunc, usize), Vec<(LlFunc, usize)>> = BTreeMap::new();
    let mut lost = Vec::new();
    for (func, function) in program.functions.iter() {
        let graph = &function.graph;
        for (i, &param) in graph.params().iter().enumerate().filter(|&(_, &p)| may_be_text(graph, p)) {
            readers.insert((func, i));
            match uses(graph, param) {
                Some(calls) => calls.into_iter().for_each(|callee| passed.entry(callee).or_default().push((func, i))),
                None => lost.push((func, i)),
            }
        }
    }
    // What a callee's other parameters take is of no interest here.
    lost.extend(passed.keys().filter(|callee| !readers.contains(callee)));
    while let Some(key) = lost.pop() {
        readers.remove(&key);
        lost.extend(passed.remove(&key).unwrap_or_default());
    }
    readers
}

/// The parameters of other functions to which it is passed; `None` where something else
/// than reading is done with it.
fn uses(graph: &LlGraph, param: Value) -> Option<Vec<(LlFunc, usize)>> {
    let mut same: EntitySet<Value> = EntitySet::new();
    same.insert(param);
    let mut calls = Vec::new();
    for block in graph.reverse_postorder() {
        let data = &graph.blocks[block];
        for op in &data.ops {
            for (i, &arg) in op.args.iter().enumerate() {
                if !same.contains(arg) {
                    continue;
                }
                match op.kind {
                    LlOp::Cast(_) => {
                        same.insert(op.results[0]);
                    }
                    LlOp::Call(callee) => calls.push((callee, i)),
                    ref kind if reads(kind, i) => {}
                    _ => return None,
                }
            }
        }
        let mut keeps = false;
        data.terminator.for_each_use(|value| keeps |= same.contains(value));
        if keeps {
            return None;
        }
    }
    Some(calls)
}

/// Does the operation only look at its i-th operand?
pub fn reads(op: &LlOp, i: usize) -> bool {
    match op {
        LlOp::GetField(..)
        | LlOp::TailLen(_)
        | LlOp::GetItem(_)
        | LlOp::ItemAddr(_)
        | LlOp::CopyItems(..)
        | LlOp::PtrEq
        | LlOp::IsNull
        | LlOp::TypeId => true,
        LlOp::SetField(..) | LlOp::SetItem(_) => i == 0,
        _ => false,
    }
}
