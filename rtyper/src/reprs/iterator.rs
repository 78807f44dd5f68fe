//! The states of loops: values, of which each round makes the next one.

use super::{boolean, bytes, container, int, object, range, string, tuple};
use crate::emit::{Emitter, Typed};
use crate::repr::components;
use naja_annotator::annotation::{Annotation, Container, Member, View};
use naja_annotator::containers::is_state;
use naja_annotator::objects::is_object;
use naja_annotator::ops::library::is_stdin;
use naja_ir::graph::Value;
use naja_ir::lltype::{BUFFER, BYTES, LlType};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

/// The state with which a loop over x begins.
pub fn iter(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| {
        let zero = |e: &mut Emitter| e.int(0);
        match x.member().clone() {
            Member::Tuple(_) => tuple::iter(e, &x),
            Member::Range(_) => range::iter(e, &x),
            Member::Container(kind @ (Container::Set | Container::FrozenSet), sites) => {
                let (start, used) = (zero(e), container::len(e, &x));
                Typed::new(Member::ContainerIter(kind, sites), vec![start, used, x.one()])
            }
            Member::Container(Container::Dict, sites) => {
                let (start, used) = (zero(e), container::len(e, &x));
                Typed::new(Member::DictIter(View::Keys, sites), vec![start, used, used, x.one()])
            }
            Member::DictView(view, sites) => {
                let (start, used) = (zero(e), container::len(e, &x));
                Typed::new(Member::DictIter(view, sites), vec![start, used, used, x.one()])
            }
            Member::Container(kind, sites) => {
                let start = zero(e);
                Typed::new(Member::ContainerIter(kind, sites), vec![start, x.one()])
            }
            Member::Str => Typed::new(Member::StrIter, vec![zero(e), x.one()]),
            Member::Bytes => Typed::new(Member::BytesIter, vec![zero(e), x.one()]),
            Member::ByteArray => Typed::new(Member::ByteArrayIter, vec![zero(e), x.one()]),
            m if is_object(&m) => match object::special(e, &x, "__iter__", &[], wanted) {
                Some(state) => state,
                None => {
                    e.raise("TypeError", &format!("'{}' object is not iterable", e.type_name(&m)));
                    e.unreachable(wanted)
                }
            },
            m if is_state(&m) || is_stdin(&m) => x,
            m => {
                e.raise("TypeError", &format!("'{}' object is not iterable", e.type_name(&m)));
                e.unreachable(wanted)
            }
        }
    })
}

/// `enumerate(x, start)`: the state of a loop.
pub fn enumerate(e: &mut Emitter, x: &Typed, start: Option<&Typed>, wanted: &Annotation) -> Typed {
    let Some(Member::EnumerateIter(inner)) = wanted.single() else { panic!("{wanted:?} is no enumerate") };
    let state = iter(e, x, inner);
    let first = match start {
        Some(start) => int::as_int(e, start),
        None => e.int(0),
    };
    let v = [vec![first], state.v].concat();
    Typed { s: wanted.clone(), v }
}

/// `zip(...)`.
pub fn zip(e: &mut Emitter, args: &[Typed], wanted: &Annotation) -> Typed {
    let Some(Member::ZipIter(states)) = wanted.single() else { panic!("{wanted:?} is no zip") };
    let v = args.iter().zip(states).flat_map(|(x, s)| iter(e, x, s).v).collect();
    Typed { s: wanted.clone(), v }
}

/// `reversed(x)`.
pub fn reversed(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| match x.member().clone() {
        Member::Container(kind, sites) => {
            let n = container::len(e, &x);
            let one = e.int(1);
            let last = e.prim(Prim::IntSub, &[n, one]);
            Typed::new(Member::ReversedIter(kind, sites), vec![last, x.one()])
        }
        Member::Tuple(_) => {
            let items: Vec<Typed> = e.tuple_items(&x).into_iter().rev().collect();
            let back = e.new_tuple(items);
            tuple::iter(e, &back)
        }
        Member::Range(_) => range::reversed(e, &x),
        Member::Str => {
            let back = string::reversed(e, x.one());
            iter(e, &string::typed(back), &Annotation::of(Member::StrIter))
        }
        Member::Bytes => {
            let back = bytes::reversed(e, &x);
            iter(e, &back, &Annotation::of(Member::BytesIter))
        }
        m => {
            e.raise("TypeError", &format!("'{}' object is not reversible", e.type_name(&m)));
            e.unreachable(wanted)
        }
    })
}

/// One round: is there an item; the item (anything where there is none); the next state.
pub fn step(e: &mut Emitter, state: &Typed, item: &Annotation) -> (Value, Typed, Typed) {
    let types = [vec![LlType::Bool], components(item), components(&state.s)].concat();
    if state.s.members().len() > 1 {
        let (join, params) = e.new_block(&types);
        let blocks = e.switch_on_member(state);
        for (m, block) in state.s.members().to_vec().iter().zip(blocks) {
            e.block = block;
            let one = e.extract(state, m);
            let (more, found, rest) = step_one(e, &one, item);
            let (found, rest) = (e.convert(found, item), e.convert(rest, &state.s));
            let args = [vec![more], found.v, rest.v].concat();
            e.jump(join, &args);
        }
        e.block = join;
        let n = components(item).len();
        let found = Typed { s: item.clone(), v: params[1..=n].to_vec() };
        let rest = Typed { s: state.s.clone(), v: params[n + 1..].to_vec() };
        return (params[0], found, rest);
    }
    step_one(e, state, item)
}

fn step_one(e: &mut Emitter, state: &Typed, item: &Annotation) -> (Value, Typed, Typed) {
    if let Member::Object(_) = state.member() {
        let (more, found) = object::step(e, state, item);
        return (more, found, state.clone());
    }
    let types = [components(item), components(&state.s)].concat();
    let n = components(item).len();
    // Where there is no item the state is not looked at again.
    let more = has_next(e, state);
    let all = e.if_else(
        more,
        &types,
        |e| {
            let (found, rest) = next(e, state, item);
            let found = e.convert(found, item);
            [found.v, rest.v].concat()
        },
        |e| {
            let zeros: Vec<Value> = components(item).into_iter().map(|ty| e.zero(ty)).collect();
            [zeros, state.v.clone()].concat()
        },
    );
    let found = Typed { s: item.clone(), v: all[..n].to_vec() };
    (more, found, Typed { s: state.s.clone(), v: all[n..].to_vec() })
}

/// Can it be asked whether there is an item without taking it?
pub fn has_next(e: &mut Emitter, state: &Typed) -> Value {
    match state.member().clone() {
        Member::TupleIter(_) => tuple::has_next(e, state),
        Member::ContainerIter(Container::List | Container::Tuple, _) => {
            let p = sequence(e, state);
            let length = container::get_field(e, p, "length");
            e.prim(Prim::IntLt, &[state.v[0], length])
        }
        Member::ReversedIter(..) => {
            let p = sequence(e, state);
            let length = container::get_field(e, p, "length");
            // It may have become shorter.
            e.prim(Prim::UintLt, &[state.v[0], length])
        }
        Member::StrIter | Member::BytesIter => {
            let LlType::Ptr(id) = e.graph.values[state.v[1]] else { unreachable!("a pointer") };
            let size = e.op1(LlOp::TailLen(id), &[state.v[1]], LlType::I64);
            e.prim(Prim::IntLt, &[state.v[0], size])
        }
        Member::ByteArrayIter => {
            let length = container::get_field(e, state.v[1], "length");
            e.prim(Prim::IntLt, &[state.v[0], length])
        }
        Member::ContainerIter(..) => {
            let p = hashed(e, state);
            e.helper1("entries", "ll_set_more", &[p, state.v[0], state.v[1]], LlType::Bool)
        }
        Member::DictIter(..) => {
            let p = hashed(e, state);
            e.helper1("entries", "ll_dict_more", &[p, state.v[0], state.v[1], state.v[2]], LlType::Bool)
        }
        m if is_stdin(&m) => e.helper1("stdin", "ll_stdin_more", &[], LlType::Bool),
        Member::EnumerateIter(inner) => {
            let inner = Typed { s: (*inner).clone(), v: state.v[1..].to_vec() };
            has_next_of(e, &inner)
        }
        Member::ZipIter(states) => {
            // One after the other, as long as there are more.
            let (join, result) = e.new_block(&[LlType::Bool]);
            let mut at = 0;
            for s in states.iter() {
                let n = components(s).len();
                let inner = Typed { s: s.clone(), v: state.v[at..at + n].to_vec() };
                at += n;
                let more = has_next_of(e, &inner);
                let (_, none) = e.branch(more);
                let next = e.block;
                e.block = none;
                let no = e.bool(false);
                e.jump(join, &[no]);
                e.block = next;
            }
            let more = e.bool(!states.is_empty());
            e.jump(join, &[more]);
            e.block = join;
            result[0]
        }
        _ => range::has_next(e, state),
    }
}

fn has_next_of(e: &mut Emitter, state: &Typed) -> Value {
    e.dispatch(state, &Annotation::bool(), &mut |e, state| boolean::typed(has_next(e, &state))).one()
}

/// The item and the state behind it, where there is one.
pub fn next(e: &mut Emitter, state: &Typed, item: &Annotation) -> (Typed, Typed) {
    let one = |e: &mut Emitter| e.int(1);
    let with_first = |first: Value| {
        let mut v = state.v.clone();
        v[0] = first;
        Typed { s: state.s.clone(), v }
    };
    match state.member().clone() {
        Member::TupleIter(_) => tuple::next(e, state, item),
        Member::ContainerIter(Container::List | Container::Tuple, sites) => {
            let held = e.l.contents(&sites).items;
            let p = sequence(e, state);
            let found = container::item_at(e, p, state.v[0], &held);
            let one = one(e);
            (found, with_first(e.prim(Prim::IntAdd, &[state.v[0], one])))
        }
        Member::ReversedIter(_, sites) => {
            let held = e.l.contents(&sites).items;
            let p = sequence(e, state);
            let found = container::item_at(e, p, state.v[0], &held);
            let one = one(e);
            (found, with_first(e.prim(Prim::IntSub, &[state.v[0], one])))
        }
        Member::StrIter => {
            let pair = e.helper("entries", "ll_str_step", &[state.v[1], state.v[0]]);
            let items = e.tuple_items(&pair);
            (string::typed(items[0].one()), with_first(items[1].one()))
        }
        Member::BytesIter => {
            let byte = e.op1(LlOp::GetItem(BYTES), &[state.v[1], state.v[0]], LlType::I64);
            let one = one(e);
            (int::typed(byte), with_first(e.prim(Prim::IntAdd, &[state.v[0], one])))
        }
        Member::ByteArrayIter => {
            let items = container::get_field(e, state.v[1], "items");
            let byte = e.op1(LlOp::GetItem(BUFFER), &[items, state.v[0]], LlType::I64);
            let one = one(e);
            (int::typed(byte), with_first(e.prim(Prim::IntAdd, &[state.v[0], one])))
        }
        Member::ContainerIter(_, sites) => {
            let held = e.l.contents(&sites).items;
            let p = hashed(e, state);
            let at = e.helper1("entries", "ll_set_at", &[p, state.v[0]], LlType::I64);
            let keys = container::get_field(e, p, "keys");
            let found = container::stored_at(e, keys, at, &held);
            let one = one(e);
            (found, with_first(e.prim(Prim::IntAdd, &[at, one])))
        }
        Member::DictIter(view, sites) => {
            let held = e.l.contents(&sites);
            let p = hashed(e, state);
            let at = e.helper1("entries", "ll_dict_at", &[p, state.v[0]], LlType::I64);
            let mut part = |name: &str, s: &Annotation| {
                let array = container::get_field(e, p, name);
                container::stored_at(e, array, at, s)
            };
            let found = match view {
                View::Keys => part("keys", &held.items),
                View::Values => part("values", &held.values),
                View::Items => {
                    let pair = vec![part("keys", &held.items), part("values", &held.values)];
                    e.new_tuple(pair)
                }
            };
            let one = one(e);
            let (after, left) = (e.prim(Prim::IntAdd, &[at, one]), e.prim(Prim::IntSub, &[state.v[2], one]));
            let v = vec![after, state.v[1], left, state.v[3]];
            (found, Typed { s: state.s.clone(), v })
        }
        m if is_stdin(&m) => {
            let (limit, by_line) = (e.int(-1), e.bool(true));
            let line = e.helper1("stdin", "ll_stdin_take", &[limit, by_line], string::TYPE);
            (string::typed(line), state.clone())
        }
        Member::EnumerateIter(inner) => {
            let inner = Typed { s: (*inner).clone(), v: state.v[1..].to_vec() };
            let wanted = second_of(item);
            let (found, rest) = next_of(e, &inner, &wanted);
            let pair = e.new_tuple(vec![int::typed(state.v[0]), found]);
            let one = one(e);
            let count = e.prim(Prim::IntAdd, &[state.v[0], one]);
            (pair, Typed { s: state.s.clone(), v: [vec![count], rest.v].concat() })
        }
        Member::ZipIter(states) => {
            let wanted = match item.single() {
                Some(Member::Tuple(items)) => items.clone(),
                _ => panic!("zip gives tuples"),
            };
            let (mut found, mut rest, mut at) = (Vec::new(), Vec::new(), 0);
            for (s, wanted) in states.iter().zip(&wanted) {
                let n = components(s).len();
                let inner = Typed { s: s.clone(), v: state.v[at..at + n].to_vec() };
                at += n;
                let (x, next) = next_of(e, &inner, wanted);
                found.push(x);
                rest.extend(next.v);
            }
            (e.new_tuple(found), Typed { s: state.s.clone(), v: rest })
        }
        _ => range::next(e, state),
    }
}

fn next_of(e: &mut Emitter, state: &Typed, item: &Annotation) -> (Typed, Typed) {
    if state.s.members().len() == 1 {
        let (found, rest) = next(e, state, item);
        return (e.convert(found, item), rest);
    }
    let (_, found, rest) = step(e, state, item);
    (found, rest)
}

fn second_of(item: &Annotation) -> Annotation {
    match item.single() {
        Some(Member::Tuple(items)) => items[1].clone(),
        _ => panic!("enumerate gives pairs"),
    }
}

/// The list or tuple that is gone over.
fn sequence(e: &mut Emitter, state: &Typed) -> Value {
    let (Member::ContainerIter(kind, sites) | Member::ReversedIter(kind, sites)) = state.member().clone() else {
        panic!("no loop over a list")
    };
    let id = e.l.container_struct(kind, &sites);
    e.cast(id, state.v[1])
}

/// The set or dict that is gone over.
fn hashed(e: &mut Emitter, state: &Typed) -> Value {
    let (kind, sites) = match state.member().clone() {
        Member::ContainerIter(kind, sites) => (kind, sites),
        Member::DictIter(_, sites) => (Container::Dict, sites),
        m => panic!("{m:?} is no loop over a set or dict"),
    };
    let id = e.l.container_struct(kind, &sites);
    e.cast(id, *state.v.last().expect("the container comes last"))
}
