//! The methods that Python itself calls: operators, comparisons, texts, hashes, iteration.
//! Each function has one analysis for all these calls, or one for the receivers of each type
//! (`Annotations::implicit`).

use crate::call;
use crate::emit::{Emitter, Typed};
use crate::operations;
use crate::reprs::class::{by_part, by_site, by_target, each_class, groups, is_error, itself, refuse};
use crate::reprs::object::holder;
use crate::reprs::{boolean, instance, int, string};
use naja_annotator::annotation::{Annotation, Member, Site};
use naja_annotator::call::{ArgSource, Stars, bind};
use naja_annotator::classes::{
    binary_methods, compare_methods, depends_on_classes, has_index, has_no_hash, is_object, object_sites, tries,
    unary_method,
};
use naja_annotator::containers::is_index;
use naja_annotator::heap::Containers;
use naja_ir::classes::exception_class;
use naja_ir::flow::{Base, BinaryOp, CompareOp, Default, FuncId, MemberKind, UnaryOp};
use naja_ir::graph::{Block, Value};
use naja_ir::lltype::{EXCEPTION, LlType};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

/// What a function gives that Python itself calls for this receiver.
pub fn implicit_result(e: &Emitter, func: FuncId, receiver: &Member) -> Annotation {
    let user = e.l.user();
    let result = |site| user.implicit(func, site).map(|spec| user.specs[spec].result.clone()).unwrap_or_default();
    match object_sites(receiver) {
        Some(sites) => sites.iter().fold(Annotation::NEVER, |s, site| s.join(&result(Some(site)))),
        None => result(None),
    }
}

/// Calls a function that no operation of the program names.
pub fn call_implicitly(e: &mut Emitter, func: FuncId, args: &[Typed], wanted: &Annotation) -> Typed {
    let user = e.l.user();
    let parts = match args.first().and_then(|x| object_sites(x.s.single()?)) {
        Some(sites) => user.by_implicit(func, sites),
        None => return call_analysed(e, func, None, args, wanted),
    };
    by_part(e, &args[0], &parts, wanted, &mut |e, i, receiver| {
        let args = [vec![receiver], args[1..].to_vec()].concat();
        call_analysed(e, func, Some(parts[i][0]), &args, wanted)
    })
}

fn call_analysed(e: &mut Emitter, func: FuncId, receiver: Option<Site>, args: &[Typed], wanted: &Annotation) -> Typed {
    let user = e.l.user();
    let Some(spec_id) = user.implicit(func, receiver) else {
        // The annotator has found no way here. Were it wrong, the program must not go on, and
        // its user should see where.
        let name = e.l.flow.program.functions[func].qualname.clone();
        e.raise("SystemError", &format!("{name} was not compiled: please report this to naja's developers"));
        return e.unreachable(wanted);
    };
    let spec = &user.specs[spec_id];
    let function = e.l.flow.program.functions[func].clone();
    let sources = bind(&function, args.len(), &[], Stars::default()).expect("the annotator bound the call");
    let mut operands: Vec<Value> = Vec::new();
    for (i, source) in sources.into_iter().enumerate() {
        let arg = match source {
            ArgSource::Arg(n) => args[n].clone(),
            ArgSource::Rest(rest) => e.new_tuple(rest.into_iter().map(|n| args[n].clone()).collect()),
            _ => {
                let default: &Default = function.params[i].default.as_ref().expect("a parameter with a default");
                crate::function::default(e, &user.globals, default, false)
            }
        };
        operands.extend(e.convert(arg, &spec.params[i]).v);
    }
    call::call_spec(e, &user, spec_id, &operands, wanted)
}

/// The function of a method that Python itself calls.
fn function_of(e: &Emitter, found: &Option<MemberKind>) -> Option<(FuncId, bool)> {
    match found {
        Some(MemberKind::Function(func)) => Some((*func, true)),
        Some(MemberKind::Static(func)) => Some((*func, false)),
        Some(MemberKind::Variable { global, .. }) => match e.l.user().globals[*global].single() {
            Some(Member::Function(func)) => Some((*func, true)),
            _ => None,
        },
        _ => None,
    }
}

/// Does each class of x have it, some, or none?
fn has(e: &Emitter, x: &Typed, name: &str) -> bool {
    groups(e, x, name).iter().any(|group| function_of(e, &group.found).is_some())
}

/// Calls what Python itself calls; `None` where no class has it. A class without it gives
/// NotImplemented.
pub fn special(e: &mut Emitter, x: &Typed, name: &str, args: &[Typed], wanted: &Annotation) -> Option<Typed> {
    if !has(e, x, name) {
        return None;
    }
    Some(by_target(e, x, name, wanted, &mut |e, found, x| match function_of(e, &found) {
        Some((func, with_itself)) => {
            let first = with_itself.then(|| itself(&x));
            let all: Vec<Typed> = first.into_iter().chain(args.iter().cloned()).collect();
            call_implicitly(e, func, &all, wanted)
        }
        None if wanted.members().contains(&Member::NotImplemented) => Typed::new(Member::NotImplemented, vec![]),
        None => refuse(e, &x, wanted, "TypeError", &|class| match name {
            "__len__" => format!("object of type '{class}' has no len()"),
            "__iter__" => format!("'{class}' object is not iterable"),
            "__next__" => format!("'{class}' object is not an iterator"),
            "__reversed__" => format!("'{class}' object is not reversible"),
            "__getitem__" => format!("'{class}' object is not subscriptable"),
            "__setitem__" => format!("'{class}' object does not support item assignment"),
            "__delitem__" => format!("'{class}' object does not support item deletion"),
            "__contains__" => format!("argument of type '{class}' is not iterable"),
            "__abs__" => format!("bad operand type for abs(): '{class}'"),
            "__neg__" => format!("bad operand type for unary -: '{class}'"),
            "__pos__" => format!("bad operand type for unary +: '{class}'"),
            "__invert__" => format!("bad operand type for unary ~: '{class}'"),
            _ => format!("'{class}' object has no attribute '{name}'"),
        }),
    }))
}

/// What a special method gives, NotImplemented for the classes that lack it.
fn special_result(e: &Emitter, x: &Typed, name: &str) -> Annotation {
    let mut s = Annotation::NEVER;
    for group in groups(e, x, name) {
        s = s.join(&match function_of(e, &group.found) {
            Some((func, _)) => implicit_result(e, func, &group.receiver),
            None => Annotation::of(Member::NotImplemented),
        });
    }
    s
}

/// An index that may be an object: see the annotator's `as_index`.
pub fn as_index(e: &mut Emitter, i: &Typed) -> Typed {
    let program = &e.l.flow.program;
    let objects: Vec<Member> = i.s.members().iter().filter(|m| is_object(m)).cloned().collect();
    if objects.is_empty() || !objects.iter().all(|m| has_index(program, &e.l.containers, m)) {
        return i.clone();
    }
    let given = objects.into_iter().map(|m| special_result(e, &Typed::new(m, vec![]), "__index__"));
    let all = given.fold(i.s.filter(|m| !is_object(m)), |all, s| all.join(&s));
    if !all.members().iter().all(|m| is_index(m) || i.s.members().contains(m)) {
        return i.clone();
    }
    e.dispatch(i, &all, &mut |e, i| match is_object(i.member()) {
        true => special(e, &i, "__index__", &[], &all).expect("each of its classes has one"),
        false => i,
    })
}

/// The state of a loop over an object: what its `__iter__` gives.
pub fn state(e: &Emitter, x: &Typed) -> Annotation {
    special_result(e, x, "__iter__").filter(|m| *m != Member::NotImplemented)
}

// ---- operators ----

/// Tries the methods in turn; where all give NotImplemented, what `otherwise` says.
fn first_that_answers(
    e: &mut Emitter,
    tried: &[(&'static str, bool)],
    (a, b): (&Typed, &Typed),
    wanted: &Annotation,
    otherwise: &mut dyn FnMut(&mut Emitter) -> Typed,
) -> Typed {
    let Some(((name, swapped), rest)) = tried.split_first() else {
        let r = otherwise(e);
        return e.convert(r, wanted);
    };
    let (receiver, other) = if *swapped { (b, a) } else { (a, b) };
    let s = special_result(e, receiver, name);
    let Some(found) = special(e, receiver, name, std::slice::from_ref(other), &s) else {
        return first_that_answers(e, rest, (a, b), wanted, otherwise);
    };
    e.dispatch(&found, wanted, &mut |e, found| match found.member() {
        Member::NotImplemented => first_that_answers(e, rest, (a, b), wanted, otherwise),
        _ => found,
    })
}

fn tries_of(e: &Emitter, methods: (&'static str, &'static str), a: &Typed, b: &Typed) -> Vec<(&'static str, bool)> {
    tries(&e.l.flow.program, &e.l.containers, methods, a.member(), b.member())
}

/// `a op b` and `a op= b`, one of them an object.
pub fn binary(e: &mut Emitter, op: BinaryOp, inplace: bool, a: &Typed, b: &Typed, wanted: &Annotation) -> Typed {
    let (own, reflected, changing) = binary_methods(op);
    if depends_on_classes(&e.l.flow.program, &e.l.containers, (own, reflected), a.member(), b.member()) {
        return each_class(e, a, wanted, &mut |e, a| {
            each_class(e, b, wanted, &mut |e, b| binary(e, op, inplace, &a, &b, wanted))
        });
    }
    let mut tried = Vec::new();
    if inplace && object_sites(a.member()).is_some() && has(e, a, changing) {
        tried.push((changing, false));
    }
    tried.extend(tries_of(e, (own, reflected), a, b));
    first_that_answers(e, &tried, (a, b), wanted, &mut |e| {
        each_class(e, a, wanted, &mut |e, a| {
            each_class(e, b, wanted, &mut |e, b| {
                let message = operations::binary_message(e, op, inplace, a.member(), b.member());
                e.raise("TypeError", &message);
                e.unreachable(wanted)
            })
        })
    })
}

pub fn unary(e: &mut Emitter, op: UnaryOp, x: &Typed, wanted: &Annotation) -> Option<Typed> {
    special(e, x, unary_method(op), &[], wanted)
}

/// A comparison of two values, one of them an object; both are single members.
pub fn compare(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    let wanted = Annotation::bool();
    if depends_on_classes(&e.l.flow.program, &e.l.containers, compare_methods(op), a.member(), b.member()) {
        let found = each_class(e, a, &wanted, &mut |e, a| {
            each_class(e, b, &Annotation::bool(), &mut |e, b| boolean::typed(compare(e, op, &a, &b)))
        });
        return found.one();
    }
    let tried = tries_of(e, compare_methods(op), a, b);
    first_that_answers(e, &tried, (a, b), &wanted, &mut |e| match op {
        CompareOp::Eq => {
            let alike = object_sites(a.member()).is_some() && object_sites(b.member()).is_some();
            let same = alike && is_error(a.member()) == is_error(b.member());
            boolean::typed(match same {
                true => e.op1(LlOp::PtrEq, &[a.one(), b.one()], LlType::Bool),
                false => e.bool(false),
            })
        }
        CompareOp::Ne => {
            let same = compare(e, CompareOp::Eq, a, b);
            boolean::typed(e.prim(Prim::BoolNot, &[same]))
        }
        _ => {
            let (symbol, bool) = (op.symbol(), Annotation::bool());
            each_class(e, a, &bool, &mut |e, a| {
                each_class(e, b, &Annotation::bool(), &mut |e, b| {
                    let (x, y) = (e.type_name(a.member()), e.type_name(b.member()));
                    e.raise("TypeError", &format!("'{symbol}' not supported between instances of '{x}' and '{y}'"));
                    e.unreachable(&Annotation::bool())
                })
            })
        }
    })
    .one()
}

pub fn contains(e: &mut Emitter, item: &Typed, x: &Typed) -> Value {
    let s = special_result(e, x, "__contains__");
    match special(e, x, "__contains__", std::slice::from_ref(item), &s) {
        Some(found) => operations::truth(e, &found),
        None => e.bool(false),
    }
}

/// What a test of x asks.
pub fn truth(e: &mut Emitter, x: &Typed) -> Value {
    let wanted = Annotation::bool();
    by_target(e, x, "__bool__", &wanted, &mut |e, found, x| match function_of(e, &found) {
        Some((func, _)) => answer(e, func, &x),
        None => by_target(e, &x, "__len__", &Annotation::bool(), &mut |e, found, x| match function_of(e, &found) {
            Some((func, _)) => answer(e, func, &x),
            None => boolean::typed(e.bool(true)),
        }),
    })
    .one()
}

/// The truth of what a method gives.
fn answer(e: &mut Emitter, func: FuncId, x: &Typed) -> Typed {
    let s = implicit_result(e, func, x.member());
    let found = call_implicitly(e, func, std::slice::from_ref(x), &s);
    boolean::typed(operations::truth(e, &found))
}

pub fn str(e: &mut Emitter, x: &Typed) -> Value {
    text(e, x, "__str__", repr)
}

pub fn repr(e: &mut Emitter, x: &Typed) -> Value {
    text(e, x, "__repr__", |e, x| {
        if is_error(x.member()) {
            return instance::repr(e, x.one());
        }
        let name = by_site(e, x, &Annotation::str(), &mut |e, site, _| {
            let data = &e.l.flow.program.classes[e.l.containers.class(site).0];
            let module = e.l.flow.program.modules[data.module].name.clone();
            // Where it lies is nobody's business.
            string::typed(e.string(&format!("<{module}.{} object at 0x7f0000000000>", data.qualname)))
        });
        name.one()
    })
}

fn text(e: &mut Emitter, x: &Typed, name: &str, otherwise: fn(&mut Emitter, &Typed) -> Value) -> Value {
    let wanted = Annotation::str();
    by_target(e, x, name, &wanted, &mut |e, found, x| match function_of(e, &found) {
        Some((func, _)) => {
            let s = implicit_result(e, func, x.member());
            let found = call_implicitly(e, func, &[x], &s);
            e.dispatch(&found, &Annotation::str(), &mut |e, found| match found.member() {
                Member::Str => found,
                m => {
                    let class = e.type_name(&m.clone());
                    e.raise("TypeError", &format!("{name} returned non-string (type {class})"));
                    e.unreachable(&Annotation::str())
                }
            })
        }
        None if name == "__str__" && is_error(x.member()) => string::typed(instance::builtin_str(e, x.one())),
        None => string::typed(otherwise(e, &x)),
    })
    .one()
}

/// `format(x, spec)`
pub fn format(e: &mut Emitter, x: &Typed, spec: &Typed) -> Value {
    let wanted = Annotation::str();
    by_target(e, x, "__format__", &wanted, &mut |e, found, x| {
        if let Some((func, _)) = function_of(e, &found) {
            return call_implicitly(e, func, &[x, spec.clone()], &wanted);
        }
        let given = operations::truth(e, spec);
        let (_, plain) = e.branch(given);
        refuse(e, &x, &wanted, "TypeError", &|class| format!("unsupported format string passed to {class}.__format__"));
        e.block = plain;
        string::typed(str(e, &x))
    })
    .one()
}

pub fn hash(e: &mut Emitter, x: &Typed) -> Value {
    let int = Annotation::int();
    let (unhashable, others) = object_sites(x.member())
        .expect("an object")
        .iter()
        .partition(|&site| has_no_hash(&e.l.flow.program, e.l.containers.class(site).0));
    let parts: Vec<Vec<Site>> = [unhashable, others].into_iter().filter(|part: &Vec<Site>| !part.is_empty()).collect();
    let hashable: Vec<bool> =
        parts.iter().map(|part| !has_no_hash(&e.l.flow.program, e.l.containers.class(part[0]).0)).collect();
    by_part(e, x, &parts, &int, &mut |e, i, x| match hashable[i] {
        true => hash_of(e, &x),
        false => refuse(e, &x, &Annotation::int(), "TypeError", &|class| format!("unhashable type: '{class}'")),
    })
    .one()
}

/// What `__hash__` gives; without one, what is the object's own.
fn hash_of(e: &mut Emitter, x: &Typed) -> Typed {
    by_target(e, x, "__hash__", &Annotation::int(), &mut |e, found, x| {
        if let Some((func, _)) = function_of(e, &found) {
            let s = implicit_result(e, func, x.member());
            let found = call_implicitly(e, func, &[x], &s);
            return match found.s.single() {
                Some(Member::Int(_)) => int::typed(e.helper1("hash", "ll_hash_given", &found.v, LlType::I64)),
                _ => {
                    e.raise("TypeError", "__hash__ method should return an integer");
                    e.unreachable(&Annotation::int())
                }
            };
        }
        if found.is_some() {
            // `__hash__ = None`
            let int = Annotation::int();
            return refuse(e, &x, &int, "TypeError", &|class| format!("unhashable type: '{class}'"));
        }
        by_site(e, &x, &Annotation::int(), &mut |e, site, x| {
            let id = e.l.object_struct(site);
            let p = holder(e, &x);
            let p = e.cast(id, p);
            match e.l.identity_field(site) {
                Some(field) => int::typed(e.op1(LlOp::GetField(id, field), &[p], LlType::I64)),
                None => int::typed(e.int(0)),
            }
        })
    })
}

/// What an iteration takes from an object that is its own iterator; where it has no more
/// control goes to `none`.
pub fn take(e: &mut Emitter, x: &Typed, item: &Annotation, none: Block) -> Typed {
    let (caught, exc) = e.new_block(&[LlType::Ptr(EXCEPTION)]);
    let outer = e.handler.replace(caught);
    let found = special(e, x, "__next__", &[], item).unwrap_or_else(|| e.unreachable(item));
    e.handler = outer;
    let there = e.block;
    e.block = caught;
    let stop = exception_class("StopIteration").expect("a builtin exception");
    let stops = instance::is_instance(e, exc[0], &[Base::Exception(stop)]);
    let (_, other) = e.branch(stops);
    e.jump(none, &[]);
    e.block = other;
    e.op0(LlOp::Reraise, &[exc[0]]);
    e.block = there;
    found
}
