//! Objects of the program's classes: their attributes, how they are made, and calls of their
//! methods.
//!
//! Each class has a struct with a field for each component of each attribute; the class of
//! an object is the number of its struct. An exception's attributes are in such an object
//! behind the exception, whose class is a number of its own.

use crate::builtins;
use crate::call::{self, CallSite};
use crate::emit::{Emitter, Typed};
use crate::objects::Attribute;
use crate::repr::components;
use crate::reprs::class::{by_part, by_target, class, is_error, itself, only, refuse};
use crate::reprs::special::{call_implicitly, implicit_result, special};
use crate::reprs::{boolean, instance, string};
use crate::stars;
use naja_annotator::annotation::{Annotation, Member, Site};
use naja_annotator::call::Stars;
use naja_annotator::classes::{
    HELD, NEW, classes_of, holds, instances_among, is_method_of_object, new_of_object, object_sites, receiver_itself,
};
use naja_annotator::definite::MAKE;
use naja_annotator::heap::Containers;
use naja_ir::Name;
use naja_ir::flow::{FuncId, GlobalId, MemberKind, UserClass};
use naja_ir::graph::{Terminator, Value};
use naja_ir::lltype::{LlType, OBJECT, StructId};
use naja_ir::lowlevel::LlOp;

/// The object that has the attributes.
pub fn holder(e: &mut Emitter, x: &Typed) -> Value {
    match is_error(x.member()) {
        true => instance::attributes(e, x.one()),
        false => x.one(),
    }
}

/// An attribute of objects that hold it alike, where they have it; it can be unbound.
fn load(e: &mut Emitter, sites: &[Site], x: &Typed, name: &str) -> Option<Typed> {
    let Attribute { home, first, s } = e.l.attribute(sites[0], name)?;
    let p = holding(e, sites, x, home);
    let v = components(&s).into_iter().enumerate();
    let v = v.map(|(i, ty)| e.op1(LlOp::GetField(home, first + i), &[p], ty)).collect();
    Some(Typed { s, v })
}

/// The object as one of the struct that is known of it: its own, or what it has in common
/// with the others.
fn holding(e: &mut Emitter, sites: &[Site], x: &Typed, home: StructId) -> Value {
    let id = if let [site] = sites { e.l.object_struct(*site) } else { home };
    let p = holder(e, x);
    e.cast(id, p)
}

/// The sites, those together that hold the attribute alike.
fn alike(e: &mut Emitter, x: &Typed, name: &str) -> Vec<Vec<Site>> {
    let mut parts: Vec<(Option<Attribute>, Vec<Site>)> = Vec::new();
    for site in object_sites(x.member()).expect("an object").iter() {
        let attribute = e.l.attribute(site, name);
        match parts.iter_mut().find(|(other, _)| attribute.is_some() && *other == attribute) {
            Some((_, part)) => part.push(site),
            None => parts.push((attribute, vec![site])),
        }
    }
    parts.into_iter().map(|(_, part)| part).collect()
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
                None => missing(e, &x, name, wanted),
            };
        }
        if let Member::Super(..) = x.member() {
            return of_class(e, &x, name, found.as_ref(), wanted);
        }
        let sites: Vec<Site> = object_sites(x.member()).expect("an object").iter().collect();
        if sites.iter().all(|&site| e.l.attribute(site, name).is_none()) {
            return of_class(e, &x, name, found.as_ref(), wanted);
        }
        let parts = alike(e, &x, name);
        by_part(e, &x, &parts, wanted, &mut |e, i, x| match load(e, &parts[i], &x, name) {
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
    by_target(e, x, name, &wanted, &mut |e, found, x| is_found(e, &x, name, found.as_ref())).one()
}

fn is_found(e: &mut Emitter, x: &Typed, name: &str, found: Option<&MemberKind>) -> Typed {
    match found {
        None => is_own(e, x, name),
        Some(MemberKind::Variable { global, behind }) => {
            let held = variable(e, *global);
            e.dispatch(&held, &Annotation::bool(), &mut |e, held| match held.member() {
                Member::Unbound => is_found(e, x, name, behind.as_deref()),
                _ => boolean::typed(e.bool(true)),
            })
        }
        Some(_) => boolean::typed(e.bool(true)),
    }
}

/// What a variable of a class holds.
fn variable(e: &mut Emitter, global: GlobalId) -> Typed {
    let globals = e.l.user().globals.clone();
    crate::function::load_global(e, &globals, global)
}

/// Does the object itself have the attribute?
fn is_own(e: &mut Emitter, x: &Typed, name: &str) -> Typed {
    if object_sites(x.member()).is_none() {
        return boolean::typed(e.bool(matches!(name, "__name__" | "__qualname__" | "__module__")));
    }
    let parts = alike(e, x, name);
    by_part(e, x, &parts, &Annotation::bool(), &mut |e, i, x| match load(e, &parts[i], &x, name) {
        Some(held) => e.dispatch(&held, &Annotation::bool(), &mut |e, held| {
            boolean::typed(e.bool(*held.member() != Member::Unbound))
        }),
        None => boolean::typed(e.bool(false)),
    })
}

/// What stands in the class.
fn of_class(e: &mut Emitter, x: &Typed, name: &Name, found: Option<&MemberKind>, wanted: &Annotation) -> Typed {
    let method = |x: &Typed| Typed::new(Member::Method(Box::new(x.member().clone()), name.clone()), x.v.clone());
    match found {
        Some(MemberKind::Function(_) | MemberKind::ClassMethod(_)) => method(x),
        Some(MemberKind::Static(func)) => Typed::new(Member::Function(*func), vec![]),
        Some(MemberKind::Class(class)) => Typed::new(Member::Class(*class), vec![]),
        Some(MemberKind::Variable { global, behind }) => {
            let held = variable(e, *global);
            e.dispatch(&held, wanted, &mut |e, held| match held.member() {
                Member::Function(_) | Member::Closure(..) => method(x),
                Member::Unbound if behind.is_some() => of_class(e, x, name, behind.as_deref(), wanted),
                Member::Unbound => missing(e, x, name, wanted),
                _ => held,
            })
        }
        Some(MemberKind::Property { .. }) => unreachable!("a property is called"),
        None => {
            let text = string::typed(e.string(name));
            if let Some(found) = special(e, x, "__getattr__", &[text], wanted) {
                return found;
            }
            if let Some(held) = held(e, x, name) {
                return builtins::getattr(e, &held, name, wanted);
            }
            match (x.member(), &**name) {
                (Member::Error(..), "args") => instance::args(e, x.one()),
                (Member::Error(..), "__cause__" | "__context__") => instance::earlier(e, x.one(), name),
                (Member::Super(..), name) if is_method_of_object(name) => method(x),
                (Member::Super(..), NEW) => Typed::new(new_of_object(), vec![]),
                _ => missing(e, x, name, wanted),
            }
        }
    }
}

/// What an object holds whose class derives from a builtin type.
fn held(e: &mut Emitter, x: &Typed, name: &str) -> Option<Typed> {
    let itself = itself(x);
    let sites = object_sites(itself.member())?.clone();
    let program = &e.l.flow.program;
    if name == HELD || !sites.iter().all(|site| holds(program, e.l.containers.class(site).0)) {
        return None;
    }
    let mut s = Annotation::NEVER;
    for site in sites.iter() {
        s = s.join(&e.l.attribute(site, HELD)?.s);
    }
    let s = s.filter(|m| *m != Member::Unbound);
    Some(get(e, &itself, &HELD.into(), &s))
}

fn get_of_class(e: &mut Emitter, class: UserClass, name: &Name, wanted: &Annotation) -> Typed {
    let found = e.l.flow.program.find_member(class, name).map(|(_, kind)| kind);
    found_in_class(e, class, name, found.as_ref(), wanted)
}

fn found_in_class(
    e: &mut Emitter,
    class: UserClass,
    name: &Name,
    found: Option<&MemberKind>,
    wanted: &Annotation,
) -> Typed {
    let x = Typed::new(Member::Class(class), vec![]);
    match found {
        Some(MemberKind::Function(func)) => Typed::new(Member::Function(*func), vec![]),
        Some(MemberKind::Variable { global, behind }) => {
            let held = variable(e, *global);
            e.dispatch(&held, wanted, &mut |e, held| match held.member() {
                Member::Unbound if behind.is_some() => found_in_class(e, class, name, behind.as_deref(), wanted),
                Member::Unbound => missing(e, &x, name, wanted),
                _ => held,
            })
        }
        found @ Some(_) => of_class(e, &x, name, found, wanted),
        None => {
            let data = &e.l.flow.program.classes[class];
            let text = match &**name {
                "__name__" => data.name.clone(),
                "__qualname__" => data.qualname.clone(),
                "__module__" => e.l.flow.program.modules[data.module].name.clone(),
                _ => match wanted.single() {
                    Some(m @ Member::Method(..)) => return Typed::new(m.clone(), vec![]),
                    _ => {
                        return missing(e, &x, name, wanted);
                    }
                },
            };
            string::typed(e.string(&text))
        }
    }
}

/// What happens where there is no such attribute.
fn missing(e: &mut Emitter, x: &Typed, name: &str, wanted: &Annotation) -> Typed {
    let message = match x.member() {
        Member::Class(class) => {
            format!("type object '{}' has no attribute '{name}'", e.l.flow.program.classes[*class].name)
        }
        Member::Super(..) => format!("'super' object has no attribute '{name}'"),
        _ => {
            let message = |class: &str| format!("'{class}' object has no attribute '{name}'");
            return refuse(e, x, wanted, "AttributeError", &message);
        }
    };
    e.raise("AttributeError", &message);
    e.unreachable(wanted)
}

/// Sets an attribute of objects that hold it alike, where they have it.
fn store(e: &mut Emitter, sites: &[Site], x: &Typed, name: &str, value: Typed) {
    let Some(Attribute { home, first, s }) = e.l.attribute(sites[0], name) else { return };
    let p = holding(e, sites, x, home);
    let value = e.convert(value, &s);
    for (i, v) in value.v.into_iter().enumerate() {
        e.op0(LlOp::SetField(home, first + i), &[p, v]);
    }
}

/// `x.name = value`
pub fn set(e: &mut Emitter, x: &Typed, name: &Name, value: &Typed) {
    let none = Annotation::none();
    if let Member::Class(class) = x.member() {
        if let Some(global) = e.l.flow.program.own_variable(*class, name) {
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
                let s = implicit_result(e, set, x.member());
                call_implicitly(e, set, &[x, value.clone()], &s);
                return Typed::new(Member::None, vec![]);
            }
            Some(MemberKind::Property { .. }) => {
                return refuse(e, &x, &Annotation::none(), "AttributeError", &|class| {
                    format!("property '{name}' of '{class}' object has no setter")
                });
            }
            _ => {}
        }
        let parts = alike(e, &x, name);
        by_part(e, &x, &parts, &Annotation::none(), &mut |e, i, x| {
            let sites = &parts[i];
            let lacks = |&site: &Site| !e.l.flow.program.may_have(e.l.containers.class(site).0, name);
            if sites.iter().any(lacks) {
                return missing(e, &x, name, &Annotation::none());
            }
            store(e, sites, &x, name, value.clone());
            Typed::new(Member::None, vec![])
        })
    });
}

/// `del x.name`
pub fn delete(e: &mut Emitter, x: &Typed, name: &Name) -> Typed {
    let none = Annotation::none();
    let text = string::typed(e.string(name));
    if let Some(done) = special(e, x, "__delattr__", &[text], &none) {
        return done;
    }
    by_target(e, x, name, &none, &mut |e, found, x| match found {
        Some(MemberKind::Property { delete: Some(delete), .. }) => {
            let s = implicit_result(e, delete, x.member());
            call_implicitly(e, delete, &[x], &s);
            Typed::new(Member::None, vec![])
        }
        Some(MemberKind::Property { .. }) => refuse(e, &x, &Annotation::none(), "AttributeError", &|class| {
            format!("property '{name}' of '{class}' object has no deleter")
        }),
        _ => {
            let parts = alike(e, &x, name);
            by_part(e, &x, &parts, &Annotation::none(), &mut |e, i, x| {
                let sites = &parts[i];
                let Some(held) = load(e, sites, &x, name) else {
                    return missing(e, &x, name, &Annotation::none());
                };
                e.dispatch(&held, &Annotation::none(), &mut |e, held| match held.member() {
                    Member::Unbound => missing(e, &x, name, &Annotation::none()),
                    _ => {
                        store(e, sites, &x, name, Typed::new(Member::Unbound, vec![]));
                        Typed::new(Member::None, vec![])
                    }
                })
            })
        }
    })
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
    if let Some((_, MemberKind::Static(new))) = e.l.flow.program.find_member(class, NEW) {
        return construct_by(e, site, new, class, args, keywords, wanted);
    }
    if refuse_abstract(e, class) {
        return e.unreachable(wanted);
    }
    let init = e.l.flow.program.find_member(class, "__init__").map(|(_, kind)| kind);
    // What `__init__` gets is what was made, also where it never returns.
    let itself = match init {
        Some(MemberKind::Function(init)) => site.spec.calls.get(&(site.block, site.op, init)).map(|call| &call.args[0]),
        _ => None,
    };
    let Some((made, heap_site)) = made_by(e, class, itself.unwrap_or(wanted)) else {
        e.end(Terminator::Unreachable);
        return e.unreachable(wanted);
    };
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
    call_make(e, site, class, &x);
    if let Some(MemberKind::Function(init)) = init {
        let all = [std::slice::from_ref(&x), args].concat();
        let done = call::function(e, site, init, &all, keywords, &Annotation::none());
        if done.s.is_never() {
            return e.unreachable(wanted);
        }
    } else if !is_error(x.member()) {
        let name = e.l.flow.program.classes[class].name.clone();
        stars::check_none(e, site.stars, args, &format!("{name}() takes no arguments"));
    }
    x
}

/// Raises for a class that is abstract. Is it?
fn refuse_abstract(e: &mut Emitter, class: UserClass) -> bool {
    let data = &e.l.flow.program.classes[class];
    if data.abstract_names.is_empty() {
        return false;
    }
    let mut names: Vec<&str> = data.abstract_names.iter().map(|name| &**name).collect();
    names.sort();
    let s = if names.len() == 1 { "" } else { "s" };
    let names = names.join(", ");
    let message = format!("Can't instantiate abstract class {} with abstract method{s} {names}", data.name);
    e.raise("TypeError", &message);
    true
}

/// The object of the class among what is made; `None` where the annotator found no way here.
fn made_by(e: &Emitter, class: UserClass, among: &Annotation) -> Option<(Member, Site)> {
    let is_it = |m: &&Member| classes_of(&e.l.containers, m).contains(&class);
    let made = among.members().iter().find(is_it).cloned().or_else(|| e.l.object_member(class))?;
    let site = object_sites(&made).expect("an object").iter().find(|&s| e.l.containers.class(s).0 == class);
    let site = site.expect("the class has a site");
    Some((only(&made, &[site]), site))
}

fn call_make(e: &mut Emitter, site: CallSite, class: UserClass, x: &Typed) {
    if let Some((_, MemberKind::Function(make))) = e.l.flow.program.find_member(class, MAKE) {
        let alone = CallSite { stars: Stars::default(), ..site };
        call::function(e, alone, make, std::slice::from_ref(x), &[], &Annotation::none());
    }
}

/// `C(*args)` where the class has a `__new__`: `__init__` follows where that gives one of its
/// objects.
fn construct_by(
    e: &mut Emitter,
    site: CallSite,
    new: FuncId,
    class: UserClass,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    let with = |first: Typed| [vec![first], args.to_vec()].concat();
    let itself = with(Typed::new(Member::Class(class), vec![]));
    let made = call::function(e, site, new, &itself, keywords, wanted);
    if made.s.is_never() {
        return e.unreachable(wanted);
    }
    e.dispatch(&made, &Annotation::none(), &mut |e, made| {
        let nothing = Typed::new(Member::None, vec![]);
        let program = &e.l.flow.program;
        let Some(own) = instances_among(program, &e.l.containers, made.member(), class) else { return nothing };
        let of = |m: &Member| object_sites(m).expect("an object").iter().collect::<Vec<Site>>();
        let (own, all) = (of(&own), of(made.member()));
        let others = all.into_iter().filter(|site| !own.contains(site)).collect();
        let parts: Vec<Vec<Site>> = [own, others].into_iter().filter(|part: &Vec<Site>| !part.is_empty()).collect();
        by_part(e, &made, &parts, &Annotation::none(), &mut |e, i, made| {
            if i == 0 {
                by_target(e, &made, "__init__", &Annotation::none(), &mut |e, found, made| {
                    if let Some(MemberKind::Function(init)) = found {
                        call::function(e, site, init, &with(made), keywords, &Annotation::none());
                    }
                    Typed::new(Member::None, vec![])
                });
            }
            Typed::new(Member::None, vec![])
        })
    });
    made
}

/// `object.__new__(class)`
fn new_bare(e: &mut Emitter, site: CallSite, class: &Typed, wanted: &Annotation) -> Typed {
    e.dispatch(class, wanted, &mut |e, class| {
        let &Member::Class(class) = class.member() else { unreachable!("the annotator refuses others") };
        if refuse_abstract(e, class) {
            return e.unreachable(wanted);
        }
        let Some((made, heap_site)) = made_by(e, class, wanted) else {
            e.end(Terminator::Unreachable);
            return e.unreachable(wanted);
        };
        let p = new_attributes(e, heap_site);
        let x = Typed::new(made, vec![p]);
        call_make(e, site, class, &x);
        x
    })
}

/// A new object; what can be unbound is.
fn new_attributes(e: &mut Emitter, site: Site) -> Value {
    let id = e.l.object_struct(site);
    let p = e.op1(LlOp::New(id), &[], LlType::Ptr(id));
    for Attribute { home, first, s } in e.l.attributes(site) {
        if s.members().contains(&Member::Unbound) {
            let unbound = e.convert(Typed::new(Member::Unbound, vec![]), &s);
            for (i, v) in unbound.v.into_iter().enumerate() {
                e.op0(LlOp::SetField(home, first + i), &[p, v]);
            }
        }
    }
    set_identity(e, site, p);
    e.cast(OBJECT, p)
}

/// Gives a new object its own hash, where objects of its class are asked for that.
pub fn set_identity(e: &mut Emitter, site: Site, p: Value) {
    if let Some(field) = e.l.identity_field(site) {
        let id = e.l.object_struct(site);
        let next = e.helper1("hash", "ll_next_identity", &[], LlType::I64);
        e.op0(LlOp::SetField(id, field), &[p, next]);
    }
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
    if &**name == NEW {
        return new_bare(e, site, &args[0], wanted);
    }
    by_target(e, x, name, wanted, &mut |e, found, x| match found {
        Some(found) => call_member(e, site, &x, &found, args, keywords, wanted),
        None if matches!(x.member(), Member::Super(..)) && is_method_of_object(name) => {
            match receiver_itself(x.member()) {
                Member::Error(..) => instance::set_args(e, x.one(), args),
                Member::Class(class) => {
                    let class = &e.l.flow.program.classes[class].name;
                    let message = format!("{class}.{name}() takes no keyword arguments");
                    stars::check_none(e, site.stars, args, &message);
                }
                _ => {
                    let message = "object.__init__() takes exactly one argument (the instance to initialize)";
                    stars::check_none(e, site.stars, args, message);
                }
            }
            Typed::new(Member::None, vec![])
        }
        None => not_callable(e, &x, wanted),
    })
}

/// Calls what was found in the class of x.
fn call_member(
    e: &mut Emitter,
    site: CallSite,
    x: &Typed,
    found: &MemberKind,
    args: &[Typed],
    keywords: &[Name],
    wanted: &Annotation,
) -> Typed {
    let with = |first: Typed| [vec![first], args.to_vec()].concat();
    match found {
        MemberKind::Function(func) => call::function(e, site, *func, &with(itself(x)), keywords, wanted),
        MemberKind::ClassMethod(func) => {
            let classes = classes_of(&e.l.containers, x.member()).into_iter().map(Member::Class).collect();
            let class = class(e, &itself(x), &classes);
            call::function(e, site, *func, &with(class), keywords, wanted)
        }
        MemberKind::Static(func) => call::function(e, site, *func, args, keywords, wanted),
        MemberKind::Variable { global, behind } => {
            let held = variable(e, *global);
            let bound = held.s.filter(|m| *m != Member::Unbound);
            let binds = matches!(bound.single(), Some(Member::Function(_) | Member::Closure(..)));
            let call_bound = |e: &mut Emitter, held: Typed| {
                let held = e.convert(held, &bound);
                match binds {
                    true => call::call_value(e, site, &held, &with(itself(x)), keywords, wanted),
                    false => call::call_value(e, site, &held, args, keywords, wanted),
                }
            };
            match behind {
                None => call_bound(e, held),
                Some(behind) => e.dispatch(&held, wanted, &mut |e, held| match held.member() {
                    Member::Unbound => call_member(e, site, x, behind, args, keywords, wanted),
                    _ => call_bound(e, held),
                }),
            }
        }
        _ => not_callable(e, x, wanted),
    }
}

fn not_callable(e: &mut Emitter, x: &Typed, wanted: &Annotation) -> Typed {
    refuse(e, x, wanted, "TypeError", &|class| format!("'{class}' object is not callable"))
}
