//! Control flow without goto: a graph becomes nested blocks, loops and ifs.
//!
//! The algorithm is Ramsey's ("Beyond Relooper", ICFP 2022): what a node dominates
//! is placed behind it, in an order in which every jump goes forward and out of a
//! block, or back to the start of a loop around it. Here
//!
//! - the result is a flat list of tokens, made without recursion: graphs are long;
//! - what a loop leaves to is placed behind the loop, not within it;
//! - where one way of a branch cannot come back, the other is not nested.
//!
//! ```text
//!      A ──▶ C        Code(A) If{A, 0, label D}   Code(B) Edge(B, 0)
//!      ▼     │        Else                        Code(C) Edge(C, 0)
//!      B ──▶ D        End                         Code(D) Leave(D)
//! ```

use super::loops::{self, Cfg, Loops, NodeKind};
use naja_ir::dominance::immediate_dominators;

/// Whereto a jump goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Label {
    /// Behind the block (or if) that has this node as its label.
    Forward(usize),
    /// To the start of the loop with this header.
    Back(usize),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Token {
    /// Opens a block; behind its end comes this node.
    Block(usize),
    /// Opens a loop with this header.
    Loop(usize),
    /// Opens what is done where the node goes on by its edge `taken`.
    If {
        node: usize,
        taken: usize,
        /// Jumps to this node go behind the end.
        label: Option<usize>,
    },
    Else,
    /// Of a block, loop or if.
    End,
    /// What the node does.
    Code(usize),
    /// What the node's edge of that number does.
    Edge(usize, usize),
    Jump(Label),
    /// Where the node goes on by that edge: does what the edge does, and jumps.
    JumpIf {
        node: usize,
        edge: usize,
        to: Label,
    },
    /// Does what the edge does by which the node goes on; both lead to what follows.
    EitherEdge(usize),
    /// Jumps by a table, or by the number that was set.
    Table(usize),
    /// Returns, or does not come here.
    Leave(usize),
}

/// A graph in structured form.
pub struct Structured {
    pub tokens: Vec<Token>,
    /// The graph that the tokens speak of: the given one, and what [`loops::find`] added.
    pub cfg: Cfg,
    pub loops: Loops,
}

impl Structured {
    /// Where the edge's jump goes; for the successors of tables, which are all labels.
    pub fn table_label(&self, node: usize, edge: usize) -> Label {
        let target = self.cfg.nodes[node].succs[edge];
        match self.loops.of[target] {
            Some(l) if self.loops.loops[l].header == target && self.loops.contains(l, node) => Label::Back(target),
            _ => Label::Forward(target),
        }
    }
}

pub fn structure(mut cfg: Cfg) -> Structured {
    let loops = loops::find(&mut cfg);
    let tokens = Placing::new(&cfg, &loops).tokens();
    Structured { tokens: without_useless_jumps(tokens, &cfg), cfg, loops }
}

struct Placing<'a> {
    cfg: &'a Cfg,
    loops: &'a Loops,
    /// The position of each node in reverse postorder.
    number: Vec<usize>,
    /// Is entered by jumps, not by falling into it.
    is_labelled: Vec<bool>,
    /// The labelled nodes that are placed behind a node, in order: within its
    /// loop where it is a header, and behind that loop.
    followers: Vec<Vec<usize>>,
    outer_followers: Vec<Vec<usize>>,
    /// How many nodes are placed at and below each.
    size: Vec<usize>,
}

enum Work {
    /// A node with all that is placed behind it.
    Tree(usize),
    Node(usize),
    /// On by an edge.
    Go(usize, usize),
    Token(Token),
}

/// How a node with two successors is written.
enum Branch {
    /// One way falls to the node's first follower, which is the label of the if.
    IfLabelled {
        taken: usize,
        label: usize,
    },
    /// The taken way does not come back.
    IfLeaving {
        taken: usize,
    },
    JumpIf {
        edge: usize,
    },
    EitherEdge,
}

impl<'a> Placing<'a> {
    fn new(cfg: &'a Cfg, loops: &'a Loops) -> Placing<'a> {
        let order = reverse_postorder(cfg);
        let n = cfg.nodes.len();
        let mut number = vec![usize::MAX; n];
        for (i, &node) in order.iter().enumerate() {
            number[node] = i;
        }
        let succs = |&node: &usize| cfg.nodes[node].succs.iter().map(|&s| number[s]).collect::<Vec<_>>();
        let idom = immediate_dominators(&order.iter().map(succs).collect::<Vec<_>>());
        let mut placing = Placing {
            cfg,
            loops,
            number,
            is_labelled: vec![false; n],
            followers: vec![Vec::new(); n],
            outer_followers: vec![Vec::new(); n],
            size: vec![1; n],
        };

        let mut n_forward = vec![0; n];
        for &node in &order {
            let data = &cfg.nodes[node];
            for &succ in &data.succs {
                if !placing.is_back(node, succ) {
                    n_forward[succ] += 1;
                    placing.is_labelled[succ] |= matches!(data.kind, NodeKind::Table | NodeKind::Dispatch);
                }
            }
        }
        let mut parent = vec![0; n];
        for &node in &order[1..] {
            let mut at = order[idom[placing.number[node]]];
            let mut outside = false;
            let mut inner = loops.of[at];
            while let Some(l) = inner
                && !loops.contains(l, node)
            {
                at = loops.loops[l].header;
                outside = true;
                inner = loops.loops[l].parent;
            }
            parent[node] = at;
            if outside {
                placing.is_labelled[node] = true;
                placing.outer_followers[at].push(node);
            } else if n_forward[node] > 1 || placing.is_labelled[node] {
                placing.is_labelled[node] = true;
                placing.followers[at].push(node);
            }
        }
        for &node in order[1..].iter().rev() {
            placing.size[parent[node]] += placing.size[node];
        }
        placing
    }

    fn is_back(&self, node: usize, succ: usize) -> bool {
        self.number[succ] <= self.number[node]
    }

    fn is_header(&self, node: usize) -> bool {
        self.loops.of[node].is_some_and(|l| self.loops.loops[l].header == node)
    }

    fn tokens(&self) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut work = vec![Work::Tree(0)];
        // What a step asks for, in order.
        let mut steps = Vec::new();
        while let Some(item) = work.pop() {
            match item {
                Work::Token(token) => tokens.push(token),
                Work::Tree(node) => self.tree(node, &mut steps),
                Work::Node(node) => self.node(node, &mut steps),
                Work::Go(node, edge) => {
                    tokens.push(Token::Edge(node, edge));
                    let target = self.cfg.nodes[node].succs[edge];
                    steps.push(match self.label(node, target) {
                        Some(label) => Work::Token(Token::Jump(label)),
                        None => Work::Tree(target),
                    });
                }
            }
            work.extend(steps.drain(..).rev());
        }
        tokens
    }

    /// How to jump to a successor; `None` where it is placed right there.
    fn label(&self, node: usize, succ: usize) -> Option<Label> {
        match self.is_back(node, succ) {
            true => Some(Label::Back(succ)),
            false => self.is_labelled[succ].then_some(Label::Forward(succ)),
        }
    }

    fn tree(&self, node: usize, steps: &mut Vec<Work>) {
        let is_header = self.is_header(node);
        let absorbed = match self.branch(node) {
            Some(Branch::IfLabelled { label, .. }) => Some(label),
            _ => None,
        };
        let open = |&y: &usize| Work::Token(Token::Block(y));
        steps.extend(self.outer_followers[node].iter().rev().map(open));
        if is_header {
            steps.push(Work::Token(Token::Loop(node)));
        }
        steps.extend(self.followers[node].iter().rev().filter(|&&y| Some(y) != absorbed).map(open));
        steps.push(Work::Node(node));
        for &follower in &self.followers[node] {
            if Some(follower) != absorbed {
                steps.push(Work::Token(Token::End));
            }
            steps.push(Work::Tree(follower));
        }
        if is_header {
            steps.push(Work::Token(Token::End));
        }
        for &follower in &self.outer_followers[node] {
            steps.push(Work::Token(Token::End));
            steps.push(Work::Tree(follower));
        }
    }

    fn node(&self, node: usize, steps: &mut Vec<Work>) {
        let data = &self.cfg.nodes[node];
        steps.push(Work::Token(Token::Code(node)));
        match (data.kind, &data.succs[..]) {
            (NodeKind::Table | NodeKind::Dispatch, _) => steps.push(Work::Token(Token::Table(node))),
            (_, []) => steps.push(Work::Token(Token::Leave(node))),
            (_, [_]) => steps.push(Work::Go(node, 0)),
            _ => match self.branch(node).expect("it has two successors") {
                Branch::IfLabelled { taken, label } => steps.extend([
                    Work::Token(Token::If { node, taken, label: Some(label) }),
                    Work::Go(node, taken),
                    Work::Token(Token::Else),
                    Work::Go(node, 1 - taken),
                    Work::Token(Token::End),
                ]),
                Branch::IfLeaving { taken } => steps.extend([
                    Work::Token(Token::If { node, taken, label: None }),
                    Work::Go(node, taken),
                    Work::Token(Token::End),
                    Work::Go(node, 1 - taken),
                ]),
                Branch::JumpIf { edge } => {
                    let to = self.label(node, data.succs[edge]).expect("it is jumped to");
                    steps.push(Work::Token(Token::JumpIf { node, edge, to }));
                    steps.push(Work::Go(node, 1 - edge));
                }
                Branch::EitherEdge => steps.push(Work::Token(Token::EitherEdge(node))),
            },
        }
    }

    fn branch(&self, node: usize) -> Option<Branch> {
        let data = &self.cfg.nodes[node];
        let (NodeKind::Plain, &[then, otherwise]) = (data.kind, &data.succs[..]) else { return None };
        let next = self.followers[node].first().copied();
        let falls = |label: Option<Label>| matches!((label, next), (Some(Label::Forward(y)), Some(n)) if y == n);
        let (to_then, to_otherwise) = (self.label(node, then), self.label(node, otherwise));
        Some(match (to_then, to_otherwise, next) {
            (None, None, Some(label)) if !self.leaves(then, label) && !self.leaves(otherwise, label) => {
                Branch::IfLabelled { taken: 0, label }
            }
            (None, None, _) => {
                let taken = if self.size[then] <= self.size[otherwise] { 0 } else { 1 };
                Branch::IfLeaving { taken }
            }
            (None, Some(_), Some(label)) if falls(to_otherwise) => Branch::IfLabelled { taken: 0, label },
            (Some(_), None, Some(label)) if falls(to_then) => Branch::IfLabelled { taken: 1, label },
            (None, Some(_), _) => Branch::JumpIf { edge: 1 },
            (Some(_), None, _) => Branch::JumpIf { edge: 0 },
            (Some(_), Some(_), _) if falls(to_then) && falls(to_otherwise) => Branch::EitherEdge,
            (Some(Label::Forward(_)), Some(Label::Back(_)), _) => Branch::JumpIf { edge: 1 },
            (Some(_), Some(_), _) if falls(to_then) => Branch::JumpIf { edge: 1 },
            (Some(_), Some(_), _) => Branch::JumpIf { edge: 0 },
        })
    }

    /// Does a node, without others behind it, go elsewhere than to this one?
    fn leaves(&self, node: usize, next: usize) -> bool {
        self.size[node] == 1 && !self.cfg.nodes[node].succs.contains(&next)
    }
}

fn reverse_postorder(cfg: &Cfg) -> Vec<usize> {
    let mut seen = vec![false; cfg.nodes.len()];
    seen[0] = true;
    let mut order = Vec::with_capacity(cfg.nodes.len());
    let mut path = vec![(0, 0)];
    while let Some((node, n_done)) = path.last_mut() {
        let succs = &cfg.nodes[*node].succs;
        match succs.len().checked_sub(*n_done + 1) {
            // The last first, so that the first successor comes first in the result.
            Some(k) => {
                *n_done += 1;
                if !std::mem::replace(&mut seen[succs[k]], true) {
                    path.push((succs[k], 0));
                }
            }
            None => {
                order.push(*node);
                path.pop();
            }
        }
    }
    order.reverse();
    order
}

/// Drops the jumps to what follows anyway, and then the blocks that nothing jumps out of.
fn without_useless_jumps(tokens: Vec<Token>, cfg: &Cfg) -> Vec<Token> {
    let mut end_of = vec![0; tokens.len()];
    let mut label_end = vec![0; cfg.nodes.len()];
    let mut open = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Block(_) | Token::Loop(_) | Token::If { .. } => open.push(i),
            Token::Else => end_of[i] = *open.last().expect("an if is open"),
            Token::End => {
                let start = open.pop().expect("an end has a start");
                end_of[start] = i;
                if let Token::Block(y) | Token::If { label: Some(y), .. } = tokens[start] {
                    label_end[y] = i;
                }
            }
            _ => {}
        }
    }
    // What is done next where control comes to each token.
    let mut next = vec![tokens.len(); tokens.len() + 1];
    for i in (0..tokens.len()).rev() {
        next[i] = match tokens[i] {
            Token::End => next[i + 1],
            Token::Else => next[end_of[end_of[i]]],
            _ => i,
        };
    }
    let is_useless =
        |i: usize| matches!(tokens[i], Token::Jump(Label::Forward(y)) if next[i + 1] == next[label_end[y]]);

    let mut is_kept: Vec<bool> = (0..tokens.len()).map(|i| !is_useless(i)).collect();
    let mut is_used = vec![false; cfg.nodes.len()];
    for (i, token) in tokens.iter().enumerate() {
        match token {
            Token::Jump(Label::Forward(y)) | Token::JumpIf { to: Label::Forward(y), .. } => is_used[*y] |= is_kept[i],
            Token::Table(node) => cfg.nodes[*node].succs.iter().for_each(|&y| is_used[y] = true),
            _ => {}
        }
    }
    for (i, token) in tokens.iter().enumerate() {
        if let Token::Block(y) = *token
            && !is_used[y]
        {
            is_kept[i] = false;
            is_kept[end_of[i]] = false;
        }
    }
    let mut kept = is_kept.into_iter();
    tokens.into_iter().filter(|_| kept.next() == Some(true)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::loops::Node;
    use proptest::prelude::*;

    #[derive(Clone, Copy, PartialEq, Debug)]
    enum Step {
        Code(usize),
        Edge(usize, usize),
    }

    fn cfg(succs: &[Vec<usize>], tables: &[bool]) -> Cfg {
        let kind = |i: usize| if tables[i] { NodeKind::Table } else { NodeKind::Plain };
        Cfg { nodes: succs.iter().enumerate().map(|(i, s)| Node::new(kind(i), s.clone())).collect() }
    }

    /// What a walk through the graph does that goes on by these choices.
    fn walk(cfg: &Cfg, choices: &[usize]) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut node = 0;
        for &choice in choices {
            steps.push(Step::Code(node));
            let succs = &cfg.nodes[node].succs;
            if succs.is_empty() {
                break;
            }
            let edge = choice % succs.len();
            if cfg.nodes[node].kind == NodeKind::Plain {
                steps.push(Step::Edge(node, edge));
            }
            node = succs[edge];
        }
        steps
    }

    /// The same of the structured form. Every jump is checked to leave blocks
    /// that are open, or to go back to a loop that is.
    fn evaluate(s: &Structured, n_original: usize, choices: &[usize]) -> Vec<Step> {
        let tokens = &s.tokens;
        let mut ends = vec![0; tokens.len()];
        let mut elses = vec![None; tokens.len()];
        let mut open = Vec::new();
        for (i, token) in tokens.iter().enumerate() {
            match token {
                Token::Block(_) | Token::Loop(_) | Token::If { .. } => open.push(i),
                Token::Else => {
                    elses[*open.last().unwrap()] = Some(i);
                    ends[i] = *open.last().unwrap();
                }
                Token::End => ends[open.pop().unwrap()] = i,
                _ => {}
            }
        }
        assert!(open.is_empty());
        let jump = |at: usize, label: Label| {
            let start = tokens.iter().position(|t| match (*t, label) {
                (Token::Block(y) | Token::If { label: Some(y), .. }, Label::Forward(l)) => y == l,
                (Token::Loop(y), Label::Back(l)) => y == l,
                _ => false,
            });
            let start = start.expect("the label exists");
            assert!(start < at && at < ends[start], "the label is open");
            match label {
                Label::Forward(_) => ends[start] + 1,
                Label::Back(_) => start + 1,
            }
        };
        let mut steps = Vec::new();
        let mut chosen = 0;
        let mut choices = choices.iter();
        let mut selected = vec![0; s.cfg.nodes.len()];
        let mut at = 0;
        loop {
            let mut edge = |node: usize, k: usize, steps: &mut Vec<Step>| {
                if node < n_original {
                    steps.push(Step::Edge(node, k));
                }
                if let Some(number) = s.cfg.nodes[node].selects[k] {
                    selected[s.cfg.nodes[node].succs[k]] = number;
                }
            };
            match tokens[at] {
                Token::Code(node) => {
                    if node < n_original {
                        let Some(choice) = choices.next() else { return steps };
                        chosen = choice % s.cfg.nodes[node].succs.len().max(1);
                        steps.push(Step::Code(node));
                    }
                }
                Token::Edge(node, k) => edge(node, k, &mut steps),
                Token::EitherEdge(node) => edge(node, chosen, &mut steps),
                Token::Jump(label) => {
                    at = jump(at, label);
                    continue;
                }
                Token::JumpIf { node, edge: k, to } => {
                    if chosen == k {
                        edge(node, k, &mut steps);
                        at = jump(at, to);
                        continue;
                    }
                }
                Token::If { taken, .. } => {
                    if chosen != taken {
                        at = elses[at].unwrap_or(ends[at]) + 1;
                        continue;
                    }
                }
                Token::Else => at = ends[ends[at]],
                Token::Table(node) => {
                    let k = if s.cfg.nodes[node].kind == NodeKind::Dispatch { selected[node] } else { chosen };
                    at = jump(at, s.table_label(node, k));
                    continue;
                }
                Token::Leave(_) => return steps,
                Token::Block(_) | Token::Loop(_) | Token::End => {}
            }
            at += 1;
        }
    }

    prop_compose! {
        fn graphs()(n in 2usize..14)(
            succs in prop::collection::vec(prop::collection::vec(1..n, 0..5), n),
            fold in prop::collection::vec(any::<bool>(), n),
        ) -> (Vec<Vec<usize>>, Vec<bool>) {
            // Half of the nodes with many successors become branches.
            let succs: Vec<Vec<usize>> = succs.into_iter().zip(&fold)
                .map(|(mut s, &fold)| { if fold { s.truncate(2) } s })
                .collect();
            let tables = succs.iter().map(|s| s.len() > 2).collect();
            (succs, tables)
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        #[test]
        fn structured_form_does_what_the_graph_does(
            (succs, tables) in graphs(),
            walks in prop::collection::vec(prop::collection::vec(0usize..60, 40), 6),
        ) {
            let structured = structure(cfg(&succs, &tables));
            let original = cfg(&succs, &tables);
            for choices in &walks {
                prop_assert_eq!(walk(&original, choices), evaluate(&structured, succs.len(), choices));
            }
        }
    }

    #[test]
    fn a_diamond_needs_no_block() {
        let s = structure(cfg(&[vec![1, 2], vec![3], vec![3], vec![]], &[false; 4]));
        let n_blocks = s.tokens.iter().filter(|t| matches!(t, Token::Block(_))).count();
        let n_jumps = s.tokens.iter().filter(|t| matches!(t, Token::Jump(_))).count();
        assert_eq!((n_blocks, n_jumps), (0, 0), "{:?}", s.tokens);
    }

    #[test]
    fn long_chains_are_not_nested() {
        // Each node may leave to the last one, as operations that may raise do.
        let n = 50_000;
        let mut succs: Vec<Vec<usize>> = (0..n).map(|i| vec![i + 1, n]).collect();
        succs.push(vec![]);
        let s = structure(cfg(&succs, &vec![false; n + 1]));
        let mut depth: i32 = 0;
        let mut deepest = 0;
        for token in &s.tokens {
            depth += match token {
                Token::Block(_) | Token::Loop(_) | Token::If { .. } => 1,
                Token::End => -1,
                _ => 0,
            };
            deepest = deepest.max(depth);
        }
        assert!(deepest <= 2);
    }
}
