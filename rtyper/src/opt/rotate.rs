//! Tests loops at their end: the head of a loop that may leave it there is copied
//! before the loop, so that who enters the loop proper does a whole round. What a
//! round reads may then be read once, before the first (see `hoist`).
//!
//! ```text
//! block1(i):  c = i < n                      block9(): c = 0 < n
//!             branch c block2() block3()               branch c block2(0) block3()
//! block2():   ...                            block2(i): ...
//!             jump block1(i + 1)                       c = i + 1 < n
//!                                                      branch c block2(i + 1) block3()
//! ```
//!
//! Only where some read of memory could be hoisted.

use crate::opt::definitions::Definitions;
use crate::opt::duplicate::Copies;
use crate::opt::each_function;
use crate::opt::effects::{Effects, Read};
use crate::opt::fold::Constant;
use crate::opt::loops::{LoopId, Loops};
use naja_ir::dominance::Dominators;
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Link, Op, Terminator};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram};

/// A longer head is not copied.
const MAX_OPS: usize = 8;

pub fn run(program: &mut LlProgram) {
    let effects = Effects::of(program);
    each_function(program, |program, _, graph| rotate(program, &effects, graph));
}

fn rotate(program: &LlProgram, effects: &Effects, graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let mut predecessors = graph.predecessors();
    let loops = Loops::of(&order, &Dominators::of(graph), &predecessors, graph);
    if loops.all.is_empty() || loops.is_irreducible {
        return;
    }
    let pays = reading(program, effects, &loops, graph, &order);
    // The loop around a copied head.
    let mut around: SecondaryMap<Block, Option<LoopId>> = SecondaryMap::new();
    let mut copies = None;
    for (id, data) in loops.all.iter().filter(|&(id, _)| pays[id]) {
        let head = data.header;
        let Some(inside) = way_on(graph, &loops, id) else { continue };
        // The first block of a round becomes the new head: of this loop only.
        let first = graph.blocks[head].terminator.links()[inside].target;
        if predecessors[first].len() > 1 {
            let between = graph.new_block();
            let link = std::mem::replace(graph.blocks[head].terminator.links_mut()[inside], Link::new(between, []));
            graph.blocks[between].terminator = Terminator::Jump(link);
            around[between] = Some(id);
            predecessors[between].push(head);
            let from_head = predecessors[first].iter_mut().find(|p| **p == head);
            *from_head.expect("the head leads here") = between;
        }
        let copies = copies.get_or_insert_with(|| Copies::of(graph, &order));
        let copy = copies.copy(graph, &[head])[0];
        around[copy] = data.parent;
        for link in graph.blocks[copy].terminator.links() {
            predecessors[link.target].push(copy);
        }
        let is_inside = |block: Block| loops.contains(id, block) || around[block].is_some_and(|a| loops.nests(id, a));
        let entries: Vec<Block> = predecessors[head].iter().copied().filter(|&p| !is_inside(p)).collect();
        predecessors[head].retain(|p| !entries.contains(p));
        for entry in entries {
            for link in graph.blocks[entry].terminator.links_mut() {
                if link.target == head {
                    link.target = copy;
                    predecessors[copy].push(entry);
                }
            }
        }
    }
    if let Some(copies) = copies {
        copies.repair(graph);
    }
}

/// The loops that read, behind their heads, what nothing in them writes, of an
/// object that is the same in every round.
fn reading(
    program: &LlProgram,
    effects: &Effects,
    loops: &Loops,
    graph: &LlGraph,
    order: &[Block],
) -> SecondaryMap<LoopId, bool> {
    let writes = effects.of_loops(loops, graph, order);
    let definitions = Definitions::of(graph, order);
    let mut pays = SecondaryMap::new();
    for &block in order {
        for op in &graph.blocks[block].ops {
            let read = match op.kind {
                LlOp::GetField(..) => Read::of(program, &op.kind).expect("it reads"),
                LlOp::TailLen(_) => Read::Unchanging,
                _ => continue,
            };
            // A cast in the loop may be hoisted with the read.
            let mut object = op.args[0];
            while let Some(Op { kind: LlOp::Cast(_), args, .. }) = definitions.op(graph, object) {
                object = args[0];
            }
            let home = definitions.block(object);
            for id in loops.around(block) {
                if home.is_none_or(|home| loops.contains(id, home)) || writes[id].may_change(read) {
                    break;
                }
                pays[id] |= loops.all[id].header != block;
            }
        }
    }
    pays
}

/// The link on which the head of a loop begins a round, if it can leave the loop
/// instead and is small.
fn way_on(graph: &LlGraph, loops: &Loops, id: LoopId) -> Option<usize> {
    let head = loops.all[id].header;
    let data = &graph.blocks[head];
    let Terminator::Branch { then, otherwise, .. } = &data.terminator else { return None };
    let n_ops = data.ops.iter().filter(|op| Constant::of(&op.kind).is_none()).count();
    let calls = data.ops.iter().any(|op| matches!(op.kind, LlOp::Call(_)));
    let inside = match (loops.contains(id, then.target), loops.contains(id, otherwise.target)) {
        (true, false) => 0,
        (false, true) => 1,
        _ => return None,
    };
    let itself = data.terminator.links()[inside].target == head;
    (n_ops <= MAX_OPS && !calls && !itself).then_some(inside)
}
