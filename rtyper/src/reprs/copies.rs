//! `copy.copy` and `copy.deepcopy`: what a copy is made of follows from the type. What was
//! copied already is known to `rlib/copies.py`.

use crate::emit::{Emitter, HelperArg, Typed};
use crate::objects::Attribute;
use crate::repr::{components, shape};
use crate::reprs::class::{by_site, by_target};
use crate::reprs::object::holder;
use crate::reprs::{container, special};
use crate::synthesis::Synthesis;
use naja_annotator::annotation::{Annotation, Container, Member, Site, Sites};
use naja_ir::graph::Value;
use naja_ir::lltype::{EXCEPTION, LlType, OBJECT, StructId};
use naja_ir::lowlevel::LlOp;

/// `copy(x)`
pub fn copy(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(x, wanted, &mut |e, x| match x.member() {
        Member::Container(kind @ (Container::List | Container::Dict | Container::Set), _) => {
            let (module, name) = match kind {
                Container::List => ("list", "ll_list_copy"),
                Container::Dict => ("dict", "ll_dict_copy"),
                _ => ("set_algebra", "ll_set_copy"),
            };
            let p = container::pointer(e, &x);
            let ty = e.graph.values[p];
            let copy = e.helper1(module, name, &[p], ty);
            Typed { v: vec![e.cast(OBJECT, copy)], s: x.s }
        }
        Member::ByteArray => bytearray(e, &x),
        Member::Object(_) => by_target(e, &x, "__copy__", wanted, &mut |e, found, x| match found {
            Some(_) => special::special(e, &x, "__copy__", &[], wanted).expect("it was found"),
            None => by_site(e, &x, wanted, &mut |e, site, x| shallow(e, site, &x)),
        }),
        _ => x,
    })
}

/// `deepcopy(x)`; inside of a `__deepcopy__` it may go on with what was copied so far.
pub fn deepcopy(e: &mut Emitter, x: &Typed, goes_on: bool) -> Typed {
    if is_shared(e, &x.s) {
        return x.clone();
    }
    let goes_on = e.bool(goes_on);
    let before = e.helper1("copies", "ll_copy_begin", &[goes_on], LlType::I64);
    let (caught, exc) = e.new_block(&[LlType::Ptr(EXCEPTION)]);
    let outer = e.handler.replace(caught);
    let copy = deep(e, x);
    e.handler = outer;
    e.helper("copies", "ll_copy_end", &[before]);
    let (join, params) = e.new_block(&components(&x.s));
    e.jump(join, &copy.v);
    e.block = caught;
    e.helper("copies", "ll_copy_end", &[before]);
    e.op0(LlOp::Reraise, &[exc[0]]);
    e.block = join;
    Typed { s: x.s.clone(), v: params }
}

/// A copy of x and all inside of it that was not copied yet.
pub fn deep(e: &mut Emitter, x: &Typed) -> Typed {
    let wanted = x.s.clone();
    e.dispatch(x, &wanted, &mut |e, x| match x.member().clone() {
        _ if is_shared(e, &x.s) => x,
        Member::Tuple(_) => {
            let items = e.tuple_items(&x).iter().map(|item| part(e, item)).collect();
            e.new_tuple(items)
        }
        Member::Container(Container::Tuple, sites) => {
            let p = container::pointer(e, &x);
            let held = e.l.contents(&sites).items;
            let copy = e.generic_helper("copies", "ll_deepcopy_tuple", &[HelperArg::Value(p), item_copy(&held)]).one();
            Typed { v: vec![e.cast(OBJECT, copy)], s: x.s }
        }
        Member::Container(kind, sites) => known_or(e, &x, &mut |e, x| deep_container(e, x, kind, &sites)),
        Member::ByteArray => known_or(e, &x, &mut |e, x| {
            let copy = bytearray(e, x);
            e.helper("copies", "ll_keep_copy", &[x.one(), copy.one()]);
            copy
        }),
        Member::Object(_) => known_or(e, &x, &mut deep_object),
        m => unreachable!("the annotator refuses copies of {m:?}"),
    })
}

/// Nobody can tell it from its copy.
fn is_shared(e: &Emitter, s: &Annotation) -> bool {
    let mut seen: Vec<Sites> = Vec::new();
    let mut stack = vec![s.clone()];
    while let Some(s) = stack.pop() {
        for m in s.members() {
            match m {
                Member::Container(Container::Tuple | Container::FrozenSet, sites) if seen.contains(sites) => {}
                Member::Container(Container::Tuple | Container::FrozenSet, sites) => {
                    seen.push(sites.clone());
                    stack.push(e.l.contents(sites).items);
                }
                Member::Tuple(items) => stack.extend(items.iter().cloned()),
                Member::Container(..) | Member::ByteArray | Member::Object(_) => return false,
                _ => {}
            }
        }
    }
    true
}

/// The deep copy of a part, by a function of its type.
fn part(e: &mut Emitter, x: &Typed) -> Typed {
    match is_shared(e, &x.s) {
        true => x.clone(),
        false => Typed { v: e.call_synthesized(Synthesis::DeepCopy(shape(&x.s)), &x.v), s: x.s.clone() },
    }
}

fn item_copy(s: &Annotation) -> HelperArg {
    HelperArg::Function(Synthesis::ItemDeepCopy(shape(s)))
}

/// The copy that there is already, or a new one.
fn known_or(e: &mut Emitter, x: &Typed, make: &mut dyn FnMut(&mut Emitter, &Typed) -> Typed) -> Typed {
    let LlType::Ptr(id) = e.graph.values[x.one()] else { panic!("an object is a pointer") };
    let known = e.helper1("copies", "ll_copied", &[x.one()], LlType::Ptr(OBJECT));
    let is_new = e.op1(LlOp::IsNull, &[known], LlType::Bool);
    let v = e.if_else(is_new, &[LlType::Ptr(id)], |e| make(e, x).v, |e| vec![e.cast(id, known)]);
    Typed { s: x.s.clone(), v }
}

fn deep_container(e: &mut Emitter, x: &Typed, kind: Container, sites: &Sites) -> Typed {
    let held = e.l.contents(sites);
    let p = HelperArg::Value(container::pointer(e, x));
    let (of_items, of_values) = (is_shared(e, &held.items), is_shared(e, &held.values));
    let hash = HelperArg::Function(Synthesis::item_hash(&held.items));
    let eq = HelperArg::Function(Synthesis::item_eq(&held.items, &held.items));
    let (items, values) = (item_copy(&held.items), item_copy(&held.values));
    let (name, args) = match kind {
        Container::List if of_items => ("ll_copy_list", vec![p]),
        Container::List => ("ll_deepcopy_list", vec![p, items]),
        Container::Dict if of_items && of_values => ("ll_copy_dict", vec![p]),
        Container::Dict if of_items => ("ll_deepcopy_values", vec![p, values]),
        Container::Dict => ("ll_deepcopy_dict", vec![p, items, values, hash, eq]),
        _ => ("ll_deepcopy_set", vec![p, items, hash, eq]),
    };
    let copy = e.generic_helper("copies", name, &args).one();
    Typed { v: vec![e.cast(OBJECT, copy)], s: x.s.clone() }
}

fn deep_object(e: &mut Emitter, x: &Typed) -> Typed {
    let wanted = x.s.clone();
    by_target(e, x, "__deepcopy__", &wanted, &mut |e, found, x| {
        if found.is_some() {
            let memo = Typed::new(Member::None, vec![]);
            let copy = special::special(e, &x, "__deepcopy__", &[memo], &x.s).expect("it was found");
            let copy = e.convert(copy, &x.s);
            keep(e, &x, &copy);
            return copy;
        }
        by_site(e, &x, &wanted, &mut |e, site, x| {
            let copy = shallow(e, site, &x);
            keep(e, &x, &copy);
            let id = e.l.object_struct(site);
            for Attribute { home, first, s } in e.l.attributes(site) {
                let s_bound = s.filter(|m| *m != Member::Unbound);
                if is_shared(e, &s_bound) {
                    continue;
                }
                let p = holder(e, &copy);
                let p = e.cast(id, p);
                let v = fields(e, p, home, first, &s);
                let of_field = part(e, &Typed { s: s.clone(), v });
                for (i, v) in of_field.v.into_iter().enumerate() {
                    e.op0(LlOp::SetField(home, first + i), &[p, v]);
                }
            }
            copy
        })
    })
}

fn keep(e: &mut Emitter, x: &Typed, copy: &Typed) {
    let (from, to) = (holder(e, x), holder(e, copy));
    e.helper("copies", "ll_keep_copy", &[from, to]);
}

/// A new object with the same attributes.
fn shallow(e: &mut Emitter, site: Site, x: &Typed) -> Typed {
    let id = e.l.object_struct(site);
    let source = holder(e, x);
    let source = e.cast(id, source);
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    for Attribute { home, first, s } in e.l.attributes(site) {
        for (i, v) in fields(e, source, home, first, &s).into_iter().enumerate() {
            e.op0(LlOp::SetField(home, first + i), &[p, v]);
        }
    }
    crate::reprs::object::set_identity(e, site, p);
    Typed { v: vec![e.cast(OBJECT, p)], s: x.s.clone() }
}

/// The components of an attribute.
fn fields(e: &mut Emitter, p: Value, home: StructId, first: usize, s: &Annotation) -> Vec<Value> {
    let types = components(s);
    types.into_iter().enumerate().map(|(i, ty)| e.op1(LlOp::GetField(home, first + i), &[p], ty)).collect()
}

fn bytearray(e: &mut Emitter, x: &Typed) -> Typed {
    let bytes = e.helper("bytearray", "ll_bytearray_bytes", &[x.one()]).one();
    let copy = e.helper("bytearray", "ll_bytearray_of", &[bytes]).one();
    Typed { v: vec![copy], s: x.s.clone() }
}
