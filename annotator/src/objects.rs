//! Objects of the program's classes. An object's annotation is the set of the classes
//! that it can be of (a site for each), so that each call of a method knows its targets
//! and each class's attributes have annotations of their own.
//!
//! What Python calls by itself (`__init__` apart: `__add__`, `__len__`, `__str__`) has one
//! analysis for each function, in which all such calls meet (one for the objects of each place
//! where they are told apart, see `creation`): operations, and what the
//! library does with items of containers, find it by the function
//! ([`Annotations::implicit`](crate::Annotations)).

use crate::annotation::{Annotation, Member, Site, Sites};
use crate::call::{ArgSource, Stars, bind};
use crate::classes::{
    Group, HELD, NEW, apart, binary_methods, builtin_exception, classes_of, compare_methods, depends_on_classes,
    has_index, holds, int_method, is_method_of_object, is_object, new_of_object, object_sites, of_sites,
    receiver_itself, resolve, tries,
};
use crate::constant;
use crate::containers::is_index;
use crate::creation::Creation;
use crate::definite::definite_attributes;
use crate::errors::Mistake;
use crate::fixpoint::{At, Engine};
use crate::heap::{Containers, Family, Named};
use crate::ops::{Lack, Rule, not_yet, union};
use crate::specialise::Context;
use naja_ir::Name;
use naja_ir::flow::{Base, BinaryOp, CompareOp, Default, FuncId, GlobalId, MemberKind, Program, UserClass};

impl Engine<'_> {
    // ---- classes and attributes ----

    /// What a call of the class makes here.
    pub fn make_object(&mut self, program: &Program, at: At, class: UserClass) -> Member {
        let creation = self.creation(program, at, class);
        let site = self.object_site(program, class, creation);
        object_of(program, class, Sites::of(site))
    }

    fn object_site(&mut self, program: &Program, class: UserClass, creation: Option<Creation>) -> Site {
        if let Some(&site) = self.objects.get(&(class, creation)) {
            return site;
        }
        let site = self.heap.new_site(Family::Object(class, program.classes[class].name.clone()));
        self.objects.insert((class, creation), site);
        self.creation_of.extend(creation.map(|creation| (site, creation)));
        let readers = self.class_readers.clone();
        self.enqueue_all(readers);
        site
    }

    /// The objects that exist of a class and of those that inherit from it, as far as is
    /// known now.
    pub fn instances(&mut self, program: &Program, at: At, class: UserClass) -> Option<Member> {
        self.class_readers.insert(at);
        let of = Base::User(class);
        let objects = self.objects.iter().filter(|((class, _), _)| program.is_subclass(*class, &of));
        objects.map(|((class, _), &site)| object_of(program, *class, Sites::of(site))).reduce(|a, b| {
            let both: Annotation = [a, b].into_iter().collect();
            both.single().expect("of one kind").clone()
        })
    }

    /// Where the attribute of a class's objects is held. One that is not bound in every
    /// object can be missing.
    fn attribute_site(&mut self, program: &Program, object: Site, name: &Name) -> Site {
        let object = self.heap.find(object);
        if let Some(&site) = self.attributes.get(&(object, name.clone())) {
            return site;
        }
        let site = self.heap.new_site(Family::Container);
        self.attributes.insert((object, name.clone()), site);
        let readers = self.class_readers.clone();
        self.enqueue_all(readers);
        let class = self.heap.class(object).0;
        let definite = self.definite.entry(class).or_insert_with(|| definite_attributes(program, class));
        if !definite.contains(name) || self.bare.contains(&class) {
            let unbound = Annotation::of(Member::Unbound);
            self.heap.grow(&Sites::of(site), &unbound, &Annotation::NEVER, &Named::Any);
        }
        site
    }

    /// What `object.__new__(class)` makes here: nothing is assigned yet.
    pub fn make_bare_object(&mut self, program: &Program, at: At, class: UserClass) -> Member {
        if self.bare.insert(class) {
            let of_class = self.objects.iter().filter(|((of, _), _)| *of == class);
            let sites: Vec<Site> = of_class.map(|(_, &site)| self.heap.find(site)).collect();
            let held: Vec<Site> =
                sites.into_iter().flat_map(|site| self.attributes_of(site).map(|(_, held)| held)).collect();
            let unbound = Annotation::of(Member::Unbound);
            self.grow_contents(&held.into_iter().collect(), &unbound, &Annotation::NEVER);
        }
        self.make_object(program, at, class)
    }

    /// What all attributes hold in objects of these sites.
    pub fn held_by_objects(&mut self, at: At, sites: &Sites) -> Vec<Annotation> {
        let held: Vec<Site> =
            sites.iter().flat_map(|site| self.attributes_of(self.heap.find(site)).map(|(_, held)| held)).collect();
        held.into_iter()
            .map(|site| self.contents(at, &Sites::of(site)).items.filter(|m| *m != Member::Unbound))
            .collect()
    }

    /// What the attribute holds in objects of these sites; unbound where it is missing.
    fn attribute(&mut self, program: &Program, at: At, sites: &Sites, name: &Name) -> Annotation {
        let held: Sites = sites.iter().map(|site| self.attribute_site(program, site, name)).collect();
        self.contents(at, &held).items
    }

    /// `object.name`.
    pub fn get_object_attribute(&mut self, program: &Program, at: At, object: &Member, name: &Name) -> Rule {
        if &**name == "__class__" {
            let classes = classes_of(&self.heap, object);
            return Ok(classes.into_iter().map(Member::Class).collect());
        }
        let mut results = Vec::new();
        for Group { found, receiver } in resolve(program, &self.heap, object, name) {
            if let Some(MemberKind::Property { get, .. }) = found {
                let itself = Annotation::of(receiver_itself(&receiver));
                results.push(match get {
                    Some(get) => self.call_implicitly(program, at, get, vec![itself]),
                    None => Err(Lack::NoMeaning),
                });
                continue;
            }
            let missing = found.is_none();
            let of_class = match found {
                Some(found) => self.class_member(program, at, &receiver, name, &found)?,
                None => Annotation::NEVER,
            };
            let own = match &receiver {
                Member::Super(..) => Annotation::of(Member::Unbound),
                _ => {
                    let sites = object_sites(&receiver).expect("an object has sites").clone();
                    self.attribute(program, at, &sites, name)
                }
            };
            let bound = own.filter(|m| *m != Member::Unbound);
            let may_be_missing = bound.is_never() || own.members().contains(&Member::Unbound);
            results.push(match (missing, bound.is_never()) {
                (true, true) => self.attribute_fallback(program, at, &receiver, name),
                (true, false) => Ok(bound),
                (false, _) if may_be_missing => Ok(bound.join(&of_class)),
                (false, _) => Ok(bound),
            });
        }
        union::gather(results)
    }

    /// What stands in the class, as an object's attribute.
    fn class_member(&mut self, program: &Program, at: At, receiver: &Member, name: &Name, found: &MemberKind) -> Rule {
        Ok(match found {
            MemberKind::Function(_) | MemberKind::ClassMethod(_) => {
                Annotation::of(Member::Method(Box::new(receiver.clone()), name.clone()))
            }
            MemberKind::Static(func) => Annotation::of(Member::Function(*func)),
            MemberKind::Class(class) => Annotation::of(Member::Class(*class)),
            MemberKind::Variable { global, behind } => {
                let (held, may_be_unbound) = self.class_variable(program, at, *global);
                let own = held.filter_map(|m| {
                    Some(match m {
                        Member::Function(_) | Member::Closure(..) => {
                            Member::Method(Box::new(receiver.clone()), name.clone())
                        }
                        m => m.clone(),
                    })
                });
                match behind {
                    Some(behind) if may_be_unbound => {
                        own.join(&self.class_member(program, at, receiver, name, behind)?)
                    }
                    _ => own,
                }
            }
            MemberKind::Property { .. } => return not_yet("a property as a value"),
        })
    }

    /// What a variable of a class holds, and whether it can be unbound.
    pub fn class_variable(&mut self, program: &Program, at: At, global: GlobalId) -> (Annotation, bool) {
        self.global_readers[global].insert(at);
        let held = self.global(program, global);
        let bound = held.filter(|m| *m != Member::Unbound);
        let may_be_unbound = bound != held;
        (bound, may_be_unbound)
    }

    /// `__getattr__`, and what builtin classes have.
    fn attribute_fallback(&mut self, program: &Program, at: At, receiver: &Member, name: &Name) -> Rule {
        if let Some(Ok(s)) = self.special(program, at, receiver, "__getattr__", &[Annotation::str()]) {
            return Ok(s);
        }
        let itself = receiver_itself(receiver);
        if &**name != HELD
            && classes_of(&self.heap, &itself).iter().any(|&class| holds(program, class))
            && is_object(&itself)
        {
            let held = self.get_object_attribute(program, at, &itself, &HELD.into())?;
            return match self.get_attr(program, at, &held, name) {
                Ok(s) => Ok(s),
                Err(Mistake::NotYet(what)) => Err(Lack::NotYet(what)),
                Err(_) => Err(Lack::NoMeaning),
            };
        }
        match (receiver, &**name) {
            (Member::Error(..), "args") => {
                self.exception_readers.insert(at);
                Ok(self.exception_args.clone())
            }
            (Member::Super(..), name_of_object) if is_method_of_object(name_of_object) => {
                Ok(Annotation::of(Member::Method(Box::new(receiver.clone()), name.clone())))
            }
            (Member::Super(..), NEW) => Ok(Annotation::of(new_of_object())),
            (Member::Error(base, _), _) => crate::ops::attribute::of(&Member::Instance(*base), name),
            _ => Err(Lack::NoMeaning),
        }
    }

    /// `C.name`.
    pub fn get_class_attribute(&mut self, program: &Program, at: At, class: UserClass, name: &Name) -> Rule {
        match program.find_member(class, name) {
            Some((_, found)) => self.found_in_class(program, at, class, name, &found),
            None if matches!(&**name, "__name__" | "__qualname__" | "__module__") => Ok(Annotation::str()),
            None if &**name == NEW => Ok(Annotation::of(new_of_object())),
            None => match builtin_exception(program, class) {
                Some(base) if &**name == "__init__" => {
                    Ok(Annotation::of(Member::Method(Box::new(Member::ExceptionClass(base)), name.clone())))
                }
                _ => Err(Lack::NoMeaning),
            },
        }
    }

    fn found_in_class(&mut self, program: &Program, at: At, class: UserClass, name: &Name, found: &MemberKind) -> Rule {
        match found {
            MemberKind::Function(func) | MemberKind::Static(func) => Ok(Annotation::of(Member::Function(*func))),
            MemberKind::Variable { global, behind } => {
                let (held, may_be_unbound) = self.class_variable(program, at, *global);
                match behind {
                    Some(behind) if may_be_unbound => {
                        Ok(held.join(&self.found_in_class(program, at, class, name, behind)?))
                    }
                    _ => Ok(held),
                }
            }
            found => self.class_member(program, at, &Member::Class(class), name, found),
        }
    }

    /// `x.name = value`, for an object or a class.
    pub fn set_attribute(
        &mut self,
        program: &Program,
        at: At,
        x: &Annotation,
        name: &Name,
        value: &Annotation,
    ) -> Rule {
        union::each(x, |m| match m {
            Member::Class(class) => match program.own_variable(*class, name) {
                Some(global) => {
                    self.grow_global(program, global, value, false);
                    Ok(Annotation::none())
                }
                // Each run of the function makes a class of its own, with its own variables.
                None if program.is_local(*class) => {
                    not_yet("an attribute that is given to a class of a function outside of its body")
                }
                None => {
                    self.contexts.give(*class, name.clone());
                    Ok(Annotation::none())
                }
            },
            m if is_object(m) => {
                let groups = resolve(program, &self.heap, m, "__setattr__");
                if groups.iter().any(|group| group.found.is_some()) {
                    return self
                        .special(program, at, m, "__setattr__", &[Annotation::str(), value.clone()])
                        .unwrap_or(Err(Lack::NoMeaning));
                }
                let groups = resolve(program, &self.heap, m, name);
                union::gather(groups.into_iter().map(|Group { found, receiver }| match found {
                    Some(MemberKind::Property { set: Some(set), .. }) => {
                        let itself = Annotation::of(receiver);
                        self.call_implicitly(program, at, set, vec![itself, value.clone()]).map(|_| Annotation::none())
                    }
                    Some(MemberKind::Property { .. }) => Err(Lack::NoMeaning),
                    _ => {
                        // An object of a class whose `__slots__` leave the name out raises.
                        let may = |site: &Site| program.may_have(self.heap.class(*site).0, name);
                        let sites: Vec<Site> =
                            object_sites(&receiver).expect("an object has sites").iter().filter(may).collect();
                        if sites.is_empty() {
                            return Err(Lack::NoMeaning);
                        }
                        let held: Sites =
                            sites.into_iter().map(|site| self.attribute_site(program, site, name)).collect();
                        self.grow_contents(&held, value, &Annotation::NEVER);
                        Ok(Annotation::none())
                    }
                }))
            }
            Member::Function(_) | Member::Closure(..) => match self.function_attributes(program, at, m) {
                Some(object) => self.set_attribute(program, at, &object, name, value),
                None => not_yet("an attribute for a function that is not seen to have any"),
            },
            _ => Err(Lack::NoMeaning),
        })
    }

    /// The object with the attributes of a function.
    pub fn function_attributes(&mut self, program: &Program, at: At, function: &Member) -> Option<Annotation> {
        let (Member::Function(func) | Member::Closure(func, _)) = function else { return None };
        Some(match (program.functions[*func].attributes()?, function) {
            (Default::Global(global), _) => self.class_variable(program, at, *global).0,
            (Default::Captured(i), Member::Closure(_, captured)) => captured[*i].clone(),
            _ => return None,
        })
    }

    /// `del x.name`, for an object.
    pub fn delete_attribute(&mut self, program: &Program, at: At, x: &Annotation, name: &Name) -> Rule {
        union::each(x, |m| match m {
            Member::Class(_) => not_yet("`del` of an attribute of a class"),
            m if is_object(m) => {
                if let Some(found) = self.special(program, at, m, "__delattr__", &[Annotation::str()]) {
                    return found.map(|_| Annotation::none());
                }
                let groups = resolve(program, &self.heap, m, name);
                union::gather(groups.into_iter().map(|Group { found, receiver }| match found {
                    Some(MemberKind::Property { delete: Some(delete), .. }) => {
                        let itself = Annotation::of(receiver);
                        self.call_implicitly(program, at, delete, vec![itself]).map(|_| Annotation::none())
                    }
                    Some(MemberKind::Property { .. }) => Ok(Annotation::none()),
                    _ => {
                        let sites = object_sites(&receiver).expect("an object has sites");
                        let held: Sites = sites.iter().map(|site| self.attribute_site(program, site, name)).collect();
                        self.grow_contents(&held, &Annotation::of(Member::Unbound), &Annotation::NEVER);
                        Ok(Annotation::none())
                    }
                }))
            }
            _ => Err(Lack::NoMeaning),
        })
    }

    /// The attributes and methods of a value, as far as they are known.
    pub fn attribute_names(&self, program: &Program, x: &Annotation) -> Vec<Name> {
        let mut names: Vec<Name> = Vec::new();
        for m in x.members() {
            names.extend(crate::ops::attribute::names(m).into_iter().flatten().map(|name| Name::from(*name)));
            for class in classes_of(&self.heap, m) {
                for base in &program.classes[class].mro {
                    let Base::User(base) = base else { continue };
                    names.extend(program.classes[*base].members.iter().map(|(name, _)| name.clone()));
                }
            }
            for site in object_sites(m).into_iter().flat_map(Sites::iter) {
                let site = self.heap.find(site);
                let of_site = |((object, _), _): &(&(Site, Name), &Site)| *object == site;
                let assigned = |held: Site| {
                    let held = self.heap.contents(&Sites::of(held)).items;
                    held.members().iter().any(|m| *m != Member::Unbound)
                };
                let own = self.attributes.iter().filter(of_site).filter(|(_, held)| assigned(**held));
                names.extend(own.map(|((_, name), _)| name.clone()));
            }
        }
        names
    }

    // ---- special methods ----

    /// Calls what Python itself calls, of each class that has it; `None` where none has.
    pub fn special(
        &mut self,
        program: &Program,
        at: At,
        receiver: &Member,
        name: &str,
        args: &[Annotation],
    ) -> Option<Rule> {
        let mut results = Vec::new();
        for Group { found, receiver } in resolve(program, &self.heap, receiver, name) {
            let itself = Annotation::of(receiver_itself(&receiver));
            let with = |first: Option<Annotation>| first.into_iter().chain(args.iter().cloned()).collect();
            match found {
                Some(MemberKind::Function(func)) => {
                    results.push(self.call_implicitly(program, at, func, with(Some(itself))));
                }
                Some(MemberKind::Static(func)) => results.push(self.call_implicitly(program, at, func, with(None))),
                Some(MemberKind::Variable { global, behind }) => {
                    let (held, may_be_unbound) = self.class_variable(program, at, global);
                    if may_be_unbound && (behind.is_some() || !held.is_never()) {
                        results.push(not_yet(format!("another `{name}` for a class that has one")));
                    }
                    for m in held.members() {
                        match m {
                            Member::Function(func) => {
                                results.push(self.call_implicitly(program, at, *func, with(Some(itself.clone()))));
                            }
                            // `__hash__ = None`
                            Member::None => {}
                            _ => results.push(not_yet(format!("`{name}` that is no function"))),
                        }
                    }
                }
                Some(_) => results.push(not_yet(format!("`{name}` of this kind"))),
                None => {}
            }
        }
        if results.is_empty() { None } else { Some(union::gather(results)) }
    }

    /// What stands for an index that may be an object: what its `__index__` gives, where all of the
    /// objects have one that gives an int.
    pub fn as_index(&mut self, program: &Program, at: At, i: &Annotation) -> Annotation {
        if !i.members().iter().all(|m| !is_object(m) || has_index(program, &self.heap, m)) {
            return i.clone();
        }
        let mut all = Annotation::NEVER;
        for m in i.members() {
            let s = match is_object(m) {
                true => match self.special(program, at, m, "__index__", &[]) {
                    Some(Ok(s)) if s.members().iter().all(is_index) => s,
                    _ => return i.clone(),
                },
                false => Annotation::of(m.clone()),
            };
            all = all.join(&s);
        }
        all
    }

    /// Do some of the receiver's classes lack it?
    pub fn lacks_special(&self, program: &Program, receiver: &Member, name: &str) -> bool {
        resolve(program, &self.heap, receiver, name).iter().any(|group| group.found.is_none())
    }

    /// A call that no operation of the program names: one for the receivers of each place
    /// that is told apart.
    fn call_implicitly(&mut self, program: &Program, at: At, func: FuncId, args: Vec<Annotation>) -> Rule {
        if args.iter().any(Annotation::is_never) {
            return Ok(Annotation::NEVER);
        }
        let Some(receiver) = args.first().and_then(Annotation::single).filter(|m| is_object(m)) else {
            return self.call_implicitly_for(program, at, func, None, args);
        };
        let calls: Vec<Rule> = self
            .by_creation(func, receiver)
            .into_iter()
            .map(|(creation, sites)| {
                let receiver = Annotation::of(of_sites(receiver, &sites));
                let args = [vec![receiver], args[1..].to_vec()].concat();
                self.call_implicitly_for(program, at, func, creation, args)
            })
            .collect();
        union::gather(calls)
    }

    fn call_implicitly_for(
        &mut self,
        program: &Program,
        at: At,
        func: FuncId,
        creation: Option<Creation>,
        args: Vec<Annotation>,
    ) -> Rule {
        let function = &program.functions[func];
        let Ok(bound) = bind(function, args.len(), &[], Stars::default()) else {
            return not_yet(format!("`{}` with parameters other than Python's", function.qualname));
        };
        let mut params = Vec::with_capacity(bound.len());
        for (source, param) in bound.iter().zip(&function.params) {
            params.push(match (source, &param.default) {
                (ArgSource::Arg(i), _) => args[*i].clone(),
                (ArgSource::Default, Some(Default::Constant(c))) => {
                    constant(c, false).expect("a program's constants have annotations")
                }
                (ArgSource::Default, Some(Default::Global(id))) => {
                    self.global_readers[*id].insert(at);
                    self.global(program, *id).filter(|m| *m != Member::Unbound)
                }
                (ArgSource::Rest(rest), _) => {
                    Annotation::of(Member::Tuple(rest.iter().map(|&i| args[i].clone()).collect()))
                }
                _ => return not_yet(format!("`{}` with parameters other than Python's", function.qualname)),
            });
        }
        let creations = creation.into_iter().collect();
        let spec = self.spec(Context::User(func, "".into(), creations), func, params.len());
        self.implicit.insert((func, creation), spec);
        self.callers[spec].insert(at);
        self.make_generator(program, spec);
        self.grow_params(spec, &params);
        Ok(self.specs[spec].result.clone())
    }

    /// `a op b` where one of them is an object.
    pub fn object_binary(
        &mut self,
        program: &Program,
        at: At,
        op: BinaryOp,
        inplace: bool,
        a: &Member,
        b: &Member,
    ) -> Rule {
        let (own, reflected, changing) = binary_methods(op);
        if depends_on_classes(program, &self.heap, (own, reflected), a, b) {
            let pairs: Vec<(Member, Member)> =
                apart(a).into_iter().flat_map(|x| apart(b).into_iter().map(move |y| (x.clone(), y))).collect();
            return union::gather(pairs.iter().map(|(x, y)| self.object_binary(program, at, op, inplace, x, y)));
        }
        let (x, y) = (Annotation::of(a.clone()), Annotation::of(b.clone()));
        let mut results = Vec::new();
        if inplace
            && is_object(a)
            && let Some(result) = self.special(program, at, a, changing, std::slice::from_ref(&y))
        {
            let s = result?;
            let goes_on = s.members().contains(&Member::NotImplemented);
            results.push(Ok(without_not_implemented(&s)));
            if !goes_on && !self.lacks_special(program, a, changing) {
                return union::gather(results);
            }
        }
        for (name, swapped) in tries(program, &self.heap, (own, reflected), a, b) {
            let (receiver, other) = if swapped { (b, &x) } else { (a, &y) };
            if let Some(result) = self.special(program, at, receiver, name, std::slice::from_ref(other)) {
                results.push(result.map(|s| without_not_implemented(&s)));
            }
        }
        union::gather(results)
    }

    /// A comparison where one of the two is an object: a bool.
    pub fn object_compare(&mut self, program: &Program, at: At, op: CompareOp, a: &Member, b: &Member) -> Rule {
        let (x, y) = (Annotation::of(a.clone()), Annotation::of(b.clone()));
        if let CompareOp::In | CompareOp::NotIn = op {
            return match self.special(program, at, b, "__contains__", std::slice::from_ref(&x)) {
                Some(result) => {
                    let s = result?;
                    self.truth(program, at, &s).map(|_| Annotation::bool())
                }
                None => not_yet("`in` for an object without `__contains__`"),
            };
        }
        if depends_on_classes(program, &self.heap, compare_methods(op), a, b) {
            let pairs: Vec<(Member, Member)> =
                apart(a).into_iter().flat_map(|x| apart(b).into_iter().map(move |y| (x.clone(), y))).collect();
            return union::gather(pairs.iter().map(|(x, y)| self.object_compare(program, at, op, x, y)));
        }
        let mut any = false;
        for (name, swapped) in tries(program, &self.heap, compare_methods(op), a, b) {
            let (receiver, other) = if swapped { (b, &x) } else { (a, &y) };
            if let Some(result) = self.special(program, at, receiver, name, std::slice::from_ref(other)) {
                any = true;
                let s = without_not_implemented(&result?);
                if !s.members().iter().all(|m| matches!(m, Member::Bool(_))) {
                    return not_yet(format!("`{name}` that gives no bool"));
                }
            }
        }
        match op {
            CompareOp::Eq | CompareOp::Ne => {
                if op == CompareOp::Ne {
                    self.object_compare(program, at, CompareOp::Eq, a, b)?;
                }
                Ok(Annotation::bool())
            }
            _ if any => Ok(Annotation::bool()),
            _ => Err(Lack::NoMeaning),
        }
    }

    /// What a test of x asks.
    pub fn truth(&mut self, program: &Program, at: At, x: &Annotation) -> Rule {
        union::each(x, |m| {
            if !is_object(m) {
                return crate::ops::truth(&Annotation::of(m.clone()));
            }
            let mut known = Some(true);
            for Group { found, receiver } in resolve(program, &self.heap, m, "__bool__") {
                let name = if found.is_some() { "__bool__" } else { "__len__" };
                if let Some(result) = self.special(program, at, &receiver, name, &[]) {
                    result?;
                    known = None;
                }
            }
            crate::ops::yes_no(known)
        })
    }

    /// Builtin functions that ask an object.
    pub fn object_builtin(&mut self, program: &Program, at: At, name: &str, args: &[Annotation]) -> Option<Rule> {
        let x = args.first()?;
        if let ("divmod", [a, b]) = (name, args)
            && b.members().iter().any(is_object)
        {
            return Some(union::pairs(a, b, |x, y| {
                let (own, other) = (Annotation::of(x.clone()), Annotation::of(y.clone()));
                let found = match (is_object(x), is_object(y)) {
                    (true, _) => self.special(program, at, x, "__divmod__", &[other]),
                    (false, true) => self.special(program, at, y, "__rdivmod__", &[own]),
                    (false, false) => Some(crate::ops::callable::apply(name, &[own, other])),
                };
                found.unwrap_or(Err(Lack::NoMeaning))
            }));
        }
        if !x.members().iter().any(is_object) {
            return None;
        }
        let (method, gives) = match name {
            "len" => ("__len__", Some(Annotation::int())),
            "abs" => ("__abs__", None),
            "int" if args.len() == 1 => ("__int__", Some(Annotation::int())),
            "float" => ("__float__", Some(Annotation::float())),
            "round" => ("__round__", None),
            "divmod" => ("__divmod__", None),
            "reversed" => ("__reversed__", None),
            "bool" => return Some(self.truth(program, at, x)),
            "hash" => {
                self.demand_hash(program, at, x);
                return Some(Ok(Annotation::int()));
            }
            "type" if args.len() == 1 => {
                return Some(union::each(x, |m| match is_object(m) {
                    true => Ok(classes_of(&self.heap, m).into_iter().map(Member::Class).collect()),
                    false => crate::ops::callable::type_of_member(m),
                }));
            }
            _ => return None,
        };
        let rest = &args[1..];
        Some(union::each(x, |m| {
            if !is_object(m) {
                let alone = [vec![Annotation::of(m.clone())], rest.to_vec()].concat();
                return crate::ops::callable::apply(name, &alone);
            }
            let method = if method == "__int__" { int_method(program, &self.heap, m) } else { method };
            let found = self.special(program, at, m, method, rest).unwrap_or(Err(Lack::NoMeaning))?;
            match &gives {
                Some(_) if name == "int" && found == Annotation::of(Member::BigInt) => Ok(found),
                Some(wanted) if !found.is_never() => match found.coarse() == *wanted {
                    true => Ok(wanted.clone()),
                    false => not_yet(format!("`{method}` that gives something else")),
                },
                _ => Ok(found),
            }
        }))
    }

    /// `format(x, spec)` for the objects among x.
    pub fn format_objects(&mut self, program: &Program, at: At, x: &Annotation, spec: &Annotation) -> Result<(), Lack> {
        for m in x.members().iter().filter(|m| is_object(m)) {
            if let Some(result) = self.special(program, at, m, "__format__", std::slice::from_ref(spec)) {
                let s = result?;
                if !s.is_never() && s != Annotation::str() {
                    return Err(Lack::NotYet("`__format__` that gives no str".into()));
                }
            }
            self.demand_text(program, at, &Annotation::of(m.clone()));
        }
        Ok(())
    }

    /// What `BaseException.__init__` does with its arguments.
    pub fn keep_exception_args(&mut self, program: &Program, at: At, args: Vec<Annotation>) -> Result<(), Mistake> {
        args.iter().try_for_each(|s| self.check_text(program, at, s)).map_err(Mistake::text)?;
        let tuple = crate::ops::tuple::build(args).ok_or(Mistake::TupleGrows)?;
        self.grow_exception_args(&tuple);
        Ok(())
    }
}

fn object_of(program: &Program, class: UserClass, sites: Sites) -> Member {
    match builtin_exception(program, class) {
        Some(base) => Member::Error(base, sites),
        None => Member::Object(sites),
    }
}

fn without_not_implemented(s: &Annotation) -> Annotation {
    s.filter(|m| *m != Member::NotImplemented)
}
