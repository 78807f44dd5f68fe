//! range: start, stop and step in registers; a loop over one needs no object.

use crate::emit::{Emitter, Typed};
use naja_annotator::annotation::{Interval, Member, RangeFacts};
use naja_ir::graph::Value;
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::StaticValue;
use naja_ir::prim::Prim;

/// `range(...)` of one to three ints.
pub fn new(e: &mut Emitter, args: &[Value], facts: RangeFacts) -> Typed {
    let (start, stop, step) = match *args {
        [stop] => (e.int(0), stop, e.int(1)),
        [start, stop] => (start, stop, e.int(1)),
        [start, stop, step] => {
            // A step that is known not to be 0 needs no check.
            if !matches!(e.constant(step), Some(StaticValue::Int(n)) if n != 0) {
                e.helper("range", "ll_check_step", &[step]);
            }
            (start, stop, step)
        }
        _ => unreachable!("the annotator counted the arguments of range"),
    };
    Typed::new(Member::Range(facts), vec![start, stop, step])
}

/// The number of items, as an unsigned 64-bit integer.
pub fn count(e: &mut Emitter, range: &Typed) -> Value {
    e.helper1("range", "ll_range_count", &range.v, LlType::I64)
}

/// `len(range)`: OverflowError beyond the ints.
pub fn len(e: &mut Emitter, range: &Typed) -> Value {
    e.helper1("range", "ll_range_len", &range.v, LlType::I64)
}

/// The state of a loop: next and stop where it counts by 1 or -1, else next,
/// the number of items left, and step.
pub fn iter(e: &mut Emitter, range: &Typed) -> Typed {
    let Member::Range(facts) = *range.member() else { unreachable!("iterates a range") };
    let [start, stop, step] = range.v[..] else { unreachable!("a range has three components") };
    let v = match facts.step.is_constant() {
        Some(1 | -1) => vec![start, stop],
        _ => {
            let left = count(e, range);
            vec![start, left, step]
        }
    };
    Typed::new(Member::RangeIter(facts), v)
}

/// The same state, held as that of a range whose step is not known.
pub fn general(e: &mut Emitter, state: &Typed) -> Vec<Value> {
    let Some(by) = step(state) else { return state.v.clone() };
    let by = e.int(by);
    let left = e.helper1("range", "ll_range_count", &[state.v[0], state.v[1], by], LlType::I64);
    vec![state.v[0], left, by]
}

/// The state of a loop over it backwards.
pub fn reversed(e: &mut Emitter, range: &Typed) -> Typed {
    let left = count(e, range);
    let (one, zero) = (e.int(1), e.int(0));
    let steps = e.prim(Prim::IntSub, &[left, one]);
    // Both may wrap where there are no items, and nobody looks.
    let way = e.prim(Prim::IntMul, &[steps, range.v[2]]);
    let last = e.prim(Prim::IntAdd, &[range.v[0], way]);
    let back = e.prim(Prim::IntSub, &[zero, range.v[2]]);
    Typed::new(Member::RangeIter(any_facts()), vec![last, left, back])
}

/// Is there another item?
pub fn has_next(e: &mut Emitter, state: &Typed) -> Value {
    match step(state) {
        Some(1) => e.prim(Prim::IntLt, &[state.v[0], state.v[1]]),
        Some(-1) => e.prim(Prim::IntGt, &[state.v[0], state.v[1]]),
        _ => {
            let zero = e.int(0);
            e.prim(Prim::IntNe, &[state.v[1], zero])
        }
    }
}

/// The item and the state behind it, where there is one.
pub fn next(e: &mut Emitter, state: &Typed) -> (Typed, Typed) {
    let item = super::int::typed(state.v[0]);
    let v = match step(state) {
        Some(by) => {
            // Cannot wrap: the item lies short of stop.
            let by = e.int(by);
            vec![e.prim(Prim::IntAdd, &[state.v[0], by]), state.v[1]]
        }
        None => {
            // May wrap behind the last item, where nobody looks.
            let one = e.int(1);
            let next = e.prim(Prim::IntAdd, &[state.v[0], state.v[2]]);
            vec![next, e.prim(Prim::IntSub, &[state.v[1], one]), state.v[2]]
        }
    };
    (item, Typed { s: state.s.clone(), v })
}

fn step(state: &Typed) -> Option<i64> {
    let Member::RangeIter(RangeFacts { step, .. }) = state.member() else { unreachable!("steps a range") };
    step.is_constant().filter(|n| matches!(n, 1 | -1))
}

/// Facts of a range of which nothing is known.
pub fn any_facts() -> RangeFacts {
    RangeFacts { items: Interval::FULL, step: Interval::FULL }
}
