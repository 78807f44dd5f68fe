//! float: IEEE double precision; what takes more than an operation is in `rlib/float.py`.

use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::Member;
use naja_ir::flow::{BinaryOp, CompareOp, UnaryOp};
use naja_ir::graph::Value;
use naja_ir::lltype::{LlType, STR};
use naja_ir::prim::Prim;

pub fn typed(v: Value) -> Typed {
    Typed::new(Member::Float, vec![v])
}

/// A float, int or bool as an f64; an int is rounded, as `float(i)` does.
pub fn as_float(e: &mut Emitter, x: &Typed) -> Value {
    match x.member() {
        Member::Float => x.one(),
        Member::BigInt => e.helper1("bigint_float", "ll_big_to_float", &[x.one()], LlType::F64),
        _ => {
            let i = super::int::as_int(e, x);
            e.prim(Prim::IntToFloat, &[i])
        }
    }
}

pub fn binary(e: &mut Emitter, op: BinaryOp, a: Value, b: Value) -> Option<Typed> {
    let helper = |e: &mut Emitter, name| e.helper1("float", name, &[a, b], LlType::F64);
    Some(typed(match op {
        BinaryOp::Add => e.prim(Prim::FloatAdd, &[a, b]),
        BinaryOp::Sub => e.prim(Prim::FloatSub, &[a, b]),
        BinaryOp::Mul => e.prim(Prim::FloatMul, &[a, b]),
        BinaryOp::TrueDiv => helper(e, "ll_float_truediv"),
        BinaryOp::FloorDiv => helper(e, "ll_float_floordiv"),
        BinaryOp::Mod => helper(e, "ll_float_mod"),
        BinaryOp::Pow => helper(e, "ll_float_pow"),
        _ => return None,
    }))
}

pub fn unary(e: &mut Emitter, op: UnaryOp, x: Value) -> Option<Typed> {
    Some(match op {
        UnaryOp::Neg => typed(e.prim(Prim::FloatNeg, &[x])),
        UnaryOp::Pos => typed(x),
        UnaryOp::Not => {
            let zero = e.float(0.0);
            super::boolean::typed(e.prim(Prim::FloatEq, &[x, zero]))
        }
        UnaryOp::Invert => return None,
    })
}

pub fn compare(e: &mut Emitter, op: CompareOp, a: Value, b: Value) -> Value {
    let prim = match op {
        CompareOp::Eq => Prim::FloatEq,
        CompareOp::Ne => Prim::FloatNe,
        CompareOp::Lt => Prim::FloatLt,
        CompareOp::Le => Prim::FloatLe,
        CompareOp::Gt => Prim::FloatGt,
        CompareOp::Ge => Prim::FloatGe,
        _ => unreachable!("not an order"),
    };
    e.prim(prim, &[a, b])
}

/// `x op i` for a float and an int, exactly: no rounding of the int.
pub fn compare_with_int(e: &mut Emitter, op: CompareOp, x: Value, i: Value) -> Value {
    let order = e.helper1("float", "ll_float_int_cmp", &[x, i], LlType::I64);
    by_order(e, op, order)
}

/// What a comparison gives where the order is -1, 0, 1, or 2 for nan.
pub fn by_order(e: &mut Emitter, op: CompareOp, order: Value) -> Value {
    let zero = e.int(0);
    match op {
        CompareOp::Gt | CompareOp::Ge => {
            // Only 1, or 0 and 1: nan's 2 is greater than both.
            let low = e.int(if op == CompareOp::Gt { 1 } else { 0 });
            let offset = e.prim(Prim::IntSub, &[order, low]);
            let count = e.int(if op == CompareOp::Gt { 1 } else { 2 });
            e.prim(Prim::UintLt, &[offset, count])
        }
        _ => super::int::compare(e, op, order, zero),
    }
}

pub fn str(e: &mut Emitter, x: Value) -> Value {
    e.helper1("float", "ll_float_repr", &[x], LlType::Ptr(STR))
}
