//! The loops of a control-flow graph, each with one entry.
//!
//! A loop is a strongly connected part of the graph; without its header what is
//! left of it is taken apart again (Steensgaard's loop forest). A part that is
//! entered at several nodes has no header: it gets a *dispatch* node, which every
//! way to one of these nodes passes, and which goes on by a number that the way
//! has set. So the graph becomes reducible. Where a table of jumps leads to such a
//! node, a *pad* stands between, because a table's edge can set nothing.

/// A graph of nodes `0..`; node 0 is the entry, and no edge enters it.
pub struct Cfg {
    pub nodes: Vec<Node>,
}

#[derive(Clone)]
pub struct Node {
    pub kind: NodeKind,
    pub succs: Vec<usize>,
    /// For each successor: the number that this way sets, where it leads to a dispatch node.
    pub selects: Vec<Option<usize>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NodeKind {
    /// Leaves the function (no successor), goes on (one), or tests a condition (two).
    Plain,
    /// Jumps by a table: its edges hold no code.
    Table,
    /// Jumps by the number that was set. Not in the original graph.
    Dispatch,
    /// Not in the original graph.
    Pad,
}

impl Node {
    pub fn new(kind: NodeKind, succs: Vec<usize>) -> Node {
        let selects = vec![None; succs.len()];
        Node { kind, succs, selects }
    }
}

pub struct Loop {
    pub header: usize,
    pub parent: Option<usize>,
    pub depth: usize,
}

/// The loops of a graph.
pub struct Loops {
    pub loops: Vec<Loop>,
    /// The innermost loop of each node.
    pub of: Vec<Option<usize>>,
}

impl Loops {
    pub fn contains(&self, l: usize, node: usize) -> bool {
        let mut at = self.of[node];
        while let Some(inner) = at
            && self.loops[inner].depth > self.loops[l].depth
        {
            at = self.loops[inner].parent;
        }
        at == Some(l)
    }
}

/// Finds the loops; adds dispatch nodes and pads, so that each has one entry.
pub fn find(cfg: &mut Cfg) -> Loops {
    let reachable = reachable(cfg);
    let mut forest = Forest {
        region: vec![0; cfg.nodes.len()],
        n_regions: 0,
        preds: vec![Vec::new(); cfg.nodes.len()],
        loops: Loops { loops: Vec::new(), of: vec![None; cfg.nodes.len()] },
        cfg,
    };
    for &node in &reachable {
        for &succ in &forest.cfg.nodes[node].succs {
            forest.preds[succ].push(node);
        }
    }
    let mut work = vec![(reachable, None)];
    while let Some((nodes, parent)) = work.pop() {
        for component in forest.components(&nodes) {
            let (inner, this) = forest.add_loop(component, parent);
            if !inner.is_empty() {
                work.push((inner, Some(this)));
            }
        }
    }
    forest.loops
}

fn reachable(cfg: &Cfg) -> Vec<usize> {
    let mut seen = vec![false; cfg.nodes.len()];
    let mut nodes = vec![0];
    seen[0] = true;
    let mut next = 0;
    while next < nodes.len() {
        for &succ in &cfg.nodes[nodes[next]].succs {
            if !std::mem::replace(&mut seen[succ], true) {
                nodes.push(succ);
            }
        }
        next += 1;
    }
    nodes
}

struct Forest<'a> {
    cfg: &'a mut Cfg,
    /// Which nodes are under consideration: those of the newest number.
    region: Vec<usize>,
    n_regions: usize,
    preds: Vec<Vec<usize>>,
    loops: Loops,
}

impl Forest<'_> {
    fn new_region(&mut self, nodes: &[usize]) -> usize {
        self.n_regions += 1;
        for &node in nodes {
            self.region[node] = self.n_regions;
        }
        self.n_regions
    }

    /// The strongly connected parts among these nodes that hold a cycle (Tarjan).
    fn components(&mut self, nodes: &[usize]) -> Vec<Vec<usize>> {
        const UNSEEN: usize = usize::MAX;
        const DONE: usize = usize::MAX - 1;
        let region = self.new_region(nodes);
        let mut lowest = std::collections::HashMap::with_capacity(nodes.len());
        lowest.extend(nodes.iter().map(|&node| (node, UNSEEN)));
        let mut components = Vec::new();
        let mut open = Vec::new();
        let mut count = 0;
        for &root in nodes {
            if lowest[&root] != UNSEEN {
                continue;
            }
            // Node, its own number, its next successor.
            let mut path = vec![(root, count, 0)];
            lowest.insert(root, count);
            count += 1;
            open.push(root);
            while let Some(&mut (node, number, ref mut next)) = path.last_mut() {
                if let Some(&succ) = self.cfg.nodes[node].succs.get(*next) {
                    *next += 1;
                    if self.region[succ] != region {
                        continue;
                    }
                    match lowest[&succ] {
                        UNSEEN => {
                            lowest.insert(succ, count);
                            path.push((succ, count, 0));
                            open.push(succ);
                            count += 1;
                        }
                        DONE => {}
                        low => {
                            let mine = lowest.get_mut(&node).expect("a node of the region");
                            *mine = (*mine).min(low);
                        }
                    }
                    continue;
                }
                path.pop();
                let low = lowest[&node];
                if let Some(&(parent, ..)) = path.last() {
                    let theirs = lowest.get_mut(&parent).expect("a node of the region");
                    *theirs = (*theirs).min(low);
                }
                if low == number {
                    let start = open.iter().rposition(|&n| n == node).expect("it is open");
                    let component = open.split_off(start);
                    for &n in &component {
                        lowest.insert(n, DONE);
                    }
                    if component.len() > 1 || self.cfg.nodes[node].succs.contains(&node) {
                        components.push(component);
                    }
                }
            }
        }
        components
    }

    /// Makes a loop of a component; gives what is left of it without its header.
    fn add_loop(&mut self, mut component: Vec<usize>, parent: Option<usize>) -> (Vec<usize>, usize) {
        let region = self.new_region(&component);
        let this = self.loops.loops.len();
        let entries: Vec<usize> =
            component.iter().copied().filter(|&n| self.preds[n].iter().any(|&p| self.region[p] != region)).collect();
        let header = match entries[..] {
            [header] => header,
            _ => {
                let pads = self.dispatch(&entries, region, parent);
                component.extend(pads);
                self.cfg.nodes.len() - 1
            }
        };
        let depth = parent.map_or(0, |p| self.loops.loops[p].depth + 1);
        self.loops.loops.push(Loop { header, parent, depth });
        for &node in &component {
            self.loops.of[node] = Some(this);
        }
        self.loops.of[header] = Some(this);
        component.retain(|&n| n != header);
        (component, this)
    }

    /// Leads every way to one of the entries through a dispatch node, which is
    /// added last; gives the pads that lie within the loop.
    fn dispatch(&mut self, entries: &[usize], region: usize, parent: Option<usize>) -> Vec<usize> {
        let mut ways = Vec::new();
        for (number, &entry) in entries.iter().enumerate() {
            let mut preds = std::mem::take(&mut self.preds[entry]);
            preds.sort_unstable();
            preds.dedup();
            for pred in preds {
                for k in 0..self.cfg.nodes[pred].succs.len() {
                    if self.cfg.nodes[pred].succs[k] == entry {
                        ways.push((pred, k, number));
                    }
                }
            }
        }
        let mut inner_pads = Vec::new();
        for way in &mut ways {
            let (pred, k, _) = *way;
            if self.cfg.nodes[pred].kind == NodeKind::Table {
                let pad = self.add_node(Node::new(NodeKind::Pad, vec![usize::MAX]));
                self.cfg.nodes[pred].succs[k] = pad;
                self.preds[pad].push(pred);
                self.loops.of[pad] = parent;
                if self.region[pred] == region {
                    self.region[pad] = region;
                    inner_pads.push(pad);
                }
                (way.0, way.1) = (pad, 0);
            }
        }
        let dispatch = self.add_node(Node::new(NodeKind::Dispatch, entries.to_vec()));
        for (pred, k, number) in ways {
            self.cfg.nodes[pred].succs[k] = dispatch;
            self.cfg.nodes[pred].selects[k] = Some(number);
            self.preds[dispatch].push(pred);
        }
        for &entry in entries {
            self.preds[entry] = vec![dispatch];
        }
        inner_pads
    }

    fn add_node(&mut self, node: Node) -> usize {
        self.cfg.nodes.push(node);
        self.region.push(0);
        self.preds.push(Vec::new());
        self.loops.of.push(None);
        self.cfg.nodes.len() - 1
    }
}
