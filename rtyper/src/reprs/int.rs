//! int: a checked 64-bit word. What takes more than an operation is in `rlib/int.py`.

use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::{Interval, Member};
use naja_ir::flow::{BinaryOp, CompareOp, UnaryOp};
use naja_ir::graph::{Terminator, Value};
use naja_ir::lltype::{LlType, STR};
use naja_ir::prim::Prim;

pub fn typed(v: Value) -> Typed {
    Typed::new(Member::Int(Interval::FULL), vec![v])
}

/// An int or a bool as an i64; a big int where it fits, else it raises OverflowError.
pub fn as_int(e: &mut Emitter, x: &Typed) -> Value {
    match x.member() {
        Member::Bool(_) => e.prim(Prim::BoolToInt, &[x.one()]),
        Member::BigInt => e.helper1("bigint_index", "ll_big_count", &[x.one()], LlType::I64),
        _ => x.one(),
    }
}

/// `a op b` on two ints; true division and a power known to be negative give floats.
pub fn binary(e: &mut Emitter, op: BinaryOp, a: Value, b: Value, gives_float: bool) -> Option<Typed> {
    let helper = |e: &mut Emitter, name| typed(e.helper1("int", name, &[a, b], LlType::I64));
    Some(match op {
        BinaryOp::Add => typed(e.prim(Prim::IntAddOvf, &[a, b])),
        BinaryOp::Sub => typed(e.prim(Prim::IntSubOvf, &[a, b])),
        BinaryOp::Mul => typed(e.prim(Prim::IntMulOvf, &[a, b])),
        BinaryOp::And => typed(e.prim(Prim::IntAnd, &[a, b])),
        BinaryOp::Or => typed(e.prim(Prim::IntOr, &[a, b])),
        BinaryOp::Xor => typed(e.prim(Prim::IntXor, &[a, b])),
        BinaryOp::FloorDiv => helper(e, "ll_int_floordiv"),
        BinaryOp::Mod => helper(e, "ll_int_mod"),
        BinaryOp::LShift => helper(e, "ll_int_lshift"),
        BinaryOp::RShift => helper(e, "ll_int_rshift"),
        BinaryOp::TrueDiv => super::float::typed(e.helper1("int", "ll_int_truediv", &[a, b], LlType::F64)),
        BinaryOp::Pow if gives_float => {
            let zero = e.int(0);
            let is_negative = e.prim(Prim::IntLt, &[b, zero]);
            let power = |e: &mut Emitter| {
                let (a, b) = (e.prim(Prim::IntToFloat, &[a]), e.prim(Prim::IntToFloat, &[b]));
                vec![e.helper1("float", "ll_float_pow", &[a, b], LlType::F64)]
            };
            // No int comes of it: where the exponent is not negative, it overflows.
            let overflow = |e: &mut Emitter| {
                helper(e, "ll_int_pow");
                e.end(Terminator::Unreachable);
                vec![e.zero(LlType::F64)]
            };
            super::float::typed(e.if_else(is_negative, &[LlType::F64], power, overflow)[0])
        }
        BinaryOp::Pow => helper(e, "ll_int_pow"),
        BinaryOp::MatMul => return None,
    })
}

/// `a op b` modulo 2**64, for the operations of which [`naja_annotator::wrapping`] speaks.
pub fn wrapping(e: &mut Emitter, op: BinaryOp, a: Value, b: Value) -> Typed {
    let prim = match op {
        BinaryOp::Add => Prim::IntAdd,
        BinaryOp::Sub => Prim::IntSub,
        BinaryOp::Mul => Prim::IntMul,
        BinaryOp::LShift => return typed(e.helper1("int", "ll_int_lshift_wrapping", &[a, b], LlType::I64)),
        _ => unreachable!("{op:?} does not wrap"),
    };
    typed(e.prim(prim, &[a, b]))
}

pub fn unary(e: &mut Emitter, op: UnaryOp, x: Value) -> Typed {
    match op {
        UnaryOp::Neg => {
            let zero = e.int(0);
            typed(e.prim(Prim::IntSubOvf, &[zero, x]))
        }
        UnaryOp::Pos => typed(x),
        UnaryOp::Invert => {
            let ones = e.int(-1);
            typed(e.prim(Prim::IntXor, &[x, ones]))
        }
        UnaryOp::Not => {
            let zero = e.int(0);
            super::boolean::typed(e.prim(Prim::IntEq, &[x, zero]))
        }
    }
}

pub fn compare(e: &mut Emitter, op: CompareOp, a: Value, b: Value) -> Value {
    let prim = match op {
        CompareOp::Eq => Prim::IntEq,
        CompareOp::Ne => Prim::IntNe,
        CompareOp::Lt => Prim::IntLt,
        CompareOp::Le => Prim::IntLe,
        CompareOp::Gt => Prim::IntGt,
        CompareOp::Ge => Prim::IntGe,
        _ => unreachable!("not an order"),
    };
    e.prim(prim, &[a, b])
}

pub fn str(e: &mut Emitter, x: Value) -> Value {
    e.helper1("int", "ll_int_str", &[x], LlType::Ptr(STR))
}
