//! str: UTF-8 with a code-point length; its operations are in `rlib/string.py`.

use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::Member;
use naja_ir::flow::CompareOp;
use naja_ir::graph::Value;
use naja_ir::lltype::{LlType, STR, STR_ARRAY};
use naja_ir::lowlevel::{LlOp, StaticTail, StaticValue};
use naja_ir::prim::Prim;

pub const TYPE: LlType = LlType::Ptr(STR);

pub fn typed(v: Value) -> Typed {
    Typed::new(Member::Str, vec![v])
}

/// The number of code points.
pub fn len(e: &mut Emitter, s: Value) -> Value {
    e.op1(LlOp::GetField(STR, 0), &[s], LlType::I64)
}

pub fn compare(e: &mut Emitter, op: CompareOp, a: Value, b: Value) -> Value {
    match op {
        CompareOp::Eq => e.helper1("string", "ll_str_eq", &[a, b], LlType::Bool),
        CompareOp::Ne => {
            let equal = e.helper1("string", "ll_str_eq", &[a, b], LlType::Bool);
            e.prim(Prim::BoolNot, &[equal])
        }
        _ => {
            let order = e.helper1("string", "ll_str_cmp", &[a, b], LlType::I64);
            let zero = e.int(0);
            super::int::compare(e, op, order, zero)
        }
    }
}

/// `s[::-1]`.
pub fn reversed(e: &mut Emitter, s: Value) -> Value {
    let (zero, back, none) = (e.int(0), e.int(-1), e.bool(false));
    e.helper1("string_index", "ll_str_slice_step", &[s, zero, zero, back, none, none], TYPE)
}

pub fn repr(e: &mut Emitter, s: Value) -> Value {
    if let Some(text) = constant_text(e, s)
        && text.bytes().all(|b| (b' '..0x7f).contains(&b) && b != b'\\' && b != b'\'')
    {
        return e.string(&format!("'{text}'"));
    }
    e.helper1("string", "ll_str_repr", &[s], TYPE)
}

/// The text of a string that is known when the program is compiled.
pub fn constant_text(e: &Emitter, s: Value) -> Option<String> {
    match e.constant(s)? {
        StaticValue::Ptr(id) => match &e.l.program.statics[id].tail {
            StaticTail::Bytes(bytes) => String::from_utf8(bytes.clone()).ok(),
            _ => None,
        },
        _ => None,
    }
}

/// All these strings, one behind the other; neighbours that are constants are
/// joined when the program is compiled.
pub fn concat(e: &mut Emitter, pieces: &[Value]) -> Value {
    let pieces = join_constants(e, pieces);
    match pieces.as_slice() {
        [] => e.string(""),
        [one] => *one,
        [a, b] => {
            let grows = e.bool(false);
            e.helper1("string", "ll_str_add", &[*a, *b, grows], TYPE)
        }
        _ => {
            let n = e.int(pieces.len() as i64);
            let array = e.op1(LlOp::NewTail(STR_ARRAY), &[n], LlType::Ptr(STR_ARRAY));
            for (i, &piece) in pieces.iter().enumerate() {
                let i = e.int(i as i64);
                e.op0(LlOp::SetItem(STR_ARRAY), &[array, i, piece]);
            }
            e.helper1("string", "ll_join_array", &[array], TYPE)
        }
    }
}

/// The same strings with neighbouring constants made one and empty ones left out.
pub fn join_constants(e: &mut Emitter, pieces: &[Value]) -> Vec<Value> {
    let mut joined = Vec::new();
    let mut pending = String::new();
    for &piece in pieces {
        match constant_text(e, piece) {
            Some(text) => pending += &text,
            None => {
                if !pending.is_empty() {
                    joined.push(e.string(&std::mem::take(&mut pending)));
                }
                joined.push(piece);
            }
        }
    }
    if !pending.is_empty() {
        joined.push(e.string(&pending));
    }
    joined
}
