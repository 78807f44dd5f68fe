//! Lists, tuples of any length, dicts and sets: pointers to the structs of
//! `ir/src/lltype.rs`, whose code is in `rlib`. How each item is stored, see
//! [`Emitter::stored`].

use crate::emit::{Emitter, HelperArg, Typed};
use crate::synthesis::Synthesis;
use naja_annotator::annotation::{Annotation, Container, Member, Sites, View};
use naja_ir::flow::SetOrder;
use naja_ir::graph::Value;
use naja_ir::lltype::{LlType, OBJECT, StructId};
use naja_ir::lowlevel::{LlOp, Static, StaticTail};
use naja_ir::prim::Prim;

/// A container's kind and type.
pub fn parts(x: &Typed) -> (Container, Sites) {
    match x.member() {
        Member::Container(kind, sites) => (*kind, sites.clone()),
        Member::DictView(_, sites) => (Container::Dict, sites.clone()),
        m => panic!("{m:?} is no container"),
    }
}

/// The pointer to its struct.
pub fn pointer(e: &mut Emitter, x: &Typed) -> Value {
    let (kind, sites) = parts(x);
    let id = e.l.container_struct(kind, &sites);
    e.cast(id, x.one())
}

pub fn get_field(e: &mut Emitter, p: Value, name: &str) -> Value {
    let LlType::Ptr(id) = e.graph.values[p] else { panic!("no pointer") };
    let i = e.l.program.structs[id].field(name).expect("a field of this struct");
    let ty = e.l.program.structs[id].fields[i].storage.value_type();
    e.op1(LlOp::GetField(id, i), &[p], ty)
}

/// The number of items of a list, or of an object whose items are its tail.
pub fn length(e: &mut Emitter, p: Value) -> Value {
    match e.graph.values[p] {
        LlType::Ptr(id) if e.l.program.structs[id].field("length").is_none() => {
            e.op1(LlOp::TailLen(id), &[p], LlType::I64)
        }
        _ => get_field(e, p, "length"),
    }
}

/// The items array of a list, or the object itself, whose tail they are.
pub fn items(e: &mut Emitter, p: Value) -> Value {
    match e.graph.values[p] {
        LlType::Ptr(id) if e.l.program.structs[id].field("items").is_none() => p,
        _ => get_field(e, p, "items"),
    }
}

fn set_field(e: &mut Emitter, id: StructId, p: Value, name: &str, v: Value) {
    let i = e.l.program.structs[id].field(name).expect("a field of this struct");
    e.op0(LlOp::SetField(id, i), &[p, v]);
}

fn target(s: &Annotation) -> (Container, Sites) {
    match s.single() {
        Some(Member::Container(kind, sites)) => (*kind, sites.clone()),
        other => panic!("{other:?} is no container"),
    }
}

/// `[x1, ..., xn]`, with no room to spare, or the tuple of these items.
pub fn new_list(e: &mut Emitter, items: &[Typed], wanted: &Annotation) -> Typed {
    let (kind, sites) = target(wanted);
    let held = e.l.contents(&sites).items;
    let id = e.l.container_struct(kind, &sites);
    let tail = if e.l.program.structs[id].tail.is_some() { id } else { crate::repr::item_class(&held).array() };
    let array = new_tail(e, tail, items, &held);
    let p = sequence(e, id, array);
    let p = e.cast(OBJECT, p);
    Typed { s: wanted.clone(), v: vec![p] }
}

/// An object of the struct whose tail these items are.
fn new_tail(e: &mut Emitter, id: StructId, items: &[Typed], held: &Annotation) -> Value {
    let stored: Vec<Value> = items.iter().map(|x| e.stored(x, held)).collect();
    if items.is_empty() {
        return e.static_object(Static { ty: id, fields: vec![], tail: StaticTail::Zeros(0) });
    }
    let n = e.int(items.len() as i64);
    let p = e.op1(LlOp::NewTail(id), &[n], LlType::Ptr(id));
    for (i, v) in stored.into_iter().enumerate() {
        let i = e.int(i as i64);
        e.op0(LlOp::SetItem(id), &[p, i, v]);
    }
    p
}

/// The list of all items of the array; a tuple is its array itself.
pub fn sequence(e: &mut Emitter, id: StructId, items: Value) -> Value {
    if e.graph.values[items] == LlType::Ptr(id) {
        return items;
    }
    let n = length(e, items);
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    set_field(e, id, p, "length", n);
    set_field(e, id, p, "items", items);
    p
}

/// A set or dict with nothing in it.
pub fn new_empty(e: &mut Emitter, wanted: &Annotation) -> Typed {
    let (kind, sites) = target(wanted);
    let held = e.l.contents(&sites);
    let id = e.l.container_struct(kind, &sites);
    let empty = |e: &mut Emitter, s: &Annotation| {
        let ty = crate::repr::item_class(s).array();
        e.static_object(Static { ty, fields: vec![], tail: StaticTail::Zeros(0) })
    };
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    match kind {
        Container::Dict => {
            let keys = empty(e, &held.items);
            let values = empty(e, &held.values);
            e.helper("dict", "ll_dict_init", &[p, keys, values]);
        }
        _ => {
            let array = crate::repr::item_class(&held.items).array();
            let n = e.int(8);
            let keys = e.op1(LlOp::NewTail(array), &[n], LlType::Ptr(array));
            e.helper("set", "ll_set_init", &[p, keys]);
        }
    }
    let p = e.cast(OBJECT, p);
    Typed { s: wanted.clone(), v: vec![p] }
}

/// `{x1, ..., xn}`.
pub fn new_set(e: &mut Emitter, items: &[Typed], order: SetOrder, wanted: &Annotation) -> Typed {
    let set = new_empty(e, wanted);
    for x in items {
        add(e, &set, x);
    }
    let helper = match order {
        SetOrder::OneByOne => return set,
        SetOrder::Constant => "ll_set_constant",
        SetOrder::OfConstant => "ll_set_display",
    };
    let p = pointer(e, &set);
    let ty = e.graph.values[p];
    let ordered = e.helper1("set_algebra", helper, &[p], ty);
    let p = e.cast(OBJECT, ordered);
    Typed { s: wanted.clone(), v: vec![p] }
}

/// `{k1: v1, ...}`.
pub fn new_dict(e: &mut Emitter, items: &[Typed], wanted: &Annotation) -> Typed {
    let dict = new_empty(e, wanted);
    for pair in items.chunks(2) {
        set_key(e, &dict, &pair[0], &pair[1]);
    }
    dict
}

/// Puts an item into a set.
pub fn add(e: &mut Emitter, set: &Typed, x: &Typed) {
    let held = e.l.contents(&parts(set).1).items;
    let p = pointer(e, set);
    let item = e.stored(x, &held);
    let functions = [Synthesis::item_hash(&held), Synthesis::item_eq(&held, &held)];
    let args = [vec![HelperArg::Value(p), HelperArg::Value(item)], functions.map(HelperArg::Function).to_vec()];
    e.generic_helper("entries", "ll_set_put", &args.concat());
}

/// `dict[key] = value`.
pub fn set_key(e: &mut Emitter, dict: &Typed, key: &Typed, value: &Typed) {
    let held = e.l.contents(&parts(dict).1);
    let p = pointer(e, dict);
    let (key, value) = (e.stored(key, &held.items), e.stored(value, &held.values));
    let functions = [Synthesis::item_hash(&held.items), Synthesis::item_eq(&held.items, &held.items)];
    let args = [[p, key, value].map(HelperArg::Value).to_vec(), functions.map(HelperArg::Function).to_vec()];
    e.generic_helper("entries", "ll_dict_put", &args.concat());
}

/// Appends to a list.
pub fn append(e: &mut Emitter, list: &Typed, x: &Typed) {
    let held = e.l.contents(&parts(list).1).items;
    let p = pointer(e, list);
    let item = e.stored(x, &held);
    e.helper("list", "ll_list_append", &[p, item]);
}

/// The tuple or frozenset of a list or set that nothing else refers to.
pub fn freeze(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    let from = pointer(e, x);
    let (kind, sites) = target(wanted);
    let id = e.l.container_struct(kind, &sites);
    if kind == Container::Tuple {
        let (n, array) = (length(e, from), items(e, from));
        let LlType::Ptr(array_id) = e.graph.values[array] else { unreachable!("a pointer") };
        let p = e.op1(LlOp::NewTail(id), &[n], LlType::Ptr(id));
        let zero = e.int(0);
        e.op0(LlOp::CopyItems(array_id, id), &[array, zero, p, zero, n]);
        let p = e.cast(OBJECT, p);
        return Typed { s: wanted.clone(), v: vec![p] };
    }
    let LlType::Ptr(from_id) = e.graph.values[from] else { unreachable!("a pointer") };
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    for field in e.l.program.structs[from_id].fields.clone() {
        let v = get_field(e, from, &field.name);
        set_field(e, id, p, &field.name, v);
    }
    let p = e.cast(OBJECT, p);
    Typed { s: wanted.clone(), v: vec![p] }
}

/// A variable that functions share.
pub fn new_cell(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    let (kind, sites) = target(wanted);
    let held = e.l.contents(&sites).items;
    let v = e.stored(x, &held);
    let id = e.l.container_struct(kind, &sites);
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    set_field(e, id, p, "value", v);
    let p = e.cast(OBJECT, p);
    Typed { s: wanted.clone(), v: vec![p] }
}

pub fn load_cell(e: &mut Emitter, cell: &Typed) -> Typed {
    let held = e.l.contents(&parts(cell).1).items;
    let p = pointer(e, cell);
    let v = get_field(e, p, "value");
    e.unstored(v, &held)
}

pub fn store_cell(e: &mut Emitter, cell: &Typed, x: &Typed) {
    let (kind, sites) = parts(cell);
    let held = e.l.contents(&sites).items;
    let v = e.stored(x, &held);
    let p = pointer(e, cell);
    let id = e.l.container_struct(kind, &sites);
    set_field(e, id, p, "value", v);
}

/// `len(x)`.
pub fn len(e: &mut Emitter, x: &Typed) -> Value {
    let kind = parts(x).0;
    let p = pointer(e, x);
    if matches!(kind, Container::List | Container::Tuple) { length(e, p) } else { get_field(e, p, "used") }
}

/// `x[i]` of a list or a tuple.
pub fn getitem(e: &mut Emitter, x: &Typed, i: Value) -> Typed {
    let (kind, sites) = parts(x);
    let held = e.l.contents(&sites).items;
    let p = pointer(e, x);
    let name = if kind == Container::List { "ll_list_getitem" } else { "ll_tuple_getitem" };
    let ty = crate::repr::item_class(&held).value_type();
    let v = e.helper1("list", name, &[p, i], ty);
    e.unstored(v, &held)
}

/// `x[i] = item` of a list.
pub fn setitem(e: &mut Emitter, x: &Typed, i: Value, item: &Typed) {
    let held = e.l.contents(&parts(x).1).items;
    let p = pointer(e, x);
    let item = e.stored(item, &held);
    e.helper("list", "ll_list_setitem", &[p, i, item]);
}

/// The item at a place that is there.
pub fn item_at(e: &mut Emitter, p: Value, i: Value, held: &Annotation) -> Typed {
    let items = items(e, p);
    stored_at(e, items, i, held)
}

/// An item of an items array.
pub fn stored_at(e: &mut Emitter, items: Value, i: Value, held: &Annotation) -> Typed {
    let LlType::Ptr(id) = e.graph.values[items] else { unreachable!("an array") };
    let v = e.op1(LlOp::GetItem(id), &[items, i], crate::repr::item_class(held).value_type());
    e.unstored(v, held)
}

/// `a == b` of two containers of one kind.
pub fn equal(e: &mut Emitter, a: &Typed, b: &Typed) -> Value {
    let ((kind, sites_a), (_, sites_b)) = (parts(a), parts(b));
    let (held_a, held_b) = (e.l.contents(&sites_a), e.l.contents(&sites_b));
    let (p, q) = (pointer(e, a), pointer(e, b));
    let mut args = vec![HelperArg::Value(p), HelperArg::Value(q)];
    let (module, name) = match kind {
        Container::List | Container::Tuple => {
            args.push(HelperArg::Function(Synthesis::item_eq(&held_a.items, &held_b.items)));
            ("list", "ll_list_eq")
        }
        Container::Dict => {
            args.push(HelperArg::Function(Synthesis::item_eq(&held_b.items, &held_a.items)));
            args.push(HelperArg::Function(Synthesis::item_eq(&held_a.values, &held_b.values)));
            ("entries", "ll_dict_equal")
        }
        _ => {
            args.push(HelperArg::Function(Synthesis::item_eq(&held_b.items, &held_a.items)));
            ("entries", "ll_set_equal")
        }
    };
    e.generic_helper(module, name, &args).one()
}

/// A tuple whose length is known against one whose length is not.
pub fn equal_known(e: &mut Emitter, known: &Typed, other: &Typed) -> Value {
    let held = e.l.contents(&parts(other).1).items;
    let items = e.tuple_items(known);
    let p = pointer(e, other);
    let (length, n) = (length(e, p), e.int(items.len() as i64));
    let same_length = e.prim(Prim::IntEq, &[length, n]);
    let (join, result) = e.new_block(&[LlType::Bool]);
    let (_, differ) = e.branch(same_length);
    let mut differing = vec![differ];
    for (i, item) in items.iter().enumerate() {
        let i = e.int(i as i64);
        let there = item_at(e, p, i, &held);
        let same = super::tuple::identical_or_equal(e, item, &there);
        let (_, differ) = e.branch(same);
        differing.push(differ);
    }
    let yes = e.bool(true);
    e.jump(join, &[yes]);
    for block in differing {
        e.block = block;
        let no = e.bool(false);
        e.jump(join, &[no]);
    }
    e.block = join;
    result[0]
}

/// `a < b` and `a <= b` of two lists or tuples.
pub fn less(e: &mut Emitter, a: &Typed, b: &Typed, or_equal: bool) -> Value {
    let ((p, held_a), (q, held_b)) = (sequence_of(e, a), sequence_of(e, b));
    let order = if or_equal { Synthesis::item_le(&held_a, &held_b) } else { Synthesis::item_lt(&held_a, &held_b) };
    let args = [
        HelperArg::Value(p),
        HelperArg::Value(q),
        HelperArg::Function(Synthesis::item_eq(&held_a, &held_b)),
        HelperArg::Function(order),
    ];
    e.generic_helper("list", if or_equal { "ll_list_le" } else { "ll_list_lt" }, &args).one()
}

/// The struct of a list or tuple, and what its items are; one is made of a tuple of
/// known length.
fn sequence_of(e: &mut Emitter, x: &Typed) -> (Value, Annotation) {
    let Member::Tuple(items) = x.member() else {
        let held = e.l.contents(&parts(x).1).items;
        return (pointer(e, x), held);
    };
    let held = naja_annotator::ops::tuple::item(items);
    let items = e.tuple_items(x);
    (new_tail(e, crate::repr::item_class(&held).tuple(), &items, &held), held)
}

/// `a <= b` and `a < b` of two sets: subsets.
pub fn subset(e: &mut Emitter, a: &Typed, b: &Typed, or_equal: bool) -> Value {
    let (held_a, held_b) = (e.l.contents(&parts(a).1).items, e.l.contents(&parts(b).1).items);
    let (p, q) = (pointer(e, a), pointer(e, b));
    let strict = e.bool(!or_equal);
    let args = [
        HelperArg::Value(p),
        HelperArg::Value(q),
        HelperArg::Value(strict),
        HelperArg::Function(Synthesis::item_eq(&held_b, &held_a)),
    ];
    e.generic_helper("entries", "ll_set_within", &args).one()
}

/// `x in container`.
pub fn contains(e: &mut Emitter, container: &Typed, x: &Typed) -> Value {
    let (kind, sites) = parts(container);
    let held = e.l.contents(&sites);
    let p = pointer(e, container);
    let key = e.stored(x, &x.s);
    let value = |v| HelperArg::Value(v);
    let eq = HelperArg::Function(Synthesis::item_eq(&held.items, &x.s));
    match (kind, container.member()) {
        (_, Member::DictView(View::Values, _)) => {
            let eq = HelperArg::Function(Synthesis::item_eq(&held.values, &x.s));
            e.generic_helper("entries", "ll_dict_has_value", &[value(p), value(key), eq]).one()
        }
        (Container::List | Container::Tuple, _) => {
            e.generic_helper("list", "ll_list_contains", &[value(p), value(key), eq]).one()
        }
        (kind, _) => {
            let hash = HelperArg::Function(Synthesis::item_hash(&x.s));
            let name = if kind == Container::Dict { "ll_dict_has" } else { "ll_set_has" };
            e.generic_helper("entries", name, &[value(p), value(key), hash, eq]).one()
        }
    }
}

/// `x in d.items()`.
pub fn contains_item(e: &mut Emitter, items: &Typed, x: &Typed) -> Value {
    let pair = match x.member() {
        Member::Tuple(parts) if parts.len() == 2 => e.tuple_items(x),
        _ => return e.bool(false),
    };
    let held = e.l.contents(&parts(items).1);
    let p = pointer(e, items);
    let (key, value) = (e.stored(&pair[0], &pair[0].s), e.stored(&pair[1], &pair[1].s));
    let args = [
        HelperArg::Value(p),
        HelperArg::Value(key),
        HelperArg::Value(value),
        HelperArg::Function(Synthesis::item_hash(&pair[0].s)),
        HelperArg::Function(Synthesis::item_eq(&held.items, &pair[0].s)),
        HelperArg::Function(Synthesis::item_eq(&held.values, &pair[1].s)),
    ];
    e.generic_helper("entries", "ll_dict_has_item", &args).one()
}

/// `repr(x)`. One that can be inside itself looks out for that.
pub fn repr(e: &mut Emitter, x: &Typed) -> Value {
    let (kind, sites) = parts(x);
    let held = e.l.contents(&sites);
    let p = pointer(e, x);
    let guarded = e.bool(reaches_itself(e, &sites));
    let item = HelperArg::Function(Synthesis::item_repr(&held.items));
    let (p, guarded) = (HelperArg::Value(p), HelperArg::Value(guarded));
    match (kind, x.member()) {
        (_, Member::DictView(view, _)) => {
            let name = match view {
                View::Keys => "ll_dict_keys_repr",
                View::Values => "ll_dict_values_repr",
                View::Items => "ll_dict_items_repr",
            };
            let value = HelperArg::Function(Synthesis::item_repr(&held.values));
            e.generic_helper("entries", name, &[p, item, value]).one()
        }
        (Container::List, _) => e.generic_helper("list", "ll_list_repr", &[p, item, guarded]).one(),
        (Container::Tuple, _) => e.generic_helper("list", "ll_tuple_repr", &[p, item, guarded]).one(),
        (Container::Dict, _) => {
            let value = HelperArg::Function(Synthesis::item_repr(&held.values));
            e.generic_helper("dict", "ll_dict_repr", &[p, item, value, guarded]).one()
        }
        (Container::Set, _) => e.generic_helper("entries", "ll_set_text", &[p, item]).one(),
        (Container::FrozenSet, _) => e.generic_helper("entries", "ll_frozenset_text", &[p, item]).one(),
        (Container::Cell, _) => panic!("a cell is no value"),
    }
}

/// Can a container of this type hold itself, at some depth?
fn reaches_itself(e: &Emitter, from: &Sites) -> bool {
    let mut seen: Vec<Sites> = Vec::new();
    let mut stack = vec![e.l.contents(from).items, e.l.contents(from).values];
    while let Some(s) = stack.pop() {
        for m in s.members() {
            stack.extend(m.inner().iter().cloned());
            let Some(sites) = m.sites() else { continue };
            if sites == from {
                return true;
            }
            if !seen.contains(sites) {
                seen.push(sites.clone());
                let held = e.l.contents(sites);
                stack.extend([held.items, held.values]);
            }
        }
    }
    false
}

/// The hash of a tuple or a frozenset.
pub fn hash(e: &mut Emitter, x: &Typed) -> Value {
    let (kind, sites) = parts(x);
    let held = e.l.contents(&sites).items;
    let p = pointer(e, x);
    match kind {
        Container::Tuple => {
            let item = HelperArg::Function(Synthesis::item_hash(&held));
            e.generic_helper("hash", "ll_hash_tuple", &[HelperArg::Value(p), item]).one()
        }
        Container::FrozenSet => e.helper1("set", "ll_hash_frozenset", &[p], LlType::I64),
        kind => {
            e.raise("TypeError", &format!("unhashable type: '{}'", kind.name()));
            e.int(0)
        }
    }
}

/// What a class that cannot be hashed says.
pub fn unhashable(e: &mut Emitter, m: &Member) -> Value {
    e.raise("TypeError", &format!("unhashable type: '{}'", e.type_name(m)));
    e.int(0)
}
