//! The worklist: blocks of analysed functions, until nothing grows any more.
//!
//! Values meet at the parameters of blocks and functions, at results and at
//! globals; there annotations only grow. What an operation gives is computed from
//! these again whenever its block is worked on. The idea is RPython's `annrpython`.

use crate::annotation::{Annotation, Container, Member, Site, Sites};
use crate::containers;
use crate::creation::{Creation, Creations};
use crate::errors::{self, Mistake};
use crate::heap::{Containers, Contents, Family, Heap, MOST_SITES, Named};
use crate::ops::lowlevel;
use crate::specialise::{Context, ContextId, Contexts, Plan};
use crate::types::Attributes;
use crate::widen::Thresholds;
use crate::wrapping::wrapping;
use crate::{Annotations, Functions, Options, Spec, SpecId, constant};
use naja_ir::classes::BASE_EXCEPTION;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::flow::{Flow, FlowGraph, FlowOp, FuncId, GlobalId, Program, UserClass};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::{Name, SmallVec};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// After so many rounds of mistakes the rest stays untold.
const MOST_ROUNDS: usize = 20;

/// The place of one operation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct At {
    pub spec: SpecId,
    pub block: Block,
    pub op: usize,
}

/// Where a value is defined.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Definition {
    Missing,
    Param(Block, usize),
    /// A result of the n-th operation of the block.
    Op(Block, usize),
    Terminator(Block),
}

/// What is computed once of a graph.
pub struct GraphFacts {
    /// Each block's place in the order of work.
    order: SecondaryMap<Block, u32>,
    /// The heads of loops: a link enters from a block that comes no earlier.
    heads: EntitySet<Block>,
    /// The blocks that use a value, but the one that defines it.
    users: SecondaryMap<Value, SmallVec<[Block; 2]>>,
    pub definitions: SecondaryMap<Value, Definition>,
    /// The operation that uses a value, where it is one alone and nothing else does.
    pub only_user: SecondaryMap<Value, Option<(Block, usize)>>,
    /// The values that are checked for being bound.
    pub checked: EntitySet<Value>,
    /// The values that may wrap, if they are ints.
    pub wrapping: EntitySet<Value>,
    entry: Block,
    params: Vec<Value>,
    thresholds: Thresholds,
}

/// Something that an annotation belongs to and a mistake can spoil: what depends
/// on it is not judged.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Holder {
    Value(SpecId, Value),
    /// A parameter, by its index.
    Param(SpecId, usize),
    Result(SpecId),
    Global(GlobalId),
}

/// Which operations must be worked on again when something grows.
pub type Readers = BTreeSet<At>;

/// What of a block is to be worked on.
#[derive(Default)]
struct Work {
    /// Its operations so far were worked on, and control went on behind them.
    passed: usize,
    /// Operations that read what has grown; the terminator is the one behind the last.
    ops: Vec<usize>,
    /// Values from elsewhere that have grown.
    values: Vec<Value>,
}

/// Something that an operation puts into containers, attributes among them.
pub struct Put {
    pub at: At,
    pub sites: Sites,
    pub items: Annotation,
    pub values: Annotation,
}

/// What is wrong.
pub struct Solved {
    pub diagnostics: Vec<Diagnostic>,
    /// The functions with mistakes that were split.
    pub split: BTreeSet<FuncId>,
    /// The classes for whose objects of some place alone functions with mistakes were analysed.
    pub split_classes: BTreeSet<UserClass>,
}

pub struct Engine<'a> {
    pub options: &'a Options<'a>,
    pub specs: PrimaryMap<SpecId, Spec>,
    /// The operations that call each analysed function.
    pub callers: SecondaryMap<SpecId, Readers>,
    entries: Vec<SpecId>,
    by_context: HashMap<Context, SpecId>,
    by_number: HashMap<ContextId, SpecId>,
    /// Functions of `rlib/std` that several places call with the same plain values.
    pub shared: HashMap<(FuncId, Vec<Annotation>), Context>,
    spec_contexts: PrimaryMap<SpecId, Context>,
    pub contexts: &'a Contexts,
    pub plan: &'a Plan,
    pub heap: Heap,
    /// The site of each operation that makes containers.
    pub sites: HashMap<At, Site>,
    /// Those of the generators of each analysed function.
    generators: HashMap<SpecId, Site>,
    /// That of `sys.argv`, where it is used.
    argv: Option<Site>,
    /// Functions of `rlib/python`, by module and name; `None` is one that is not there.
    python: HashMap<(&'static str, Name), Option<FuncId>>,
    /// Those that were asked for and not yet looked up.
    wanted: Vec<(&'static str, Name)>,
    /// Calls of low-level functions that are still to be analysed, by themselves.
    wanted_low: Vec<(FuncId, Vec<Annotation>)>,
    facts: HashMap<FuncId, Rc<GraphFacts>>,
    /// The site of the objects of each class that is called, and of each place that makes
    /// them where they are told apart.
    pub objects: BTreeMap<(UserClass, Option<Creation>), Site>,
    /// The place that made the objects of a site.
    pub creation_of: BTreeMap<Site, Creation>,
    /// Where each class is called.
    pub made_at: BTreeMap<UserClass, BTreeSet<(ContextId, Block, usize)>>,
    /// The objects that each function of the program was called for.
    pub called_for: HashMap<FuncId, BTreeSet<Creations>>,
    /// What each attribute of these objects holds.
    pub attributes: Attributes,
    pub definite: HashMap<UserClass, BTreeSet<Name>>,
    /// The classes whose objects `object.__new__` makes: their `__init__` may run later or never.
    pub bare: BTreeSet<UserClass>,
    /// Who asked which classes have objects.
    pub class_readers: Readers,
    /// The analysis of functions that Python itself calls.
    pub implicit: BTreeMap<(FuncId, Option<Creation>), SpecId>,
    /// What the current operation would call and naja cannot compile.
    pub not_yet: Option<Cow<'static, str>>,
    /// The classes whose objects are keys by what they are.
    pub identified: BTreeSet<UserClass>,
    pub globals: SecondaryMap<GlobalId, Option<Annotation>>,
    pub global_readers: SecondaryMap<GlobalId, Readers>,
    pub exception_args: Annotation,
    pub exception_readers: Readers,
    common: Thresholds,
    unstarted: Vec<SpecId>,
    /// By priority, which decides where to go on.
    queue: BTreeSet<(u64, SpecId, Block)>,
    work: HashMap<(SpecId, Block), Work>,
    /// The operations that are mistakes; control goes on behind them.
    broken: HashSet<At>,
    spoilt: HashSet<Holder>,
    /// Only when the fixpoint is reached are mistakes told.
    mistakes: Option<Vec<(At, Mistake)>>,
    /// Noted with the mistakes.
    pub puts: Vec<Put>,
    /// The operation that is being worked on.
    current: Option<At>,
    /// The functions of the library that put one dict into another, name by name.
    name_copiers: Vec<FuncId>,
    /// Their operations that put: they depend on the dict that is copied.
    name_copies: BTreeMap<SpecId, BTreeSet<At>>,
}

impl<'a> Engine<'a> {
    pub fn new(options: &'a Options<'a>, contexts: &'a Contexts, plan: &'a Plan) -> Engine<'a> {
        let tuple = |items| Annotation::of(Member::Tuple(items));
        Engine {
            options,
            specs: PrimaryMap::new(),
            callers: SecondaryMap::new(),
            entries: Vec::new(),
            by_context: HashMap::new(),
            by_number: HashMap::new(),
            shared: HashMap::new(),
            spec_contexts: PrimaryMap::new(),
            contexts,
            plan,
            heap: Heap::default(),
            sites: HashMap::new(),
            generators: HashMap::new(),
            argv: None,
            python: HashMap::new(),
            wanted: Vec::new(),
            wanted_low: Vec::new(),
            facts: HashMap::new(),
            objects: BTreeMap::new(),
            creation_of: BTreeMap::new(),
            made_at: BTreeMap::new(),
            called_for: HashMap::new(),
            attributes: BTreeMap::new(),
            definite: HashMap::new(),
            bare: BTreeSet::new(),
            class_readers: Readers::new(),
            implicit: BTreeMap::new(),
            not_yet: None,
            identified: BTreeSet::new(),
            globals: SecondaryMap::new(),
            global_readers: SecondaryMap::new(),
            exception_args: tuple(vec![]).join(&tuple(vec![Annotation::str()])),
            exception_readers: Readers::new(),
            common: Thresholds::common(),
            unstarted: Vec::new(),
            queue: BTreeSet::new(),
            work: HashMap::new(),
            broken: HashSet::new(),
            spoilt: HashSet::new(),
            mistakes: None,
            puts: Vec::new(),
            current: None,
            name_copiers: Vec::new(),
            name_copies: BTreeMap::new(),
        }
    }

    pub fn entry(&mut self, program: &Program, func: FuncId, params: &[Annotation]) -> SpecId {
        let context = Context::of_entry(func, params, is_low_level(program, func));
        let spec = self.spec(context, func, params.len());
        self.grow_params(spec, params);
        self.entries.push(spec);
        spec
    }

    /// Tells the mistakes, once nothing grows; behind a mistake the analysis goes
    /// on, so that the next ones are found too.
    pub fn solve(&mut self, flow: &mut impl Functions) -> Solved {
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let (mut split, mut split_classes) = (BTreeSet::new(), BTreeSet::new());
        for _ in 0..MOST_ROUNDS {
            loop {
                self.run(flow);
                self.unify(flow);
                if !self.merge_alike() {
                    break;
                }
            }
            let mistakes = self.judge(flow.program());
            if mistakes.is_empty() && self.queue.is_empty() && self.unstarted.is_empty() {
                break;
            }
            for (at, mistake) in mistakes {
                split.extend(self.split(at.spec));
                split_classes.extend(self.split_classes(at.spec));
                let diagnostic = errors::diagnostic(self, flow, at, &mistake);
                // One place in the library can be a mistake in several ways.
                if !diagnostics.iter().any(|d| d.span == diagnostic.span && d.code == diagnostic.code) {
                    diagnostics.push(diagnostic);
                }
                self.broken.insert(at);
                self.enqueue_op(at);
            }
        }
        Solved { diagnostics, split, split_classes }
    }

    /// Works until nothing grows.
    pub fn run(&mut self, flow: &mut impl Functions) {
        loop {
            if let Some((module, name)) = self.wanted.pop() {
                let found = flow.python(module, &name);
                self.python.insert((module, name), found);
            } else if let Some((func, params)) = self.wanted_low.pop() {
                let result = low_level_result(flow, func, &params, self.options);
                self.contexts.know_result(func, params, result);
            } else if let Some(spec) = self.unstarted.pop() {
                self.start(flow, spec);
            } else if let Some((_, spec, block)) = self.queue.pop_first() {
                self.flow_block(flow.program(), spec, block);
            } else {
                return;
            }
        }
    }

    /// The analyses that the program comes to. One is left behind where a call, as its
    /// arguments grew, went to another: what was found in it holds for no call.
    pub fn live(&self) -> EntitySet<SpecId> {
        let mut live = EntitySet::new();
        let mut due: Vec<SpecId> = self.entries.iter().chain(self.implicit.values()).copied().collect();
        while let Some(spec) = due.pop() {
            if live.insert(spec) {
                due.extend(self.specs[spec].calls.values().map(|call| call.spec));
            }
        }
        live
    }

    /// Goes over everything once more and collects what is wrong.
    fn judge(&mut self, program: &Program) -> Vec<(At, Mistake)> {
        self.mistakes = Some(Vec::new());
        self.puts.clear();
        let live = self.live();
        for spec in self.specs.keys().filter(|&spec| live.contains(spec)) {
            let facts = self.facts(self.specs[spec].func);
            let mut blocks: Vec<Block> = self.specs[spec].reached.iter().collect();
            blocks.sort_by_key(|&b| facts.order[b]);
            for block in blocks {
                self.work.entry((spec, block)).or_default().passed = 0;
                self.flow_block(program, spec, block);
            }
        }
        debug_assert!(self.queue.is_empty() || !self.plan.apart.is_empty(), "the fixpoint was not reached");
        self.mistakes.take().unwrap_or_default()
    }

    pub fn finish(self, entries: Vec<SpecId>, notes: Vec<Diagnostic>) -> Annotations {
        let mut globals = SecondaryMap::new();
        for (id, s) in self.globals.iter() {
            if let Some(s) = s {
                globals[id] = s.clone();
            }
        }
        let live = self.live();
        let exception_args = self.exception_args;
        let mut annotations = Annotations {
            specs: self.specs,
            live,
            entries,
            globals,
            exception_args,
            containers: PrimaryMap::new(),
            objects: BTreeMap::new(),
            implicit: BTreeMap::new(),
            identified: self.identified,
            notes,
        };
        for ((func, creation), spec) in self.implicit {
            let site = creation.map(|creation| {
                self.heap.find(self.objects[&(self.contexts.creations.borrow().class(creation), Some(creation))])
            });
            annotations.implicit.insert((func, site), spec);
        }
        crate::types::number(&mut annotations, self.heap, &self.attributes);
        annotations
    }

    pub fn facts(&self, func: FuncId) -> Rc<GraphFacts> {
        self.facts[&func].clone()
    }

    // ---- functions ----

    /// What one analysis was made for the other one does: they are of one function.
    pub fn redirect(&mut self, from: SpecId, to: SpecId) {
        let redirect = |spec: &mut SpecId| {
            if *spec == from {
                *spec = to;
            }
        };
        self.by_context.values_mut().for_each(redirect);
        self.implicit.values_mut().for_each(redirect);
        let params = self.specs[from].params.clone();
        self.grow_params(to, &params);
        let callers = self.callers[from].clone();
        self.enqueue_all(callers);
    }

    /// The analysis for this context is that one.
    pub fn stands_for(&mut self, context: Context, spec: SpecId) {
        self.by_context.insert(context, spec);
    }

    /// The contexts of functions of the program, and their analyses.
    pub fn user_contexts(&self) -> impl Iterator<Item = (&Context, SpecId)> {
        let specs = self.spec_contexts.iter().map(|(_, context)| (context, self.by_context[context]));
        specs.filter(|(context, _)| matches!(context, Context::User(..)))
    }

    /// The analysis of a function in this context, made at first demand.
    pub fn spec(&mut self, context: Context, func: FuncId, n_params: usize) -> SpecId {
        if let Some(&known) = self.by_context.get(&context) {
            return known;
        }
        let spec = self.specs.push(Spec {
            func,
            context: self.contexts.number(&context),
            params: vec![Annotation::NEVER; n_params],
            result: Annotation::NEVER,
            values: SecondaryMap::new(),
            reached: EntitySet::new(),
            calls: HashMap::new(),
        });
        self.by_number.insert(self.specs[spec].context, spec);
        self.spec_contexts.push(context.clone());
        self.by_context.insert(context, spec);
        self.unstarted.push(spec);
        spec
    }

    /// The functions of the program that an operation calls.
    pub fn callees(&self, spec: SpecId, block: Block, op: usize) -> Vec<SpecId> {
        let calls = self.specs[spec].calls.iter().filter(|((b, i, _), _)| (*b, *i) == (block, op));
        let mut all: Vec<SpecId> = calls.map(|(_, call)| call.spec).collect();
        all.retain(|&callee| matches!(self.context_of(callee), Context::User(..)));
        all.sort();
        all
    }

    pub fn context_of(&self, spec: SpecId) -> Context {
        self.spec_contexts[spec].clone()
    }

    pub fn spec_of(&self, context: ContextId) -> Option<SpecId> {
        self.by_number.get(&context).copied()
    }

    /// A function of `rlib/python`; until it was looked up the block waits.
    pub fn python(&mut self, at: At, module: &'static str, name: &Name) -> Option<FuncId> {
        match self.python.get(&(module, name.clone())) {
            Some(found) => *found,
            None => {
                self.wanted.push((module, name.clone()));
                self.enqueue_op(at);
                None
            }
        }
    }

    /// Is the answer of [`Engine::python`] still to come?
    pub fn waits(&self) -> bool {
        !self.wanted.is_empty() || !self.wanted_low.is_empty()
    }

    /// What a low-level function gives that Python calls; until that is known the
    /// block waits. `None` where it has no meaning for these arguments.
    pub fn low_level(&mut self, at: At, func: FuncId, params: Vec<Annotation>) -> Option<Annotation> {
        match self.contexts.result(func, &params) {
            Some(result) => result,
            None => {
                self.wanted_low.push((func, params));
                self.enqueue_op(at);
                Some(Annotation::NEVER)
            }
        }
    }

    // ---- containers ----

    /// Does the tuple of this operation have no fixed length?
    pub fn has_no_length(&self, at: At) -> bool {
        self.contexts.has_no_length((self.specs[at.spec].func, at.block, at.op))
    }

    /// From the next round on it has none.
    pub fn forget_length(&self, at: At) {
        self.contexts.forget_length((self.specs[at.spec].func, at.block, at.op));
    }

    /// The site of an operation that makes a container.
    pub fn site(&mut self, at: At) -> Sites {
        Sites::of(*self.sites.entry(at).or_insert_with(|| self.heap.new_site(Family::Container)))
    }

    /// The site of the generators that run this function.
    pub fn generator(&mut self, spec: SpecId) -> Sites {
        let heap = &mut self.heap;
        Sites::of(*self.generators.entry(spec).or_insert_with(|| heap.new_site(Family::Generator(spec))))
    }

    /// The list `sys.argv`.
    pub fn program_arguments(&mut self) -> Annotation {
        let sites = Sites::of(*self.argv.get_or_insert_with(|| self.heap.new_site(Family::Container)));
        self.grow_contents(&sites, &Annotation::str(), &Annotation::NEVER);
        Annotation::of(Member::Container(Container::List, sites))
    }

    /// What containers of these sites hold, as this block has read it.
    pub fn contents(&mut self, at: At, sites: &Sites) -> Contents {
        self.heap.read_by(sites, at);
        self.heap.contents(sites)
    }

    pub fn grow_contents(&mut self, sites: &Sites, items: &Annotation, values: &Annotation) {
        let named = match self.current {
            Some(at) if self.name_copiers.contains(&self.specs[at.spec].func) => {
                self.name_copies.entry(at.spec).or_default().insert(at);
                let from = self.specs[at.spec].params[1].clone();
                self.named(at, &from)
            }
            _ => Named::Any,
        };
        self.grow_named(sites, items, values, &named);
    }

    /// What these are known to hold under their names.
    fn named(&mut self, at: At, dict: &Annotation) -> Named {
        let is_dict = |m: &Member| matches!(m, Member::Container(Container::Dict, _));
        match dict.members().iter().all(is_dict) {
            true => {
                let all: Sites = dict.members().iter().filter_map(Member::sites).flat_map(|s| s.iter()).collect();
                self.heap.ask_names(&all);
                self.contents(at, &all).named
            }
            false => Named::Any,
        }
    }

    /// Puts into dicts what is known to go under these names.
    pub fn grow_named(&mut self, sites: &Sites, items: &Annotation, values: &Annotation, named: &Named) {
        let (items, values) = (items.coarse(), values.coarse());
        let readers = self.heap.grow(sites, &items, &values, named);
        self.enqueue_all(readers);
        if let (Some(at), Some(_)) = (self.current, &self.mistakes) {
            self.puts.push(Put { at, sites: sites.clone(), items, values });
        }
    }

    pub fn unify_sites(&mut self, sites: &Sites) {
        let before: BTreeSet<Site> = sites.iter().map(|site| self.heap.find(site)).collect();
        let readers = self.heap.unify(sites);
        self.enqueue_all(readers);
        if before.len() > 1 {
            self.unify_objects(before);
        }
    }

    pub fn enqueue_all(&mut self, readers: Readers) {
        readers.into_iter().for_each(|at| self.enqueue_op(at));
    }

    /// Where many kinds of containers meet they become one. What is kept names no site that
    /// another one stands for: with it and without it would be growth without end.
    fn settle(&mut self, s: Annotation) -> Annotation {
        if !has_sites(&s) {
            return s;
        }
        fn crowded(heap: &Heap, s: &Annotation) -> bool {
            s.members().iter().any(|m| {
                m.sites().is_some_and(|sites| !heap.alike(sites, MOST_SITES).is_empty())
                    || m.inner().iter().any(|s| crowded(heap, s))
            })
        }
        let s = self.heap.renamed(s);
        if !crowded(&self.heap, &s) {
            return s;
        }
        self.unify_within(&s);
        self.heap.renamed(s)
    }

    /// What meets where many come: in a result, in a global.
    fn joined(&mut self, old: &Annotation, s: &Annotation) -> Annotation {
        let joined = old.join(s);
        if joined == *old {
            return joined;
        }
        let closed = self.common.annotation(&joined);
        self.settle(closed)
    }

    /// The containers of each variable, and of each place inside its values, become one.
    fn unify_within(&mut self, s: &Annotation) {
        for m in s.members() {
            for alike in m.sites().map(|sites| self.heap.alike(sites, 1)).unwrap_or_default() {
                self.unify_sites(&alike);
            }
            m.inner().iter().for_each(|s| self.unify_within(s));
        }
    }

    /// From now on each variable's containers are of one type.
    pub fn unify(&mut self, flow: &mut impl Functions) {
        loop {
            let mut all: Vec<Annotation> = Vec::new();
            let with_sites = |s: &&Annotation| has_sites(s);
            for spec in self.specs.values() {
                all.extend(spec.values.values().chain(&spec.params).filter(with_sites).cloned());
                all.push(spec.result.clone());
            }
            all.extend(self.globals.values().flatten().filter(with_sites).cloned());
            all.push(self.exception_args.clone());
            for site in self.heap.sites() {
                let contents = self.heap.contents(&Sites::of(site));
                all.extend([contents.items, contents.values, contents.result]);
            }
            all.iter().for_each(|s| self.unify_within(s));
            if self.queue.is_empty() {
                break;
            }
            self.run(flow);
        }
        self.rename();
    }

    /// In all that is known, the site that stands for others takes their places: whoever goes
    /// over it again finds nothing but growth changed.
    fn rename(&mut self) {
        let heap = &self.heap;
        let mut rename = |s: &mut Annotation| *s = heap.renamed(std::mem::take(s));
        for spec in self.specs.values_mut() {
            spec.values.values_mut().chain(&mut spec.params).for_each(&mut rename);
            rename(&mut spec.result);
        }
        self.globals.values_mut().flatten().for_each(&mut rename);
        rename(&mut self.exception_args);
        self.heap.rename();
    }

    fn start(&mut self, flow: &mut impl Functions, spec: SpecId) {
        let func = self.specs[spec].func;
        flow.ensure_graph(func);
        let graph = &flow.program().functions[func].graph;
        self.facts.entry(func).or_insert_with(|| Rc::new(GraphFacts::of(flow.program(), graph)));
        let function = &flow.program().functions[func];
        let module = &flow.program().modules[function.module];
        let copies_names = matches!(&*function.name, "add_all" | "add_keywords");
        if copies_names && module.is_builtin && function.params.len() > 1 && !self.name_copiers.contains(&func) {
            self.name_copiers.push(func);
        }
        let params = self.specs[spec].params.clone();
        for (i, (&value, s)) in graph.params().iter().zip(params).enumerate() {
            self.specs[spec].values[value] = s;
            if self.is_spoilt(Holder::Param(spec, i)) {
                self.spoilt.insert(Holder::Value(spec, value));
            }
        }
        self.specs[spec].reached.insert(graph.entry);
        self.enqueue(spec, graph.entry);
    }

    /// These arguments arrive at a function.
    pub fn grow_params(&mut self, spec: SpecId, args: &[Annotation]) {
        for (i, arg) in args.iter().enumerate() {
            let joined = self.specs[spec].params[i].join(arg);
            if joined == self.specs[spec].params[i] {
                continue;
            }
            let closed = self.common.annotation(&joined);
            let closed = self.settle(closed);
            if closed == self.specs[spec].params[i] {
                continue;
            }
            self.specs[spec].params[i] = closed.clone();
            for at in self.name_copies.get(&spec).cloned().unwrap_or_default() {
                self.enqueue_op(at);
            }
            // A function that was not started takes them when it is.
            if let Some(facts) = self.started(spec) {
                let value = facts.params[i];
                self.specs[spec].values[value] = closed;
                self.enqueue_value(spec, facts.entry, value);
                self.enqueue_users(spec, &facts, value);
            }
        }
    }

    pub fn spoil_param(&mut self, spec: SpecId, i: usize) {
        if self.spoilt.insert(Holder::Param(spec, i))
            && let Some(facts) = self.started(spec)
        {
            self.spoilt.insert(Holder::Value(spec, facts.params[i]));
            self.enqueue_value(spec, facts.entry, facts.params[i]);
            self.enqueue_users(spec, &facts, facts.params[i]);
        }
    }

    fn started(&self, spec: SpecId) -> Option<Rc<GraphFacts>> {
        if self.specs[spec].reached.is_empty() { None } else { Some(self.facts(self.specs[spec].func)) }
    }

    /// A generator's function returns this; that of the call is the generator.
    fn grow_end(&mut self, spec: SpecId, s: &Annotation) {
        let site = self.generator(spec).one();
        let readers = self.heap.grow_result(site, &s.coarse());
        self.enqueue_all(readers);
    }

    pub fn grow_result(&mut self, spec: SpecId, s: &Annotation, spoilt: bool) {
        let old = self.specs[spec].result.clone();
        let result = self.joined(&old, s);
        let grew = result != old;
        self.specs[spec].result = result;
        if grew | (spoilt && self.spoilt.insert(Holder::Result(spec))) {
            let callers = self.callers[spec].clone();
            self.enqueue_all(callers);
        }
    }

    // ---- globals and exceptions ----

    /// What a global can hold; in the library, whose top levels do not run, what
    /// it is bound to.
    pub fn global(&mut self, program: &Program, id: GlobalId) -> Annotation {
        if let Some(s) = &self.globals[id] {
            return s.clone();
        }
        let global = &program.globals[id];
        let library = program.modules[global.module].is_low_level;
        let hint = global.hint.as_ref().filter(|_| library);
        let mut s = match (hint.and_then(|h| lowlevel::hinted(self.options.structs, &h.kind)), &global.init) {
            (Some(hinted), _) => hinted,
            (None, Some(init)) => constant(init, library).unwrap_or(Annotation::NEVER),
            (None, None) => Annotation::NEVER,
        };
        if library && matches!(s.single(), Some(Member::Bool(_))) {
            s = Annotation::bool();
        }
        if global.starts_unbound {
            s = s.join(&Annotation::of(Member::Unbound));
        }
        self.globals[id] = Some(s.clone());
        s
    }

    pub fn grow_global(&mut self, program: &Program, id: GlobalId, s: &Annotation, spoilt: bool) {
        let old = self.global(program, id);
        let held = self.joined(&old, s);
        let grew = held != old;
        self.globals[id] = Some(held);
        if grew | (spoilt && self.spoilt.insert(Holder::Global(id))) {
            let readers = self.global_readers[id].clone();
            self.enqueue_all(readers);
        }
    }

    pub fn grow_exception_args(&mut self, tuple: &Annotation) {
        let old = self.exception_args.clone();
        self.exception_args = self.joined(&old, tuple);
        if self.exception_args != old {
            let readers = self.exception_readers.clone();
            self.enqueue_all(readers);
        }
    }

    pub fn is_spoilt(&self, holder: Holder) -> bool {
        !self.spoilt.is_empty() && self.spoilt.contains(&holder)
    }

    // ---- blocks ----

    /// An operation that must be worked on again.
    pub fn enqueue_op(&mut self, at: At) {
        self.work.entry((at.spec, at.block)).or_default().ops.push(at.op);
        self.enqueue(at.spec, at.block);
    }

    /// A value has grown that this block uses.
    fn enqueue_value(&mut self, spec: SpecId, block: Block, value: Value) {
        self.work.entry((spec, block)).or_default().values.push(value);
        self.enqueue(spec, block);
    }

    fn enqueue(&mut self, spec: SpecId, block: Block) {
        let priority = match self.options.shuffle {
            // The callees first, which were found last; in a function, top down.
            None => {
                (u64::from(u32::MAX - spec.as_u32()) << 32) | u64::from(self.facts(self.specs[spec].func).order[block])
            }
            Some(seed) => scatter(seed ^ (u64::from(spec.as_u32()) << 32) ^ u64::from(block.as_u32())),
        };
        self.queue.insert((priority, spec, block));
    }

    fn enqueue_users(&mut self, spec: SpecId, facts: &GraphFacts, value: Value) {
        for &block in &facts.users[value] {
            if self.specs[spec].reached.contains(block) {
                self.enqueue_value(spec, block, value);
            }
        }
    }

    /// Works on one block: its operations as far as they are new or read what has
    /// grown, then its links. A block can be very long.
    fn flow_block(&mut self, program: &Program, spec: SpecId, block: Block) {
        let func = self.specs[spec].func;
        let facts = self.facts(func);
        let data = &program.functions[func].graph.blocks[block];
        let work = self.work.entry((spec, block)).or_default();
        let passed = work.passed;
        let due: BTreeSet<usize> = std::mem::take(&mut work.ops).into_iter().collect();
        let mut grown: HashSet<Value> = std::mem::take(&mut work.values).into_iter().collect();
        let n_ops = data.ops.len();
        let first = if grown.is_empty() { due.first().map_or(passed, |&i| i.min(passed)) } else { 0 };
        let mut goes_on = true;
        for (i, op) in data.ops.iter().enumerate().skip(first) {
            if i < passed && !due.contains(&i) && !op.args.iter().any(|v| grown.contains(v)) {
                continue;
            }
            goes_on = self.flow_op(program, &facts, At { spec, block, op: i }, op, &mut grown);
            if !goes_on && i + 1 != n_ops {
                // An operation that went on before still does: annotations only grow.
                self.work.entry((spec, block)).or_default().passed = passed.max(i);
                return;
            }
        }
        let ends =
            passed < n_ops + 1 || due.contains(&n_ops) || !grown.is_empty() || due.contains(&n_ops.wrapping_sub(1));
        if ends {
            self.work.entry((spec, block)).or_default().passed =
                if goes_on { n_ops + 1 } else { n_ops.saturating_sub(1) };
            self.flow_terminator(program, &facts, spec, block, goes_on);
        }
    }

    /// Annotates the results of an operation; does control go on behind it?
    fn flow_op(
        &mut self,
        program: &Program,
        facts: &GraphFacts,
        at: At,
        op: &Op<Flow>,
        grown: &mut HashSet<Value>,
    ) -> bool {
        self.current = Some(at);
        let spec = at.spec;
        let mut spoilt =
            !self.spoilt.is_empty() && op.args.iter().any(|&v| self.spoilt.contains(&Holder::Value(spec, v)));
        let broken = self.broken.contains(&at);
        // A function is looked into even where a mistake took an argument.
        let follows = spoilt && matches!(op.kind, FlowOp::Call { .. });
        let lacks = op.args.iter().any(|&v| self.specs[spec].values[v].is_never());
        let found = if broken || (lacks && !follows) {
            Err(None)
        } else {
            let found = self.transfer(program, facts, at, op, &mut spoilt).map_err(Some);
            match self.not_yet.take() {
                Some(what) => found.and(Err(Some(Mistake::NotYet(what)))),
                None => found,
            }
        };
        let found = match found {
            // In the library, what remains of a union raises when it comes here.
            Err(Some(mistake)) if mistake.is_of_type() && self.is_left_over(program, facts, at, op) => Err(None),
            found => found,
        };
        spoilt |= broken;
        let is_mistake = found.is_err();
        let results = found.unwrap_or_else(|mistake| {
            if let (Some(mistake), false, Some(mistakes)) = (mistake, spoilt, &mut self.mistakes) {
                mistakes.push((at, mistake));
            }
            op.results.iter().map(|_| Annotation::NEVER).collect()
        });
        debug_assert_eq!(results.len(), op.results.len(), "{:?}", op.kind);
        let gives = !is_mistake && !results.iter().any(Annotation::is_never);
        for (&value, s) in op.results.iter().zip(results) {
            let s = self.heap.renamed(s);
            let spoils = spoilt && self.spoilt.insert(Holder::Value(spec, value));
            if spoils || self.specs[spec].values[value] != s {
                self.specs[spec].values[value] = s;
                grown.insert(value);
                self.enqueue_users(spec, facts, value);
            }
        }
        !op.kind.always_raises() && (spoilt || gives)
    }

    fn flow_terminator(&mut self, program: &Program, facts: &GraphFacts, spec: SpecId, block: Block, goes_on: bool) {
        let graph = &program.functions[self.specs[spec].func].graph;
        let data = &graph.blocks[block];
        let spoilt = |engine: &Self, v: Value| engine.is_spoilt(Holder::Value(spec, v));
        match &data.terminator {
            Terminator::Guard { exc, ok, err, .. } => {
                let raised = match data.ops.last() {
                    Some(op) => self.raised_by(program, spec, op),
                    None => Annotation::NEVER,
                };
                self.specs[spec].values[*exc] = raised;
                if goes_on {
                    self.flow_link(graph, facts, spec, ok);
                }
                self.flow_link(graph, facts, spec, err);
            }
            _ if !goes_on => {}
            Terminator::Jump(link) => self.flow_link(graph, facts, spec, link),
            Terminator::Branch { cond, then, otherwise } => {
                let (yes, no) = match self.specs[spec].values[*cond].single() {
                    Some(Member::Bool(Some(known))) if !spoilt(self, *cond) => (*known, !*known),
                    _ => (true, true),
                };
                if yes {
                    self.flow_link(graph, facts, spec, then);
                }
                if no {
                    self.flow_link(graph, facts, spec, otherwise);
                }
            }
            Terminator::Switch { cases, default, .. } => {
                for (_, link) in cases {
                    self.flow_link(graph, facts, spec, link);
                }
                self.flow_link(graph, facts, spec, default);
            }
            Terminator::Next { step, body, done, raised } => {
                let low_level = is_low_level(program, self.specs[spec].func);
                let iter = self.specs[spec].values[step.iter].clone();
                let at = At { spec, block, op: data.ops.len() };
                let item = self.next_item(program, at, &iter, low_level);
                let enters = !item.is_never() || spoilt(self, step.iter);
                if spoilt(self, step.iter) {
                    self.spoilt.extend([Holder::Value(spec, step.item), Holder::Value(spec, step.rest)]);
                }
                self.specs[spec].values[step.item] = item;
                self.specs[spec].values[step.rest] = iter.clone();
                if enters {
                    self.flow_link(graph, facts, spec, body);
                }
                self.flow_link(graph, facts, spec, done);
                if let Some((exc, link)) = raised
                    && iter.members().iter().any(containers::step_may_raise)
                {
                    self.specs[spec].values[*exc] = Annotation::of(Member::Instance(BASE_EXCEPTION));
                    self.flow_link(graph, facts, spec, link);
                }
            }
            Terminator::Return(values) => {
                let result = match values.first() {
                    Some(&v) => self.specs[spec].values[v].clone(),
                    None => Annotation::none(),
                };
                let is_spoilt = values.first().is_some_and(|&v| spoilt(self, v));
                match program.functions[self.specs[spec].func].is_generator {
                    true => self.grow_end(spec, &result),
                    false => self.grow_result(spec, &result, is_spoilt),
                }
            }
            Terminator::Unreachable => {}
        }
    }

    fn flow_link(&mut self, graph: &FlowGraph, facts: &GraphFacts, spec: SpecId, link: &Link) {
        let target = link.target;
        let changed = self.specs[spec].reached.insert(target);
        for (&param, &arg) in graph.blocks[target].params.iter().zip(&link.args) {
            let mut grew = self.is_spoilt(Holder::Value(spec, arg)) && self.spoilt.insert(Holder::Value(spec, param));
            let values = &self.specs[spec].values;
            let joined = values[param].join(&values[arg]);
            if joined != values[param] {
                let joined = if facts.heads.contains(target) { facts.thresholds.annotation(&joined) } else { joined };
                let settled = self.settle(joined);
                grew |= settled != self.specs[spec].values[param];
                self.specs[spec].values[param] = settled;
            }
            if grew {
                self.enqueue_value(spec, target, param);
                self.enqueue_users(spec, facts, param);
            }
        }
        if changed {
            self.enqueue(spec, target);
        }
    }
}

impl GraphFacts {
    /// May control come from a block to itself again without passing another one?
    pub fn may_repeat(&self, graph: &FlowGraph, block: Block, without: Block) -> bool {
        let mut seen = EntitySet::new();
        seen.insert(without);
        let mut stack = vec![block];
        while let Some(at) = stack.pop().filter(|_| block != without) {
            for link in graph.blocks[at].terminator.links() {
                if link.target == block {
                    return true;
                }
                if seen.insert(link.target) {
                    stack.push(link.target);
                }
            }
        }
        false
    }

    /// Is one operation worked on before another, the first time?
    pub fn is_before(&self, (block, op): (Block, usize), (other, other_op): (Block, usize)) -> bool {
        (self.order[block], op) < (self.order[other], other_op)
    }

    fn of(program: &Program, graph: &FlowGraph) -> GraphFacts {
        let rpo = graph.reverse_postorder();
        let mut facts = GraphFacts {
            order: SecondaryMap::new(),
            heads: EntitySet::new(),
            users: SecondaryMap::new(),
            definitions: SecondaryMap::with_default(Definition::Missing),
            only_user: SecondaryMap::new(),
            checked: EntitySet::new(),
            wrapping: wrapping(program, graph, None),
            entry: graph.entry,
            params: graph.params().to_vec(),
            thresholds: Thresholds::of_graph(graph),
        };
        for (i, &block) in rpo.iter().enumerate() {
            facts.order[block] = i as u32;
            let data = &graph.blocks[block];
            for (k, &param) in data.params.iter().enumerate() {
                facts.definitions[param] = Definition::Param(block, k);
            }
            for (k, op) in data.ops.iter().enumerate() {
                for &result in &op.results {
                    facts.definitions[result] = Definition::Op(block, k);
                }
                if let FlowOp::CheckBound { .. } = op.kind {
                    facts.checked.insert(op.args[0]);
                }
            }
            for (value, _) in data.terminator.defines() {
                facts.definitions[value] = Definition::Terminator(block);
            }
        }
        let mut n_uses: SecondaryMap<Value, u32> = SecondaryMap::new();
        for &block in &rpo {
            let data = &graph.blocks[block];
            for link in data.terminator.links() {
                if facts.order[link.target] <= facts.order[block] {
                    facts.heads.insert(link.target);
                }
            }
            let mut uses = |value: Value| {
                let home = match facts.definitions[value] {
                    Definition::Param(b, _) | Definition::Op(b, _) | Definition::Terminator(b) => Some(b),
                    Definition::Missing => None,
                };
                if home != Some(block) && facts.users[value].last() != Some(&block) {
                    facts.users[value].push(block);
                }
            };
            for op in &data.ops {
                op.args.iter().copied().for_each(&mut uses);
            }
            data.terminator.for_each_use(&mut uses);
            for (i, op) in data.ops.iter().enumerate() {
                for &arg in &op.args {
                    n_uses[arg] += 1;
                    facts.only_user[arg] = Some((block, i)).filter(|_| n_uses[arg] == 1);
                }
            }
            data.terminator.for_each_use(|arg| {
                n_uses[arg] += 1;
                facts.only_user[arg] = None;
            });
        }
        facts
    }
}

/// Is it a function of the low-level dialect?
pub fn is_low_level(program: &Program, func: FuncId) -> bool {
    program.modules[program.functions[func].module].is_low_level
}

fn has_sites(s: &Annotation) -> bool {
    s.members().iter().any(|m| m.sites().is_some() || m.inner().iter().any(has_sites))
}

/// A number that looks random (splitmix64).
fn scatter(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// What a low-level function gives for these arguments; `None` where it has no
/// meaning for them.
fn low_level_result(
    flow: &mut impl Functions,
    func: FuncId,
    params: &[Annotation],
    options: &Options,
) -> Option<Annotation> {
    let found = crate::annotate(flow, &[(func, params.to_vec())], options).ok()?;
    Some(found.specs[found.entries[0]].result.clone())
}
