//! Calls of methods and of classes, and what a test of classes teaches.

use crate::annotation::{Annotation, Member, Site as HeapSite, Sites};
use crate::call::{BindError, Stars};
use crate::calls::{Argument, Site};
use crate::classes::{self, Group, NEW, classes_of, is_method_of_object, is_object, receiver_itself, resolve};
use crate::definite::MAKE;
use crate::errors::Mistake;
use crate::fixpoint::{At, Engine};
use crate::ops::callable::is_type_name;
use crate::ops::{Lack, union, yes_no};
use crate::transfer::literal_text;
use naja_ir::Name;
use naja_ir::flow::{CompareOp, FuncId, MemberKind, Program, UserClass};

impl Engine<'_> {
    /// `receiver.name(*args)`: each class's own method.
    pub fn call_method(
        &mut self,
        call: &Site,
        receiver: &Member,
        name: &Name,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { program, at, keywords, stars, .. } = call;
        let has_stars = || Mistake::NotYet("an exception that is made with stars".into());
        if let Member::ExceptionClass(_) = receiver {
            if stars.are_there() {
                return Err(has_stars());
            }
            // `Exception.__init__(self, *args)`
            self.keep_exception_args(program, at, args.iter().skip(1).map(|a| a.s.clone()).collect())?;
            return Ok(Annotation::none());
        }
        if &**name == NEW {
            return self.call_new(call, &args, spoilt);
        }
        let mut result: Option<Annotation> = None;
        for Group { found, receiver } in resolve(program, &self.heap, receiver, name) {
            let itself = receiver_itself(&receiver);
            let s = match found {
                Some(found) => self.call_found(call, &found, &itself, name, &args, spoilt)?,
                None if matches!(receiver, Member::Super(..)) && is_method_of_object(name) => {
                    let given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
                    match itself {
                        Member::Error(..) if stars.are_there() => return Err(has_stars()),
                        // Raises where there is something in them.
                        _ if stars.positional(given.len(), keywords) == 0 && keywords.is_empty() => {}
                        Member::Error(..) if keywords.is_empty() => self.keep_exception_args(program, at, given)?,
                        _ => {
                            let error = BindError::TooMany { most: 0, given: given.len() };
                            let name = format!("object.{name}").into();
                            return Err(Mistake::Bind { name, func: None, error });
                        }
                    }
                    Annotation::none()
                }
                // What cannot be called raises TypeError, where something else can.
                None => continue,
            };
            result = Some(result.map_or_else(|| s.clone(), |r| r.join(&s)));
        }
        result.ok_or(Mistake::NotCallable)
    }

    /// Calls what was found in the class of an object.
    fn call_found(
        &mut self,
        call: &Site,
        found: &MemberKind,
        itself: &Member,
        name: &Name,
        args: &[Argument],
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let with = |first: Annotation| [&[Argument { s: first, value: None }], args].concat();
        match found {
            MemberKind::Function(func) => self.call_function(call, *func, with(Annotation::of(itself.clone())), spoilt),
            MemberKind::ClassMethod(func) => {
                let classes = classes_of(&self.heap, itself).into_iter().map(Member::Class).collect();
                self.call_function(call, *func, with(classes), spoilt)
            }
            MemberKind::Static(func) => self.call_function(call, *func, args.to_vec(), spoilt),
            MemberKind::Variable { global, behind } => {
                let (held, may_be_unbound) = self.class_variable(call.program, call.at, *global);
                let binds = |m: &Member| matches!(m, Member::Function(_) | Member::Closure(..));
                let is_builtin = |m: &Member| match m {
                    Member::Function(func) => call.program.modules[call.program.functions[*func].module].is_builtin,
                    _ => false,
                };
                if held.members().iter().any(is_builtin) {
                    return Err(Mistake::NotYet(
                        format!("`{name}`, a method of a builtin type as an attribute of a class,").into(),
                    ));
                }
                let own = match held.single() {
                    _ if held.is_never() => Annotation::NEVER,
                    Some(m) if binds(m) => self.call_with(call, &held, with(Annotation::of(itself.clone())), spoilt)?,
                    _ => self.call_with(call, &held, args.to_vec(), spoilt)?,
                };
                match behind {
                    Some(behind) if may_be_unbound => {
                        Ok(own.join(&self.call_found(call, behind, itself, name, args, spoilt)?))
                    }
                    _ => Ok(own),
                }
            }
            _ => Err(Mistake::NotYet(format!("a call of `{name}` of this kind").into())),
        }
    }

    /// `C(*args)`
    pub fn construct(
        &mut self,
        call: &Site,
        class: UserClass,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { program, at, keywords, stars, .. } = call;
        if let Some((_, MemberKind::Static(new))) = program.find_member(class, NEW) {
            return self.construct_by(call, new, class, args, spoilt);
        }
        // Of an abstract class: TypeError.
        if !program.classes[class].abstract_names.is_empty() {
            return Ok(Annotation::NEVER);
        }
        let made = self.make_object(program, at, class);
        let name = program.classes[class].name.clone();
        if let Member::Error(..) = made {
            if stars.are_there() {
                return Err(Mistake::NotYet("an exception that is made with stars".into()));
            }
            let given = args.iter().take(args.len() - keywords.len()).map(|a| a.s.clone()).collect();
            self.keep_exception_args(program, at, given)?;
            self.demand_text(program, at, &Annotation::of(made.clone()));
        }
        self.call_make(call, class, &made, spoilt)?;
        match program.find_member(class, "__init__").map(|(_, kind)| kind) {
            Some(MemberKind::Function(init)) => {
                let itself = Argument { s: Annotation::of(made.clone()), value: None };
                let done = self.call_function(call, init, [vec![itself], args].concat(), spoilt)?;
                if done.is_never() {
                    return Ok(Annotation::NEVER);
                }
                if done != Annotation::none() {
                    return Err(Mistake::NotYet("`__init__` that gives something else than None".into()));
                }
            }
            Some(_) => return Err(Mistake::NotYet("`__init__` of this kind".into())),
            None if matches!(made, Member::Error(..)) && keywords.is_empty() => {}
            // Raises where there is something in the stars.
            None if stars.positional(args.len(), keywords) == 0 && keywords.is_empty() => {}
            None => {
                let error = match keywords.first() {
                    Some(keyword) => BindError::UnknownKeyword(keyword.clone()),
                    None => BindError::TooMany { most: 0, given: args.len() },
                };
                return Err(Mistake::Bind { name, func: None, error });
            }
        }
        Ok(Annotation::of(made))
    }

    /// `C(*args)` where the class has a `__new__`: `__init__` follows where that gives one of
    /// its objects.
    fn construct_by(
        &mut self,
        call: &Site,
        new: FuncId,
        class: UserClass,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let program = call.program;
        let with = |s: Annotation| [vec![Argument { s, value: None }], args.clone()].concat();
        let made = self.call_function(call, new, with(Annotation::of(Member::Class(class))), spoilt)?;
        for m in made.members().iter().filter(|m| is_object(m)) {
            let Some(own) = classes::instances_among(program, &self.heap, m, class) else { continue };
            for Group { found, receiver } in resolve(program, &self.heap, &own, "__init__") {
                match found {
                    Some(MemberKind::Function(init)) => {
                        self.call_function(call, init, with(Annotation::of(receiver)), spoilt)?;
                    }
                    Some(_) => return Err(Mistake::NotYet("`__init__` of this kind".into())),
                    None => {}
                }
            }
        }
        Ok(made)
    }

    /// `object.__new__(class)`
    fn call_new(&mut self, call: &Site, args: &[Argument], spoilt: &mut bool) -> Result<Annotation, Mistake> {
        let &Site { program, at, keywords, stars, .. } = call;
        let [of] = args else {
            let error = match args.len() {
                0 => return Err(Mistake::NotYet("`object.__new__` without a class".into())),
                n => BindError::TooMany { most: 1, given: n },
            };
            return Err(Mistake::Bind { name: "object.__new__".into(), func: None, error });
        };
        if stars.are_there() || !keywords.is_empty() {
            return Err(Mistake::NotYet("`object.__new__` with stars or keywords".into()));
        }
        let mut made = Annotation::NEVER;
        for m in of.s.members() {
            let Member::Class(class) = *m else { return Err(Mistake::NotYet("`object.__new__` of this".into())) };
            if classes::builtin_exception(program, class).is_some() {
                return Err(Mistake::NotYet("`__new__` of an exception".into()));
            }
            if program.classes[class].abstract_names.is_empty() {
                let object = self.make_bare_object(program, at, class);
                self.call_make(call, class, &object, spoilt)?;
                made = made.join(&Annotation::of(object));
            }
        }
        Ok(made)
    }

    /// What every new object of a class begins with that derives from a builtin type.
    fn call_make(&mut self, call: &Site, class: UserClass, made: &Member, spoilt: &mut bool) -> Result<(), Mistake> {
        if let Some((_, MemberKind::Function(make))) = call.program.find_member(class, MAKE) {
            let alone = Site { keywords: &[], stars: Stars::default(), ..*call };
            let itself = Argument { s: Annotation::of(made.clone()), value: None };
            self.call_function(&alone, make, vec![itself], spoilt)?;
        }
        Ok(())
    }

    /// The builtin functions that ask for classes.
    pub fn class_builtin(&mut self, call: &Site, name: &str, args: &[Argument]) -> Option<Result<Annotation, Mistake>> {
        let &Site { program, at, facts, .. } = call;
        let given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
        let func = self.specs[at.spec].func;
        let attribute = || -> Result<Name, Mistake> {
            let text = args[1].value.and_then(|v| literal_text(program, func, facts, v));
            text.ok_or_else(|| Mistake::NotYet(format!("`{name}` with a name that is no literal").into()))
        };
        match (name, given.as_slice()) {
            ("getattr", [x, _, default @ ..]) if default.len() < 2 => {
                Some(attribute().and_then(|attribute| match (self.get_attr(program, at, x, &attribute), default) {
                    (Ok(s), [default]) => Ok(s.join(default)),
                    (Err(Mistake::Attribute(_)), [default]) => Ok(default.clone()),
                    (found, _) => found,
                }))
            }
            // Which way a test of it goes is not known before there is something.
            ("hasattr" | "callable", [x, ..]) if x.is_never() => Some(Ok(Annotation::NEVER)),
            ("hasattr", [x, _]) => Some(attribute().and_then(|attribute| {
                let computed = |m: &Member| {
                    let groups = resolve(program, &self.heap, m, &attribute);
                    let property = |g: &Group| matches!(g.found, Some(MemberKind::Property { .. }));
                    is_object(m) && (groups.iter().any(property) || !self.lacks_special(program, m, "__getattr__"))
                };
                if x.members().iter().any(computed) {
                    return Err(Mistake::NotYet("`hasattr` of what is computed".into()));
                }
                let stands_in = |g: &Group| match g.found {
                    Some(MemberKind::Function(func)) => program.functions[func].stands_in(),
                    _ => false,
                };
                let lacks =
                    |m: &Member| is_object(m) && resolve(program, &self.heap, m, &attribute).iter().all(stands_in);
                if x.members().iter().all(lacks) {
                    return Ok(Annotation::of(Member::Bool(Some(false))));
                }
                let is_bound = |g: &Group| match &g.found {
                    Some(found) => is_sure(program, found),
                    None => false,
                };
                let of_class =
                    |m: &Member| is_object(m) && resolve(program, &self.heap, m, &attribute).iter().all(is_bound);
                if x.members().iter().all(of_class) {
                    return Ok(Annotation::of(Member::Bool(Some(true))));
                }
                match self.get_attr(program, at, x, &attribute) {
                    Ok(_) if self.waits() => Ok(Annotation::NEVER),
                    Ok(_) => Ok(Annotation::bool()),
                    Err(Mistake::Attribute(_)) => Ok(Annotation::of(Member::Bool(Some(false)))),
                    Err(mistake) => Err(mistake),
                }
            })),
            ("setattr", [x, _, value]) => Some(attribute().and_then(|attribute| {
                let found = self.set_attribute(program, at, x, &attribute, value);
                found.map_err(|lack| Mistake::attribute(attribute, lack))
            })),
            ("delattr", [x, _]) => Some(attribute().and_then(|attribute| {
                let found = self.delete_attribute(program, at, x, &attribute);
                found.map_err(|lack| Mistake::attribute(attribute, lack))
            })),
            ("isinstance", [x, class]) if !is_fixed(class) && are_classes(class) => {
                Some(Ok(if x.is_never() { Annotation::NEVER } else { Annotation::bool() }))
            }
            ("isinstance", [x, class]) if self.asks_classes(x, class) => {
                let of = class.single()?;
                let known = x.members().iter().map(|m| classes::is_instance(program, &self.heap, m, of)).collect();
                Some(yes_no(agreed(known)).map_err(|lack| Mistake::arguments(name.into(), lack)))
            }
            ("callable", [x]) => {
                let known = x.members().iter().map(|m| classes::is_callable(program, &self.heap, m)).collect();
                Some(yes_no(agreed(known)).map_err(|lack| Mistake::arguments(name.into(), lack)))
            }
            ("issubclass", [x, class]) => {
                let of = class.single()?;
                let is_subclass = |m: &Member| match m {
                    Member::ExceptionType(has) if exception_names(program, of).is_some() => {
                        Some(classes::is_instance(program, &self.heap, &Member::Instance(*has), of))
                    }
                    // It raises.
                    Member::None if x.members().len() > 1 => Some(None),
                    m => classes::is_subclass(program, m, of).map(Some),
                };
                let known: Option<Vec<Option<bool>>> = x.members().iter().map(is_subclass).collect();
                Some(match known {
                    Some(known) => yes_no(agreed(known)).map_err(|lack| Mistake::arguments(name.into(), lack)),
                    None => Err(Mistake::NotYet("`issubclass` of this".into())),
                })
            }
            ("next", [x]) if x.members().iter().any(is_object) => {
                let found =
                    union::each(x, |m| self.special(program, at, m, "__next__", &[]).unwrap_or(Err(Lack::NoMeaning)));
                Some(found.map_err(|lack| Mistake::arguments(name.into(), lack)))
            }
            _ => None,
        }
    }

    /// Does a test ask about classes of the program?
    pub fn asks_classes(&self, x: &Annotation, class: &Annotation) -> bool {
        names_class(class)
            || x.members().iter().any(|m| is_object(m) || matches!(m, Member::Class(_) | Member::Instance(_)))
    }

    /// x where `isinstance(x, class)` holds, or does not.
    pub fn refine_class(
        &mut self,
        program: &Program,
        at: At,
        x: &Annotation,
        class: &Annotation,
        holds: bool,
    ) -> Annotation {
        let Some(of) = class.single() else { return x.clone() };
        let mut refined = Annotation::NEVER;
        for m in x.members() {
            let part = match (classes::is_instance(program, &self.heap, m, of), m) {
                (Some(known), _) if known != holds => Annotation::NEVER,
                (Some(_), _) => Annotation::of(m.clone()),
                (None, Member::Object(sites) | Member::Error(_, sites)) => {
                    let fits = |site: &HeapSite| {
                        let one = Member::Object(Sites::of(*site));
                        classes::is_instance(program, &self.heap, &one, of) == Some(holds)
                    };
                    let sites: Sites = sites.iter().filter(fits).collect();
                    match m {
                        _ if sites.is_empty() => Annotation::NEVER,
                        Member::Error(base, _) => Annotation::of(Member::Error(*base, sites)),
                        _ => Annotation::of(Member::Object(sites)),
                    }
                }
                (None, Member::Instance(_)) if holds => self.narrowed_exception(program, at, m, of),
                _ => Annotation::of(m.clone()),
            };
            refined = refined.join(&part);
        }
        refined
    }

    /// An exception that turned out to be of this class, or of one of these.
    fn narrowed_exception(&mut self, program: &Program, at: At, m: &Member, class: &Member) -> Annotation {
        let Member::Instance(has) = m else { return Annotation::of(m.clone()) };
        match class {
            Member::Class(class) => self.instances(program, at, *class).into_iter().collect(),
            Member::ExceptionClass(class) if class.is_subclass_of(*has) => Annotation::of(Member::Instance(*class)),
            Member::Tuple(classes) => {
                let mut all = Annotation::NEVER;
                for class in classes.iter().flat_map(|c| c.members()) {
                    if classes::is_instance(program, &self.heap, m, class) != Some(false) {
                        all = all.join(&self.narrowed_exception(program, at, m, class));
                    }
                }
                all
            }
            _ => Annotation::of(m.clone()),
        }
    }

    /// Sees to it that the keys of a dict, or the items of a set, can be told apart.
    pub fn demand_keys(&mut self, program: &Program, at: At, container: &Annotation) {
        for sites in container.members().iter().filter_map(Member::sites) {
            let keys = self.contents(at, sites).items;
            self.demand_hash(program, at, &keys);
            self.demand_compare(program, at, CompareOp::Eq, &keys, &keys);
        }
    }
}

/// Is it there whenever it is looked for?
fn is_sure(program: &Program, found: &MemberKind) -> bool {
    match found {
        MemberKind::Variable { global, behind } => {
            !program.globals[*global].starts_unbound || behind.as_ref().is_some_and(|behind| is_sure(program, behind))
        }
        _ => true,
    }
}

/// Does it name a class of the program, by itself or in a tuple?
pub fn names_class(class: &Annotation) -> bool {
    class.members().iter().any(|m| match m {
        Member::Class(_) => true,
        Member::Tuple(items) => items.iter().any(names_class),
        _ => false,
    })
}

/// Is it one class, or one tuple of classes each of which is known?
pub fn is_fixed(class: &Annotation) -> bool {
    match class.single() {
        Some(Member::Tuple(items)) => items.iter().all(is_fixed),
        only => only.is_some(),
    }
}

/// Can each value be what `isinstance` asks for?
fn are_classes(class: &Annotation) -> bool {
    class.members().iter().all(|m| match m {
        Member::Class(_) | Member::ExceptionClass(_) => true,
        Member::Builtin(name) => is_type_name(name),
        Member::Tuple(items) => items.iter().all(are_classes),
        _ => false,
    })
}

/// A class, or a tuple of classes, of exceptions.
pub fn exception_names(program: &Program, m: &Member) -> Option<()> {
    match m {
        Member::Class(class) => classes::builtin_exception(program, *class).map(|_| ()),
        Member::ExceptionClass(_) => Some(()),
        Member::Tuple(items) => items.iter().try_for_each(|s| exception_names(program, s.single()?)),
        _ => None,
    }
}

/// What is known of all of several.
pub fn agreed(known: Vec<Option<bool>>) -> Option<bool> {
    let first = *known.first()?;
    if known.iter().all(|k| *k == first) { first } else { None }
}
