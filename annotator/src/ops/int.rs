//! int: checked 64-bit integers, known to lie in an interval. bool takes part in
//! arithmetic as 0 and 1.

use super::{Lack, Rule, yes_no};
use crate::annotation::{Annotation, Interval, Member};
use naja_ir::flow::{BinaryOp, CompareOp, UnaryOp};

/// The ints that an int or a bool can be.
pub fn interval(m: &Member) -> Interval {
    match m {
        Member::Int(i) => *i,
        Member::Bool(Some(b)) => Interval::constant(*b as i64),
        Member::Bool(None) => Interval::BOOL,
        _ => Interval::FULL,
    }
}

/// An int of this interval; nothing where the operation always raises.
pub fn known(interval: Option<Interval>) -> Annotation {
    interval.map_or(Annotation::NEVER, |i| Annotation::of(Member::Int(i)))
}

pub fn unary(op: UnaryOp, a: Interval) -> Rule {
    Ok(known(match op {
        UnaryOp::Neg => a.negate(),
        UnaryOp::Invert => Some(a.invert()),
        UnaryOp::Pos | UnaryOp::Not => Some(a),
    }))
}

pub fn binary(op: BinaryOp, a: Interval, b: Interval) -> Rule {
    let result = match op {
        BinaryOp::Add => a.plus(b),
        BinaryOp::Sub => a.minus(b),
        BinaryOp::Mul => a.times(b),
        BinaryOp::FloorDiv => a.floor_div(b),
        BinaryOp::Mod => a.modulo(b),
        BinaryOp::LShift => a.shift_left(b),
        BinaryOp::RShift => a.shift_right(b),
        BinaryOp::And => Some(a.bit_and(b)),
        BinaryOp::Or => Some(a.bit_or(b)),
        BinaryOp::Xor => Some(a.bit_xor(b)),
        BinaryOp::TrueDiv if b == Interval::constant(0) => return Ok(Annotation::NEVER),
        BinaryOp::TrueDiv => return Ok(Annotation::float()),
        // The type depends on a value: a known sign decides; where the sign is not
        // known it is an int, and a negative exponent raises.
        BinaryOp::Pow if b.hi < 0 => return Ok(Annotation::float()),
        BinaryOp::Pow => a.power(b),
        BinaryOp::MatMul => return Err(Lack::NoMeaning),
    };
    Ok(known(result))
}

/// `<`, `<=`, `>`, `>=`.
pub fn order(op: CompareOp, a: Interval, b: Interval) -> Rule {
    yes_no(match op {
        CompareOp::Lt => a.less(b),
        CompareOp::Gt => b.less(a),
        CompareOp::Ge => a.less(b).map(|less| !less),
        _ => b.less(a).map(|less| !less),
    })
}

/// `pow(base, exponent, modulus)`.
pub fn power_modulo(modulus: Interval) -> Rule {
    Ok(known(Interval::FULL.modulo(modulus)))
}
