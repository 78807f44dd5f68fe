//! Takes the first round out of a loop where that makes something known in all
//! others: a variable that each round leaves as one constant, and on which the
//! loop branches. The usual case is `total = 0` before a loop that adds floats:
//! from the second round on, `total` is a float.
//!
//! ```text
//! block1(t):  head                    block9(t): first round, a copy
//!     switch t ...                        ...
//!     jump block1(1)                      jump block1(1)
//!                                     block1(t): entered with 1 only
//! ```

use crate::opt::cleanup::clean;
use crate::opt::duplicate::Copies;
use crate::opt::each_function;
use crate::opt::fold::{Constant, fold};
use crate::opt::loops::{LoopId, Loops};
use naja_ir::dominance::Dominators;
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram};

/// A larger loop is left alone.
const MAX_OPS: usize = 250;

/// A loop around another may follow it.
const MAX_ROUNDS: usize = 3;

pub fn run(program: &mut LlProgram) {
    each_function(program, |program, _, graph| {
        for _ in 0..MAX_ROUNDS {
            if !peel(graph) {
                break;
            }
            fold(program, graph);
            clean(graph);
        }
    });
}

fn peel(graph: &mut LlGraph) -> bool {
    let Some(scene) = Scene::of(graph, MAX_OPS) else { return false };
    let mut constants: SecondaryMap<Value, Option<Constant>> = SecondaryMap::new();
    let mut decides: SecondaryMap<Value, bool> = SecondaryMap::new();
    for &block in &scene.order {
        let data = &graph.blocks[block];
        for op in &data.ops {
            if let Some(constant) = Constant::of(&op.kind) {
                constants[op.results[0]] = Some(constant);
            } else if op.results.len() == 1 && graph.values[op.results[0]] == LlType::Bool || op.kind == LlOp::Select {
                op.args.iter().for_each(|&arg| decides[arg] = true);
            }
        }
        match data.terminator {
            Terminator::Branch { cond: value, .. } | Terminator::Switch { value, .. } => decides[value] = true,
            _ => {}
        }
    }
    let pays = |graph: &LlGraph, id| pays(graph, &scene, id, &constants, &decides);
    scene.take_first_rounds(graph, pays)
}

/// The loops of a graph, and the bodies of the small ones.
pub struct Scene {
    pub order: Vec<Block>,
    pub predecessors: SecondaryMap<Block, Vec<Block>>,
    pub dominators: Dominators,
    pub loops: Loops,
    /// In the graph's order, head first; those of larger loops are not complete.
    bodies: SecondaryMap<LoopId, Vec<Block>>,
    sizes: SecondaryMap<LoopId, usize>,
    max_ops: usize,
}

impl Scene {
    /// `None` where there are no loops.
    pub fn of(graph: &LlGraph, max_ops: usize) -> Option<Scene> {
        let order = graph.reverse_postorder();
        let predecessors = graph.predecessors();
        let dominators = Dominators::of(graph);
        let loops = Loops::of(&order, &dominators, &predecessors, graph);
        if loops.all.is_empty() || loops.is_irreducible {
            return None;
        }
        let mut bodies: SecondaryMap<LoopId, Vec<Block>> = SecondaryMap::new();
        let mut sizes: SecondaryMap<LoopId, usize> = SecondaryMap::new();
        for &block in &order {
            for id in loops.around(block) {
                sizes[id] += graph.blocks[block].ops.len() + 1;
                if sizes[id] <= max_ops {
                    bodies[id].push(block);
                }
            }
        }
        Some(Scene { order, predecessors, dominators, loops, bodies, sizes, max_ops })
    }

    /// The blocks of a loop, if it is small.
    pub fn body(&self, id: LoopId) -> Option<&[Block]> {
        (self.sizes[id] <= self.max_ops).then_some(&self.bodies[id])
    }

    /// Takes it out of the small loops for which this pays; were there any?
    pub fn take_first_rounds(&self, graph: &mut LlGraph, pays: impl Fn(&LlGraph, LoopId) -> bool) -> bool {
        let mut taken: SecondaryMap<Block, bool> = SecondaryMap::new();
        let mut copies = None;
        for (id, data) in self.loops.all.iter() {
            let Some(body) = self.body(id) else { continue };
            if body.iter().any(|&b| taken[b]) || !pays(graph, id) {
                continue;
            }
            let copies = copies.get_or_insert_with(|| Copies::of(graph, &self.order));
            let first_round = copies.copy_region(graph, body);
            // The body's first block is the head. Whoever enters enters the first round; its end
            // leads to the loop.
            let head_copy = first_round[0];
            for &copy in &first_round {
                for link in graph.blocks[copy].terminator.links_mut() {
                    if link.target == head_copy {
                        link.target = data.header;
                    }
                }
            }
            for &predecessor in self.predecessors[data.header].iter().filter(|&&p| !self.loops.contains(id, p)) {
                for link in graph.blocks[predecessor].terminator.links_mut() {
                    if link.target == data.header {
                        link.target = head_copy;
                    }
                }
            }
            body.iter().for_each(|&b| taken[b] = true);
        }
        match copies {
            Some(copies) => {
                copies.repair(graph);
                true
            }
            None => false,
        }
    }
}

/// Is some parameter of the head the same constant after each round, but not
/// before the first, and does something depend on it?
fn pays(
    graph: &LlGraph,
    scene: &Scene,
    id: LoopId,
    constants: &SecondaryMap<Value, Option<Constant>>,
    decides: &SecondaryMap<Value, bool>,
) -> bool {
    let header = scene.loops.all[id].header;
    let params = &graph.blocks[header].params;
    (0..params.len()).filter(|&i| decides[params[i]]).any(|i| {
        let mut after = None;
        let mut before_agrees = true;
        let mut before = Vec::new();
        for &predecessor in &scene.predecessors[header] {
            for link in graph.blocks[predecessor].terminator.links().iter().filter(|l| l.target == header) {
                let constant = constants[link.args[i]];
                if !scene.loops.contains(id, predecessor) {
                    before.push(constant);
                } else if constant.is_none() || after.is_some_and(|a| a != constant) {
                    return false;
                } else {
                    after = Some(constant);
                }
            }
        }
        for constant in before {
            before_agrees &= Some(constant) == after;
        }
        !before_agrees
    })
}
