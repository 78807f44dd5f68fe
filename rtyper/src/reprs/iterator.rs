//! The states of loops: values, of which each round makes the next one.

use super::{bytes, container, generator, int, range, special, string, tuple};
use crate::emit::{Emitter, Typed};
use crate::repr::components;
use naja_annotator::annotation::{Annotation, Container, Member, View};
use naja_annotator::classes::is_object;
use naja_annotator::containers::is_state;
use naja_annotator::ops::library::is_stdin;
use naja_ir::graph::{Block, Link, Terminator, Value};
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
            m if is_object(&m) => match special::special(e, &x, "__iter__", &[], wanted) {
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
        m => special::special(e, &x, "__reversed__", &[], wanted).unwrap_or_else(|| {
            e.raise("TypeError", &format!("'{}' object is not reversible", e.type_name(&m)));
            e.unreachable(wanted)
        }),
    })
}

/// Does each round of such a loop run code of a generator's?
pub fn runs_code(state: &Member) -> bool {
    matches!(state, Member::Generator(_)) || state.inner().iter().any(|s| s.members().iter().any(runs_code))
}

/// One round: the item and the next state; where there is no item control goes to `none`.
pub fn take(e: &mut Emitter, state: &Typed, item: &Annotation, none: Block) -> (Typed, Typed) {
    if state.s.members().len() < 2 {
        let (found, rest) = take_one(e, state, item, none);
        return (e.convert(found, item), rest);
    }
    let (join, params) = e.new_block(&[components(item), components(&state.s)].concat());
    let blocks = e.switch_on_member(state);
    for (m, block) in state.s.members().to_vec().iter().zip(blocks) {
        e.block = block;
        let one = e.extract(state, m);
        let (found, rest) = take_one(e, &one, item, none);
        let (found, rest) = (e.convert(found, item), e.convert(rest, &state.s));
        e.jump(join, &[found.v, rest.v].concat());
    }
    e.block = join;
    let n = components(item).len();
    let found = Typed { s: item.clone(), v: params[..n].to_vec() };
    (found, Typed { s: state.s.clone(), v: params[n..].to_vec() })
}

fn take_one(e: &mut Emitter, state: &Typed, item: &Annotation, none: Block) -> (Typed, Typed) {
    match state.member().clone() {
        Member::Generator(_) => {
            let found = generator::take(e, state, item, none);
            (found, state.clone())
        }
        Member::Object(_) => {
            let found = special::take(e, state, item, none);
            (found, state.clone())
        }
        Member::EnumerateIter(inner) => {
            let inner = Typed { s: (*inner).clone(), v: state.v[1..].to_vec() };
            let (found, rest) = take(e, &inner, &part_of(e, item, 1, 2), none);
            let pair = tuple_as(e, vec![int::typed(state.v[0]), found], item);
            let one = e.int(1);
            let count = e.prim(Prim::IntAdd, &[state.v[0], one]);
            (pair, Typed { s: state.s.clone(), v: [vec![count], rest.v].concat() })
        }
        Member::ZipIter(states) => {
            let (mut found, mut rest, mut at) = (Vec::new(), Vec::new(), 0);
            for (i, s) in states.iter().enumerate() {
                let wanted = part_of(e, item, i, states.len());
                let n = components(s).len();
                let inner = Typed { s: s.clone(), v: state.v[at..at + n].to_vec() };
                at += n;
                let (x, next) = take(e, &inner, &wanted, none);
                found.push(x);
                rest.extend(next.v);
            }
            if states.is_empty() {
                e.jump(none, &[]);
            }
            (tuple_as(e, found, item), Typed { s: state.s.clone(), v: rest })
        }
        _ => {
            let more = has_next(e, state);
            let there = e.graph.new_block();
            e.end(Terminator::Branch { cond: more, then: Link::new(there, []), otherwise: Link::new(none, []) });
            e.block = there;
            next(e, state, item)
        }
    }
}

/// Is there an item?
fn has_next(e: &mut Emitter, state: &Typed) -> Value {
    match state.member().clone() {
        Member::TupleIter(_) => tuple::has_next(e, state),
        Member::ContainerIter(Container::List | Container::Tuple, _) => {
            let p = sequence(e, state);
            let length = container::length(e, p);
            e.prim(Prim::IntLt, &[state.v[0], length])
        }
        Member::ReversedIter(..) => {
            let p = sequence(e, state);
            let length = container::length(e, p);
            // It may have become shorter.
            e.prim(Prim::UintLt, &[state.v[0], length])
        }
        Member::StrIter | Member::BytesIter => {
            let LlType::Ptr(id) = e.graph.values[state.v[1]] else { unreachable!("a pointer") };
            let size = e.op1(LlOp::TailLen(id), &[state.v[1]], LlType::I64);
            e.prim(Prim::IntLt, &[state.v[0], size])
        }
        Member::ByteArrayIter => {
            let length = container::length(e, state.v[1]);
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
        _ => range::has_next(e, state),
    }
}

/// The item and the state behind it, where there is one.
fn next(e: &mut Emitter, state: &Typed, item: &Annotation) -> (Typed, Typed) {
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
            let items = container::items(e, state.v[1]);
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
                    tuple_as(e, pair, item)
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
        _ => range::next(e, state),
    }
}

/// What the tuples of `n` hold at a place that a round takes.
fn part_of(e: &Emitter, item: &Annotation, place: usize, n: usize) -> Annotation {
    item.members().iter().fold(Annotation::NEVER, |s, m| match m {
        Member::Tuple(items) if items.len() == n => s.join(&items[place]),
        Member::Container(Container::Tuple, sites) => s.join(&e.l.contents(sites).items),
        _ => s,
    })
}

/// The tuple of what a round takes: of any length where it can hold others of itself.
fn tuple_as(e: &mut Emitter, parts: Vec<Typed>, item: &Annotation) -> Typed {
    let is_fixed = |m: &&Member| matches!(m, Member::Tuple(items) if items.len() == parts.len());
    let is_free = |m: &&Member| matches!(m, Member::Container(Container::Tuple, _));
    match (item.members().iter().find(is_fixed), item.members().iter().find(is_free)) {
        (None, Some(free)) => container::new_list(e, &parts, &Annotation::of(free.clone())),
        _ => e.new_tuple(parts),
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
