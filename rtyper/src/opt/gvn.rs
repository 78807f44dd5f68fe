//! One value for what is computed twice, and for what memory is known to hold.
//!
//! Value numbering over dominators: an operation whose result is known at a
//! dominating place is that result. A read of memory is known by the version of
//! the memory that it reads (see [`Memory`]): a write makes a new version, and so
//! does a block where ways with unlike versions meet. A write leaves behind what
//! a read of the same place would give.

use crate::opt::effects::{Effects, Memory, Read, Writes, written};
use crate::opt::loops::Loops;
use crate::opt::rename::Renaming;
use crate::opt::{each_function, empty_block};
use naja_ir::dominance::Dominators;
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::lltype::{LlType, Storage};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low};
use naja_ir::prim::{Effect, Prim};
use naja_ir::{SmallVec, smallvec};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub fn run(program: &mut LlProgram) {
    let effects = Effects::of(program);
    each_function(program, |program, _, graph| number(program, &effects, graph));
}

type Values = SmallVec<[Value; 2]>;

/// What makes two operations the same.
#[derive(PartialEq, Eq, Hash, Debug)]
struct Key {
    op: LlOp,
    args: Values,
    /// Of the memory that is read.
    version: u32,
}

/// The version of all memory, at one place of the graph.
#[derive(Clone, Default)]
struct Versions {
    /// Of what is not in `some`.
    others: u32,
    some: Vec<(Memory, u32)>,
}

impl Versions {
    /// More are forgotten, so that a block's state stays small.
    const MAX: usize = 64;

    fn of(&self, memory: Memory) -> u32 {
        self.some.iter().find(|(m, _)| *m == memory).map_or(self.others, |(_, v)| *v)
    }

    /// The version is a new one.
    fn set(&mut self, memory: Memory, version: u32) {
        match self.some.iter().position(|(m, _)| *m == memory) {
            Some(i) => self.some[i].1 = version,
            None if self.some.len() < Versions::MAX => self.some.push((memory, version)),
            None => self.forget(version),
        }
    }

    fn forget(&mut self, version: u32) {
        self.others = version;
        self.some.clear();
    }

    /// Where two ways meet: `fresh` for what they do not agree on.
    fn merge(self, other: &Versions, fresh: u32) -> Versions {
        let others = if self.others == other.others { self.others } else { fresh };
        let mut merged = Versions { others, some: Vec::new() };
        for &(memory, _) in self.some.iter().chain(&other.some) {
            let version = if self.of(memory) == other.of(memory) { self.of(memory) } else { fresh };
            if version != others && merged.some.iter().all(|(m, _)| *m != memory) {
                merged.some.push((memory, version));
            }
        }
        if merged.some.len() > Versions::MAX {
            merged.forget(fresh);
        }
        merged
    }
}

struct Numbering<'a> {
    program: &'a LlProgram,
    effects: &'a Effects,
    graph: &'a mut LlGraph,
    dominators: Dominators,
    n_entries: SecondaryMap<Block, u32>,
    /// Results, with the block from which on they are there. The newest last.
    known: HashMap<Key, SmallVec<[(Block, Values); 1]>>,
    renaming: Renaming,
    versions: Versions,
    last_version: u32,
}

/// Older results of one kind are forgotten: they seldom dominate.
const MAX_KNOWN: usize = 8;

pub fn number(program: &LlProgram, effects: &Effects, graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let dominators = Dominators::of(graph);
    let predecessors = graph.predecessors();
    let loops = Loops::of(&order, &dominators, &predecessors, graph);
    let loop_writes = effects.of_loops(&loops, graph, &order);
    let mut n_entries: SecondaryMap<Block, u32> = SecondaryMap::new();
    for &block in &order {
        n_entries[block] = predecessors[block].len() as u32;
    }
    let mut numbering = Numbering {
        program,
        effects,
        graph,
        dominators,
        n_entries,
        known: HashMap::new(),
        renaming: Renaming::default(),
        versions: Versions::default(),
        last_version: 0,
    };
    let mut at_end: SecondaryMap<Block, Option<Versions>> = SecondaryMap::new();
    for &block in &order {
        let known_ways = if loops.is_irreducible { &[][..] } else { &predecessors[block] };
        numbering.enter(block, known_ways, &at_end);
        if let Some(id) = loops.headed_by(block) {
            numbering.write(&loop_writes[id]);
        }
        numbering.merge_equal_params(block, &predecessors[block]);
        numbering.block(block);
        at_end[block] = Some(numbering.versions.clone());
    }
    let Numbering { mut renaming, graph, .. } = numbering;
    renaming.apply(graph);
}

impl Numbering<'_> {
    fn new_version(&mut self) -> u32 {
        self.last_version += 1;
        self.last_version
    }

    fn write(&mut self, writes: &Writes) {
        match writes {
            Writes::Anything => {
                let version = self.new_version();
                self.versions.forget(version);
            }
            Writes::Only(set) => {
                for &memory in set {
                    let version = self.new_version();
                    self.versions.set(memory, version);
                }
            }
        }
    }

    /// What is known of memory where the ways into a block meet; what a loop
    /// writes is not yet taken into account.
    fn enter(&mut self, block: Block, predecessors: &[Block], at_end: &SecondaryMap<Block, Option<Versions>>) {
        let fresh = self.new_version();
        let mut merged: Option<Versions> = None;
        for &p in predecessors {
            if matches!(&self.graph.blocks[p].terminator, Terminator::Guard { err, .. } if err.target == block) {
                // Whatever was done before the exception came.
                merged = Some(Versions { others: fresh, some: Vec::new() });
                break;
            }
            if let Some(versions) = &at_end[p] {
                merged = Some(match merged {
                    None => versions.clone(),
                    Some(other) => other.merge(versions, fresh),
                });
            }
        }
        self.versions = merged.unwrap_or(Versions { others: fresh, some: Vec::new() });
    }

    /// Parameters for which every link passes the same value are one.
    fn merge_equal_params(&mut self, block: Block, predecessors: &[Block]) {
        let params = self.graph.blocks[block].params.clone();
        if params.len() < 2 || predecessors.is_empty() {
            return;
        }
        let mut passed: Vec<Vec<Value>> = vec![Vec::new(); params.len()];
        for (i, &p) in predecessors.iter().enumerate() {
            if i > 0 && predecessors[i - 1] == p {
                continue;
            }
            for link in self.graph.blocks[p].terminator.links().iter().filter(|l| l.target == block) {
                for (list, &arg) in passed.iter_mut().zip(&link.args) {
                    list.push(self.renaming.resolve(arg));
                }
            }
        }
        let mut first: HashMap<Vec<Value>, Value> = HashMap::new();
        for (param, list) in params.into_iter().zip(passed) {
            match first.entry(list) {
                Entry::Occupied(other) => self.renaming.set(param, *other.get()),
                Entry::Vacant(entry) => {
                    entry.insert(param);
                }
            }
        }
    }

    fn block(&mut self, block: Block) {
        let mut data = std::mem::replace(&mut self.graph.blocks[block], empty_block());
        let n_ops = data.ops.len();
        let mut ops = Vec::with_capacity(n_ops);
        for (i, mut op) in data.ops.into_iter().enumerate() {
            for arg in &mut op.args {
                *arg = self.renaming.resolve(*arg);
            }
            let mut from = Some(block);
            let mut is_guarded = false;
            if i + 1 == n_ops
                && let Terminator::Guard { ok, .. } = &data.terminator
            {
                is_guarded = true;
                from = Some(ok.target).filter(|&target| self.n_entries[target] == 1);
            }
            if self.op(&mut op, &mut ops, block, from) {
                ops.push(op);
            } else if is_guarded && let Terminator::Guard { ok, .. } = &data.terminator {
                data.terminator = Terminator::Jump(ok.clone());
            }
        }
        data.ops = ops;
        self.graph.blocks[block] = data;
    }

    fn lookup(&self, key: &Key, block: Block) -> Option<&Values> {
        let known = self.known.get(key)?;
        known.iter().rev().find(|(from, _)| self.dominators.dominates(*from, block)).map(|(_, values)| values)
    }

    fn insert(&mut self, key: Key, from: Option<Block>, values: Values) {
        let Some(from) = from else { return };
        let known = self.known.entry(key).or_default();
        if known.len() == MAX_KNOWN {
            known.remove(0);
        }
        known.push((from, values));
    }

    /// Numbers an operation; `false` where it is done already. Its results are
    /// there `from` some block on.
    fn op(&mut self, op: &mut Op<Low>, ops: &mut Vec<Op<Low>>, block: Block, from: Option<Block>) -> bool {
        if let Some(memory) = written(&op.kind) {
            return self.store(op, memory, block);
        }
        let Some(key) = self.key(&op.kind, &op.args) else {
            let effects = self.effects;
            effects.each_write(op, |writes| self.write(writes));
            return true;
        };
        if let Some(values) = self.lookup(&key, block) {
            for (&old, new) in op.results.iter().zip(values.clone()) {
                self.renaming.set(old, new);
            }
            return false;
        }
        let results: Values = op.results.iter().copied().collect();
        if op.kind == LlOp::Prim(Prim::IntRem) {
            self.remainder(op, ops, block);
        }
        let wrapping = match op.kind {
            LlOp::Prim(Prim::IntAddOvf) => Some(Prim::IntAdd),
            LlOp::Prim(Prim::IntSubOvf) => Some(Prim::IntSub),
            LlOp::Prim(Prim::IntMulOvf) => Some(Prim::IntMul),
            _ => None,
        };
        if let Some(wrapping) = wrapping
            && let Some(key) = self.key(&LlOp::Prim(wrapping), &op.args)
        {
            self.insert(key, from, results.clone());
        }
        self.insert(key, from, results);
        true
    }

    /// What is left when the quotient is known: one multiplication instead of a division.
    fn remainder(&mut self, op: &mut Op<Low>, ops: &mut Vec<Op<Low>>, block: Block) {
        let Some(key) = self.key(&LlOp::Prim(Prim::IntDiv), &op.args) else { return };
        let Some(quotient) = self.lookup(&key, block).map(|values| values[0]) else { return };
        let product = self.graph.new_value(LlType::I64);
        ops.push(Op {
            kind: LlOp::Prim(Prim::IntMul),
            args: smallvec![quotient, op.args[1]],
            results: smallvec![product],
            place: op.place,
        });
        op.kind = LlOp::Prim(Prim::IntSub);
        op.args = smallvec![op.args[0], product];
    }

    /// The key of what can be known; `None` for operations that do something.
    fn key(&self, op: &LlOp, args: &[Value]) -> Option<Key> {
        let version = match (Read::of(self.program, op), op) {
            (Some(Read::Of(memory)), _) => self.versions.of(memory),
            (Some(Read::Unchanging), _) => 0,
            (_, LlOp::Prim(prim)) if prim.row().effect == Effect::Overflow => 0,
            _ if op.is_pure() => 0,
            _ => return None,
        };
        let mut op = op.clone();
        let mut args: Values = args.iter().copied().collect();
        let swapped = match op {
            LlOp::Prim(Prim::IntGt) => Some(Prim::IntLt),
            LlOp::Prim(Prim::IntGe) => Some(Prim::IntLe),
            LlOp::Prim(Prim::FloatGt) => Some(Prim::FloatLt),
            LlOp::Prim(Prim::FloatGe) => Some(Prim::FloatLe),
            _ => None,
        };
        if let Some(prim) = swapped {
            op = LlOp::Prim(prim);
            args.swap(0, 1);
        }
        if is_commutative(&op) {
            args.sort_unstable();
        }
        Some(Key { op, args, version })
    }

    /// A write: dropped where memory is known to hold that value.
    fn store(&mut self, op: &Op<Low>, memory: Memory, block: Block) -> bool {
        let structs = &self.program.structs;
        let (load, where_, storage, is_mutable) = match op.kind {
            LlOp::SetField(id, i) => {
                let field = &structs[id].fields[i];
                (LlOp::GetField(id, i), &op.args[..1], field.storage, !field.immutable)
            }
            LlOp::SetItem(id) => {
                let tail = structs[id].tail.expect("a tail");
                (LlOp::GetItem(id), &op.args[..2], tail, !structs[id].tail_immutable)
            }
            LlOp::StoreCell(cell) => {
                (LlOp::LoadCell(cell), &op.args[..0], Storage::Value(self.program.cells[cell].ty), true)
            }
            _ => {
                let version = self.new_version();
                self.versions.set(memory, version);
                return true;
            }
        };
        let value = *op.args.last().expect("what is written");
        if let Some(key) = self.key(&load, where_)
            && self.lookup(&key, block).is_some_and(|held| held[0] == value)
        {
            return false;
        }
        if is_mutable {
            let version = self.new_version();
            self.versions.set(memory, version);
        }
        if let Storage::Value(_) = storage
            && let Some(key) = self.key(&load, where_)
        {
            self.insert(key, Some(block), smallvec![value]);
        }
        true
    }
}

fn is_commutative(op: &LlOp) -> bool {
    match op {
        LlOp::PtrEq => true,
        LlOp::Prim(prim) => matches!(
            prim,
            Prim::IntAdd
                | Prim::IntMul
                | Prim::IntAnd
                | Prim::IntOr
                | Prim::IntXor
                | Prim::IntEq
                | Prim::IntNe
                | Prim::UintMulHigh
                | Prim::IntAddOvf
                | Prim::IntMulOvf
                | Prim::IntAddFlag
                | Prim::IntMulFlag
                | Prim::FloatEq
                | Prim::FloatNe
        ),
        _ => false,
    }
}
