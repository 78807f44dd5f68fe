//! Takes the first round out of small loops that read the same in every round, but
//! behind a check, so that it cannot be done before the loop (see `hoist`): a row
//! of a matrix, whose index is checked. In the rounds that are left, `gvn` knows
//! what was read, and `ranges` knows the check, which is the same too. (The idea is
//! LuaJIT's.)

use crate::opt::definitions::Definitions;
use crate::opt::each_function;
use crate::opt::effects::{Effects, Read, Writes};
use crate::opt::loops::LoopId;
use crate::opt::peel::Scene;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::Value;
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram};

/// A larger loop is left alone.
const MAX_OPS: usize = 60;

pub fn run(program: &mut LlProgram) {
    let effects = Effects::of(program);
    each_function(program, |program, _, graph| repeat(program, &effects, graph));
}

fn repeat(program: &LlProgram, effects: &Effects, graph: &mut LlGraph) {
    let Some(scene) = Scene::of(graph, MAX_OPS) else { return };
    let writes = effects.of_loops(&scene.loops, graph, &scene.order);
    let definitions = Definitions::of(graph, &scene.order);
    let mut has_inner: SecondaryMap<LoopId, bool> = SecondaryMap::new();
    for data in scene.loops.all.values() {
        data.parent.into_iter().for_each(|parent| has_inner[parent] = true);
    }
    scene.take_first_rounds(graph, |graph, id| {
        !has_inner[id] && reads_again(program, &definitions, graph, &scene, id, &writes[id])
    });
}

/// Does every round read what the one before has read?
fn reads_again(
    program: &LlProgram,
    definitions: &Definitions,
    graph: &LlGraph,
    scene: &Scene,
    id: LoopId,
    writes: &Writes,
) -> bool {
    let header = scene.loops.all[id].header;
    let ends = scene.predecessors[header].iter().filter(|&&p| scene.loops.contains(id, p));
    let mut same: EntitySet<Value> = EntitySet::new();
    for &block in scene.body(id).unwrap_or_default() {
        if !ends.clone().all(|&end| scene.dominators.dominates(block, end)) {
            continue;
        }
        for op in &graph.blocks[block].ops {
            let is_same = |&v: &Value| {
                same.contains(v) || definitions.block(v).is_some_and(|home| !scene.loops.contains(id, home))
            };
            let read = Read::of(program, &op.kind);
            let does_same = op.kind.is_pure() || read.is_some_and(|read| !writes.may_change(read));
            if does_same && op.args.iter().all(is_same) {
                if read.is_some() || matches!(op.kind, LlOp::TailLen(_)) {
                    return true;
                }
                same.extend(op.results.iter().copied());
            }
        }
    }
    false
}
