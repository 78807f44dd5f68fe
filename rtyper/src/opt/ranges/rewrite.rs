//! What the intervals make unnecessary.

use super::interval::{Interval, Relation, always_fits};
use super::views::{EndFacts, OpFacts, Views};
use crate::opt::empty_block;
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlGraph, LlOp, Low, Place};
use naja_ir::prim::Prim;
use naja_ir::smallvec;

pub fn rewrite(graph: &mut LlGraph, views: &Views) {
    let mut rewriting = Rewriting { graph, views, ops: Vec::new() };
    for &block in &views.order {
        rewriting.block(block);
    }
}

struct Rewriting<'a> {
    graph: &'a mut LlGraph,
    views: &'a Views,
    /// Of the block that is being rewritten.
    ops: Vec<Op<Low>>,
}

impl Rewriting<'_> {
    fn block(&mut self, block: Block) {
        let mut data = std::mem::replace(&mut self.graph.blocks[block], empty_block());
        let n_ops = data.ops.len();
        let mut place = crate::opt::nowhere();
        for (i, (mut op, facts)) in data.ops.into_iter().zip(&self.views.ops[block]).enumerate() {
            place = op.place;
            let could_raise = op.kind.may_raise();
            self.op(&mut op, facts);
            if i + 1 == n_ops
                && could_raise
                && !op.kind.may_raise()
                && let Terminator::Guard { ok, .. } = &data.terminator
            {
                data.terminator = Terminator::Jump(ok.clone());
            }
            self.ops.push(op);
        }
        self.end(&mut data.terminator, &self.views.ends[block], place);
        data.ops = std::mem::take(&mut self.ops);
        self.graph.blocks[block] = data;
    }

    fn constant(&mut self, kind: LlOp, ty: LlType, place: Place) -> Value {
        let value = self.graph.new_value(ty);
        self.ops.push(Op { kind, args: smallvec![], results: smallvec![value], place });
        value
    }

    fn op(&mut self, op: &mut Op<Low>, facts: &OpFacts) {
        let views = self.views;
        let interval = |i: usize| views.interval(facts.args[i]);
        for (arg, view) in op.args.iter_mut().zip(&facts.args) {
            if let Some(n) = self.known(*arg, views.interval(*view)) {
                *arg = self.constant(LlOp::Int(n), LlType::I64, op.place);
            }
        }
        if let LlOp::Prim(prim) = op.kind
            && op.args.len() == 2
            && prim.row().args[1] == LlType::I64
        {
            // Where control never comes, nothing is to be gained.
            if let (Some(a), Some(b)) = (interval(0), interval(1)) {
                self.binary(op, prim, a, b, facts.decided);
            }
        } else if op.kind == LlOp::Select
            && let Some(holds) = facts.decided
        {
            op.args[0] = self.constant(LlOp::Bool(holds), LlType::Bool, op.place);
        }
        let known_result = match op.results.first() {
            Some(&result) if op.kind.is_pure() && op.results.len() == 1 => {
                views.made[result].expand().and_then(|v| views.interval(v.into())).and_then(Interval::single)
            }
            _ => None,
        };
        if let Some(n) = known_result {
            op.kind = LlOp::Int(n);
            op.args.clear();
        }
    }

    /// A value that is one number here.
    fn known(&self, value: Value, here: Option<Interval>) -> Option<i64> {
        (self.graph.values[value] == LlType::I64 && !self.views.is_constant(value)).then_some(here?.single()?)
    }

    fn binary(&mut self, op: &mut Op<Low>, prim: Prim, a: Interval, b: Interval, decided: Option<bool>) {
        if let Some(relation) = Relation::of(prim) {
            let decided = decided.filter(|&holds| relation.agrees_with_signed(holds, a, b));
            if let Some(holds) = decided.or_else(|| relation.decide(a, b)) {
                op.kind = LlOp::Bool(holds);
                op.args.clear();
            }
            return;
        }
        let plain = match prim {
            Prim::IntAddOvf => Some(Prim::IntAdd),
            Prim::IntSubOvf => Some(Prim::IntSub),
            Prim::IntMulOvf => Some(Prim::IntMul),
            _ => None,
        };
        if let Some(plain) = plain {
            if always_fits(prim, a, b) {
                op.kind = LlOp::Prim(plain);
            }
            return;
        }
        let power = b.single().filter(|&d| d > 0 && d.count_ones() == 1);
        match (prim, power) {
            (Prim::IntDiv, Some(d)) if a.lo >= 0 => {
                op.args[1] = self.constant(LlOp::Int(d.trailing_zeros() as i64), LlType::I64, op.place);
                op.kind = LlOp::Prim(Prim::IntShr);
            }
            (Prim::IntRem, Some(d)) if a.lo >= 0 => {
                op.args[1] = self.constant(LlOp::Int(d - 1), LlType::I64, op.place);
                op.kind = LlOp::Prim(Prim::IntAnd);
            }
            (Prim::IntDiv, _) if a.lo >= 0 && b.lo >= 0 => op.kind = LlOp::Prim(Prim::UintDiv),
            (Prim::IntRem, _) if a.lo >= 0 && b.lo >= 0 => op.kind = LlOp::Prim(Prim::UintRem),
            (Prim::IntAnd, _) if masks_nothing(a, b) => self.same(op, 0),
            _ => {}
        }
    }

    /// The operation gives one of its operands.
    fn same(&mut self, op: &mut Op<Low>, i: usize) {
        let zero = self.constant(LlOp::Int(0), LlType::I64, op.place);
        op.kind = LlOp::Prim(Prim::IntAdd);
        op.args = smallvec![op.args[i], zero];
    }

    fn end(&mut self, terminator: &mut Terminator<Low>, facts: &EndFacts, place: Place) {
        let views = self.views;
        // A guard is about the last operation: constants come before it.
        let guarded = match terminator {
            Terminator::Guard { .. } => self.ops.pop(),
            _ => None,
        };
        for (link, args) in terminator.links_mut().into_iter().zip(&facts.links) {
            for (arg, view) in link.args.iter_mut().zip(args) {
                if let Some(n) = self.known(*arg, views.interval(*view)) {
                    *arg = self.constant(LlOp::Int(n), LlType::I64, place);
                }
            }
        }
        self.ops.extend(guarded);
        match terminator {
            Terminator::Branch { then, otherwise, .. } => {
                if let Some(holds) = facts.decided {
                    *terminator = Terminator::Jump(if holds { then.clone() } else { otherwise.clone() });
                }
            }
            Terminator::Switch { cases, default, .. } => {
                let Some(interval) = views.interval(facts.switched) else { return };
                cases.retain(|c| interval.contains(c.0));
                let n_values = (interval.hi as i128 - interval.lo as i128) + 1;
                if n_values == cases.len() as i128
                    && let Some((_, last)) = cases.pop()
                {
                    *default = last;
                }
            }
            _ => {}
        }
    }
}

/// All bits that `a` can have are in the mask.
fn masks_nothing(a: Interval, mask: Interval) -> bool {
    let Some(mask) = mask.single() else { return false };
    let bits = 64 - (a.hi as u64).leading_zeros();
    a.lo >= 0 && mask >= 0 && mask.trailing_ones() >= bits
}
