//! Which blocks every way into a block must pass. The tree is computed by the
//! Semi-NCA algorithm (Georgiadis), because simpler ones, petgraph's among them,
//! take quadratic time where thousands of operations lead to one handler; its
//! preorder numbers answer each question in constant time.

use crate::SmallVec;
use crate::graph::{Block, Graph, Level};
use cranelift_entity::SecondaryMap;

/// The immediate dominator of each of the nodes `0..successors.len()`, which can
/// all be reached from node 0; that of node 0 is itself.
pub fn immediate_dominators<S: AsRef<[usize]>>(successors: &[S]) -> Vec<usize> {
    SemiNca::new(successors).run()
}

/// Nodes by their number in a depth-first walk.
struct SemiNca {
    node: Vec<usize>,
    preds: Vec<Vec<usize>>,
    /// In the walk's tree; shortened while semidominators are found.
    parent: Vec<usize>,
    semi: Vec<usize>,
    /// The node with the least semidominator on the shortened way upwards.
    label: Vec<usize>,
    idom: Vec<usize>,
}

impl SemiNca {
    fn new<S: AsRef<[usize]>>(successors: &[S]) -> SemiNca {
        const UNSEEN: usize = usize::MAX;
        let n = successors.len();
        let mut number = vec![UNSEEN; n];
        let mut node = Vec::with_capacity(n);
        let mut parent = Vec::with_capacity(n);
        let mut stack = vec![(0, 0)];
        while let Some((at, from)) = stack.pop() {
            if number[at] == UNSEEN {
                number[at] = node.len();
                parent.push(from);
                stack.extend(successors[at].as_ref().iter().rev().map(|&succ| (succ, node.len())));
                node.push(at);
            }
        }
        let mut preds = vec![Vec::new(); n];
        for (i, &at) in node.iter().enumerate() {
            for &succ in successors[at].as_ref() {
                preds[number[succ]].push(i);
            }
        }
        let own: Vec<usize> = (0..n).collect();
        SemiNca { node, preds, idom: parent.clone(), parent, semi: own.clone(), label: own }
    }

    fn run(mut self) -> Vec<usize> {
        let n = self.node.len();
        let mut path = Vec::new();
        for i in (1..n).rev() {
            let mut semi = self.parent[i];
            for k in 0..self.preds[i].len() {
                let least = self.least_above(self.preds[i][k], i + 1, &mut path);
                semi = semi.min(self.semi[least]);
            }
            self.semi[i] = semi;
        }
        for i in 1..n {
            let mut dominator = self.idom[i];
            while dominator > self.semi[i] {
                dominator = self.idom[dominator];
            }
            self.idom[i] = dominator;
        }
        let mut by_node = vec![0; n];
        for i in 0..n {
            by_node[self.node[i]] = self.node[self.idom[i]];
        }
        by_node
    }

    /// The node with the least semidominator on the way up from `at`, as far as
    /// nodes are done, that is from number `done` on.
    fn least_above(&mut self, at: usize, done: usize, path: &mut Vec<usize>) -> usize {
        let mut top = at;
        while self.parent[top] >= done {
            path.push(top);
            top = self.parent[top];
        }
        // From the top down: what is known above is known below.
        while let Some(below) = path.pop() {
            self.parent[below] = self.parent[top];
            if self.semi[self.label[top]] < self.semi[self.label[below]] {
                self.label[below] = self.label[top];
            }
            top = below;
        }
        self.label[at]
    }
}

/// The dominator tree of a graph's reachable blocks.
pub struct Dominators {
    idom: SecondaryMap<Block, Option<Block>>,
    /// First and last preorder number of the subtree; (1, 0) where unreachable.
    subtree: SecondaryMap<Block, (u32, u32)>,
}

impl Dominators {
    pub fn of<L: Level>(graph: &Graph<L>) -> Dominators {
        let order = graph.reverse_postorder();
        let mut number: SecondaryMap<Block, usize> = SecondaryMap::new();
        for (i, &block) in order.iter().enumerate() {
            number[block] = i;
        }
        let successors = |&block: &Block| -> SmallVec<[usize; 2]> {
            graph.blocks[block].terminator.links().iter().map(|link| number[link.target]).collect()
        };
        let tree = immediate_dominators(&order.iter().map(successors).collect::<Vec<_>>());
        let mut idom = SecondaryMap::new();
        let mut children: SecondaryMap<Block, Vec<Block>> = SecondaryMap::new();
        for (i, &block) in order.iter().enumerate().skip(1) {
            let parent = order[tree[i]];
            idom[block] = Some(parent);
            children[parent].push(block);
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

#[cfg(test)]
mod tests {
    use super::immediate_dominators;
    use proptest::prelude::*;

    /// By the definition: without a dominator, the node is not reached.
    fn dominators(successors: &[Vec<usize>], node: usize) -> Vec<usize> {
        let is_dominator = |&without: &usize| {
            let mut seen = vec![false; successors.len()];
            let mut work = vec![0];
            while let Some(at) = work.pop() {
                if at != without && !std::mem::replace(&mut seen[at], true) {
                    work.extend(&successors[at]);
                }
            }
            !seen[node]
        };
        (0..successors.len()).filter(|d| *d != node && is_dominator(d)).collect()
    }

    proptest! {
        #[test]
        fn the_tree_holds_every_dominator(
            mut successors in (2usize..16).prop_flat_map(|n| {
                prop::collection::vec(prop::collection::vec(1..n, 0..4), n)
            }),
        ) {
            // A way to every node that does not go through all others.
            for node in 1..successors.len() {
                if dominators(&successors, node).len() + 1 >= successors.len() {
                    successors[node / 2].push(node);
                }
            }
            let tree = immediate_dominators(&successors);
            for node in 1..successors.len() {
                let mut expected = dominators(&successors, node);
                let mut found = vec![tree[node]];
                while let Some(&last) = found.last() && last != 0 {
                    found.push(tree[last]);
                }
                found.sort_unstable();
                expected.sort_unstable();
                prop_assert_eq!(found, expected);
            }
        }
    }

    #[test]
    fn many_ways_to_one_node_take_linear_time() {
        let n = 200_000;
        let mut successors: Vec<Vec<usize>> = (0..n).map(|i| vec![i + 1, n + 1]).collect();
        successors.extend([vec![], vec![]]);
        assert_eq!(immediate_dominators(&successors)[n + 1], 0);
        for way in &mut successors[..n] {
            way.reverse();
        }
        assert_eq!(immediate_dominators(&successors)[n + 1], 0);
    }
}
