//! Objects that are told apart by the place that makes them: a `Stack` of ints beside one
//! of strs.
//!
//! At first all objects of a class are of one site. Where its attributes come to hold
//! unlike things and it is called at several places, the next round has a site for each
//! place, and its methods are analysed for the objects of each (Plevyak and Chien's
//! creation sets; Milanova, Rountev and Ryder, "Parameterized Object Sensitivity for
//! Points-to Analysis for Java", TOSEM 2005). When nothing grows any more, the sites whose
//! objects hold the same (or nothing, as an empty list) become one again, and so do their analyses: what was told apart
//! for nothing costs no code.
//!
//! Termination: a place is an operation in a context, and a context names objects that its
//! own places made; but what is made in a context of an object of its class is of that
//! object's place. So the places that led to one, each inside the next, are of unlike
//! classes.

use crate::SpecId;
use crate::annotation::{Annotation, Member, Site, Sites};
use crate::classes::object_sites;
use crate::definite::MAKE;
use crate::fixpoint::{At, Engine};
use crate::heap::{Containers, Family};
use crate::specialise::{Context, ContextId};
use naja_ir::Name;
use naja_ir::flow::{Base, FuncId, Program, UserClass};
use naja_ir::graph::Block;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// The most places of one class, and the most analyses of one function for their objects.
const MOST_PLACES: usize = 24;
/// How deep into containers the objects are looked for that a function is called with.
const DEPTH: usize = 3;

/// A place that makes objects of a class; the same number in all rounds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Creation(u32);

/// The places that the objects come from which a function is analysed for, sorted.
pub type Creations = Rc<[Creation]>;

/// What is known of the places, over all rounds.
#[derive(Default)]
pub struct CreationTable {
    numbers: HashMap<(UserClass, ContextId, Block, usize), Creation>,
    of_class: HashMap<UserClass, Creation>,
    /// The places that led to each, with itself: of unlike classes.
    lines: Vec<BTreeMap<UserClass, Creation>>,
    classes: Vec<UserClass>,
}

impl CreationTable {
    pub fn class(&self, creation: Creation) -> UserClass {
        self.classes[creation.0 as usize]
    }
}

impl Engine<'_> {
    /// The place that the objects come from which this operation makes.
    pub fn creation(&mut self, program: &Program, at: At, class: UserClass) -> Option<Creation> {
        let context = self.specs[at.spec].context;
        let made_at = self.made_at.entry(class).or_default();
        made_at.insert((context, at.block, at.op));
        if !self.plan.apart.contains(&class) {
            return self.creation_of_class(program, class);
        }
        let is_crowded = made_at.len() > MOST_PLACES;
        let within = self.creations_within(at.spec);
        let mut table = self.contexts.creations.borrow_mut();
        let own = within.iter().find_map(|c| table.lines[c.0 as usize].get(&class));
        if let Some(&own) = own {
            return Some(own);
        }
        if is_crowded {
            // It is no longer told apart in the next round.
            let first = self.objects.range((class, None)..).next();
            return first.filter(|((of, _), _)| *of == class).and_then(|((_, creation), _)| *creation);
        }
        let next = Creation(table.lines.len() as u32);
        let creation = *table.numbers.entry((class, context, at.block, at.op)).or_insert(next);
        if creation == next {
            let mut line: BTreeMap<UserClass, Creation> =
                within.iter().flat_map(|c| table.lines[c.0 as usize].clone()).collect();
            line.insert(class, creation);
            table.lines.push(line);
            table.classes.push(class);
        }
        Some(creation)
    }

    /// All places that make a class's objects as one: the objects of unlike classes that derive
    /// from one builtin type hold unlike things.
    fn creation_of_class(&self, program: &Program, class: UserClass) -> Option<Creation> {
        program.find_member(class, MAKE)?;
        let mut table = self.contexts.creations.borrow_mut();
        let next = Creation(table.lines.len() as u32);
        let creation = *table.of_class.entry(class).or_insert(next);
        if creation == next {
            table.lines.push(BTreeMap::from([(class, creation)]));
            table.classes.push(class);
        }
        Some(creation)
    }

    /// The places of the objects that a function is analysed for, or what it is called by.
    pub fn creations_within(&self, spec: SpecId) -> Creations {
        match self.context_of(spec) {
            Context::User(.., creations) => creations,
            Context::Python(_, caller, ..) => match self.spec_of(caller) {
                Some(caller) => self.creations_within(caller),
                None => Creations::default(),
            },
            Context::LowLevel(..) => Creations::default(),
        }
    }

    /// The places of the objects among the arguments of a call; a function inside the caller
    /// belongs to the caller's. An operation that calls a function for several receivers calls
    /// one analysis of it.
    pub fn creations_for(&mut self, program: &Program, at: At, callee: FuncId, params: &[Annotation]) -> Creations {
        if self.contexts.creations.borrow().lines.is_empty() {
            return Creations::default();
        }
        let mut all = BTreeSet::new();
        params.iter().for_each(|s| self.creations_among(s, DEPTH, &mut all));
        let caller = &self.specs[at.spec];
        if let Some(known) = caller.calls.get(&(at.block, at.op, callee)) {
            all.extend(self.creations_within(known.spec).iter().map(|&c| self.canonical(c)));
        }
        let outer = &program.functions[caller.func].qualname;
        let inside = program.functions[callee].qualname.strip_prefix(&**outer);
        if inside.is_some_and(|rest| rest.starts_with(".<locals>.")) {
            all.extend(self.creations_within(at.spec).iter().map(|&c| self.canonical(c)));
        }
        let all: Creations = all.into_iter().collect();
        self.called_for(callee, all)
    }

    fn creations_among(&self, s: &Annotation, depth: usize, all: &mut BTreeSet<Creation>) {
        for m in s.members() {
            m.inner().iter().for_each(|s| self.creations_among(s, depth, all));
            let Some(sites) = m.sites() else { continue };
            all.extend(sites.iter().filter_map(|site| self.creation_of(site)));
            if depth > 0 {
                let held = self.heap.contents(sites);
                [held.items, held.values].iter().for_each(|s| self.creations_among(s, depth - 1, all));
            }
        }
    }

    /// Notes what a function is called for. One that is called for too many is analysed once.
    fn called_for(&mut self, func: FuncId, creations: Creations) -> Creations {
        let known = self.called_for.entry(func).or_default();
        if known.len() > MOST_PLACES {
            return Creations::default();
        }
        known.insert(creations.clone());
        if known.len() <= MOST_PLACES {
            return creations;
        }
        let of_func = |context: &Context| matches!(context, Context::User(f, ..) if *f == func);
        let specs: BTreeSet<SpecId> =
            self.user_contexts().filter(|(context, _)| of_func(context)).map(|(_, spec)| spec).collect();
        let n_params = specs.first().map_or(0, |&spec| self.specs[spec].params.len());
        let shared = self.spec(Context::of_function(func), func, n_params);
        for spec in specs.into_iter().filter(|&spec| spec != shared) {
            self.redirect(spec, shared);
        }
        Creations::default()
    }

    /// The receivers of a method that Python itself calls, by the place that made them.
    pub fn by_creation(&mut self, func: FuncId, receiver: &Member) -> Vec<(Option<Creation>, Vec<Site>)> {
        let sites = object_sites(receiver).expect("an object has sites").clone();
        let mut parts: BTreeMap<Option<Creation>, Vec<Site>> = BTreeMap::new();
        for site in sites.iter() {
            let creation = self.creation_of(site);
            let analysed: Creations = creation.into_iter().collect();
            let kept = self.called_for(func, analysed.clone()) == analysed;
            parts.entry(creation.filter(|_| kept)).or_default().push(site);
        }
        parts.into_iter().collect()
    }

    fn creation_of(&self, site: Site) -> Option<Creation> {
        self.creation_of.get(&self.heap.find(site)).copied()
    }

    /// The place that stands for all whose objects were unified.
    fn canonical(&self, creation: Creation) -> Creation {
        let class = self.contexts.creations.borrow().class(creation);
        let site = self.objects.get(&(class, Some(creation)));
        site.and_then(|&site| self.creation_of(site)).unwrap_or(creation)
    }

    /// The objects of these sites have become one: their attributes do, too.
    pub fn unify_objects(&mut self, before: BTreeSet<Site>) {
        let root = self.heap.find(*before.first().expect("there are several"));
        if !matches!(self.heap.family(root), Family::Object(..)) {
            return;
        }
        let creation = before.iter().filter_map(|site| self.creation_of.get(site)).min().copied();
        self.creation_of.extend(creation.map(|creation| (root, creation)));
        for old in before.into_iter().filter(|&site| site != root) {
            let moved: Vec<(Name, Site)> = self.attributes_of(old).map(|(name, held)| (name.clone(), held)).collect();
            for (name, held) in moved {
                self.attributes.remove(&(old, name.clone()));
                let kept = *self.attributes.entry((root, name)).or_insert(held);
                self.unify_sites(&[kept, held].into_iter().collect());
            }
        }
    }

    /// Of what was told apart and is alike one remains. Did that change anything?
    pub fn merge_alike(&mut self) -> bool {
        if self.contexts.creations.borrow().lines.is_empty() {
            return false;
        }
        let mut kept: BTreeMap<UserClass, Vec<Site>> = BTreeMap::new();
        let mut changed = false;
        let objects: Vec<(UserClass, Site)> = self.objects.iter().map(|((class, _), &site)| (*class, site)).collect();
        for (class, site) in objects {
            let of_class = kept.entry(class).or_default();
            let same = |&&other: &&Site| self.alike_sites(site, other, &mut BTreeSet::new());
            match of_class.iter().find(same) {
                Some(&other) if self.heap.find(other) != self.heap.find(site) => {
                    self.unify_sites(&[other, site].into_iter().collect());
                    changed = true;
                }
                Some(_) => {}
                None => of_class.push(site),
            }
        }
        let mut specs: BTreeMap<(FuncId, Rc<str>, Vec<Creation>), BTreeSet<SpecId>> = BTreeMap::new();
        for (context, spec) in self.user_contexts() {
            let Context::User(func, shape, creations) = context else { continue };
            let creations: BTreeSet<Creation> = creations.iter().map(|&c| self.canonical(c)).collect();
            specs.entry((*func, shape.clone(), creations.into_iter().collect())).or_default().insert(spec);
        }
        for ((func, shape, creations), alike) in specs {
            let mut alike = alike.into_iter();
            let first = alike.next().expect("a context has an analysis");
            self.stands_for(Context::User(func, shape, creations.into()), first);
            for other in alike {
                self.redirect(other, first);
                changed = true;
            }
        }
        let implicit = std::mem::take(&mut self.implicit);
        for ((func, creation), spec) in implicit {
            self.implicit.insert((func, creation.map(|c| self.canonical(c))), spec);
        }
        changed
    }

    /// Is one type for both as good as two? `assumed` are the sites of which that is being
    /// asked.
    fn alike(&self, a: &Annotation, b: &Annotation, assumed: &mut BTreeSet<(Site, Site)>) -> bool {
        if a.is_never() || b.is_never() {
            return true;
        }
        let bare = |s: &Annotation| s.filter(|m| *m != Member::None);
        let (x, y) = (bare(a), bare(b));
        if x.members().len() != a.members().len() || y.members().len() != b.members().len() {
            // None costs nothing beside one kind of objects.
            let is_reference = |m: &Member| *m == Member::Str || m.sites().is_some();
            let can_be_null = |s: &Annotation| s.members().len() <= 1 && s.members().iter().all(is_reference);
            if a.members().contains(&Member::None) != b.members().contains(&Member::None) {
                return can_be_null(&x) && can_be_null(&y) && self.alike(&x, &y, assumed);
            }
        }
        a.members().len() == b.members().len()
            && a.members().iter().zip(b.members()).all(|(m, n)| {
                let is_big = |m: &Member| *m == Member::BigInt;
                m.same_kind(n)
                    && is_big(m) == is_big(n)
                    && m.inner().iter().zip(n.inner()).all(|(s, t)| self.alike(s, t, assumed))
                    && match (m.sites(), n.sites()) {
                        (Some(s), Some(t)) => s.iter().all(|x| t.iter().all(|y| self.alike_sites(x, y, assumed))),
                        _ => true,
                    }
            })
    }

    fn alike_sites(&self, a: Site, b: Site, assumed: &mut BTreeSet<(Site, Site)>) -> bool {
        let (a, b) = (self.heap.find(a), self.heap.find(b));
        if a == b || !assumed.insert((a, b)) {
            return true;
        }
        if self.heap.family(a) != self.heap.family(b) {
            return false;
        }
        let (x, y) = (self.heap.contents(&Sites::of(a)), self.heap.contents(&Sites::of(b)));
        self.alike(&x.items, &y.items, assumed)
            && self.alike(&x.values, &y.values, assumed)
            && self.alike(&x.result, &y.result, assumed)
            && self.attributes_of(a).all(|(name, held)| match self.attributes.get(&(b, name.clone())) {
                Some(&other) => self.alike_sites(held, other, assumed),
                None => true,
            })
    }

    /// Where each attribute of objects of a site is held.
    pub fn attributes_of(&self, object: Site) -> impl Iterator<Item = (&Name, Site)> {
        let from = self.attributes.range((object, Name::from(""))..);
        from.take_while(move |((site, _), _)| *site == object).map(|((_, name), &held)| (name, held))
    }

    // ---- what to tell apart ----

    /// Classes that are made at too many places.
    pub fn crowded_classes(&self) -> impl Iterator<Item = UserClass> {
        self.made_at.iter().filter(|(_, places)| places.len() > MOST_PLACES).map(|(&class, _)| class)
    }

    /// Classes that are called at several places, and through whose objects unlike things
    /// are found that have one annotation.
    pub fn mixed_classes(&self, program: &Program) -> Vec<UserClass> {
        let several: Vec<UserClass> = self
            .made_at
            .iter()
            .filter(|(class, places)| places.len() > 1 && crate::classes::builtin_exception(program, **class).is_none())
            .map(|(&class, _)| class)
            .collect();
        if several.is_empty() {
            return several;
        }
        let mut holders: BTreeMap<Site, BTreeSet<Site>> = BTreeMap::new();
        let mut mixed: Vec<Site> = Vec::new();
        for site in self.heap.sites().filter(|&site| self.heap.find(site) == site) {
            let held = self.heap.contents(&Sites::of(site));
            let all = [held.items, held.values, held.result];
            if all.iter().any(|s| self.is_mixed(program, s)) {
                mixed.push(site);
            }
            let mut inside = BTreeSet::new();
            all.iter().for_each(|s| self.sites_in(s, &mut inside));
            for held in inside {
                holders.entry(held).or_default().insert(site);
            }
        }
        for ((object, _), &held) in &self.attributes {
            holders.entry(self.heap.find(held)).or_default().insert(self.heap.find(*object));
        }
        let mut reached: BTreeSet<Site> = mixed.iter().copied().collect();
        while let Some(site) = mixed.pop() {
            for &holder in holders.get(&site).into_iter().flatten() {
                if reached.insert(holder) {
                    mixed.push(holder);
                }
            }
        }
        let is_reached = |class: UserClass| {
            let mut sites = self.objects.range((class, None)..).take_while(|((of, _), _)| *of == class);
            sites.any(|(_, &site)| reached.contains(&self.heap.find(site)))
        };
        several.into_iter().filter(|&class| is_reached(class)).collect()
    }

    /// Can it be of unlike types, None apart, or of unrelated classes?
    fn is_mixed(&self, program: &Program, s: &Annotation) -> bool {
        let is_value = |m: &&Member| !matches!(m, Member::None | Member::Unbound);
        if s.members().iter().filter(is_value).count() > 1 {
            return true;
        }
        s.members().iter().any(|m| {
            let unrelated = object_sites(m).is_some_and(|sites| {
                let bases = |site: Site| -> BTreeSet<UserClass> {
                    let user = |base: &Base| if let Base::User(class) = base { Some(*class) } else { None };
                    program.classes[self.heap.class(site).0].mro.iter().filter_map(user).collect()
                };
                let mut all = sites.iter().map(bases);
                let first = all.next().unwrap_or_default();
                all.fold(first, |common, bases| common.intersection(&bases).copied().collect()).is_empty()
            });
            unrelated || m.inner().iter().any(|s| self.is_mixed(program, s))
        })
    }

    fn sites_in(&self, s: &Annotation, all: &mut BTreeSet<Site>) {
        for m in s.members() {
            let sites = m.sites().into_iter().flat_map(Sites::iter);
            all.extend(sites.map(|site| self.heap.find(site)));
            m.inner().iter().for_each(|s| self.sites_in(s, all));
        }
    }
}
