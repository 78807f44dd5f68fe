//! bigint: ints of any size, of which nothing else is known. What has one among its
//! operands gives one, but where Python gives a float.

use super::{Lack, Rule, int};
use crate::annotation::{Annotation, Interval, Member};
use naja_ir::flow::{BinaryOp, UnaryOp};

pub fn known() -> Annotation {
    Annotation::of(Member::BigInt)
}

pub fn unary(op: UnaryOp) -> Rule {
    debug_assert_ne!(op, UnaryOp::Not);
    Ok(known())
}

/// One of the two is a big int, the other too, or an int or a bool.
pub fn binary(op: BinaryOp, b: &Member) -> Rule {
    let b = int::interval(b);
    Ok(match op {
        BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod if b == Interval::constant(0) => Annotation::NEVER,
        BinaryOp::LShift | BinaryOp::RShift if b.hi < 0 => Annotation::NEVER,
        BinaryOp::TrueDiv => Annotation::float(),
        BinaryOp::Pow if b.hi < 0 => Annotation::float(),
        BinaryOp::MatMul => return Err(Lack::NoMeaning),
        _ => known(),
    })
}
