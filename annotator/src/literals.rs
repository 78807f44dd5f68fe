//! Int literals, and expressions of them alone: what they come to is known while the
//! program is analysed, so that it decides whether they are big ints.

use crate::fixpoint::{Definition, GraphFacts};
use naja_ir::flow::{BinaryOp, Constant, FlowOp, FuncId, Program, UnaryOp};
use naja_ir::graph::Value;

/// Is this an int operation on literals whose result is beyond 64 bits? It is a big
/// int. Where a variable is between, it raises OverflowError when the program runs.
pub fn leaves_64_bits(program: &Program, func: FuncId, facts: &GraphFacts, op: BinaryOp, args: &[Value]) -> bool {
    if args.iter().any(|&v| program.functions[func].graph.values[v].is_some()) {
        return false;
    }
    let (Some(_), Some(b)) = (literal(program, func, facts, args[0]), literal(program, func, facts, args[1])) else {
        return false;
    };
    match op {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul => true,
        BinaryOp::Pow | BinaryOp::LShift => b >= 0,
        _ => false,
    }
}

/// The int that a literal is, or an expression of literals that has no name; within
/// 64 bits.
pub fn literal(program: &Program, func: FuncId, facts: &GraphFacts, value: Value) -> Option<i64> {
    let graph = &program.functions[func].graph;
    let Definition::Op(block, i) = facts.definitions[value] else { return None };
    let op = &graph.blocks[block].ops[i];
    if let FlowOp::Const(Constant::Int(n)) = &op.kind {
        return i64::try_from(n).ok();
    }
    if op.args.iter().any(|&v| graph.values[v].is_some()) {
        return None;
    }
    let operand = |i: usize| literal(program, func, facts, op.args[i]);
    match &op.kind {
        FlowOp::Unary(UnaryOp::Neg) => match operand(0) {
            Some(n) => n.checked_neg(),
            None => {
                let Definition::Op(block, i) = facts.definitions[op.args[0]] else { return None };
                match &graph.blocks[block].ops[i].kind {
                    FlowOp::Const(Constant::Int(n)) => i64::try_from(-n).ok(),
                    _ => None,
                }
            }
        },
        FlowOp::Binary { op, .. } => {
            let (a, b) = (operand(0)?, operand(1)?);
            match op {
                BinaryOp::Add => a.checked_add(b),
                BinaryOp::Sub => a.checked_sub(b),
                BinaryOp::Mul => a.checked_mul(b),
                BinaryOp::Pow => a.checked_pow(u32::try_from(b).ok()?),
                BinaryOp::LShift => a.checked_mul(1i64.checked_shl(u32::try_from(b).ok()?).filter(|&p| p > 0)?),
                _ => None,
            }
        }
        _ => None,
    }
}
