//! Which ints may wrap: those of which only the low 64 bits are ever looked at, because
//! all that becomes of them is cut off by a mask: `h = (h * 31 + c) & 0xFFFFFFFF`. Sums,
//! products and shifts to the left are right modulo 2**64 if their operands are, so what
//! lies between them and the mask needs no check, and cannot overflow.
//!
//! A value *escapes* where anything else is done with it; what escapes takes its operands
//! along, backwards, through the parameters of blocks too (the "demanded bits" of LLVM,
//! with one bit for all beyond 64).

use crate::annotation::{Annotation, Interval, Member};
use naja_ir::SmallVec;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::flow::{BinaryOp, Constant, Flow, FlowGraph, FlowOp, Program, UnaryOp};
use naja_ir::graph::{Op, Value};
use num_bigint::{BigInt, Sign};

/// The expressions that literals are looked for in are nested no deeper.
const DEEPEST: usize = 4;
/// The module of `intmask`, which is a mask of 64 bits for ints.
const INTMASK: &str = "rpython.rlib.rarithmetic";
/// No literal is shifted further.
const FARTHEST: u32 = 128;

/// The values of a graph that may wrap. Without annotations: that may if the operands
/// turn out to be ints, and masks not negative.
pub fn wrapping(
    program: &Program,
    graph: &FlowGraph,
    annotations: Option<&SecondaryMap<Value, Annotation>>,
) -> EntitySet<Value> {
    let order = graph.reverse_postorder();
    let mut uses = Uses {
        program,
        graph,
        annotations,
        ops: SecondaryMap::new(),
        users: SecondaryMap::new(),
        elsewhere: EntitySet::new(),
    };
    let all_ops = || order.iter().flat_map(|&block| &graph.blocks[block].ops);
    for op in all_ops() {
        op.results.iter().for_each(|&result| uses.ops[result] = Some(op));
        op.args.iter().for_each(|&arg| uses.users[arg].push(op));
    }
    for &block in &order {
        graph.blocks[block].terminator.for_each_use(|value| _ = uses.elsewhere.insert(value));
    }
    if !all_ops().any(|op| (0..op.args.len()).any(|i| uses.cuts(op, i))) {
        return EntitySet::new();
    }

    let mut used: EntitySet<Value> = EntitySet::new();
    let mut escaped: EntitySet<Value> = EntitySet::new();
    let mut fresh: Vec<Value> = Vec::new();
    let mut operands: SecondaryMap<Value, SmallVec<[Value; 2]>> = SecondaryMap::new();
    for &block in &order {
        let data = &graph.blocks[block];
        for op in &data.ops {
            let unpacked = uses.unpacked(op);
            for (i, &arg) in op.args.iter().enumerate() {
                used.insert(arg);
                if let Some(items) = unpacked {
                    operands[items[i]].push(arg);
                    continue;
                }
                if uses.carries(op, i) {
                    operands[op.results[0]].push(arg);
                } else if !uses.cuts(op, i) {
                    fresh.push(arg);
                }
            }
        }
        data.terminator.clone().for_each_operand_mut(|value| fresh.push(*value));
        for link in data.terminator.links() {
            for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                used.insert(arg);
                operands[param].push(arg);
            }
        }
    }
    let results = || all_ops().filter(|op| may_leave(op)).map(|op| op.results[0]);
    let params = order.iter().flat_map(|&block| graph.blocks[block].params.iter().copied());
    fresh.extend(results().chain(params).filter(|&value| !used.contains(value)));
    while let Some(value) = fresh.pop() {
        if escaped.insert(value) {
            fresh.extend(&operands[value]);
        }
    }
    let mut wrapping = EntitySet::new();
    results().filter(|&value| !escaped.contains(value)).for_each(|value| _ = wrapping.insert(value));
    wrapping
}

/// Where the result of an operation on these ints lies if it wraps; `None` for those that
/// never leave 64 bits, or that do not wrap.
pub fn wrapped(op: BinaryOp, a: Interval, b: Interval) -> Option<Interval> {
    let (ends_a, ends_b) = ([a.lo as i128, a.hi as i128], [b.lo as i128, b.hi as i128]);
    let corners = |f: fn(i128, i128) -> i128| {
        let all: Vec<i128> = ends_a.iter().flat_map(|&x| ends_b.iter().map(move |&y| f(x, y))).collect();
        let fits = |n: &i128| i64::try_from(*n).is_ok();
        match all.iter().all(fits) {
            true => Interval::new(*all.iter().min().unwrap_or(&0) as i64, *all.iter().max().unwrap_or(&0) as i64),
            false => Interval::FULL,
        }
    };
    Some(match op {
        BinaryOp::Add => corners(|x, y| x + y),
        BinaryOp::Sub => corners(|x, y| x - y),
        BinaryOp::Mul => corners(|x, y| x * y),
        // A negative count raises; by 64 and more nothing is left.
        BinaryOp::LShift if b.hi < 0 => return None,
        BinaryOp::LShift if a.lo >= 0 && b.hi < 64 && (a.hi as i128) << b.hi <= i64::MAX as i128 => {
            Interval::new(0, a.hi << b.hi)
        }
        BinaryOp::LShift => Interval::FULL,
        _ => return None,
    })
}

/// Can it leave 64 bits, and wrap?
fn may_leave(op: &Op<Flow>) -> bool {
    matches!(
        op.kind,
        FlowOp::Binary { op: BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::LShift, .. }
            | FlowOp::Unary(UnaryOp::Neg)
    )
}

struct Uses<'a> {
    program: &'a Program,
    graph: &'a FlowGraph,
    annotations: Option<&'a SecondaryMap<Value, Annotation>>,
    /// The operation that makes a value.
    ops: SecondaryMap<Value, Option<&'a Op<Flow>>>,
    /// The operations that use a value.
    users: SecondaryMap<Value, SmallVec<[&'a Op<Flow>; 2]>>,
    /// The values that terminators use.
    elsewhere: EntitySet<Value>,
}

impl<'a> Uses<'a> {
    /// Does an operation look at no more than the low 64 bits of its operand `i`?
    fn cuts(&self, op: &Op<Flow>, i: usize) -> bool {
        match &op.kind {
            FlowOp::Binary { op: BinaryOp::And, .. } => self.is_mask(op.args[1 - i]),
            FlowOp::Binary { op: BinaryOp::Mod, .. } if i == 0 => {
                self.literal(op.args[1], DEEPEST).is_some_and(|n| is_power_of_two(&n) && n.bits() <= 65)
            }
            FlowOp::Call { keywords } if keywords.is_empty() && op.args.len() == 2 && i == 1 => {
                self.is_intmask(op.args[0])
            }
            _ => false,
        }
    }

    /// Are the low 64 bits of the result a matter of those of the operand?
    fn carries(&self, op: &Op<Flow>, i: usize) -> bool {
        match &op.kind {
            FlowOp::Binary { op: BinaryOp::And, .. } if self.is_mask(op.args[1 - i]) => false,
            FlowOp::Binary { op: BinaryOp::LShift, .. } => i == 0 && self.is_int(op.args[1]),
            FlowOp::Binary {
                op: BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor,
                ..
            } => self.is_int(op.args[1 - i]),
            FlowOp::Unary(UnaryOp::Neg | UnaryOp::Pos | UnaryOp::Invert) => true,
            _ => false,
        }
    }

    /// What the items of a tuple become that is only made to be unpacked: `a, b = b, a + b`.
    fn unpacked(&self, op: &'a Op<Flow>) -> Option<&'a [Value]> {
        let tuple = *op.results.first().filter(|_| op.kind == FlowOp::Tuple)?;
        match self.users[tuple].as_slice() {
            [user] if !self.elsewhere.contains(tuple) => {
                (user.kind == FlowOp::Unpack { n: op.args.len() }).then_some(&user.results)
            }
            _ => None,
        }
    }

    /// Is it an int of any size?
    fn is_int(&self, value: Value) -> bool {
        let is_int = |m: &Member| matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt);
        self.annotations.is_none_or(|s| !s[value].is_never() && s[value].members().iter().all(is_int))
    }

    /// Is it one of 0 to 2**64 - 1, so that `x & value` is of the low 64 bits of x?
    fn is_mask(&self, value: Value) -> bool {
        if let Some(n) = self.literal(value, DEEPEST) {
            return n.sign() != Sign::Minus && n.bits() <= 64;
        }
        let is_mask = |m: &Member| match m {
            Member::Int(i) => i.lo >= 0,
            m => matches!(m, Member::Bool(_)),
        };
        self.annotations.is_none_or(|s| !s[value].is_never() && s[value].members().iter().all(is_mask))
    }

    fn is_intmask(&self, callee: Value) -> bool {
        let Some(FlowOp::Const(Constant::Function(func))) = self.ops[callee].map(|op| &op.kind) else { return false };
        let function = &self.program.functions[*func];
        &*function.qualname == "intmask" && &*self.program.modules[function.module].name == INTMASK
    }

    /// The int that a literal is, or an expression of some that has no name.
    fn literal(&self, value: Value, depth: usize) -> Option<BigInt> {
        let op = self.ops[value].filter(|_| depth > 0)?;
        if let FlowOp::Const(Constant::Int(n)) = &op.kind {
            return Some(n.clone());
        }
        let FlowOp::Binary { op: binary, .. } = &op.kind else { return None };
        if op.args.iter().any(|&v| self.graph.values[v].is_some()) {
            return None;
        }
        let (a, b) = (self.literal(op.args[0], depth - 1)?, self.literal(op.args[1], depth - 1)?);
        let count = || u32::try_from(&b).ok().filter(|&n| n <= FARTHEST && a.bits() <= 64);
        match binary {
            BinaryOp::Sub => Some(a - b),
            BinaryOp::LShift => Some(&a << count()?),
            BinaryOp::Pow => Some(a.pow(count()?)),
            _ => None,
        }
    }
}

fn is_power_of_two(n: &BigInt) -> bool {
    n.sign() == Sign::Plus && n.magnitude().count_ones() == 1
}
