//! Which values never need a local: those that are used once, in their own block,
//! and can be computed right there, on the operand stack.
//!
//! Each block is gone through from its end. An operand is computed at its use if
//! nothing that stays between its place and the use gets in its way, so that
//! loads, stores and calls keep their order. (As in LLVM's `WebAssemblyRegStackify`.)

use super::body::{Body, BodyBlock, End, Inst, Kind};
use naja_ir::SmallVec;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::Value;
use naja_ir::lltype::{LlType, StructId};
use naja_ir::lowlevel::{CellId, LlOp, LlProgram};
use naja_ir::prim::{Effect, Prim};

/// Deeper trees are cut: the emitter recurses over them.
const DEEPEST: usize = 100;
/// Operands are not sought further away than this, where order matters.
const FURTHEST: usize = 64;

pub struct Trees {
    /// Computed where they are used.
    pub inner: EntitySet<Value>,
    /// The number of an inner value's operation in its block.
    inst_of: SecondaryMap<Value, u32>,
    pub n_uses: SecondaryMap<Value, u32>,
}

impl Trees {
    /// The operation of an inner value that is used in `block`.
    pub fn inst<'a>(&self, body: &'a Body, block: usize, value: Value) -> &'a Inst {
        &body.blocks[block].insts[self.inst_of[value] as usize]
    }

    /// Is the operation emitted in its own place?
    pub fn is_root(&self, inst: &Inst) -> bool {
        !inst.results.iter().any(|&r| self.inner.contains(r))
    }
}

/// The operands in the order in which they are computed.
pub fn operands(inst: &Inst) -> SmallVec<[Value; 3]> {
    let a = &inst.args;
    match inst.kind {
        Kind::Op(LlOp::Select) => [a[1], a[2], a[0]].into_iter().collect(),
        Kind::Op(LlOp::CopyItems(..)) => [a[2], a[3], a[0], a[1], a[4]].into_iter().collect(),
        Kind::Op(LlOp::Prim(Prim::CopyMemory)) => [a[1], a[0], a[2]].into_iter().collect(),
        _ => a.clone(),
    }
}

pub fn plan(program: &LlProgram, body: &Body) -> Trees {
    let mut n_uses: SecondaryMap<Value, u32> = SecondaryMap::new();
    for block in &body.blocks {
        let args = block.insts.iter().flat_map(|inst| &inst.args);
        let edges = block.end.edges().iter().flat_map(|edge| &edge.args);
        for &value in args.chain(block.end.operands()).chain(edges) {
            n_uses[value] += 1;
        }
    }
    let mut trees = Trees { inner: EntitySet::with_capacity(body.types.len()), inst_of: SecondaryMap::new(), n_uses };
    let mut inst_of: SecondaryMap<Value, Option<usize>> = SecondaryMap::new();
    for block in &body.blocks {
        for (i, inst) in block.insts.iter().enumerate() {
            if let [result] = inst.results[..]
                && trees.n_uses[result] == 1
                && may_be_inner(inst)
            {
                inst_of[result] = Some(i);
            }
        }
        let accesses = block.insts.iter().map(|inst| access(program, body, inst)).collect();
        let is_inner = vec![false; block.insts.len()];
        let mut planning = Planning { block, inst_of: &inst_of, accesses, is_inner };
        planning.block();
        let is_inner = planning.is_inner;
        for (i, inst) in block.insts.iter().enumerate() {
            if let [result] = inst.results[..] {
                inst_of[result] = None;
                if is_inner[i] {
                    trees.inner.insert(result);
                    trees.inst_of[result] = i as u32;
                }
            }
        }
    }
    trees
}

fn may_be_inner(inst: &Inst) -> bool {
    !matches!(inst.kind, Kind::Op(LlOp::InitObject(_)))
}

struct Planning<'a> {
    block: &'a BodyBlock,
    /// Which operation of this block gives a value that could be inner.
    inst_of: &'a SecondaryMap<Value, Option<usize>>,
    accesses: Vec<Access>,
    is_inner: Vec<bool>,
}

impl Planning<'_> {
    fn block(&mut self) {
        let end = &self.block.end;
        let n = self.block.insts.len();
        if let End::Jump(edge) = end {
            self.claim(&edge.args, n, 0);
        }
        self.claim(end.operands(), n, 0);
        for i in (0..n).rev() {
            let inst = &self.block.insts[i];
            // The questions about overflow read their operands more than once.
            if !self.is_inner[i] && matches!(inst.kind, Kind::Op(_)) {
                self.claim(&operands(inst), i, 0);
            }
        }
    }

    /// Makes those operands inner that can be; they are used at position `root`.
    fn claim(&mut self, operands: &[Value], root: usize, depth: usize) {
        if depth == DEEPEST {
            return;
        }
        for &value in operands.iter().rev() {
            if let Some(i) = self.inst_of[value]
                && !self.is_inner[i]
                && self.can_move(i, root)
            {
                self.is_inner[i] = true;
                let inst = &self.block.insts[i];
                if let Kind::Op(_) = inst.kind {
                    self.claim(&super::trees::operands(inst), root, depth + 1);
                }
            }
        }
    }

    fn can_move(&self, from: usize, to: usize) -> bool {
        let moved = self.accesses[from];
        moved == Access::Nothing
            || (to - from <= FURTHEST && (from + 1..to).all(|k| self.is_inner[k] || !moved.conflicts(self.accesses[k])))
    }
}

/// What of the state outside of values an operation depends on.
#[derive(Clone, Copy, PartialEq)]
enum Access {
    Nothing,
    /// Uses a reference: a call may move the object.
    References,
    Reads(Spot),
    Writes(Spot),
    Anything,
}

#[derive(Clone, Copy, PartialEq)]
enum Spot {
    Field(StructId, usize),
    Items(StructId),
    Cell(CellId),
}

impl Access {
    /// May two operations not change places?
    fn conflicts(self, other: Access) -> bool {
        match (self, other) {
            (Access::Nothing, _) | (_, Access::Nothing) => false,
            (Access::References, other) | (other, Access::References) => other == Access::Anything,
            (Access::Reads(_), Access::Reads(_)) => false,
            (Access::Reads(a), Access::Writes(b)) | (Access::Writes(a), Access::Reads(b)) => a == b,
            _ => true,
        }
    }
}

fn access(program: &LlProgram, body: &Body, inst: &Inst) -> Access {
    let Kind::Op(op) = &inst.kind else { return Access::Nothing };
    match *op {
        LlOp::GetField(id, i) if !program.structs[id].fields[i].immutable => Access::Reads(Spot::Field(id, i)),
        LlOp::SetField(id, i) => Access::Writes(Spot::Field(id, i)),
        LlOp::GetItem(id) if !program.structs[id].tail_immutable => Access::Reads(Spot::Items(id)),
        LlOp::SetItem(id) => Access::Writes(Spot::Items(id)),
        LlOp::LoadCell(c) => Access::Reads(Spot::Cell(c)),
        LlOp::StoreCell(c) => Access::Writes(Spot::Cell(c)),
        LlOp::Prim(p) if p.row().effect == Effect::Outside => Access::Anything,
        LlOp::Call(_) | LlOp::CopyItems(..) | LlOp::IsWatched => Access::Anything,
        // The header is written before anything can read it: what reads it needs the result.
        _ if inst.args.iter().any(|&arg| matches!(body.types[arg], LlType::Ptr(_) | LlType::Addr)) => {
            Access::References
        }
        _ => Access::Nothing,
    }
}
