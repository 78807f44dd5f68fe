//! bigint: an immutable object with a sign and digits (`rlib/bigint.py`). What meets
//! one becomes one, but where the library has a function for a machine int.

use super::{boolean, float, int};
use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::{Annotation, Member};
use naja_ir::flow::{BinaryOp, CompareOp, UnaryOp};
use naja_ir::graph::Value;
use naja_ir::lltype::{BIG_INT, LlType, STR};
use naja_ir::lowlevel::{Static, StaticTail, StaticValue};
use num_bigint::{BigInt, Sign};

pub const TYPE: LlType = LlType::Ptr(BIG_INT);

/// Results that are longer are computed when the program runs.
const MOST_FOLDED_BITS: u64 = 1 << 13;

pub fn typed(v: Value) -> Typed {
    Typed::new(Member::BigInt, vec![v])
}

pub fn is_big(m: &Member) -> bool {
    matches!(m, Member::BigInt)
}

/// An int of any size, or a bool.
pub fn is_integral(m: &Member) -> bool {
    matches!(m, Member::Bool(_) | Member::Int(_) | Member::BigInt)
}

pub fn constant(e: &mut Emitter, n: &BigInt) -> Value {
    let digits = n.magnitude().to_u32_digits();
    e.static_object(Static {
        ty: BIG_INT,
        fields: vec![StaticValue::Bool(n.sign() == Sign::Minus)],
        tail: StaticTail::Items(digits.into_iter().map(|d| StaticValue::Int(d as i64)).collect()),
    })
}

/// The number that a value is known to be.
fn known(e: &Emitter, x: &Typed) -> Option<BigInt> {
    match e.constant(x.one())? {
        StaticValue::Int(n) => Some(n.into()),
        StaticValue::Bool(b) => Some((b as i64).into()),
        StaticValue::Ptr(id) => {
            let Static { fields, tail: StaticTail::Items(items), .. } = &e.l.program.statics[id] else { return None };
            let digits = items.iter().map(|d| if let StaticValue::Int(d) = d { *d as u32 } else { 0 }).collect();
            let sign = if fields[0] == StaticValue::Bool(true) { Sign::Minus } else { Sign::Plus };
            Some(BigInt::new(sign, digits))
        }
        _ => None,
    }
}

/// An int, a bool or a big int as a big int.
pub fn as_big(e: &mut Emitter, x: &Typed) -> Value {
    if is_big(x.member()) {
        return x.one();
    }
    if let Some(n) = known(e, x) {
        return constant(e, &n);
    }
    let i = int::as_int(e, x);
    e.helper1("bigint", "ll_big_from_int", &[i], TYPE)
}

fn big_helper(e: &mut Emitter, module: &str, name: &str, args: &[Value]) -> Typed {
    typed(e.helper1(module, name, args, TYPE))
}

/// `a op b` of ints, of which one is big, or the result is; a power known to be
/// negative gives a float.
pub fn binary(e: &mut Emitter, op: BinaryOp, a: &Typed, b: &Typed, gives_float: bool) -> Option<Typed> {
    if let (Some(x), Some(y)) = (known(e, a), known(e, b))
        && let Some(n) = folded(op, &x, &y)
    {
        return Some(typed(constant(e, &n)));
    }
    if op == BinaryOp::Pow && gives_float {
        let args = [float::as_float(e, a), float::as_float(e, b)];
        return Some(float::typed(e.helper1("float", "ll_float_pow", &args, LlType::F64)));
    }
    // Where one operand is a machine int, as it is.
    let machine = |e: &mut Emitter, big: &Typed, small: &Typed, module: &str, name: &str| {
        let i = int::as_int(e, small);
        big_helper(e, module, name, &[big.one(), i])
    };
    let (a_big, b_big) = (is_big(a.member()), is_big(b.member()));
    match op {
        BinaryOp::Add if a_big && !b_big => return Some(machine(e, a, b, "bigint", "ll_big_add_int")),
        BinaryOp::Add if !a_big && b_big => return Some(machine(e, b, a, "bigint", "ll_big_add_int")),
        BinaryOp::Sub if a_big && !b_big => return Some(machine(e, a, b, "bigint", "ll_big_sub_int")),
        BinaryOp::Mul if a_big && !b_big => return Some(machine(e, a, b, "bigint", "ll_big_mul_int")),
        BinaryOp::Mul if !a_big && b_big => return Some(machine(e, b, a, "bigint", "ll_big_mul_int")),
        BinaryOp::LShift if a_big && !b_big => return Some(machine(e, a, b, "bigint_bits", "ll_big_lshift")),
        BinaryOp::RShift if a_big && !b_big => return Some(machine(e, a, b, "bigint_bits", "ll_big_rshift")),
        BinaryOp::Pow if a_big && !b_big => return Some(machine(e, a, b, "bigint", "ll_big_pow_int")),
        _ => {}
    }
    let (module, name) = match op {
        BinaryOp::Add => ("bigint", "ll_big_add"),
        BinaryOp::Sub => ("bigint", "ll_big_sub"),
        BinaryOp::Mul => ("bigint", "ll_big_mul"),
        BinaryOp::FloorDiv => ("bigint", "ll_big_floordiv"),
        BinaryOp::Mod => ("bigint", "ll_big_mod"),
        BinaryOp::Pow => ("bigint", "ll_big_pow"),
        BinaryOp::And => ("bigint_bits", "ll_big_and"),
        BinaryOp::Or => ("bigint_bits", "ll_big_or"),
        BinaryOp::Xor => ("bigint_bits", "ll_big_xor"),
        BinaryOp::LShift => ("bigint_bits", "ll_big_lshift_big"),
        BinaryOp::RShift => ("bigint_bits", "ll_big_rshift_big"),
        BinaryOp::TrueDiv => {
            let args = [as_big(e, a), as_big(e, b)];
            return Some(float::typed(e.helper1("bigint_float", "ll_big_truediv", &args, LlType::F64)));
        }
        BinaryOp::MatMul => return None,
    };
    let args = [as_big(e, a), as_big(e, b)];
    Some(big_helper(e, module, name, &args))
}

/// `a op b` of constants, where the result has room in the program.
fn folded(op: BinaryOp, a: &BigInt, b: &BigInt) -> Option<BigInt> {
    match op {
        BinaryOp::Add => Some(a + b),
        BinaryOp::Sub => Some(a - b),
        BinaryOp::Mul => Some(a * b).filter(|n| n.bits() <= MOST_FOLDED_BITS),
        BinaryOp::LShift => {
            let n = u64::try_from(b).ok().filter(|n| a.bits() + n <= MOST_FOLDED_BITS)?;
            Some(a << n)
        }
        BinaryOp::Pow => {
            let n = u32::try_from(b).ok().filter(|&n| a.bits().saturating_mul(n.into()) <= MOST_FOLDED_BITS)?;
            Some(a.pow(n))
        }
        _ => None,
    }
}

pub fn unary(e: &mut Emitter, op: UnaryOp, x: &Typed) -> Typed {
    if op == UnaryOp::Neg
        && let Some(n) = known(e, x)
    {
        return typed(constant(e, &-n));
    }
    match op {
        UnaryOp::Neg => big_helper(e, "bigint", "ll_big_neg", &x.v),
        UnaryOp::Pos => x.clone(),
        UnaryOp::Invert => big_helper(e, "bigint", "ll_big_invert", &x.v),
        UnaryOp::Not => {
            let t = truth(e, x);
            boolean::typed(e.prim(naja_ir::prim::Prim::BoolNot, &[t]))
        }
    }
}

pub fn truth(e: &mut Emitter, x: &Typed) -> Value {
    e.helper1("bigint", "ll_big_truth", &x.v, LlType::Bool)
}

/// `a op b` of numbers, of which one is a big int: by their order, which is 2 where
/// one is nan.
pub fn compare(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    if !is_big(a.member()) {
        return compare(e, crate::operations::mirrored(op), b, a);
    }
    let order = match b.member() {
        Member::Float => {
            let order = e.helper1("bigint_float", "ll_big_cmp_float", &[a.one(), b.one()], LlType::I64);
            return float::by_order(e, op, order);
        }
        Member::BigInt => e.helper1("bigint", "ll_big_cmp", &[a.one(), b.one()], LlType::I64),
        _ => {
            let i = int::as_int(e, b);
            e.helper1("bigint", "ll_big_cmp_int", &[a.one(), i], LlType::I64)
        }
    };
    let zero = e.int(0);
    int::compare(e, op, order, zero)
}

pub fn str(e: &mut Emitter, x: Value) -> Value {
    e.helper1("bigint_text", "ll_big_str", &[x], LlType::Ptr(STR))
}

/// As an index, which raises IndexError where there is no such place.
pub fn as_index(e: &mut Emitter, x: &Typed) -> Value {
    match x.member() {
        Member::BigInt => e.helper1("bigint_index", "ll_big_index", &x.v, LlType::I64),
        _ => int::as_int(e, x),
    }
}

/// As a bound of a slice: None stays None.
pub fn as_bound(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| match x.member() {
        Member::BigInt => int::typed(e.helper1("bigint_index", "ll_big_bound", &x.v, LlType::I64)),
        _ => x,
    })
}
