//! SSA form while the graph is being made: Braun, Buchwald, Hack, Leißa, Mallach
//! and Zwinkau, "Simple and Efficient Construction of Static Single Assignment
//! Form" (CC 2013), with block parameters for phi functions and a queue for
//! their recursion. A parameter that turns out to be trivial is removed later,
//! by `simplify.rs`.

use naja_ir::Name;
use naja_ir::entity::{EntityRef, EntitySet, PrimaryMap, SecondaryMap, entity_impl};
use naja_ir::flow::{Constant, FlowGraph, FlowOp};
use naja_ir::graph::{Block, Op, Value};
use naja_ir::smallvec;
use naja_ir::source::Span;
use std::collections::{HashMap, VecDeque};

/// A variable of the function that is being built.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Var(u32);
entity_impl!(Var, "var");

/// What the variables hold at the end of each block, as far as it was asked.
pub struct Ssa {
    pub vars: PrimaryMap<Var, Name>,
    values: HashMap<(Block, Var), Value>,
    /// The links into each block: the block they leave, and which of its links they are.
    preds: SecondaryMap<Block, Vec<(Block, usize)>>,
    /// The blocks whose links are all known.
    sealed: EntitySet<Block>,
    /// The parameters of blocks that are not sealed.
    incomplete: SecondaryMap<Block, Vec<(Var, Value)>>,
    /// The parameters whose arguments are still to be given, oldest first: links
    /// take their arguments in the order of the parameters.
    queue: VecDeque<(Block, Var)>,
    unbound: Option<Value>,
    span: Span,
}

impl Ssa {
    pub fn new(span: Span) -> Ssa {
        Ssa {
            vars: PrimaryMap::new(),
            values: HashMap::new(),
            preds: SecondaryMap::new(),
            sealed: EntitySet::new(),
            incomplete: SecondaryMap::new(),
            queue: VecDeque::new(),
            unbound: None,
            span,
        }
    }

    pub fn write(&mut self, var: Var, block: Block, value: Value) {
        self.values.insert((block, var), value);
    }

    /// Link number `link` of `from` leads to `to`; its arguments for `to`'s own
    /// parameters are there already.
    pub fn connect(&mut self, from: Block, link: usize, to: Block) {
        debug_assert!(!self.sealed.contains(to), "{to} is sealed");
        self.preds[to].push((from, link));
    }

    pub fn is_reached(&self, block: Block) -> bool {
        !self.preds[block].is_empty()
    }

    /// No more links into the block will come.
    pub fn seal(&mut self, graph: &mut FlowGraph, block: Block) {
        self.sealed.insert(block);
        for (var, _) in std::mem::take(&mut self.incomplete[block]) {
            self.queue.push_back((block, var));
        }
        self.give_arguments(graph);
    }

    /// What the variable holds at the end of the block, as it is now.
    pub fn read(&mut self, graph: &mut FlowGraph, var: Var, block: Block) -> Value {
        let value = self.find(graph, var, block);
        self.give_arguments(graph);
        value
    }

    fn find(&mut self, graph: &mut FlowGraph, var: Var, block: Block) -> Value {
        let mut passed = Vec::new();
        let mut at = block;
        let value = loop {
            if let Some(&value) = self.values.get(&(at, var)) {
                break value;
            }
            let is_sealed = self.sealed.contains(at);
            match (is_sealed, self.preds[at].as_slice()) {
                (true, [(pred, _)]) => {
                    passed.push(at);
                    at = *pred;
                }
                (true, []) => {
                    passed.push(at);
                    break self.unbound(graph);
                }
                _ => {
                    let param = graph.add_param(at, Some(self.vars[var].clone()));
                    self.values.insert((at, var), param);
                    if is_sealed {
                        self.queue.push_back((at, var));
                    } else {
                        self.incomplete[at].push((var, param));
                    }
                    break param;
                }
            }
        };
        for block in passed {
            self.values.insert((block, var), value);
        }
        value
    }

    fn give_arguments(&mut self, graph: &mut FlowGraph) {
        while let Some((block, var)) = self.queue.pop_front() {
            for i in 0..self.preds[block].len() {
                let (pred, link) = self.preds[block][i];
                let value = self.find(graph, var, pred);
                graph.blocks[pred].terminator.links_mut()[link].args.push(value);
            }
        }
    }

    /// One `Unbound` for the whole function, at its very beginning.
    fn unbound(&mut self, graph: &mut FlowGraph) -> Value {
        if let Some(value) = self.unbound {
            return value;
        }
        let value = graph.new_value(None);
        let op = Op {
            kind: FlowOp::Const(Constant::Unbound),
            args: smallvec![],
            results: smallvec![value],
            place: self.span,
        };
        graph.blocks[graph.entry].ops.insert(0, op);
        debug_assert!(value.index() < graph.values.len());
        self.unbound = Some(value);
        value
    }
}
