//! tuple: its items side by side, or a struct where they are many.

use crate::emit::{Emitter, Typed};
use crate::operations::{compare, equal};
use naja_annotator::annotation::{Annotation, Member};
use naja_ir::flow::CompareOp;
use naja_ir::graph::Value;
use naja_ir::lltype::LlType;
use naja_ir::prim::Prim;

/// `a == b` on two tuples.
pub fn equal_tuples(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    let (items_a, items_b) = (e.tuple_items(a), e.tuple_items(b));
    if items_a.len() != items_b.len() {
        return e.bool(false);
    }
    all(e, items_a.into_iter().zip(items_b).collect())
}

/// Are all pairs equal? The first pair that is not ends the search.
fn all(e: &mut Emitter, mut pairs: Vec<(Typed, Typed)>) -> Value {
    let Some((a, b)) = pairs.pop() else { return e.bool(true) };
    let (join, result) = e.new_block(&[LlType::Bool]);
    let last = (a, b);
    for (a, b) in pairs {
        let same = identical_or_equal(e, &a, &b);
        let (_, differ) = e.branch(same);
        let next = e.block;
        e.block = differ;
        let no = e.bool(false);
        e.jump(join, &[no]);
        e.block = next;
    }
    let same = identical_or_equal(e, &last.0, &last.1);
    e.jump(join, &[same]);
    e.block = join;
    result[0]
}

/// `a < b` and its like on two tuples: by the first pair that differs.
pub fn order(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    let (items_a, items_b) = (e.tuple_items(a), e.tuple_items(b));
    let (join, result) = e.new_block(&[LlType::Bool]);
    let (len_a, len_b) = (items_a.len(), items_b.len());
    for (a, b) in items_a.into_iter().zip(items_b) {
        let same = identical_or_equal(e, &a, &b);
        let (next, differ) = e.branch(same);
        e.block = differ;
        let decided = compare(e, op, &a, &b);
        e.jump(join, &[decided]);
        e.block = next;
    }
    let decided = match op {
        CompareOp::Lt => len_a < len_b,
        CompareOp::Le => len_a <= len_b,
        CompareOp::Gt => len_a > len_b,
        _ => len_a >= len_b,
    };
    let decided = e.bool(decided);
    e.jump(join, &[decided]);
    e.block = join;
    result[0]
}

/// As containers compare their items: what is the same object is equal, a nan
/// included. Two floats count as one object where their bits are the same.
pub fn identical_or_equal(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    let same = equal(e, a, b);
    match (a.s.single(), b.s.single()) {
        (Some(Member::Float), Some(Member::Float)) => {
            let (x, y) = (e.prim(Prim::FloatBits, &a.v), e.prim(Prim::FloatBits, &b.v));
            let identical = e.prim(Prim::IntEq, &[x, y]);
            e.op1(naja_ir::lowlevel::LlOp::Select, &[same, same, identical], LlType::Bool)
        }
        _ => same,
    }
}

/// `x in t`.
pub fn contains(e: &mut Emitter, x: &Typed, t: &Typed) -> Value {
    let (join, result) = e.new_block(&[LlType::Bool]);
    for item in e.tuple_items(t) {
        let same = identical_or_equal(e, &item, x);
        let (_, next) = e.branch(same);
        let yes = e.bool(true);
        e.jump(join, &[yes]);
        e.block = next;
    }
    let no = e.bool(false);
    e.jump(join, &[no]);
    e.block = join;
    result[0]
}

/// `t[i]`: a constant index chooses an item, any other is tried one by one.
pub fn getitem(e: &mut Emitter, t: &Typed, i: Value, known: Option<i64>, result: &Annotation) -> Typed {
    let items = e.tuple_items(t);
    let n = items.len() as i64;
    if let Some(i) = known {
        let at = if i < 0 { i + n } else { i };
        if (0..n).contains(&at) {
            return e.convert(items[at as usize].clone(), result);
        }
        e.raise("IndexError", "tuple index out of range");
        return e.unreachable(result);
    }
    let (join, params) = e.new_block(&crate::repr::components(result));
    for (at, item) in items.into_iter().enumerate() {
        let (front, back) = (e.int(at as i64), e.int(at as i64 - n));
        let is_front = e.prim(Prim::IntEq, &[i, front]);
        let is_back = e.prim(Prim::IntEq, &[i, back]);
        let here = e.op1(naja_ir::lowlevel::LlOp::Select, &[is_front, is_front, is_back], LlType::Bool);
        let (_, next) = e.branch(here);
        let item = e.convert(item, result);
        e.jump(join, &item.v);
        e.block = next;
    }
    e.raise("IndexError", "tuple index out of range");
    e.block = join;
    Typed { s: result.clone(), v: params }
}

/// The state of a loop over a tuple: the index of the next item, and the tuple.
pub fn iter(e: &mut Emitter, t: &Typed) -> Typed {
    let Member::Tuple(items) = t.member().clone() else { unreachable!("iterates a tuple") };
    let mut v = vec![e.int(0)];
    v.extend(&t.v);
    Typed::new(Member::TupleIter(items), v)
}

pub fn has_next(e: &mut Emitter, state: &Typed) -> Value {
    let Member::TupleIter(items) = state.member() else { unreachable!("steps a tuple") };
    let n = e.int(items.len() as i64);
    e.prim(Prim::IntLt, &[state.v[0], n])
}

/// The item, as the annotation of the loop variable asks, and the state behind it.
pub fn next(e: &mut Emitter, state: &Typed, item: &Annotation) -> (Typed, Typed) {
    let Member::TupleIter(items) = state.member().clone() else { unreachable!("steps a tuple") };
    let tuple = Typed::new(Member::Tuple(items), state.v[1..].to_vec());
    let item = getitem(e, &tuple, state.v[0], None, item);
    let one = e.int(1);
    let mut v = vec![e.prim(Prim::IntAdd, &[state.v[0], one])];
    v.extend(&state.v[1..]);
    (item, Typed { s: state.s.clone(), v })
}

/// `repr(t)`; the pieces are joined at once.
pub fn repr(e: &mut Emitter, t: &Typed) -> Value {
    let items = e.tuple_items(t);
    let mut pieces = vec![e.string("(")];
    let n = items.len();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            pieces.push(e.string(", "));
        }
        pieces.push(crate::operations::repr(e, item));
    }
    pieces.push(e.string(if n == 1 { ",)" } else { ")" }));
    super::string::concat(e, &pieces)
}
