//! bool: an int in arithmetic; `& | ^` of two bools is a bool.

use super::{Rule, yes_no};
use naja_ir::flow::BinaryOp;

pub fn bitwise(op: BinaryOp, a: Option<bool>, b: Option<bool>) -> Rule {
    yes_no(match (op, a, b) {
        (BinaryOp::And, Some(false), _) | (BinaryOp::And, _, Some(false)) => Some(false),
        (BinaryOp::Or, Some(true), _) | (BinaryOp::Or, _, Some(true)) => Some(true),
        (BinaryOp::And, Some(a), Some(b)) => Some(a & b),
        (BinaryOp::Or, Some(a), Some(b)) => Some(a | b),
        (_, Some(a), Some(b)) => Some(a ^ b),
        _ => None,
    })
}
