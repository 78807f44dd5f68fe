//! Does before a loop what would be the same in every round: operations on values
//! from outside of the loop, and reads of memory that nothing in the loop writes.
//!
//! An operation that could go wrong where the loop does nothing with it, as a read
//! of a null reference, is hoisted only if each entry into the loop surely comes
//! to it; or if the object was used before, and so is one.

use crate::opt::definitions::Definitions;
use crate::opt::each_function;
use crate::opt::effects::{Effects, Read, Writes};
use crate::opt::fold::Constant;
use crate::opt::loops::{LoopId, Loops};
use naja_ir::SmallVec;
use naja_ir::dominance::Dominators;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low, Place};
use naja_ir::prim::Effect;
use naja_ir::smallvec;

pub fn run(program: &mut LlProgram) {
    let effects = Effects::of(program);
    each_function(program, |program, _, graph| hoist(program, &effects, graph));
}

fn hoist(program: &LlProgram, effects: &Effects, graph: &mut LlGraph) {
    if !add_preheaders(graph) {
        return;
    }
    let order = graph.reverse_postorder();
    let predecessors = graph.predecessors();
    let dominators = Dominators::of(graph);
    let loops = Loops::of(&order, &dominators, &predecessors, graph);
    let writes = effects.of_loops(&loops, graph, &order);
    let mut hoisting = Hoisting { program, loops: &loops, dominators: &dominators, facts: Facts::of(graph, &order) };
    let mut bodies: SecondaryMap<LoopId, Vec<Block>> = SecondaryMap::new();
    for &block in &order {
        loops.around(block).for_each(|id| bodies[id].push(block));
    }
    // Inner loops first: what leaves them may leave the outer ones too.
    for (id, data) in loops.all.iter() {
        let outside = predecessors[data.header].iter().copied().find(|&p| !loops.contains(id, p));
        hoisting.take_out(graph, id, &bodies[id], outside.expect("a loop is entered"), &writes[id]);
    }
}

/// Gives each loop one block that leads to its head and nowhere else; are there loops?
fn add_preheaders(graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let predecessors = graph.predecessors();
    let loops = Loops::of(&order, &Dominators::of(graph), &predecessors, graph);
    if loops.is_irreducible {
        return false;
    }
    for (id, data) in loops.all.iter() {
        let entries: Vec<Block> =
            predecessors[data.header].iter().copied().filter(|&p| !loops.contains(id, p)).collect();
        if let [entry] = entries[..]
            && let Terminator::Jump(_) = graph.blocks[entry].terminator
        {
            continue;
        }
        let preheader = graph.new_block();
        for param in graph.blocks[data.header].params.clone() {
            graph.add_param(preheader, graph.values[param]);
        }
        let args = graph.blocks[preheader].params.clone();
        graph.blocks[preheader].terminator = Terminator::Jump(Link { target: data.header, args });
        for entry in entries {
            for link in graph.blocks[entry].terminator.links_mut() {
                if link.target == data.header {
                    link.target = preheader;
                }
            }
        }
    }
    !loops.all.is_empty()
}

struct Hoisting<'a> {
    program: &'a LlProgram,
    loops: &'a Loops,
    dominators: &'a Dominators,
    facts: Facts,
}

/// What is known of the values of a graph.
struct Facts {
    home: SecondaryMap<Value, Option<Block>>,
    constants: SecondaryMap<Value, Option<Constant>>,
    /// Blocks behind which the value is known to be an object of its struct.
    used: SecondaryMap<Value, SmallVec<[Block; 2]>>,
}

impl Facts {
    fn of(graph: &LlGraph, order: &[Block]) -> Facts {
        let definitions = Definitions::of(graph, order);
        let mut facts = Facts { home: SecondaryMap::new(), constants: SecondaryMap::new(), used: SecondaryMap::new() };
        for value in graph.values.keys() {
            facts.home[value] = definitions.block(value);
        }
        for &block in order {
            for op in &graph.blocks[block].ops {
                facts.use_in(op, block);
                if let Some(constant) = Constant::of(&op.kind) {
                    facts.constants[op.results[0]] = Some(constant);
                }
            }
        }
        facts
    }

    /// The operation is done in the block.
    fn use_in(&mut self, op: &Op<Low>, block: Block) {
        let objects: &[Value] = match op.kind {
            LlOp::New(_) | LlOp::NewTail(_) | LlOp::Static(_) => &op.results,
            LlOp::GetField(..)
            | LlOp::SetField(..)
            | LlOp::TailLen(_)
            | LlOp::GetItem(_)
            | LlOp::SetItem(_)
            | LlOp::ItemAddr(_) => &op.args[..1],
            _ => &[],
        };
        for &object in objects {
            let blocks = &mut self.used[object];
            if blocks.last() != Some(&block) {
                blocks.push(block);
            }
        }
    }
}

impl Hoisting<'_> {
    fn take_out(&mut self, graph: &mut LlGraph, id: LoopId, body: &[Block], preheader: Block, writes: &Writes) {
        let sure = self.surely_done(graph, id, body.len());
        for &block in body {
            let n_sure = sure.iter().find(|s| s.0 == block).map_or(0, |s| s.1);
            let ops = std::mem::take(&mut graph.blocks[block].ops);
            let mut kept = Vec::with_capacity(ops.len());
            for (i, mut op) in ops.into_iter().enumerate() {
                if !self.may_leave(graph, id, &op, preheader, writes, i < n_sure) {
                    kept.push(op);
                    continue;
                }
                for arg in &mut op.args {
                    if self.is_inside(id, *arg) {
                        *arg = self.constant(graph, *arg, preheader, op.place);
                    }
                }
                op.results.iter().for_each(|&r| self.facts.home[r] = Some(preheader));
                self.facts.use_in(&op, preheader);
                graph.blocks[preheader].ops.push(op);
            }
            graph.blocks[block].ops = kept;
        }
    }

    fn is_inside(&self, id: LoopId, value: Value) -> bool {
        self.facts.home[value].is_none_or(|home| self.loops.contains(id, home))
    }

    fn may_leave(
        &self,
        graph: &LlGraph,
        id: LoopId,
        op: &Op<Low>,
        preheader: Block,
        writes: &Writes,
        is_sure: bool,
    ) -> bool {
        // Constants follow their readers; a comparison belongs to its branch.
        let read = Read::of(self.program, &op.kind);
        let kind = &op.kind;
        let is_idle = matches!(kind, LlOp::Cast(_) | LlOp::TailLen(_) | LlOp::TypeId | LlOp::Prim(_) | LlOp::Select);
        if read.is_none() && (!is_idle || !kind.is_pure() || graph.values[op.results[0]] == LlType::Bool) {
            return false;
        }
        if op.args.iter().any(|&arg| self.is_inside(id, arg) && self.facts.constants[arg].is_none()) {
            return false;
        }
        if read.is_some_and(|read| writes.may_change(read)) {
            return false;
        }
        let is_object = |v: Value| self.facts.used[v].iter().any(|&b| self.dominators.dominates(b, preheader));
        is_sure
            || match kind {
                LlOp::GetField(..) | LlOp::TailLen(_) => is_object(op.args[0]),
                LlOp::LoadCell(_) => true,
                _ => kind.is_speculatable(),
            }
    }

    /// A constant, made before the loop.
    fn constant(&mut self, graph: &mut LlGraph, value: Value, preheader: Block, place: Place) -> Value {
        let constant = self.facts.constants[value].expect("only constants come from inside");
        let copy = graph.new_value(graph.values[value]);
        let op = Op { kind: constant.op(), args: smallvec![], results: smallvec![copy], place };
        self.facts.home[copy] = Some(preheader);
        self.facts.constants[copy] = Some(constant);
        graph.blocks[preheader].ops.push(op);
        copy
    }

    /// How many operations, at the beginning of which blocks, are done whenever the
    /// loop is entered.
    fn surely_done(&self, graph: &LlGraph, id: LoopId, n_blocks: usize) -> Vec<(Block, usize)> {
        let mut done = Vec::new();
        let mut seen = EntitySet::new();
        let mut at = self.loops.all[id].header;
        while done.len() < n_blocks && seen.insert(at) {
            let data = &graph.blocks[at];
            let comes_back = |op: &Op<Low>| match op.kind {
                LlOp::Prim(prim) => prim.row().effect == Effect::Pure,
                _ => !op.kind.may_raise(),
            };
            let n = data.ops.iter().position(|op| !comes_back(op)).unwrap_or(data.ops.len());
            done.push((at, n));
            match &data.terminator {
                Terminator::Jump(link) if n == data.ops.len() && self.loops.contains(id, link.target) => {
                    at = link.target
                }
                _ => break,
            }
        }
        done
    }
}
