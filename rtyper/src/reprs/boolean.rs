//! bool: its own low-level type; an int in arithmetic.

use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::Member;
use naja_ir::flow::BinaryOp;
use naja_ir::graph::Value;
use naja_ir::lltype::LlType;
use naja_ir::prim::Prim;

pub fn typed(v: Value) -> Typed {
    Typed::new(Member::Bool(None), vec![v])
}

/// `a & b`, `a | b`, `a ^ b` on two bools: a bool.
pub fn bitwise(e: &mut Emitter, op: BinaryOp, a: Value, b: Value) -> Typed {
    let (then, otherwise) = match op {
        BinaryOp::And => (b, e.bool(false)),
        BinaryOp::Or => (e.bool(true), b),
        _ => (e.prim(Prim::BoolNot, &[b]), b),
    };
    typed(e.op1(naja_ir::lowlevel::LlOp::Select, &[a, then, otherwise], LlType::Bool))
}

/// `a == b` on two bools.
pub fn equal(e: &mut Emitter, a: Value, b: Value) -> Value {
    let not_b = e.prim(Prim::BoolNot, &[b]);
    e.op1(naja_ir::lowlevel::LlOp::Select, &[a, b, not_b], LlType::Bool)
}

pub fn str(e: &mut Emitter, x: Value) -> Value {
    let (yes, no) = (e.string("True"), e.string("False"));
    let ty = e.graph.values[yes];
    e.op1(naja_ir::lowlevel::LlOp::Select, &[x, yes, no], ty)
}
