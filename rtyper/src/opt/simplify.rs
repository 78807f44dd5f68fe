//! Simplifies single operations by the laws of their arithmetic, given how
//! their operands are made: `x + 0`, `not (a < b)`, a cast of a cast.
//!
//! Integers wrap, so they obey the laws of a ring; floats obey few: `x + 0.0` is
//! not `x` where x is -0.0, and nothing may be said of nan.

use crate::opt::fold::Constant;
use crate::opt::rename::Renaming;
use crate::opt::{each_function, empty_block};
use naja_ir::entity::{EntityRef, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{LlType, OBJECT};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low, Place};
use naja_ir::prim::Prim;
use naja_ir::{SmallVec, smallvec};

pub fn run(program: &mut LlProgram) {
    each_function(program, |_, _, graph| simplify(graph));
}

pub fn simplify(graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let made = SecondaryMap::with_capacity(graph.values.len());
    let mut simplifier = Simplifier { graph, made, ops: Vec::new(), renaming: Renaming::default() };
    for block in order {
        simplifier.block(block);
    }
    let Simplifier { graph, mut renaming, .. } = simplifier;
    renaming.apply(graph);
}

type Args = SmallVec<[Value; 2]>;

/// What an operation is replaced by.
enum Simpler {
    Value(Value),
    Constant(Constant),
    Op(LlOp, Args),
}

struct Simplifier<'a> {
    graph: &'a mut LlGraph,
    /// The operation that gives a value, where it gives only that.
    made: SecondaryMap<Value, Option<(LlOp, Args)>>,
    /// Of the block that is being rewritten.
    ops: Vec<Op<Low>>,
    renaming: Renaming,
}

impl Simplifier<'_> {
    fn block(&mut self, block: Block) {
        let mut data = std::mem::replace(&mut self.graph.blocks[block], empty_block());
        let n_ops = data.ops.len();
        for (i, mut op) in data.ops.into_iter().enumerate() {
            for arg in &mut op.args {
                *arg = self.renaming.resolve(*arg);
            }
            let could_raise = op.kind.may_raise();
            let kept = self.op(&mut op);
            if i + 1 == n_ops
                && could_raise
                && !(kept && op.kind.may_raise())
                && let Terminator::Guard { ok, .. } = &data.terminator
            {
                data.terminator = Terminator::Jump(ok.clone());
            }
            if kept {
                if let [result] = op.results[..] {
                    self.made[result] = Some((op.kind.clone(), op.args.clone()));
                }
                self.ops.push(op);
            }
        }
        data.ops = std::mem::take(&mut self.ops);
        data.terminator.for_each_operand_mut(|v| *v = self.renaming.resolve(*v));
        self.switch(&mut data.terminator);
        self.graph.blocks[block] = data;
    }

    /// Simplifies an operation; `false` where nothing is left of it.
    fn op(&mut self, op: &mut Op<Low>) -> bool {
        // Each rule leads to a simpler form; few apply one after the other.
        for _ in 0..8 {
            let simpler = match op.kind {
                LlOp::Prim(prim) => self.prim(prim, &op.args, op.place),
                _ => self.other(op),
            };
            match simpler {
                None => break,
                Some(Simpler::Value(value)) => {
                    self.renaming.set(op.results[0], value);
                    return false;
                }
                Some(Simpler::Constant(constant)) => {
                    op.kind = constant.op();
                    op.args.clear();
                    break;
                }
                Some(Simpler::Op(kind, args)) => {
                    op.kind = kind;
                    op.args = args;
                }
            }
        }
        true
    }

    fn int(&self, value: Value) -> Option<i64> {
        match self.made[value] {
            Some((LlOp::Int(n), _)) => Some(n),
            _ => None,
        }
    }

    fn float(&self, value: Value) -> Option<f64> {
        match self.made[value] {
            Some((LlOp::Float(bits), _)) => Some(f64::from_bits(bits)),
            _ => None,
        }
    }

    /// The primitive that gives a value.
    fn prim_of(&self, value: Value) -> Option<(Prim, &[Value])> {
        match &self.made[value] {
            Some((LlOp::Prim(prim), args)) => Some((*prim, args)),
            _ => None,
        }
    }

    /// A constant before the operation that is being simplified.
    fn new_int(&mut self, n: i64, place: Place) -> Value {
        let value = self.graph.new_value(LlType::I64);
        self.ops.push(Op { kind: LlOp::Int(n), args: smallvec![], results: smallvec![value], place });
        self.made[value] = Some((LlOp::Int(n), smallvec![]));
        value
    }

    fn prim(&mut self, prim: Prim, args: &[Value], place: Place) -> Option<Simpler> {
        match *args {
            [a] => self.unary(prim, a),
            [a, b] => self.int_binary(prim, a, b, place).or_else(|| self.float_binary(prim, a, b, place)),
            _ => None,
        }
    }

    fn unary(&self, prim: Prim, a: Value) -> Option<Simpler> {
        let (inner, inner_args) = self.prim_of(a)?;
        match (prim, inner) {
            (Prim::BoolNot, Prim::BoolNot)
            | (Prim::FloatNeg, Prim::FloatNeg)
            | (Prim::FloatBits, Prim::FloatFromBits)
            | (Prim::FloatFromBits, Prim::FloatBits)
            | (Prim::AddrToInt, Prim::IntToAddr)
            | (Prim::IntToAddr, Prim::AddrToInt) => Some(Simpler::Value(inner_args[0])),
            (Prim::FloatAbs, Prim::FloatNeg | Prim::FloatAbs) => {
                Some(Simpler::Op(LlOp::Prim(Prim::FloatAbs), smallvec![inner_args[0]]))
            }
            (Prim::BoolNot, _) => {
                let opposite = opposite(inner)?;
                Some(Simpler::Op(LlOp::Prim(opposite), inner_args.into()))
            }
            _ => None,
        }
    }

    fn int_binary(&mut self, prim: Prim, a: Value, b: Value, place: Place) -> Option<Simpler> {
        use Prim::*;
        let value = |v| Some(Simpler::Value(v));
        let int = |n| Some(Simpler::Constant(Constant::Int(n)));
        let boolean = |b| Some(Simpler::Constant(Constant::Bool(b)));
        let op = |prim, a, b| Some(Simpler::Op(LlOp::Prim(prim), smallvec![a, b]));
        if self.int(a).is_some() && self.int(b).is_none() {
            // Constants to the right.
            match prim {
                IntAdd | IntMul | IntAnd | IntOr | IntXor | IntEq | IntNe | IntAddOvf | IntMulOvf | UintMulHigh => {
                    return op(prim, b, a);
                }
                IntLt => return op(IntGt, b, a),
                IntLe => return op(IntGe, b, a),
                IntGt => return op(IntLt, b, a),
                IntGe => return op(IntLe, b, a),
                _ => {}
            }
        }
        if a == b {
            match prim {
                IntSub | IntXor | IntSubOvf => return int(0),
                IntAnd | IntOr => return value(a),
                IntEq | IntLe | IntGe | UintLe => return boolean(true),
                IntNe | IntLt | IntGt | UintLt => return boolean(false),
                _ => {}
            }
        }
        let c = self.int(b)?;
        match (prim, c) {
            (IntAdd | IntSub | IntOr | IntXor | IntShl | IntShr | UintShr | IntAddOvf | IntSubOvf | AddrAdd, 0)
            | (IntMul | IntDiv | UintDiv | IntMulOvf, 1)
            | (IntAnd, -1) => return value(a),
            (IntMul | IntAnd | UintMulHigh | IntMulOvf, 0) | (IntRem | UintRem, 1) => return int(0),
            (IntOr, -1) => return int(-1),
            (UintLt, 0) => return boolean(false),
            (IntLt, i64::MIN) | (IntGt, i64::MAX) => return boolean(false),
            (IntGe, i64::MIN) | (IntLe, i64::MAX) => return boolean(true),
            (IntSub, _) if c != i64::MIN => {
                let minus_c = self.new_int(-c, place);
                return op(IntAdd, a, minus_c);
            }
            _ => {}
        }
        if let (IntEq | IntNe, Some((LlOp::Select, choice))) = (prim, &self.made[a]) {
            // Which of two constants was chosen?
            let &[cond, x, y] = &choice[..] else { return None };
            let (x, y) = (self.int(x)? == c, self.int(y)? == c);
            let (x, y) = if prim == IntEq { (x, y) } else { (!x, !y) };
            return match (x, y) {
                (true, false) => value(cond),
                (false, true) => Some(Simpler::Op(LlOp::Prim(BoolNot), smallvec![cond])),
                _ => boolean(x),
            };
        }
        let (inner, inner_args) = self.prim_of(a)?;
        let x = *inner_args.first()?;
        let inner_c = inner_args.get(1).and_then(|&v| self.int(v));
        match (prim, inner, inner_c) {
            (IntAdd, IntAdd, Some(d)) => {
                let sum = self.new_int(c.wrapping_add(d), place);
                op(IntAdd, x, sum)
            }
            (IntAnd, IntAnd, Some(d)) => {
                let both = self.new_int(c & d, place);
                op(IntAnd, x, both)
            }
            (IntEq | IntNe, IntAdd, Some(d)) => {
                let n = self.new_int(c.wrapping_sub(d), place);
                op(prim, x, n)
            }
            (IntEq | IntNe, IntSub | IntXor, _) if c == 0 => op(prim, x, inner_args[1]),
            // Only the sign of the constant matters.
            (IntLt, IntXor, Some(d)) if c == 0 => op(if d >= 0 { IntLt } else { IntGe }, x, b),
            (IntGe, IntXor, Some(d)) if c == 0 => op(if d >= 0 { IntGe } else { IntLt }, x, b),
            (IntEq, BoolToInt, _) | (IntNe, BoolToInt, _) => match (prim == IntEq, c) {
                (true, 1) | (false, 0) => value(x),
                (true, 0) | (false, 1) => Some(Simpler::Op(LlOp::Prim(BoolNot), smallvec![x])),
                (is_eq, _) => boolean(!is_eq),
            },
            _ => None,
        }
    }

    fn float_binary(&mut self, prim: Prim, a: Value, b: Value, place: Place) -> Option<Simpler> {
        let y = self.float(b)?;
        match prim {
            Prim::FloatMul | Prim::FloatDiv if y == 1.0 => Some(Simpler::Value(a)),
            Prim::FloatSub if y.to_bits() == 0 => Some(Simpler::Value(a)),
            Prim::FloatAdd if y.to_bits() == (-0.0f64).to_bits() => Some(Simpler::Value(a)),
            Prim::FloatDiv if has_exact_inverse(y) => {
                let inverse = self.graph.new_value(LlType::F64);
                let kind = LlOp::Float((1.0 / y).to_bits());
                self.ops.push(Op { kind: kind.clone(), args: smallvec![], results: smallvec![inverse], place });
                self.made[inverse] = Some((kind, smallvec![]));
                Some(Simpler::Op(LlOp::Prim(Prim::FloatMul), smallvec![a, inverse]))
            }
            _ => None,
        }
    }

    fn other(&mut self, op: &Op<Low>) -> Option<Simpler> {
        let values = &self.graph.values;
        let ty = |value: Value| values[value];
        let args = &op.args;
        match op.kind {
            LlOp::Select => self.select(args[0], args[1], args[2], op.place),
            LlOp::Cast(to) => {
                if ty(args[0]) == LlType::Ptr(to) {
                    return Some(Simpler::Value(args[0]));
                }
                match &self.made[args[0]] {
                    Some((LlOp::Cast(_), inner)) => {
                        // One cast goes to or from any object, or does nothing.
                        let from = ty(inner[0]);
                        (to == OBJECT || from == LlType::Ptr(OBJECT) || from == LlType::Ptr(to))
                            .then(|| Simpler::Op(LlOp::Cast(to), inner.clone()))
                    }
                    Some((LlOp::Null(_), _)) => Some(Simpler::Constant(Constant::Null(to))),
                    _ => None,
                }
            }
            LlOp::IsNull => match &self.made[args[0]] {
                Some((LlOp::Cast(_), inner)) => Some(Simpler::Op(LlOp::IsNull, inner.clone())),
                Some((LlOp::New(_) | LlOp::NewTail(_) | LlOp::Static(_), _)) => {
                    Some(Simpler::Constant(Constant::Bool(false)))
                }
                _ => None,
            },
            LlOp::PtrEq => {
                if args[0] == args[1] {
                    return Some(Simpler::Constant(Constant::Bool(true)));
                }
                for (p, other) in [(args[0], args[1]), (args[1], args[0])] {
                    if let Some((LlOp::Null(_), _)) = self.made[p] {
                        return Some(Simpler::Op(LlOp::IsNull, smallvec![other]));
                    }
                }
                None
            }
            LlOp::TypeId => match &self.made[args[0]] {
                Some((LlOp::Cast(OBJECT), inner)) => match ty(inner[0]) {
                    LlType::Ptr(id) if id != OBJECT => Some(Simpler::Constant(Constant::Int(id.index() as i64))),
                    _ => None,
                },
                _ => None,
            },
            LlOp::TailLen(id) => match &self.made[args[0]] {
                Some((LlOp::NewTail(made), n)) if *made == id => Some(Simpler::Value(n[0])),
                _ => None,
            },
            _ => None,
        }
    }

    fn select(&mut self, c: Value, a: Value, b: Value, place: Place) -> Option<Simpler> {
        let boolean = |value: Value| match self.made[value] {
            Some((LlOp::Bool(b), _)) => Some(b),
            _ => None,
        };
        if a == b {
            return Some(Simpler::Value(a));
        }
        match (boolean(c), boolean(a), boolean(b)) {
            (Some(c), _, _) => return Some(Simpler::Value(if c { a } else { b })),
            (_, Some(true), Some(false)) => return Some(Simpler::Value(c)),
            (_, Some(false), Some(true)) => {
                return Some(Simpler::Op(LlOp::Prim(Prim::BoolNot), smallvec![c]));
            }
            _ => {}
        }
        match self.prim_of(c) {
            Some((Prim::BoolNot, inner)) => Some(Simpler::Op(LlOp::Select, smallvec![inner[0], b, a])),
            _ => self.same_outcome(c, a, b).or_else(|| self.python_division(c, a, b, place)),
        }
    }

    /// What is left of Python's `//` and `%` by a power of two: of the quotient
    /// toward zero and its remainder, corrected where the remainder is negative.
    fn python_division(&mut self, c: Value, a: Value, b: Value, place: Place) -> Option<Simpler> {
        let (Prim::IntLt, &[r, zero]) = self.prim_of(c)? else { return None };
        let Some((x, divisor)) = self.remainder(r) else { return self.python_quotient(c, a, b, place) };
        let d = self.int(divisor)?;
        if self.int(zero)? != 0 || d <= 0 || d.count_ones() != 1 {
            return None;
        }
        // The only negative remainder by 2 is -1: its correction is known.
        let is_one = d == 2 && self.int(a) == Some(1);
        let corrected = match self.prim_of(a) {
            Some((Prim::IntAdd, &[corrected, by])) => Some((corrected, self.int(by)?)),
            _ => None,
        };
        if b == r && (is_one || corrected == Some((r, d))) {
            let mask = self.new_int(d - 1, place);
            return Some(Simpler::Op(LlOp::Prim(Prim::IntAnd), smallvec![x, mask]));
        }
        let (Prim::IntDiv, &[y, divided_by]) = self.prim_of(b)? else { return None };
        if y != x || self.int(divided_by)? != d || corrected != Some((b, -1)) {
            return None;
        }
        let shift = self.new_int(d.trailing_zeros() as i64, place);
        Some(Simpler::Op(LlOp::Prim(Prim::IntShr), smallvec![x, shift]))
    }

    /// `(q - 1 if q * d != x else q) if x < 0 else q`, where q is x by d toward zero.
    fn python_quotient(&mut self, c: Value, a: Value, q: Value, place: Place) -> Option<Simpler> {
        let (Prim::IntLt, &[x, zero]) = self.prim_of(c)? else { return None };
        let (Prim::IntDiv, &[y, divisor]) = self.prim_of(q)? else { return None };
        let d = self.int(divisor)?;
        let Some((LlOp::Select, inner)) = &self.made[a] else { return None };
        let (is_exact, lower, other) = match self.prim_of(inner[0])? {
            (Prim::IntEq, operands) => (operands, inner[2], inner[1]),
            (Prim::IntNe, operands) => (operands, inner[1], inner[2]),
            _ => return None,
        };
        let product = is_exact.iter().copied().find(|&v| v != x)?;
        let (Prim::IntMul, &[factor, times]) = self.prim_of(product)? else { return None };
        let (Prim::IntAdd, &[corrected, by]) = self.prim_of(lower)? else { return None };
        let fits = self.int(zero)? == 0
            && y == x
            && d > 0
            && d.count_ones() == 1
            && is_exact.contains(&x)
            && (factor, self.int(times)?) == (q, d)
            && (corrected, self.int(by)?) == (q, -1)
            && other == q;
        let shift = fits.then(|| self.new_int(d.trailing_zeros() as i64, place))?;
        Some(Simpler::Op(LlOp::Prim(Prim::IntShr), smallvec![x, shift]))
    }

    /// `x` and `d` where the value is the remainder of x by d.
    fn remainder(&self, value: Value) -> Option<(Value, Value)> {
        match self.prim_of(value)? {
            (Prim::IntRem, &[x, d]) => Some((x, d)),
            (Prim::IntSub, &[x, product]) => {
                let (Prim::IntMul, &[q, d]) = self.prim_of(product)? else { return None };
                let (Prim::IntDiv, &[y, e]) = self.prim_of(q)? else { return None };
                (x == y && self.int(d)? == self.int(e)?).then_some((x, d))
            }
            _ => None,
        }
    }

    /// `x if r == 0 else (y if r < 0 else x)`: the inner condition says it all.
    fn same_outcome(&self, c: Value, a: Value, b: Value) -> Option<Simpler> {
        let (comparison, &[r, zero]) = self.prim_of(c)? else { return None };
        let (x, other) = match comparison {
            Prim::IntEq => (a, b),
            Prim::IntNe => (b, a),
            _ => return None,
        };
        let Some((LlOp::Select, inner)) = &self.made[other] else { return None };
        let (Prim::IntLt | Prim::IntGt, &[s, limit]) = self.prim_of(inner[0])? else { return None };
        let fits = inner[2] == x && r == s && self.int(zero)? == 0 && self.int(limit)? == 0;
        fits.then_some(Simpler::Value(other))
    }

    /// A switch on which of two values was chosen is a branch.
    fn switch(&self, terminator: &mut Terminator<Low>) {
        let Terminator::Switch { value, cases, default } = terminator else { return };
        let (cond, if_true, if_false) = match &self.made[*value] {
            Some((LlOp::Prim(Prim::BoolToInt), args)) => (args[0], 1, 0),
            Some((LlOp::Select, args)) => match (self.int(args[1]), self.int(args[2])) {
                (Some(x), Some(y)) => (args[0], x, y),
                _ => return,
            },
            _ => return,
        };
        let link = |n: i64| -> Link { cases.iter().find(|c| c.0 == n).map_or(&*default, |c| &c.1).clone() };
        *terminator = Terminator::Branch { cond, then: link(if_true), otherwise: link(if_false) };
    }
}

/// The comparison that holds where this one does not.
pub fn opposite(prim: Prim) -> Option<Prim> {
    Some(match prim {
        Prim::IntEq => Prim::IntNe,
        Prim::IntNe => Prim::IntEq,
        Prim::IntLt => Prim::IntGe,
        Prim::IntLe => Prim::IntGt,
        Prim::IntGt => Prim::IntLe,
        Prim::IntGe => Prim::IntLt,
        Prim::FloatEq => Prim::FloatNe,
        Prim::FloatNe => Prim::FloatEq,
        _ => return None,
    })
}

/// Powers of two, whose inverse is one as well: multiplying by it rounds as dividing does.
fn has_exact_inverse(y: f64) -> bool {
    y.is_normal() && (1.0 / y).is_normal() && y.to_bits() << 12 == 0
}
