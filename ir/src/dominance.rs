//! Which blocks every way into a block must pass. petgraph computes the tree;
//! its preorder numbers answer each question in constant time.

use crate::graph::{Block, Graph, Level};
use cranelift_entity::SecondaryMap;
use petgraph::algo::dominators::simple_fast;
use petgraph::graph::{DiGraph, NodeIndex};

/// The dominator tree of a graph's reachable blocks.
pub struct Dominators {
    idom: SecondaryMap<Block, Option<Block>>,
    /// First and last preorder number of the subtree; (1, 0) where unreachable.
    subtree: SecondaryMap<Block, (u32, u32)>,
}

impl Dominators {
    pub fn of<L: Level>(graph: &Graph<L>) -> Dominators {
        let order = graph.reverse_postorder();
        let mut node: SecondaryMap<Block, NodeIndex> = SecondaryMap::with_default(NodeIndex::end());
        let mut digraph = DiGraph::<Block, ()>::with_capacity(order.len(), order.len() * 2);
        for &block in &order {
            node[block] = digraph.add_node(block);
        }
        for &block in &order {
            for link in graph.blocks[block].terminator.links() {
                digraph.add_edge(node[block], node[link.target], ());
            }
        }
        let tree = simple_fast(&digraph, node[graph.entry]);
        let mut idom = SecondaryMap::new();
        let mut children: SecondaryMap<Block, Vec<Block>> = SecondaryMap::new();
        for &block in &order {
            if let Some(parent) = tree.immediate_dominator(node[block]) {
                idom[block] = Some(digraph[parent]);
                children[digraph[parent]].push(block);
            }
        }
        let mut subtree = SecondaryMap::with_default((1, 0));
        let mut count = 0;
        let mut stack = vec![(graph.entry, false)];
        while let Some((block, done)) = stack.pop() {
            if done {
                subtree[block].1 = count;
            } else {
                count += 1;
                subtree[block].0 = count;
                stack.push((block, true));
                stack.extend(children[block].iter().rev().map(|&child| (child, false)));
            }
        }
        Dominators { idom, subtree }
    }

    /// The nearest other block on every way to this one; `None` for the entry.
    pub fn immediate(&self, block: Block) -> Option<Block> {
        self.idom[block]
    }

    /// Does every way to `b` pass `a`? A block dominates itself.
    pub fn dominates(&self, a: Block, b: Block) -> bool {
        let (first, last) = self.subtree[a];
        (first..=last).contains(&self.subtree[b].0)
    }

    pub fn is_reachable(&self, block: Block) -> bool {
        self.subtree[block].1 > 0
    }
}
