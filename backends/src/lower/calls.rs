//! Who calls whom.

use naja_ir::entity::{EntityRef, EntitySet, SecondaryMap};
use naja_ir::graph::Terminator;
use naja_ir::lowlevel::{LlFunc, LlOp, LlProgram};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// The calls between the functions of a program.
pub struct CallGraph {
    n_functions: usize,
    /// Caller and callee, each pair once, in the callers' order.
    edges: Vec<(LlFunc, LlFunc)>,
}

impl CallGraph {
    /// The calls of those functions that `counts` accepts.
    pub fn of(program: &LlProgram, counts: impl Fn(LlFunc) -> bool) -> CallGraph {
        let mut edges = Vec::new();
        for (caller, function) in &program.functions {
            let mut seen = EntitySet::new();
            for block in function.graph.reverse_postorder() {
                for op in &function.graph.blocks[block].ops {
                    if let LlOp::Call(callee) = op.kind
                        && counts(callee)
                        && seen.insert(callee)
                    {
                        edges.push((caller, callee));
                    }
                }
            }
        }
        CallGraph { n_functions: program.functions.len(), edges }
    }

    /// The functions that can come to call themselves.
    pub fn in_cycles(&self) -> EntitySet<LlFunc> {
        // Kosaraju's algorithm, because petgraph's is iterative: chains of calls are long.
        let node = |f: LlFunc| NodeIndex::new(f.index());
        let mut graph = DiGraph::<(), ()>::with_capacity(self.n_functions, self.edges.len());
        for _ in 0..self.n_functions {
            graph.add_node(());
        }
        graph.extend_with_edges(self.edges.iter().map(|&(a, b)| (node(a), node(b))));
        let mut cyclic = EntitySet::with_capacity(self.n_functions);
        for component in kosaraju_scc(&graph) {
            if component.len() > 1 || graph.contains_edge(component[0], component[0]) {
                for n in component {
                    cyclic.insert(LlFunc::new(n.index()));
                }
            }
        }
        cyclic
    }

    /// The functions of the set, and all from which calls lead to one of them.
    pub fn leading_to(&self, set: &EntitySet<LlFunc>) -> EntitySet<LlFunc> {
        let mut callers: SecondaryMap<LlFunc, Vec<LlFunc>> = SecondaryMap::new();
        for &(caller, callee) in &self.edges {
            callers[callee].push(caller);
        }
        let mut leading = EntitySet::with_capacity(self.n_functions);
        let mut work: Vec<LlFunc> = (0..self.n_functions).map(LlFunc::new).filter(|&f| set.contains(f)).collect();
        while let Some(func) = work.pop() {
            if leading.insert(func) {
                work.extend(callers[func].iter().copied());
            }
        }
        leading
    }
}

/// The functions that may run a collection; `None` where nothing allocates. The hook
/// `traceback` allocates from a reserve.
pub fn collecting_functions(program: &LlProgram) -> Option<EntitySet<LlFunc>> {
    let mut allocators = EntitySet::new();
    allocators.insert(program.hooks.allocate.filter(|&f| program.functions.is_valid(f))?);
    Some(CallGraph::of(program, |_| true).leading_to(&allocators))
}

/// The functions that an exception can leave: they hold, outside every guard, an
/// operation that raises or a call of such a function.
pub fn raising_functions(program: &LlProgram) -> EntitySet<LlFunc> {
    let mut callers: SecondaryMap<LlFunc, Vec<LlFunc>> = SecondaryMap::new();
    let mut work = Vec::new();
    for (func, function) in &program.functions {
        let mut seen = EntitySet::new();
        for block in function.graph.reverse_postorder() {
            let data = &function.graph.blocks[block];
            let guarded = matches!(data.terminator, Terminator::Guard { .. }) as usize;
            for op in &data.ops[..data.ops.len() - guarded] {
                match op.kind {
                    LlOp::Call(callee) if seen.insert(callee) => callers[callee].push(func),
                    LlOp::Call(_) => {}
                    _ if op.kind.may_raise() => work.push(func),
                    _ => {}
                }
            }
        }
    }
    let mut raising = EntitySet::with_capacity(program.functions.len());
    while let Some(func) = work.pop() {
        if raising.insert(func) {
            work.extend(callers[func].iter().copied());
        }
    }
    raising
}
