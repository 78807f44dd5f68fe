//! bytes and bytearray: their operations are in `rlib/bytes.py`, which takes a tail
//! and how many of its bytes count.

use super::{boolean, container, int};
use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::{Annotation, Member};
use naja_ir::flow::CompareOp;
use naja_ir::graph::Value;
use naja_ir::lltype::{BYTES, LlType, STR};
use naja_ir::lowlevel::LlOp;

pub fn is_bytes(m: &Member) -> bool {
    matches!(m, Member::Bytes | Member::ByteArray)
}

/// The tail and how many of its bytes count.
pub fn tail(e: &mut Emitter, x: &Typed) -> [Value; 2] {
    match x.member() {
        Member::Bytes => [x.one(), len(e, x)],
        _ => [container::items(e, x.one()), len(e, x)],
    }
}

pub fn len(e: &mut Emitter, x: &Typed) -> Value {
    match x.member() {
        Member::Bytes => e.op1(LlOp::TailLen(BYTES), &[x.one()], LlType::I64),
        _ => container::length(e, x.one()),
    }
}

fn tails(e: &mut Emitter, a: &Typed, b: &Typed) -> Vec<Value> {
    [tail(e, a), tail(e, b)].concat()
}

pub fn equal(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    let args = tails(e, a, b);
    e.helper1("bytes", "ll_bytes_eq", &args, LlType::Bool)
}

/// `a + b` of bytes.
pub fn concat(e: &mut Emitter, a: Value, b: Value) -> Typed {
    let grows = e.bool(false);
    let ty = LlType::Ptr(BYTES);
    Typed::new(Member::Bytes, vec![e.helper1("bytes", "ll_bytes_add", &[a, b, grows], ty)])
}

/// `<`, `<=`, `>`, `>=`.
pub fn order(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    let args = tails(e, a, b);
    let order = e.helper1("bytes", "ll_bytes_cmp", &args, LlType::I64);
    let zero = e.int(0);
    int::compare(e, op, order, zero)
}

/// `b[i]`.
pub fn getitem(e: &mut Emitter, x: &Typed, i: Value) -> Typed {
    int::typed(match x.member() {
        Member::Bytes => {
            let [items, n] = tail(e, x);
            e.helper1("bytes", "ll_bytes_getitem", &[items, n, i], LlType::I64)
        }
        _ => e.helper1("bytearray", "ll_bytearray_getitem", &[x.one(), i], LlType::I64),
    })
}

/// `a[i] = x` of a bytearray.
pub fn setitem(e: &mut Emitter, a: &Typed, i: Value, x: &Typed) {
    let a = a.one();
    e.dispatch(x, &Annotation::none(), &mut |e, x| {
        match x.member() {
            Member::Int(_) | Member::Bool(_) | Member::BigInt => {
                let byte = int::as_int(e, &x);
                e.helper("bytearray", "ll_bytearray_setitem", &[a, i, byte]);
            }
            m => {
                let message = format!("'{}' object cannot be interpreted as an integer", e.type_name(m));
                e.raise("TypeError", &message);
            }
        }
        Typed::new(Member::None, vec![])
    });
}

/// `x in b`.
pub fn contains(e: &mut Emitter, b: &Typed, x: &Typed) -> Typed {
    let b = tail(e, b);
    e.dispatch(x, &Annotation::bool(), &mut |e, x| match x.member() {
        Member::Int(_) | Member::Bool(_) | Member::BigInt => {
            let byte = int::as_int(e, &x);
            boolean::typed(e.helper1("bytes", "ll_bytes_contains_int", &[b[0], b[1], byte], LlType::Bool))
        }
        m if is_bytes(m) => {
            let args = [b, tail(e, &x)].concat();
            boolean::typed(e.helper1("bytes", "ll_bytes_contains", &args, LlType::Bool))
        }
        m => {
            let message = format!("a bytes-like object is required, not '{}'", e.type_name(m));
            e.raise("TypeError", &message);
            e.unreachable(&Annotation::bool())
        }
    })
}

pub fn repr(e: &mut Emitter, x: &Typed) -> Value {
    let args = tail(e, x);
    let name = if *x.member() == Member::Bytes { "ll_bytes_repr" } else { "ll_bytearray_repr" };
    e.helper1("bytes", name, &args, LlType::Ptr(STR))
}

/// `str(b, encoding, errors)`.
pub fn decode(e: &mut Emitter, x: &Typed, encoding: Value, errors: Value) -> Value {
    let [items, n] = tail(e, x);
    e.helper1("codec", "ll_bytes_decode", &[items, n, encoding, errors], LlType::Ptr(STR))
}

/// `b[::-1]`.
pub fn reversed(e: &mut Emitter, x: &Typed) -> Typed {
    let [items, n] = tail(e, x);
    let (zero, back, none) = (e.int(0), e.int(-1), e.bool(false));
    let args = [items, n, zero, zero, back, none, none];
    Typed::new(Member::Bytes, vec![e.helper1("bytes", "ll_bytes_slice_step", &args, LlType::Ptr(BYTES))])
}
