//! What parts of memory an operation reads and writes, and what calls and loops may write.
//!
//! Two accesses can meet only where the kind of object and the field agree:
//! references are typed, and a cast never makes one kind of object another.

use crate::opt::callgraph::CallGraph;
use crate::opt::loops::{LoopId, Loops};
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Op};
use naja_ir::lltype::StructId;
use naja_ir::lowlevel::{CellId, LlFunc, LlGraph, LlOp, LlProgram, Low};
use std::collections::BTreeSet;

/// Places in memory that are told apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Memory {
    /// This field, of any object.
    Field(StructId, u32),
    /// The items of any object.
    Items(StructId),
    Cell(CellId),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Writes {
    Only(BTreeSet<Memory>),
    Anything,
}

impl Default for Writes {
    fn default() -> Writes {
        Writes::Only(BTreeSet::new())
    }
}

impl Writes {
    /// Longer lists are not worth their time.
    const MAX: usize = 64;

    pub fn add(&mut self, memory: Memory) {
        if let Writes::Only(set) = self {
            set.insert(memory);
            if set.len() > Writes::MAX {
                *self = Writes::Anything;
            }
        }
    }

    pub fn extend(&mut self, other: &Writes) {
        match other {
            Writes::Anything => *self = Writes::Anything,
            Writes::Only(set) => set.iter().for_each(|&m| self.add(m)),
        }
    }

    pub fn may_change(&self, read: Read) -> bool {
        match (self, read) {
            (_, Read::Unchanging) => false,
            (Writes::Anything, _) => true,
            (Writes::Only(set), Read::Of(memory)) => set.contains(&memory),
        }
    }
}

/// What each function may have written when it returns, by itself or by what it calls.
pub struct Effects {
    calls: SecondaryMap<LlFunc, Writes>,
    /// What may be written wherever something is allocated or raised.
    pub hooks: Writes,
}

impl Effects {
    pub fn of(program: &LlProgram) -> Effects {
        let calls = CallGraph::of(program);
        let mut effects = Effects { calls: SecondaryMap::new(), hooks: Writes::default() };
        effects.sum_up(program, &calls);
        let hooks = program.hooks;
        let mut written = Writes::default();
        for hook in hooks.each() {
            written.extend(&effects.calls[hook]);
        }
        effects.hooks = written;
        effects.sum_up(program, &calls);
        effects
    }

    fn sum_up(&mut self, program: &LlProgram, calls: &CallGraph) {
        for component in &calls.components {
            let mut writes = Writes::default();
            for &func in component {
                for data in program.functions[func].graph.blocks.values() {
                    for op in &data.ops {
                        self.each_write(op, |w| writes.extend(w));
                    }
                }
            }
            for &func in component {
                self.calls[func] = writes.clone();
            }
        }
    }

    /// What each loop may write.
    pub fn of_loops(&self, loops: &Loops, graph: &LlGraph, order: &[Block]) -> SecondaryMap<LoopId, Writes> {
        let mut writes: SecondaryMap<LoopId, Writes> = SecondaryMap::new();
        for &block in order {
            if let Some(id) = loops.innermost(block) {
                for op in &graph.blocks[block].ops {
                    self.each_write(op, |w| writes[id].extend(w));
                }
            }
        }
        for (id, data) in loops.all.iter() {
            if let Some(parent) = data.parent {
                let inner = writes[id].clone();
                writes[parent].extend(&inner);
            }
        }
        writes
    }

    /// What the operation may write, on its way to its results.
    pub fn each_write(&self, op: &Op<Low>, mut f: impl FnMut(&Writes)) {
        if let LlOp::Call(callee) = op.kind {
            f(&self.calls[callee]);
        }
        if op.kind.may_raise() {
            f(&self.hooks);
        }
        if let Some(memory) = written(&op.kind) {
            f(&Writes::Only(BTreeSet::from([memory])));
        }
    }
}

/// What an operation reads.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Read {
    /// What is never written once the object is made.
    Unchanging,
    Of(Memory),
}

impl Read {
    /// `None` where the operation reads no memory.
    pub fn of(program: &LlProgram, op: &LlOp) -> Option<Read> {
        let (is_unchanging, memory) = match *op {
            LlOp::GetField(id, i) => (program.structs[id].fields[i].immutable, Memory::Field(id, i as u32)),
            LlOp::GetItem(id) => (program.structs[id].tail_immutable, Memory::Items(id)),
            LlOp::LoadCell(cell) => (false, Memory::Cell(cell)),
            _ => return None,
        };
        Some(if is_unchanging { Read::Unchanging } else { Read::Of(memory) })
    }
}

/// What an operation writes that is no call.
pub fn written(op: &LlOp) -> Option<Memory> {
    match *op {
        LlOp::SetField(id, field) => Some(Memory::Field(id, field as u32)),
        LlOp::SetItem(id) | LlOp::CopyItems(_, id) => Some(Memory::Items(id)),
        LlOp::StoreCell(cell) => Some(Memory::Cell(cell)),
        _ => None,
    }
}
