//! `x[i]`, `x[i] = y`, `del x[i]`. Slices, and what looks up keys, are Python of the
//! library.

use crate::call::CallSite;
use crate::emit::{Emitter, Typed};
use crate::function::python;
use crate::reprs::{bigint, bytes, container, int, special, string, tuple};
use naja_annotator::annotation::{Annotation, Container, Interval, Member};
use naja_annotator::classes::is_object;
use naja_annotator::containers::{class_module, hashable, is_index, is_sequence, slice_indices, sliced_by};
use naja_ir::graph::Value;
use naja_ir::lltype::LlType;

/// What an object's method gives.
fn answered(e: &mut Emitter, x: &Typed, method: &str, args: &[Typed], wanted: &Annotation) -> Typed {
    special::special(e, x, method, args, wanted).unwrap_or_else(|| {
        let class = e.type_name(x.member());
        let message = match method {
            "__getitem__" => format!("'{class}' object is not subscriptable"),
            "__setitem__" => format!("'{class}' object does not support item assignment"),
            _ => format!("'{class}' object doesn't support item deletion"),
        };
        e.raise("TypeError", &message);
        e.unreachable(wanted)
    })
}

/// The bounds of a slice.
pub fn bounds(slice: &Typed) -> Vec<Typed> {
    let Member::Slice(parts) = slice.member() else { panic!("{:?} is no slice", slice.s) };
    let mut at = 0;
    parts
        .iter()
        .map(|s| {
            let n = crate::repr::components(s).len();
            at += n;
            Typed { s: s.clone(), v: slice.v[at - n..at].to_vec() }
        })
        .collect()
}

/// `x[i]`.
pub fn get(e: &mut Emitter, site: CallSite, x: &Typed, index: &Typed, wanted: &Annotation) -> Typed {
    let index = &match x.s.members().iter().all(is_sequence) {
        true => special::as_index(e, index),
        false => index.clone(),
    };
    if index.s.is_never() {
        return e.unreachable(wanted);
    }
    e.dispatch(x, wanted, &mut |e, x| {
        e.dispatch(index, wanted, &mut |e, index| match (x.member(), index.member()) {
            (m, _) if is_object(m) => answered(e, &x, "__getitem__", &[index], wanted),
            (Member::Class(_), _) => x.clone(),
            (Member::Tuple(_), i) if is_index(i) => {
                let known = match index.member() {
                    Member::Int(Interval { lo, hi }) if lo == hi => Some(*lo),
                    _ => None,
                };
                let i = bigint::as_index(e, &index);
                tuple::getitem(e, &x, i, known, wanted)
            }
            (Member::Tuple(items), Member::Slice(parts)) => {
                let Some(chosen) = slice_indices(items.len(), parts) else {
                    let args = [vec![x.clone()], bounds(&index)].concat();
                    return python(e, site, "tuple", "get_slice_of_items", &args, wanted);
                };
                let all = e.tuple_items(&x);
                e.new_tuple(chosen.into_iter().map(|i| all[i].clone()).collect())
            }
            (Member::Range(_), i) if is_index(i) => {
                let mut args = x.v.clone();
                args.push(bigint::as_index(e, &index));
                int::typed(e.helper1("range", "ll_range_getitem", &args, LlType::I64))
            }
            (Member::Container(Container::List | Container::Tuple, _), i) if is_index(i) => {
                let i = bigint::as_index(e, &index);
                container::getitem(e, &x, i)
            }
            (Member::Container(Container::Dict, _), key) if hashable(&index.s).is_err() => {
                container::unhashable(e, key);
                e.unreachable(wanted)
            }
            (Member::Container(Container::Dict, _), _) => {
                python(e, site, "dict", "get_item", &[x.clone(), index], wanted)
            }
            (Member::Str, i) if is_index(i) => {
                let i = bigint::as_index(e, &index);
                string::typed(e.helper1("string_index", "ll_str_getitem", &[x.one(), i], string::TYPE))
            }
            (Member::Bytes | Member::ByteArray, i) if is_index(i) => {
                let i = bigint::as_index(e, &index);
                bytes::getitem(e, &x, i)
            }
            (m, Member::Slice(_)) if sliced_by(m).is_some() => {
                let module = sliced_by(m).expect("just asked");
                let args = [vec![x.clone()], bounds(&index)].concat();
                python(e, site, module, "get_slice", &args, wanted)
            }
            (x, index) => {
                not_an_index(e, x, index);
                e.unreachable(wanted)
            }
        })
    })
}

fn not_an_index(e: &mut Emitter, x: &Member, index: &Member) {
    let message = match x {
        Member::Tuple(_) | Member::Range(_) | Member::Container(Container::List | Container::Tuple, _) => {
            format!("{} indices must be integers or slices, not {}", e.type_name(x), e.type_name(index))
        }
        Member::Str => format!("string indices must be integers, not '{}'", e.type_name(index)),
        Member::ByteArray => format!("bytearray indices must be integers or slices, not {}", e.type_name(index)),
        Member::Bytes => format!("byte indices must be integers or slices, not {}", e.type_name(index)),
        _ => format!("'{}' object is not subscriptable", e.type_name(x)),
    };
    e.raise("TypeError", &message);
}

/// `x[i] = item`.
pub fn set(e: &mut Emitter, site: CallSite, x: &Typed, index: &Typed, item: &Typed) {
    let index = &match x.s.members().iter().all(is_sequence) {
        true => special::as_index(e, index),
        false => index.clone(),
    };
    if index.s.is_never() {
        return;
    }
    let none = Annotation::none();
    e.dispatch(x, &none, &mut |e, x| {
        e.dispatch(index, &Annotation::none(), &mut |e, index| {
            match (x.member(), index.member()) {
                (m, _) if is_object(m) => {
                    answered(e, &x, "__setitem__", &[index, item.clone()], &Annotation::none());
                }
                (Member::Container(Container::List, _), i) if is_index(i) => {
                    let i = bigint::as_index(e, &index);
                    container::setitem(e, &x, i, item);
                }
                (Member::ByteArray, i) if is_index(i) => {
                    let i = bigint::as_index(e, &index);
                    bytes::setitem(e, &x, i, item);
                }
                (Member::Container(Container::Dict, _), key) if hashable(&index.s).is_err() => {
                    container::unhashable(e, key);
                }
                (Member::Container(Container::Dict, _), _) => {
                    python(e, site, "dict", "set_item", &[x.clone(), index, item.clone()], &Annotation::none());
                }
                (m @ (Member::Container(Container::List, _) | Member::ByteArray), Member::Slice(_)) => {
                    let module = class_module(m).expect("these have methods");
                    let args = [vec![x.clone()], bounds(&index), vec![item.clone()]].concat();
                    python(e, site, module, "set_slice", &args, &Annotation::none());
                }
                (Member::Container(Container::List, _), i) => {
                    let message = format!("list indices must be integers or slices, not {}", e.type_name(i));
                    e.raise("TypeError", &message);
                }
                (m, _) => {
                    let message = format!("'{}' object does not support item assignment", e.type_name(m));
                    e.raise("TypeError", &message);
                }
            }
            Typed::new(Member::None, Vec::<Value>::new())
        })
    });
}

/// `del x[i]`.
pub fn del(e: &mut Emitter, site: CallSite, x: &Typed, index: &Typed) {
    let index = &match x.s.members().iter().all(is_sequence) {
        true => special::as_index(e, index),
        false => index.clone(),
    };
    if index.s.is_never() {
        return;
    }
    let none = Annotation::none();
    e.dispatch(x, &none, &mut |e, x| {
        e.dispatch(index, &Annotation::none(), &mut |e, index| {
            let module = class_module(x.member());
            match (x.member(), index.member(), module) {
                (m, _, _) if is_object(m) => {
                    answered(e, &x, "__delitem__", &[index], &Annotation::none());
                }
                (Member::Container(Container::List, _) | Member::ByteArray, Member::Slice(_), Some(module)) => {
                    let args = [vec![x.clone()], bounds(&index)].concat();
                    python(e, site, module, "del_slice", &args, &Annotation::none());
                }
                (Member::Container(Container::List, _) | Member::ByteArray, i, Some(module)) if is_index(i) => {
                    let i = int::typed(bigint::as_index(e, &index));
                    python(e, site, module, "del_item", &[x.clone(), i], &Annotation::none());
                }
                (Member::Container(Container::Dict, _), key, _) if hashable(&index.s).is_err() => {
                    container::unhashable(e, key);
                }
                (Member::Container(Container::Dict, _), _, Some(module)) => {
                    python(e, site, module, "del_item", &[x.clone(), index], &Annotation::none());
                }
                (Member::Container(Container::List, _), i, _) => {
                    let message = format!("list indices must be integers or slices, not {}", e.type_name(i));
                    e.raise("TypeError", &message);
                }
                (m, _, _) => {
                    let message = format!("'{}' object doesn't support item deletion", e.type_name(m));
                    e.raise("TypeError", &message);
                }
            }
            Typed::new(Member::None, Vec::<Value>::new())
        })
    });
}
