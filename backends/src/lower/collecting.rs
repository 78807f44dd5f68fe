//! Which calls may run a collection, and on which ways out of them something may have
//! moved.
//!
//! Most functions allocate only what they raise. Where such a function returns without
//! an exception, nothing has moved: the caller's references need no frame for that, and
//! few are read where an exception passes.

use super::Facts;
use super::calls::collecting_functions;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator};
use naja_ir::layout::Target;
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};
use naja_ir::prim::Effect;
use naja_ir::source::SourceMap;

/// Finds the functions that may collect and then return without an exception. To be
/// called while exceptions are still implicit: what returns is then a `Return`.
pub fn run(program: &mut LlProgram, facts: &mut Facts, _: &SourceMap, _: Target) {
    let Some(allocate) = program.hooks.allocate else { return };
    let mut callers: SecondaryMap<LlFunc, Vec<LlFunc>> = SecondaryMap::new();
    for (func, function) in &program.functions {
        for op in function.graph.blocks.values().flat_map(|b| &b.ops) {
            if let LlOp::Call(callee) = op.kind
                && callers[callee].last() != Some(&func)
            {
                callers[callee].push(func);
            }
        }
    }
    let moving = &mut facts.moving;
    let mut work = vec![allocate];
    moving.insert(allocate);
    while let Some(callee) = work.pop() {
        for &caller in &callers[callee] {
            if !moving.contains(caller) && returns_moved(&program.functions[caller].graph, moving) {
                moving.insert(caller);
                work.push(caller);
            }
        }
    }
}

/// Can a return be reached behind a collection?
fn returns_moved(graph: &LlGraph, moving: &EntitySet<LlFunc>) -> bool {
    let moves = |op: &Op<Low>| matches!(op.kind, LlOp::Call(callee) if moving.contains(callee));
    let mut moved: EntitySet<Block> = EntitySet::new();
    let mut work = Vec::new();
    for block in graph.reverse_postorder() {
        let data = &graph.blocks[block];
        if data.ops.iter().any(moves) {
            work.push(block);
        } else if let Terminator::Guard { err, .. } = &data.terminator
            && data.ops.last().is_some_and(raises_anew)
            && moved.insert(err.target)
        {
            work.push(err.target);
        }
    }
    while let Some(block) = work.pop() {
        let terminator = &graph.blocks[block].terminator;
        if let Terminator::Return(_) = terminator {
            return true;
        }
        work.extend(terminator.links().iter().map(|link| link.target).filter(|&target| moved.insert(target)));
    }
    false
}

/// Is it likely that what the operation raises was allocated for it?
fn raises_anew(op: &Op<Low>) -> bool {
    match op.kind {
        LlOp::Call(_) => true,
        LlOp::Prim(prim) => prim.row().effect == Effect::Overflow,
        _ => false,
    }
}

/// The functions that may collect, once exceptions are explicit.
pub struct Collecting<'a> {
    any: EntitySet<LlFunc>,
    facts: &'a Facts,
}

/// On which ways out of a call something may have moved.
pub enum Moved<'a> {
    Nowhere,
    Everywhere,
    /// Only where the block is left by this link: it raised.
    On(&'a Link),
}

impl<'a> Collecting<'a> {
    /// `None` where nothing allocates.
    pub fn of(program: &LlProgram, facts: &'a Facts) -> Option<Collecting<'a>> {
        Some(Collecting { any: collecting_functions(program)?, facts })
    }

    pub fn may(&self, op: &Op<Low>) -> bool {
        matches!(op.kind, LlOp::Call(callee) if self.any.contains(callee))
    }

    /// What the operation of that number in the block has moved when it is done.
    pub fn moved<'g>(&self, graph: &'g LlGraph, block: Block, index: usize) -> Moved<'g> {
        let data = &graph.blocks[block];
        let (op, behind) = (&data.ops[index], &data.ops[index + 1..]);
        match op.kind {
            LlOp::Call(callee) if self.any.contains(callee) => {
                if !self.facts.moving.contains(callee)
                    && let Terminator::Branch { cond, otherwise, .. } = &data.terminator
                    && let Some(exception) = op.results.last()
                    && behind.iter().any(|o| o.kind == LlOp::IsNull && o.args[0] == *exception && o.results[0] == *cond)
                    && !behind.iter().any(|o| self.may(o))
                {
                    return Moved::On(otherwise);
                }
                Moved::Everywhere
            }
            _ => Moved::Nowhere,
        }
    }
}
