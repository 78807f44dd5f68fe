//! The classes of the program, as far as they answer without looking at values: what a
//! name finds in the class of an object, `isinstance`, and which methods an operator tries.
//! Shared with the rtyper.

use crate::abstracts;
use crate::annotation::{Annotation, Member, Site, Sites};
use crate::definite::MAKE;
use crate::heap::Containers;
use crate::ops::callable::is_type_name;
use naja_ir::classes::ClassId;
use naja_ir::flow::{Base, BinaryOp, CompareOp, MemberKind, Program, UnaryOp, UserClass};

/// Some of the classes that a receiver can be of, and what a name finds in all of them.
pub struct Group {
    pub found: Option<MemberKind>,
    pub receiver: Member,
}

/// What `receiver.name` finds in its class (behind a class for `super()`): the receiver's
/// classes that find the same are one group.
pub fn resolve(program: &Program, containers: &dyn Containers, receiver: &Member, name: &str) -> Vec<Group> {
    let mut groups: Vec<(Option<MemberKind>, Vec<Site>)> = Vec::new();
    let Some(sites) = object_sites(receiver) else {
        let found = match receiver {
            Member::Class(class) => program.find_member(*class, name),
            Member::Super(after, of) => match **of {
                Member::Class(class) => program.find_behind(class, *after, name),
                _ => None,
            },
            _ => None,
        };
        return vec![Group { found: found.map(|(_, kind)| kind), receiver: receiver.clone() }];
    };
    for site in sites.iter() {
        let class = containers.class(site).0;
        let found = match receiver {
            Member::Super(after, _) => program.find_behind(class, *after, name),
            _ => program.find_member(class, name),
        };
        let found = found.map(|(_, kind)| kind);
        match groups.iter_mut().find(|(other, _)| *other == found) {
            Some((_, sites)) => sites.push(site),
            None => groups.push((found, vec![site])),
        }
    }
    groups.into_iter().map(|(found, sites)| Group { found, receiver: of_sites(receiver, &sites) }).collect()
}

/// Can the object stand where an int is asked for? Each of its classes has `__index__` then.
pub fn has_index(program: &Program, containers: &dyn Containers, object: &Member) -> bool {
    resolve(program, containers, object, "__index__")
        .iter()
        .all(|group| matches!(group.found, Some(MemberKind::Function(_))))
}

/// What `int` asks an object for.
pub fn int_method(program: &Program, containers: &dyn Containers, object: &Member) -> &'static str {
    let groups = resolve(program, containers, object, "__int__");
    if groups.iter().any(|group| group.found.is_some()) { "__int__" } else { "__index__" }
}

/// The sites of an object, or of the object of a `super()`.
pub fn object_sites(m: &Member) -> Option<&Sites> {
    match m {
        Member::Object(sites) | Member::Error(_, sites) => Some(sites),
        Member::Super(_, of) => object_sites(of),
        _ => None,
    }
}

/// The same with only these sites.
pub fn of_sites(m: &Member, sites: &[Site]) -> Member {
    let sites: Sites = sites.iter().copied().collect();
    match m {
        Member::Error(base, _) => Member::Error(*base, sites),
        Member::Super(class, of) => Member::Super(*class, Box::new(of_sites(of, &sites.iter().collect::<Vec<_>>()))),
        _ => Member::Object(sites),
    }
}

/// The method that makes an object of a class.
pub const NEW: &str = "__new__";

/// What `super()` finds behind all classes of the program, and takes no arguments.
pub fn is_method_of_object(name: &str) -> bool {
    matches!(name, "__init__" | "__init_subclass__")
}

/// `object.__new__`, whatever it was asked of.
pub fn new_of_object() -> Member {
    Member::Method(Box::new(Member::Builtin("object".into())), NEW.into())
}

/// The objects among these that are of the class or of one that derives from it.
pub fn instances_among(program: &Program, containers: &dyn Containers, m: &Member, class: UserClass) -> Option<Member> {
    let of = Base::User(class);
    let fits = |site: &Site| program.is_subclass(containers.class(*site).0, &of);
    let sites: Vec<Site> = object_sites(m)?.iter().filter(fits).collect();
    (!sites.is_empty()).then(|| of_sites(m, &sites))
}

/// The attribute with what an object holds whose class derives from a builtin type.
pub const HELD: &str = "__held__";

/// Do all objects of the class hold a value of a builtin type?
pub fn holds(program: &Program, class: UserClass) -> bool {
    program.classes[class].mro.iter().any(|base| match base {
        Base::User(base) => {
            program.classes[*base].slots.as_ref().is_some_and(|slots| slots.iter().any(|slot| &**slot == HELD))
        }
        _ => false,
    })
}

/// The classes of a value apart: those that hold a value of a builtin type, unless a class
/// between has a method `but` of its own, and the others.
pub fn held_groups(program: &Program, containers: &dyn Containers, m: &Member, but: &str) -> Vec<(Member, bool)> {
    let Member::Object(sites) = m else { return vec![(m.clone(), false)] };
    let is_held = |site: &Site| {
        let class = containers.class(*site).0;
        let Some((home, _)) = program.find_member(class, MAKE) else { return false };
        program.find_member(class, but).is_none_or(|(found, _)| found == home)
    };
    let (held, others): (Vec<Site>, Vec<Site>) = sites.iter().partition(is_held);
    let parts = [(held, true), (others, false)].into_iter().filter(|(part, _)| !part.is_empty());
    parts.map(|(part, is_held)| (of_sites(m, &part), is_held)).collect()
}

/// What a method gets as its first argument.
pub fn receiver_itself(receiver: &Member) -> Member {
    match receiver {
        Member::Super(_, of) => (**of).clone(),
        m => m.clone(),
    }
}

/// The classes of a receiver, which can be one itself.
pub fn classes_of(containers: &dyn Containers, receiver: &Member) -> Vec<UserClass> {
    match (object_sites(receiver), receiver) {
        (Some(sites), _) => {
            let mut classes: Vec<UserClass> = Vec::new();
            for class in sites.iter().map(|site| containers.class(site).0) {
                if !classes.contains(&class) {
                    classes.push(class);
                }
            }
            classes
        }
        (None, Member::Class(class)) => vec![*class],
        (None, Member::Super(_, of)) => classes_of(containers, of),
        _ => Vec::new(),
    }
}

/// The builtin exception that a class is one of.
pub fn builtin_exception(program: &Program, class: UserClass) -> Option<ClassId> {
    program.classes[class].mro.iter().find_map(|base| match base {
        Base::Exception(class) => Some(*class),
        _ => None,
    })
}

/// Is it an object whose operations its class can define?
pub fn is_object(m: &Member) -> bool {
    object_sites(m).is_some()
}

/// `isinstance(x, class)` for objects and for classes of the program; `None`: it depends.
pub fn is_instance(program: &Program, containers: &dyn Containers, x: &Member, class: &Member) -> Option<bool> {
    let base = match class {
        Member::Class(class) => Base::User(*class),
        Member::ExceptionClass(class) => Base::Exception(*class),
        Member::Builtin(name) if &**name == "object" => return Some(true),
        Member::Builtin(name) if &**name == "type" => return Some(matches!(x, Member::Class(_))),
        Member::Builtin(name) => Base::Builtin(name.clone()),
        Member::Tuple(classes) => {
            let mut all = classes.iter().map(|c| is_instance(program, containers, x, c.single()?));
            let known: Vec<Option<bool>> = all.by_ref().collect();
            return match () {
                _ if known.contains(&Some(true)) => Some(true),
                _ if known.contains(&None) => None,
                _ => Some(false),
            };
        }
        _ => return None,
    };
    match (x, object_sites(x)) {
        (_, Some(sites)) => {
            let mut all: Vec<bool> =
                sites.iter().map(|site| inherits(program, containers.class(site).0, &base)).collect();
            all.dedup();
            if let [known] = all[..] { Some(known) } else { None }
        }
        // One of a class that inherits from its class.
        (Member::Instance(has), None) => match base {
            Base::Exception(class) if has.is_subclass_of(class) => Some(true),
            Base::Exception(class) if class.is_subclass_of(*has) => None,
            base if has_heir_of_both(program, &base, *has) => None,
            _ => Some(false),
        },
        _ => match class {
            Member::Class(class) => {
                Some(abstracts::name(program, *class).is_some_and(|of| abstracts::is_instance(x, of)))
            }
            class => crate::ops::callable::is_instance(x, class).ok().flatten(),
        },
    }
}

/// Does a class of the program inherit from both?
pub fn has_heir_of_both(program: &Program, one: &Base, other: ClassId) -> bool {
    let other = Base::Exception(other);
    program.classes.keys().any(|class| program.is_subclass(class, one) && program.is_subclass(class, &other))
}

/// Is it a subclass, as far as `isinstance` is asked?
fn inherits(program: &Program, class: UserClass, of: &Base) -> bool {
    program.is_subclass(class, of)
        || match of {
            Base::User(base) => {
                abstracts::name(program, *base).is_some_and(|of| abstracts::is_subclass(program, class, of))
            }
            _ => false,
        }
}

/// `callable(x)`; `None`: it depends.
pub fn is_callable(program: &Program, containers: &dyn Containers, x: &Member) -> Option<bool> {
    match is_object(x) {
        true => {
            let groups = resolve(program, containers, x, "__call__");
            let first = groups[0].found.is_some();
            groups.iter().all(|group| group.found.is_some() == first).then_some(first)
        }
        false => Some(is_callable_kind(x)),
    }
}

/// Can a member of this kind be called? An object may turn out not to be.
pub fn is_callable_kind(m: &Member) -> bool {
    matches!(
        m,
        Member::Function(_)
            | Member::Closure(..)
            | Member::Method(..)
            | Member::LowFunction(_)
            | Member::Builtin(_)
            | Member::ExceptionClass(_)
            | Member::Class(_)
            | Member::Object(_)
            | Member::Error(..)
            | Member::Library(..)
            | Member::Typing(_)
    )
}

/// `issubclass(m, of)`; `None` where that is not known.
pub fn is_subclass(program: &Program, m: &Member, of: &Member) -> Option<bool> {
    match (m, of) {
        (_, Member::Tuple(items)) => {
            let all: Option<Vec<bool>> = items.iter().map(|s| is_subclass(program, m, s.single()?)).collect();
            Some(all?.contains(&true))
        }
        (Member::Class(class), Member::Class(of)) => Some(inherits(program, *class, &Base::User(*of))),
        (Member::Class(class), Member::ExceptionClass(of)) => Some(program.is_subclass(*class, &Base::Exception(*of))),
        (Member::Class(class), Member::Builtin(name)) => {
            Some(&**name == "object" || program.is_subclass(*class, &Base::Builtin(name.clone())))
        }
        (Member::ExceptionClass(class), Member::ExceptionClass(of)) => Some(class.is_subclass_of(*of)),
        (Member::ExceptionClass(_), Member::Class(_)) => Some(false),
        (Member::Builtin(class), Member::Class(of)) if is_type_name(class) => {
            Some(abstracts::name(program, *of).is_some_and(|of| abstracts::of_type(class).contains(&of)))
        }
        (Member::Builtin(class), Member::Builtin(of)) if is_type_name(class) && is_type_name(of) => {
            Some(class == of || &**of == "object" || (&**class == "bool" && &**of == "int"))
        }
        _ => None,
    }
}

/// Is `x in s` a loop over s: over a generator, or an object without `__contains__`?
pub fn searched_by_loop(program: &Program, containers: &dyn Containers, s: &Annotation) -> bool {
    let by_loop = |m: &Member| match m {
        Member::Generator(_) => true,
        m if is_object(m) => {
            let finds = |name: &str| resolve(program, containers, m, name);
            finds("__contains__").iter().all(|group| group.found.is_none())
                && finds("__iter__").iter().all(|group| group.found.is_some())
        }
        _ => false,
    };
    !s.is_never() && s.members().iter().all(by_loop)
}

/// The methods of an operator: its own, and the reflected one.
pub fn binary_methods(op: BinaryOp) -> (&'static str, &'static str, &'static str) {
    match op {
        BinaryOp::Add => ("__add__", "__radd__", "__iadd__"),
        BinaryOp::Sub => ("__sub__", "__rsub__", "__isub__"),
        BinaryOp::Mul => ("__mul__", "__rmul__", "__imul__"),
        BinaryOp::TrueDiv => ("__truediv__", "__rtruediv__", "__itruediv__"),
        BinaryOp::FloorDiv => ("__floordiv__", "__rfloordiv__", "__ifloordiv__"),
        BinaryOp::Mod => ("__mod__", "__rmod__", "__imod__"),
        BinaryOp::Pow => ("__pow__", "__rpow__", "__ipow__"),
        BinaryOp::LShift => ("__lshift__", "__rlshift__", "__ilshift__"),
        BinaryOp::RShift => ("__rshift__", "__rrshift__", "__irshift__"),
        BinaryOp::And => ("__and__", "__rand__", "__iand__"),
        BinaryOp::Or => ("__or__", "__ror__", "__ior__"),
        BinaryOp::Xor => ("__xor__", "__rxor__", "__ixor__"),
        BinaryOp::MatMul => ("__matmul__", "__rmatmul__", "__imatmul__"),
    }
}

pub fn unary_method(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Neg => "__neg__",
        UnaryOp::Pos => "__pos__",
        UnaryOp::Invert => "__invert__",
        UnaryOp::Not => "__bool__",
    }
}

/// The method of a comparison, and that of the other operand.
pub fn compare_methods(op: CompareOp) -> (&'static str, &'static str) {
    match op {
        CompareOp::Eq => ("__eq__", "__eq__"),
        CompareOp::Ne => ("__ne__", "__ne__"),
        CompareOp::Lt => ("__lt__", "__gt__"),
        CompareOp::Le => ("__le__", "__ge__"),
        CompareOp::Gt => ("__gt__", "__lt__"),
        CompareOp::Ge => ("__ge__", "__le__"),
        CompareOp::In | CompareOp::NotIn => ("__contains__", ""),
        CompareOp::Is | CompareOp::IsNot => ("", ""),
    }
}

/// Does it depend on the classes of both operands which method is tried first? Then each
/// pair of classes has to be asked by itself.
pub fn depends_on_classes(
    program: &Program,
    containers: &dyn Containers,
    (own, reflected): (&'static str, &'static str),
    a: &Member,
    b: &Member,
) -> bool {
    let (of_a, of_b) = (classes_of(containers, a), classes_of(containers, b));
    if !is_object(a) || !is_object(b) || of_a.len() * of_b.len() < 2 {
        return false;
    }
    let has_reflected = of_b.iter().any(|class| program.find_member(*class, reflected).is_some());
    let related = of_a.iter().any(|x| {
        of_b.iter().any(|y| match is_comparison(own, reflected) {
            true => x != y && program.is_subclass(*y, &Base::User(*x)),
            false => program.is_subclass(*y, &Base::User(*x)),
        })
    });
    has_reflected && related
}

fn is_comparison(own: &str, reflected: &str) -> bool {
    own == reflected || !reflected.starts_with("__r")
}

/// Each class of an object by itself.
pub fn apart(m: &Member) -> Vec<Member> {
    match object_sites(m) {
        Some(sites) => sites.iter().map(|site| of_sites(m, &[site])).collect(),
        None => vec![m.clone()],
    }
}

/// Does the class have an `__eq__` that its `__hash__` does not know of? Then it has none.
pub fn has_no_hash(program: &Program, class: UserClass) -> bool {
    for base in &program.classes[class].mro {
        let Base::User(base) = base else { continue };
        let defines = |name: &str| program.classes[*base].members.iter().any(|(n, _)| &**n == name);
        if defines("__hash__") || defines("__eq__") {
            return !defines("__hash__");
        }
    }
    false
}

/// The methods that are tried, in order: for the operand that has them, and whether the
/// operands change places. The right operand comes first where its class inherits from the
/// left one's and has a method of its own (CPython's data model, 3.3.8).
pub fn tries(
    program: &Program,
    containers: &dyn Containers,
    (own, reflected): (&'static str, &'static str),
    a: &Member,
    b: &Member,
) -> Vec<(&'static str, bool)> {
    let has = |m: &Member, name: &str| {
        is_object(m) && resolve(program, containers, m, name).iter().any(|group| group.found.is_some())
    };
    debug_assert!(!depends_on_classes(program, containers, (own, reflected), a, b));
    let mut tries = Vec::new();
    if has(a, own) {
        tries.push((own, false));
    }
    if has(b, reflected) {
        // Of operands of one class only the left one is asked, but by a comparison.
        let (of_a, of_b) = (classes_of(containers, a), classes_of(containers, b));
        let same = of_a.len() == 1 && of_a == of_b;
        let comparison = is_comparison(own, reflected);
        let inherits = |class: &UserClass| {
            of_a.iter().any(|other| other != class && program.is_subclass(*class, &Base::User(*other)))
        };
        let overrides = |class: &UserClass| {
            let found = program.find_member(*class, reflected).map(|(home, _)| home);
            of_a.iter().all(|other| program.find_member(*other, reflected).map(|(home, _)| home) != found)
        };
        let first = is_object(a) && of_b.iter().all(|class| inherits(class) && (comparison || overrides(class)));
        if first {
            tries.insert(0, (reflected, true));
        } else if comparison || !same {
            tries.push((reflected, true));
        }
    }
    tries
}
