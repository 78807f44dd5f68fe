//! Objects of the program's classes.
//!
//! Each class has a struct with a field for each component of each attribute; the class of
//! an object is the number of its struct. An exception's attributes are in such an object
//! behind the exception, whose class is a number of its own. Where the class is not known,
//! the number chooses among the targets of a call.

use crate::call::{self, CallSite};
use crate::emit::{Emitter, Typed};
use crate::operations;
use crate::repr::components;
use crate::reprs::{boolean, instance, int, string};
use naja_annotator::annotation::{Annotation, Member, Site};
use naja_annotator::call::{ArgSource, bind};
use naja_annotator::heap::Containers;
use naja_annotator::objects::{
    Group, binary_methods, classes_of, compare_methods, object_sites, receiver_itself, resolve, tries, unary_method,
};
use naja_ir::Name;
use naja_ir::classes::exception_class;
use naja_ir::flow::{Base, BinaryOp, CompareOp, Default, FuncId, MemberKind, UnaryOp, UserClass};
use naja_ir::graph::{Block, Terminator, Value};
use naja_ir::lltype::{EXCEPTION, LlType, OBJECT};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

/// One object for each class that x can be of: the number decides.
fn by_site(
    e: &mut Emitter,
    x: &Typed,
    result: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, Site, Typed) -> Typed,
) -> Typed {
    let sites: Vec<Site> = object_sites(x.member()).expect("an object").iter().collect();
    let parts: Vec<Vec<Site>> = sites.iter().map(|&site| vec![site]).collect();
    by_part(e, x, &parts, result, &mut |e, i, x| f(e, sites[i], x))
}

/// The same for classes that are treated alike.
fn by_part(
    e: &mut Emitter,
    x: &Typed,
    parts: &[Vec<Site>],
    result: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, usize, Typed) -> Typed,
) -> Typed {
    if let [_] = parts {
        let r = f(e, 0, x.clone());
        return e.convert(r, result);
    }
    let number = number(e, x);
    let (join, params) = e.new_block(&components(result));
    let blocks: Vec<Block> = parts.iter().map(|_| e.graph.new_block()).collect();
    let mut cases = Vec::new();
    for (part, &block) in parts.iter().zip(&blocks) {
        let numbers = part.iter().map(|&site| number_of(e, x.member(), site)).collect();
        cases.push((numbers, block));
    }
    e.switch(number, &cases);
    for (i, block) in blocks.into_iter().enumerate() {
        e.block = block;
        let one = Typed::new(only(x.member(), &parts[i]), x.v.clone());
        let r = f(e, i, one);
        let r = e.convert(r, result);
        e.jump(join, &r.v);
    }
    e.block = join;
    Typed { s: result.clone(), v: params }
}

/// The member with only these sites.
fn only(m: &Member, sites: &[Site]) -> Member {
    match m {
        Member::Super(class, of) => Member::Super(*class, Box::new(only(of, sites))),
        Member::Error(base, _) => Member::Error(*base, sites.iter().copied().collect()),
        _ => Member::Object(sites.iter().copied().collect()),
    }
}

fn is_error(m: &Member) -> bool {
    match m {
        Member::Super(_, of) => is_error(of),
        m => matches!(m, Member::Error(..)),
    }
}

/// What tells an object's class.
fn number(e: &mut Emitter, x: &Typed) -> Value {
    match is_error(x.member()) {
        true => instance::class_id(e, x.one()),
        false => e.op1(LlOp::TypeId, &[x.one()], LlType::I64),
    }
}

fn number_of(e: &mut Emitter, m: &Member, site: Site) -> i64 {
    match is_error(m) {
        true => {
            let class = e.l.containers.class(site).0;
            e.l.error_number(class)
        }
        false => e.l.object_struct(site).as_u32() as i64,
    }
}

/// What a name finds in the class of x.
fn groups(e: &Emitter, x: &Typed, name: &str) -> Vec<Group> {
    resolve(&e.l.flow.program, &e.l.containers, x.member(), name)
}

/// Runs f for each thing that the name finds in the class of x.
pub fn by_target(
    e: &mut Emitter,
    x: &Typed,
    name: &str,
    result: &Annotation,
    f: &mut dyn FnMut(&mut Emitter, Option<MemberKind>, Typed) -> Typed,
) -> Typed {
    let groups = groups(e, x, name);
    if object_sites(x.member()).is_none() {
        let r = f(e, groups[0].found.clone(), x.clone());
        return e.convert(r, result);
    }
    let parts: Vec<Vec<Site>> =
        groups.iter().map(|group| object_sites(&group.receiver).expect("an object").iter().collect()).collect();
    by_part(e, x, &parts, result, &mut |e, i, x| f(e, groups[i].found.clone(), x))
}

/// The object of a `super()`, or x.
fn itself(x: &Typed) -> Typed {
    Typed::new(receiver_itself(x.member()), x.v.clone())
}

/// The class of x, as a value.
pub fn class(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    if object_sites(x.member()).is_none() {
        return Typed::new(receiver_itself(x.member()), vec![]);
    }
    by_site(e, x, wanted, &mut |e, site, _| Typed::new(Member::Class(e.l.containers.class(site).0), vec![]))
}

// ---- attributes ----

/// The object that has the attributes.
fn holder(e: &mut Emitter, x: &Typed) -> Value {
    match is_error(x.member()) {
        true => instance::attributes(e, x.one()),
        false => x.one(),
    }
}

/// An attribute of an object of one class, where it has it; it can be unbound.
fn load(e: &mut Emitter, site: Site, x: &Typed, name: &str) -> Option<Typed> {
    let (id, first, s) = e.l.object_field(site, name)?;
    let p = holder(e, x);
    let p = e.cast(id, p);
    let v = components(&s).into_iter().enumerate();
    let v = v.map(|(i, ty)| e.op1(LlOp::GetField(id, first + i), &[p], ty)).collect();
    Some(Typed { s, v })
}

/// `x.name`
pub fn get(e: &mut Emitter, x: &Typed, name: &Name, wanted: &Annotation) -> Typed {
    if &**name == "__class__" {
        return class(e, x, wanted);
    }
    if let Member::Class(of) = x.member() {
        return get_of_class(e, *of, name, wanted);
    }
    by_target(e, x, name, wanted, &mut |e, found, x| {
        if let Some(MemberKind::Property { get, .. }) = &found {
            return match get {
                Some(get) => call_implicitly(e, *get, &[itself(&x)], wanted),
                None => {
                    missing(e, &x, name);
                    e.unreachable(wanted)
                }
            };
        }
        if let Member::Super(..) = x.member() {
            return of_class(e, &x, name, found.as_ref(), wanted);
        }
        let sites: Vec<Site> = object_sites(x.member()).expect("an object").iter().collect();
        if sites.iter().all(|&site| e.l.object_field(site, name).is_none()) {
            return of_class(e, &x, name, found.as_ref(), wanted);
        }
        by_site(e, &x, wanted, &mut |e, site, x| match load(e, site, &x, name) {
            Some(held) if !held.s.members().contains(&Member::Unbound) => held,
            Some(held) => e.dispatch(&held, wanted, &mut |e, held| match held.member() {
                Member::Unbound => of_class(e, &x, name, found.as_ref(), wanted),
                _ => held,
            }),
            None => of_class(e, &x, name, found.as_ref(), wanted),
        })
    })
}

/// Is the attribute bound?
pub fn has_attribute(e: &mut Emitter, x: &Typed, name: &str) -> Value {
    let wanted = Annotation::bool();
    by_target(e, x, name, &wanted, &mut |e, found, x| {
        if found.is_some() {
            return boolean::typed(e.bool(true));
        }
        by_site(e, &x, &Annotation::bool(), &mut |e, site, x| match load(e, site, &x, name) {
            Some(held) => e.dispatch(&held, &Annotation::bool(), &mut |e, held| {
                boolean::typed(e.bool(*held.member() != Member::Unbound))
            }),
            None => boolean::typed(e.bool(false)),
        })
    })
    .one()
}

/// What stands in the class.
fn of_class(e: &mut Emitter, x: &Typed, name: &Name, found: Option<&MemberKind>, wanted: &Annotation) -> Typed {
    let method = |x: &Typed| Typed::new(Member::Method(Box::new(x.member().clone()), name.clone()), x.v.clone());
    match found {
        Some(MemberKind::Function(_) | MemberKind::ClassMethod(_)) => method(x),
        Some(MemberKind::Static(func)) => Typed::new(Member::Function(*func), vec![]),
        Some(MemberKind::Class(class)) => Typed::new(Member::Class(*class), vec![]),
        Some(MemberKind::Variable(global)) => {
            let globals = e.l.user().globals.clone();
            let held = crate::function::load_global(e, &globals, *global);
            e.dispatch(&held, wanted, &mut |e, held| match held.member() {
                Member::Function(_) | Member::Closure(..) => method(x),
                Member::Unbound => {
                    missing(e, x, name);
                    e.unreachable(wanted)
                }
                _ => held,
            })
        }
        Some(MemberKind::Property { .. }) => unreachable!("a property is called"),
        None => {
            let text = string::typed(e.string(name));
            if let Some(found) = special(e, x, "__getattr__", &[text], wanted) {
                return found;
            }
            match (x.member(), &**name) {
                (Member::Error(..), "args") => instance::args(e, x.one()),
                (Member::Error(..), "__cause__" | "__context__") => instance::earlier(e, x.one(), name),
                (Member::Super(..), "__init__") => method(x),
                _ => {
                    missing(e, x, name);
                    e.unreachable(wanted)
                }
            }
        }
    }
}

fn get_of_class(e: &mut Emitter, class: UserClass, name: &Name, wanted: &Annotation) -> Typed {
    let x = Typed::new(Member::Class(class), vec![]);
    let found = e.l.flow.program.find_member(class, name).map(|(_, m)| m.kind.clone());
    match found {
        Some(MemberKind::Function(func)) => Typed::new(Member::Function(func), vec![]),
        Some(MemberKind::Variable(global)) => {
            let globals = e.l.user().globals.clone();
            let held = crate::function::load_global(e, &globals, global);
            e.dispatch(&held, wanted, &mut |e, held| match held.member() {
                Member::Unbound => {
                    missing(e, &x, name);
                    e.unreachable(wanted)
                }
                _ => held,
            })
        }
        Some(found) => of_class(e, &x, name, Some(&found), wanted),
        None => {
            let data = &e.l.flow.program.classes[class];
            let text = match &**name {
                "__name__" => data.name.clone(),
                "__qualname__" => data.qualname.clone(),
                "__module__" => e.l.flow.program.modules[data.module].name.clone(),
                _ => match wanted.single() {
                    Some(m @ Member::Method(..)) => return Typed::new(m.clone(), vec![]),
                    _ => {
                        missing(e, &x, name);
                        return e.unreachable(wanted);
                    }
                },
            };
            string::typed(e.string(&text))
        }
    }
}

fn missing(e: &mut Emitter, x: &Typed, name: &str) {
    let message = match x.member() {
        Member::Class(class) => {
            format!("type object '{}' has no attribute '{name}'", e.l.flow.program.classes[*class].name)
        }
        Member::Super(..) => format!("'super' object has no attribute '{name}'"),
        m => format!("'{}' object has no attribute '{name}'", e.type_name(&m.clone())),
    };
    e.raise("AttributeError", &message);
}

/// `x.name = value`
pub fn set(e: &mut Emitter, x: &Typed, name: &Name, value: &Typed) {
    let none = Annotation::none();
    if let Member::Class(class) = x.member() {
        let found = e.l.flow.program.find_member(*class, name).map(|(_, m)| m.kind.clone());
        if let Some(MemberKind::Variable(global)) = found {
            let s = e.l.user().globals[global].clone();
            crate::function::store_global(e, global, &s, value.clone());
        }
        return;
    }
    let text = string::typed(e.string(name));
    if special(e, x, "__setattr__", &[text, value.clone()], &none).is_some() {
        return;
    }
    by_target(e, x, name, &none, &mut |e, found, x| {
        match found {
            Some(MemberKind::Property { set: Some(set), .. }) => {
                let s = implicit_result(e, set);
                call_implicitly(e, set, &[x, value.clone()], &s);
                return Typed::new(Member::None, vec![]);
            }
            Some(MemberKind::Property { .. }) => {
                let class = e.type_name(x.member());
                e.raise("AttributeError", &format!("property '{name}' of '{class}' object has no setter"));
                return e.unreachable(&Annotation::none());
            }
            _ => {}
        }
        by_site(e, &x, &Annotation::none(), &mut |e, site, x| {
            if let Some((id, first, s)) = e.l.object_field(site, name) {
                let p = holder(e, &x);
                let p = e.cast(id, p);
                let value = e.convert(value.clone(), &s);
                for (i, v) in value.v.into_iter().enumerate() {
                    e.op0(LlOp::SetField(id, first + i), &[p, v]);
                }
            }
            Typed::new(Member::None, vec![])
        })
    });
}

// ---- making objects ----

/// `C(*args)`
pub fn construct(
    e: &mut Emitter,
    site: CallSite,
    class: UserClass,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    let made = match wanted.members().iter().find(|m| classes_of(&e.l.containers, m).contains(&class)) {
        Some(m) => m.clone(),
        None => match e.l.object_member(class) {
            Some(m) => m,
            None => {
                e.end(Terminator::Unreachable);
                return e.unreachable(wanted);
            }
        },
    };
    let heap_site = object_sites(&made).expect("an object").iter().find(|&s| e.l.containers.class(s).0 == class);
    let heap_site = heap_site.expect("the class has a site");
    let made = only(&made, &[heap_site]);
    let x = match &made {
        Member::Error(base, _) => {
            e.l.use_error(class, *base);
            let given = e.new_tuple(args[..args.len() - keywords.len()].to_vec());
            let number = e.l.error_number(class);
            let exc = e.new_exception_of(number, given);
            let attributes = new_attributes(e, heap_site);
            instance::set_attributes(e, exc, attributes);
            Typed::new(made, vec![exc])
        }
        _ => {
            let p = new_attributes(e, heap_site);
            Typed::new(made, vec![p])
        }
    };
    let init = e.l.flow.program.find_member(class, "__init__").map(|(_, m)| m.kind.clone());
    if let Some(MemberKind::Function(init)) = init {
        let all = [std::slice::from_ref(&x), args].concat();
        let done = call::function(e, site, init, &all, keywords, &Annotation::none());
        if done.s.is_never() {
            return e.unreachable(wanted);
        }
    }
    x
}

/// A new object; what can be unbound is.
fn new_attributes(e: &mut Emitter, site: Site) -> Value {
    let id = e.l.object_struct(site);
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    for (first, s) in e.l.object_fields(site) {
        if s.members().contains(&Member::Unbound) {
            let unbound = e.convert(Typed::new(Member::Unbound, vec![]), &s);
            for (i, v) in unbound.v.into_iter().enumerate() {
                e.op0(LlOp::SetField(id, first + i), &[p, v]);
            }
        }
    }
    if let Some(field) = e.l.identity_field(site) {
        let next = e.helper1("hash", "ll_next_identity", &[], LlType::I64);
        e.op0(LlOp::SetField(id, field), &[p, next]);
    }
    e.cast(OBJECT, p)
}

// ---- calls ----

/// `x.name(*args)`
pub fn call_method(
    e: &mut Emitter,
    site: CallSite,
    x: &Typed,
    name: &Name,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    if let Member::ExceptionClass(_) = x.member() {
        // `Exception.__init__(self, *args)`
        instance::set_args(e, args[0].one(), &args[1..]);
        return Typed::new(Member::None, vec![]);
    }
    by_target(e, x, name, wanted, &mut |e, found, x| {
        let with = |first: Typed| [vec![first], args.to_vec()].concat();
        match found {
            Some(MemberKind::Function(func)) => {
                call::function(e, site, func, &with(itself(&x)), keywords, wanted)
            }
            Some(MemberKind::ClassMethod(func)) => {
                let classes = classes_of(&e.l.containers, x.member()).into_iter().map(Member::Class).collect();
                let class = class(e, &itself(&x), &classes);
                call::function(e, site, func, &with(class), keywords, wanted)
            }
            Some(MemberKind::Static(func)) => call::function(e, site, func, args, keywords, wanted),
            Some(MemberKind::Variable(global)) => {
                let globals = e.l.user().globals.clone();
                let held = crate::function::load_global(e, &globals, global);
                let bound = held.s.filter(|m| *m != Member::Unbound);
                let binds = |m: &Member| matches!(m, Member::Function(_) | Member::Closure(..));
                let held = e.convert(held, &bound);
                match bound.single().is_some_and(binds) {
                    true => call::call_value(e, site, &held, &with(itself(&x)), keywords, wanted),
                    false => call::call_value(e, site, &held, args, keywords, wanted),
                }
            }
            None if matches!(x.member(), Member::Super(..)) && &**name == "__init__" => {
                if is_error(x.member()) {
                    instance::set_args(e, x.one(), args);
                }
                Typed::new(Member::None, vec![])
            }
            _ => {
                let class = e.type_name(x.member());
                e.raise("TypeError", &format!("'{class}' object is not callable"));
                e.unreachable(wanted)
            }
        }
    })
}

/// What a function gives that Python itself calls.
fn implicit_result(e: &Emitter, func: FuncId) -> Annotation {
    let user = e.l.user();
    user.implicit.get(&func).map(|&spec| user.specs[spec].result.clone()).unwrap_or_default()
}

/// Calls a function that no operation of the program names.
fn call_implicitly(e: &mut Emitter, func: FuncId, args: &[Typed], wanted: &Annotation) -> Typed {
    let user = e.l.user();
    let Some(&spec_id) = user.implicit.get(&func) else {
        // The annotator knows that control does not come here.
        e.end(Terminator::Unreachable);
        return e.unreachable(wanted);
    };
    let spec = &user.specs[spec_id];
    let function = e.l.flow.program.functions[func].clone();
    let sources = bind(&function, args.len(), &[]).expect("the annotator bound the call");
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
        Some(MemberKind::Variable(global)) => match e.l.user().globals[*global].single() {
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
        None => {
            let class = e.type_name(x.member());
            let message = match name {
                "__len__" => format!("object of type '{class}' has no len()"),
                "__iter__" => format!("'{class}' object is not iterable"),
                "__next__" => format!("'{class}' object is not an iterator"),
                "__getitem__" => format!("'{class}' object is not subscriptable"),
                "__setitem__" => format!("'{class}' object does not support item assignment"),
                "__delitem__" => format!("'{class}' object does not support item deletion"),
                "__contains__" => format!("argument of type '{class}' is not iterable"),
                "__abs__" => format!("bad operand type for abs(): '{class}'"),
                "__neg__" => format!("bad operand type for unary -: '{class}'"),
                "__pos__" => format!("bad operand type for unary +: '{class}'"),
                "__invert__" => format!("bad operand type for unary ~: '{class}'"),
                _ => format!("'{class}' object has no attribute '{name}'"),
            };
            e.raise("TypeError", &message);
            e.unreachable(wanted)
        }
    }))
}

/// What a special method gives, NotImplemented for the classes that lack it.
fn special_result(e: &Emitter, x: &Typed, name: &str) -> Annotation {
    let mut s = Annotation::NEVER;
    for group in groups(e, x, name) {
        s = s.join(&match function_of(e, &group.found) {
            Some((func, _)) => implicit_result(e, func),
            None => Annotation::of(Member::NotImplemented),
        });
    }
    s
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
    let mut tried = Vec::new();
    if inplace && object_sites(a.member()).is_some() && has(e, a, changing) {
        tried.push((changing, false));
    }
    tried.extend(tries_of(e, (own, reflected), a, b));
    first_that_answers(e, &tried, (a, b), wanted, &mut |e| {
        let message = operations::binary_message(e, op, inplace, a.member(), b.member());
        e.raise("TypeError", &message);
        e.unreachable(wanted)
    })
}

pub fn unary(e: &mut Emitter, op: UnaryOp, x: &Typed, wanted: &Annotation) -> Option<Typed> {
    special(e, x, unary_method(op), &[], wanted)
}

/// A comparison of two values, one of them an object; both are single members.
pub fn compare(e: &mut Emitter, op: CompareOp, a: &Typed, b: &Typed) -> Value {
    let wanted = Annotation::bool();
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
            let (x, y) = (e.type_name(a.member()), e.type_name(b.member()));
            let symbol = op.symbol();
            e.raise("TypeError", &format!("'{symbol}' not supported between instances of '{x}' and '{y}'"));
            e.unreachable(&Annotation::bool())
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
    by_target(e, x, "__bool__", &wanted, &mut |e, found, x| {
        let name = if found.is_some() { "__bool__" } else { "__len__" };
        let s = special_result(e, &x, name);
        match special(e, &x, name, &[], &s.filter(|m| *m != Member::NotImplemented)) {
            Some(found) => boolean::typed(operations::truth(e, &found)),
            None => boolean::typed(e.bool(true)),
        }
    })
    .one()
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
            let s = implicit_result(e, func);
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
        let class = e.type_name(x.member());
        e.raise("TypeError", &format!("unsupported format string passed to {class}.__format__"));
        e.block = plain;
        string::typed(str(e, &x))
    })
    .one()
}

pub fn hash(e: &mut Emitter, x: &Typed) -> Value {
    by_target(e, x, "__hash__", &Annotation::int(), &mut |e, found, x| {
        if let Some((func, _)) = function_of(e, &found) {
            let s = implicit_result(e, func);
            let found = call_implicitly(e, func, &[x], &s);
            return match found.s.single() {
                Some(Member::Int(_)) => int::typed(e.helper1("hash", "ll_hash_int", &found.v, LlType::I64)),
                _ => {
                    e.raise("TypeError", "__hash__ method should return an integer");
                    e.unreachable(&Annotation::int())
                }
            };
        }
        // A class with an `__eq__` of its own has no hash, unless it says so.
        by_target(e, &x, "__eq__", &Annotation::int(), &mut |e, equal, x| {
            if equal.is_some() || found.is_some() {
                let class = e.type_name(x.member());
                e.raise("TypeError", &format!("unhashable type: '{class}'"));
                return e.unreachable(&Annotation::int());
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
    })
    .one()
}

/// Is it of one of the classes of these sites?
pub fn is_one_of(e: &mut Emitter, x: &Typed, yes: &[Site]) -> Value {
    let sites: Vec<Site> = object_sites(x.member()).expect("an object").iter().collect();
    let (inside, outside): (Vec<Site>, Vec<Site>) = sites.into_iter().partition(|s| yes.contains(s));
    if inside.is_empty() || outside.is_empty() {
        return e.bool(outside.is_empty());
    }
    let parts = [inside, outside];
    by_part(e, x, &parts, &Annotation::bool(), &mut |e, i, _| boolean::typed(e.bool(i == 0))).one()
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
