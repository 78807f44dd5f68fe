//! float: IEEE double precision. Nothing is known of its value.

use super::{Lack, Rule, int};
use crate::annotation::{Annotation, Interval, Member};
use naja_ir::flow::{BinaryOp, UnaryOp};

pub fn unary(op: UnaryOp) -> Rule {
    if op == UnaryOp::Invert { Err(Lack::NoMeaning) } else { Ok(Annotation::float()) }
}

/// One of the two is a float, the other a float, an int or a bool.
pub fn binary(op: BinaryOp, _a: &Member, b: &Member) -> Rule {
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Pow => Ok(Annotation::float()),
        BinaryOp::TrueDiv | BinaryOp::FloorDiv | BinaryOp::Mod => {
            let by_zero = !matches!(b, Member::Float) && int::interval(b) == Interval::constant(0);
            Ok(if by_zero { Annotation::NEVER } else { Annotation::float() })
        }
        _ => Err(Lack::NoMeaning),
    }
}
