//! `x1, ..., xn = y` and `x1, *rest, xn = y`.

use crate::emit::{Emitter, Typed};
use crate::repr::components;
use crate::reprs::{container, int, iterator, range, special};
use naja_annotator::annotation::{Annotation, Member};
use naja_annotator::classes::is_object;
use naja_ir::prim::Prim;

/// `v1, ..., vn = x`.
pub fn unpack(e: &mut Emitter, x: &Typed, n: usize, results: &[Annotation]) -> Vec<Typed> {
    let whole = Annotation::of(Member::Tuple(results.to_vec()));
    let tuple = e.dispatch(x, &whole, &mut |e, x| match x.member() {
        Member::Tuple(items) if items.len() == n => x,
        Member::Tuple(items) => {
            let message = if items.len() > n {
                format!("too many values to unpack (expected {n})")
            } else {
                format!("not enough values to unpack (expected {n}, got {})", items.len())
            };
            e.raise("ValueError", &message);
            e.unreachable(&whole)
        }
        Member::Range(_) => {
            let count = range::count(e, &x);
            let items = (0..n).map(|i| {
                let i = e.int(i as i64);
                let offset = e.prim(Prim::IntMul, &[i, x.v[2]]);
                int::typed(e.prim(Prim::IntAdd, &[x.v[0], offset]))
            });
            let items: Vec<Typed> = items.collect();
            let expected = e.int(n as i64);
            e.helper("range", "ll_check_count", &[count, expected]);
            e.new_tuple(items)
        }
        m if is_iterable(m) => {
            let items = taken(e, &x, n, results);
            e.new_tuple(items)
        }
        other => {
            let message = format!("cannot unpack non-iterable {} object", e.type_name(other));
            e.raise("TypeError", &message);
            e.unreachable(&whole)
        }
    });
    e.tuple_items(&tuple)
}

fn is_iterable(m: &Member) -> bool {
    !matches!(m, Member::None | Member::Bool(_) | Member::Int(_) | Member::BigInt | Member::Float | Member::Instance(_))
        && !crate::repr::is_unit(m)
}

/// The state of a loop over x, as its own member.
fn state_of(e: &mut Emitter, x: &Typed) -> Typed {
    if is_object(x.member()) {
        let s = special::state(e, x);
        return iterator::iter(e, x, &s);
    }
    let s = match x.member().clone() {
        Member::Container(naja_annotator::annotation::Container::Dict, sites) => {
            Member::DictIter(naja_annotator::annotation::View::Keys, sites)
        }
        Member::Container(kind, sites) => Member::ContainerIter(kind, sites),
        Member::DictView(view, sites) => Member::DictIter(view, sites),
        Member::Str => Member::StrIter,
        Member::Bytes => Member::BytesIter,
        Member::ByteArray => Member::ByteArrayIter,
        Member::Tuple(items) => Member::TupleIter(items),
        Member::Range(facts) => Member::RangeIter(facts),
        m => m,
    };
    iterator::iter(e, x, &Annotation::of(s))
}

/// Exactly n items of x, one after the other.
fn taken(e: &mut Emitter, x: &Typed, n: usize, results: &[Annotation]) -> Vec<Typed> {
    let mut state = state_of(e, x);
    let mut items = Vec::new();
    for (i, result) in results.iter().enumerate() {
        let missing = e.graph.new_block();
        let (item, rest) = iterator::take(e, &state, result, missing);
        let there = e.block;
        e.block = missing;
        e.raise("ValueError", &format!("not enough values to unpack (expected {n}, got {i})"));
        e.block = there;
        items.push(item);
        state = rest;
    }
    let done = e.graph.new_block();
    iterator::take(e, &state, &results.last().cloned().unwrap_or_default(), done);
    e.raise("ValueError", &format!("too many values to unpack (expected {n})"));
    e.block = done;
    items
}

/// `v1, *list, vn = x`: all are put into a list; what is not its middle leaves it.
pub fn unpack_star(e: &mut Emitter, x: &Typed, before: usize, after: usize, results: &[Annotation]) -> Vec<Typed> {
    let whole = Annotation::of(Member::Tuple(results.to_vec()));
    let tuple = e.dispatch(x, &whole, &mut |e, x| {
        if let Member::Tuple(items) = x.member() {
            if items.len() < before + after {
                let got = items.len();
                let least = before + after;
                e.raise("ValueError", &format!("not enough values to unpack (expected at least {least}, got {got})"));
                return e.unreachable(&whole);
            }
            let mut items = e.tuple_items(&x);
            let end = items.len() - after;
            let middle: Vec<Typed> = items.drain(before..end).collect();
            let list = container::new_list(e, &middle, &results[before]);
            items.insert(before, list);
            return e.new_tuple(items);
        }
        if !is_iterable(x.member()) {
            e.raise("TypeError", &format!("cannot unpack non-iterable {} object", e.type_name(x.member())));
            return e.unreachable(&whole);
        }
        let items = gathered(e, &x, before, after, results);
        e.new_tuple(items)
    });
    e.tuple_items(&tuple)
}

fn gathered(e: &mut Emitter, x: &Typed, before: usize, after: usize, results: &[Annotation]) -> Vec<Typed> {
    let mut state = state_of(e, x);
    let least = before + after;
    let mut items = Vec::new();
    for (i, result) in results[..before].iter().enumerate() {
        let missing = e.graph.new_block();
        let (item, rest) = iterator::take(e, &state, result, missing);
        let there = e.block;
        e.block = missing;
        e.raise("ValueError", &format!("not enough values to unpack (expected at least {least}, got {i})"));
        e.block = there;
        items.push(item);
        state = rest;
    }
    // The loop that puts the rest into the list.
    let list = container::new_list(e, &[], &results[before]);
    let held = e.l.contents(&container::parts(&list).1).items;
    let types = components(&state.s);
    let (head, params) = e.new_block(&types);
    let (done, _) = e.new_block(&[]);
    let v = state.v.clone();
    e.jump(head, &v);
    e.block = head;
    let at = Typed { s: state.s.clone(), v: params };
    if held.is_never() {
        e.jump(done, &[]);
    } else {
        let none = e.graph.new_block();
        let (item, rest) = iterator::take(e, &at, &held, none);
        container::append(e, &list, &item);
        e.jump(head, &rest.v);
        e.block = none;
        e.jump(done, &[]);
    }
    e.block = done;
    // Those behind it come from its end.
    let p = container::pointer(e, &list);
    let length = container::length(e, p);
    let n = e.int(after as i64);
    let short = e.prim(Prim::IntLt, &[length, n]);
    let (missing, enough) = e.branch(short);
    e.block = missing;
    let (front, least) = (e.int(before as i64), e.int(least as i64));
    e.helper("entries", "ll_too_few", &[front, length, least]);
    e.jump(enough, &[]);
    e.block = enough;
    let mut last: Vec<Typed> = Vec::new();
    for result in results[before + 1..].iter().rev() {
        let v = e.helper1("list", "ll_list_pop", &[p], crate::repr::item_class(&held).value_type());
        let item = e.unstored(v, &held);
        last.push(e.convert(item, result));
    }
    items.push(list);
    items.extend(last.into_iter().rev());
    items
}
