//! Natural loops and how they nest.

use naja_ir::dominance::Dominators;
use naja_ir::entity::{PrimaryMap, SecondaryMap, entity_impl};
use naja_ir::graph::Block;
use naja_ir::lowlevel::LlGraph;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LoopId(u32);
entity_impl!(LoopId, "loop");

pub struct Loop {
    /// The only block of the loop that is entered from outside.
    pub header: Block,
    pub parent: Option<LoopId>,
}

pub struct Loops {
    /// Inner loops before those around them.
    pub all: PrimaryMap<LoopId, Loop>,
    /// The smallest loop that a block is in.
    innermost: SecondaryMap<Block, Option<LoopId>>,
    headed: SecondaryMap<Block, Option<LoopId>>,
    /// Does control enter some circle in two places? Never made from source.
    pub is_irreducible: bool,
}

impl Loops {
    pub fn of(
        order: &[Block],
        dominators: &Dominators,
        predecessors: &SecondaryMap<Block, Vec<Block>>,
        graph: &LlGraph,
    ) -> Loops {
        let mut all: PrimaryMap<LoopId, Loop> = PrimaryMap::new();
        let mut innermost: SecondaryMap<Block, Option<LoopId>> = SecondaryMap::with_capacity(graph.blocks.len());
        let mut headed = SecondaryMap::with_capacity(graph.blocks.len());
        let mut rank: SecondaryMap<Block, usize> = SecondaryMap::with_capacity(graph.blocks.len());
        for (i, &block) in order.iter().enumerate() {
            rank[block] = i;
        }
        let mut is_irreducible = false;
        for &header in order.iter().rev() {
            let backward: Vec<Block> =
                predecessors[header].iter().copied().filter(|&p| rank[p] >= rank[header]).collect();
            is_irreducible |= backward.iter().any(|&p| !dominators.dominates(header, p));
            let mut work: Vec<Block> = backward.into_iter().filter(|&p| dominators.dominates(header, p)).collect();
            if work.is_empty() {
                continue;
            }
            let id = all.push(Loop { header, parent: None });
            headed[header] = Some(id);
            while let Some(block) = work.pop() {
                match innermost[block] {
                    None => {
                        innermost[block] = Some(id);
                        if block != header {
                            work.extend(&predecessors[block]);
                        }
                    }
                    Some(mut inner) => {
                        while let Some(parent) = all[inner].parent {
                            inner = parent;
                        }
                        if inner != id {
                            all[inner].parent = Some(id);
                            work.extend(&predecessors[all[inner].header]);
                        }
                    }
                }
            }
            if innermost[header].is_none() {
                innermost[header] = Some(id);
            }
        }
        Loops { all, innermost, headed, is_irreducible }
    }

    pub fn innermost(&self, block: Block) -> Option<LoopId> {
        self.innermost[block]
    }

    /// The loop whose header the block is.
    pub fn headed_by(&self, block: Block) -> Option<LoopId> {
        self.headed[block]
    }

    pub fn contains(&self, id: LoopId, block: Block) -> bool {
        self.around(block).any(|l| l == id)
    }

    /// The loops that a block is in, from the innermost on.
    pub fn around(&self, block: Block) -> impl Iterator<Item = LoopId> {
        std::iter::successors(self.innermost[block], |&l| self.all[l].parent)
    }

    /// Is the second loop the first, or within it?
    pub fn nests(&self, outer: LoopId, inner: LoopId) -> bool {
        std::iter::successors(Some(inner), |&l| self.all[l].parent).any(|l| l == outer)
    }
}
