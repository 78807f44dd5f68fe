//! str: as far as printing needs it. Its methods and its items are not there yet.

use super::{Lack, Rule, not_yet};
use crate::annotation::{Annotation, Interval, Member};
use naja_ir::flow::BinaryOp;

/// The number of code points of a str.
pub const LENGTH: Interval = Interval { lo: 0, hi: (1 << 31) - 1 };

/// One of the two is a str.
pub fn binary(op: BinaryOp, a: &Member, b: &Member) -> Rule {
    use Member::*;
    match (op, a, b) {
        (BinaryOp::Add, Str, Str) => Ok(Annotation::str()),
        (BinaryOp::Mul, Str, Int(_) | Bool(_) | BigInt) | (BinaryOp::Mul, Int(_) | Bool(_) | BigInt, Str) => {
            Ok(Annotation::str())
        }
        (BinaryOp::Mod, Str, _) => not_yet("formatting with `%`"),
        _ => Err(Lack::NoMeaning),
    }
}
