//! Inference: what every variable of the program can hold, found by abstract
//! interpretation of the flow graphs from the entry points to a fixpoint.
//!
//! Starts at [`annotate`]. Deliberately knows nothing of syntax, of machine
//! types beyond the library's low-level dialect, and of backends.
//!
//! ```text
//! annotation, interval   the lattice, and arithmetic on intervals of ints
//! widen                  what makes the fixpoint end
//! call                   which argument goes to which parameter
//! ops/                   what each operation means for each type
//! refine                 what a branch teaches
//! fixpoint, transfer     the worklist; what one operation, one block does to it
//! calls, builtin_calls   what is called, and with what
//! heap, containers       what containers hold, and what operations do to them
//! classes, objects       what a name finds in a class; objects and their attributes
//! method, demand         calls of methods, also those that no operation names
//! creation               objects that are told apart by the place that makes them
//! definite               the attributes that every object has
//! generators             what is done with generators
//! specialise             which calls of a function are analysed apart
//! types                  containers of equal contents become one type
//! why                    where an annotation came from
//! errors, notes          mistakes in words; hints that contradict, unions that cost
//! display, print         annotations and signatures in Python's words; annotated graphs
//! print                  annotated graphs, for `naja emit`
//! ```

pub mod abstracts;
pub mod annotation;
pub mod builtin_calls;
pub mod call;
pub mod calls;
pub mod classes;
pub mod containers;
mod copies;
pub mod creation;
pub mod definite;
mod demand;
pub mod display;
pub mod errors;
mod fixpoint;
mod generators;
pub mod heap;
mod interval;
mod literals;
pub mod method;
mod notes;
mod objects;
pub mod ops;
pub mod print;
mod refine;
pub mod specialise;
pub mod transfer;
mod types;
mod why;
mod widen;
pub mod wrapping;

use annotation::{Annotation, Interval, Member, Site, Sites};
use fixpoint::Solved;
use heap::Contents;
use naja_flowspace::FlowSpace;
use naja_ir::Name;
use naja_ir::diagnostic::{Diagnostic, Severity};
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap, entity_impl};
use naja_ir::flow::{Constant, FuncId, GlobalId, Program, UserClass};
use naja_ir::graph::{Block, Value};
use naja_ir::lltype::{BYTES, LlType, STR, Struct, StructId};
use naja_ir::source::Span;
use specialise::{ContextId, Contexts, MOST_ROUNDS, Plan};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A function, analysed for some annotations of its parameters. A function of the
/// user's program has one, the library's have one for each combination.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpecId(u32);
entity_impl!(SpecId, "spec");

#[derive(Clone, Debug)]
pub struct Spec {
    pub func: FuncId,
    /// Why it is analysed apart.
    pub context: ContextId,
    pub params: Vec<Annotation>,
    /// Nothing where the function never returns.
    pub result: Annotation,
    pub values: SecondaryMap<Value, Annotation>,
    /// The blocks that control can reach. An operation that gives nothing always
    /// raises: what stands behind it in its block is not reached either.
    pub reached: EntitySet<Block>,
    /// Calls of functions, by block, index of the operation, and function.
    pub calls: HashMap<(Block, usize, FuncId), Call>,
}

/// What one operation calls.
#[derive(Clone, Debug)]
pub struct Call {
    pub spec: SpecId,
    /// One for each parameter.
    pub args: Vec<Annotation>,
}

/// What is known of the whole program.
#[derive(Clone, Debug)]
pub struct Annotations {
    pub specs: PrimaryMap<SpecId, Spec>,
    /// The analyses that the program comes to; the others were left for better ones.
    pub live: EntitySet<SpecId>,
    /// As the entries that were asked for.
    pub entries: Vec<SpecId>,
    pub globals: SecondaryMap<GlobalId, Annotation>,
    /// What the `args` of an exception can be: a union of tuples, `()` and `(str,)`
    /// always among them.
    pub exception_args: Annotation,
    /// What each type of containers holds.
    pub containers: PrimaryMap<Site, Contents>,
    /// What the attributes hold of the objects of each type.
    pub objects: BTreeMap<Site, BTreeMap<Name, Annotation>>,
    /// The analysis of the functions that Python itself calls (`__add__`, `__len__`), and that
    /// for objects of one type, where there is one of its own: see [`Annotations::implicit`].
    implicit: BTreeMap<(FuncId, Option<Site>), SpecId>,
    /// The classes whose objects are keys by what they are.
    pub identified: BTreeSet<UserClass>,
    /// Hints that contradict, unions that cost, `reveal_type`.
    pub notes: Vec<Diagnostic>,
}

impl Annotations {
    /// The analysis of a function that Python itself calls, for receivers of this type.
    pub fn implicit(&self, func: FuncId, receiver: Option<Site>) -> Option<SpecId> {
        let own = receiver.and_then(|site| self.implicit.get(&(func, Some(site))));
        own.or_else(|| self.implicit.get(&(func, None))).copied()
    }

    /// The sites of a receiver, those together that one analysis of a function is for that
    /// Python itself calls.
    pub fn by_implicit(&self, func: FuncId, receivers: &Sites) -> Vec<Vec<Site>> {
        let mut parts: Vec<(Option<SpecId>, Vec<Site>)> = Vec::new();
        for site in receivers.iter() {
            let spec = self.implicit(func, Some(site));
            match parts.iter_mut().find(|(other, _)| *other == spec) {
                Some((_, sites)) => sites.push(site),
                None => parts.push((spec, vec![site])),
            }
        }
        parts.into_iter().map(|(_, sites)| sites).collect()
    }
}

/// What the analysis may ask about the structs of the low-level dialect.
pub trait Structs {
    fn by_name(&self, name: &str) -> Option<StructId>;
    fn get(&self, id: StructId) -> Option<&Struct>;

    /// The parameters and results of a function that a helper of the library takes.
    fn function(&self, number: u32) -> Option<(Vec<LlType>, Vec<LlType>)>;
}

impl Structs for PrimaryMap<StructId, Struct> {
    fn by_name(&self, name: &str) -> Option<StructId> {
        self.iter().find(|(_, s)| &*s.name == name).map(|(id, _)| id)
    }

    fn get(&self, id: StructId) -> Option<&Struct> {
        PrimaryMap::get(self, id)
    }

    fn function(&self, _number: u32) -> Option<(Vec<LlType>, Vec<LlType>)> {
        None
    }
}

/// For programs that do not reach the library.
struct NoStructs;

impl Structs for NoStructs {
    fn by_name(&self, _name: &str) -> Option<StructId> {
        None
    }

    fn get(&self, _id: StructId) -> Option<&Struct> {
        None
    }

    fn function(&self, _number: u32) -> Option<(Vec<LlType>, Vec<LlType>)> {
        None
    }
}

#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The structs that the low-level dialect can name.
    pub structs: &'a dyn Structs,
    /// Warnings and notes on cost are errors.
    pub strict: bool,
    /// Works in an order that depends on this number; the answer must not.
    pub shuffle: Option<u64>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { structs: &NoStructs, strict: false, shuffle: None }
    }
}

/// Where the analysis finds the functions.
pub trait Functions {
    fn program(&self) -> &Program;

    /// Makes sure that the graph of a function of the library is there.
    fn ensure_graph(&mut self, func: FuncId);

    /// The source text of a span.
    fn text(&self, span: Span) -> &str;

    /// A function of `rlib/python/<module>.py`, where the methods of the builtin
    /// types and the builtin functions are that Python itself can say.
    fn python(&mut self, module: &str, name: &str) -> Option<FuncId>;

    /// Gives a class a variable of its own for an attribute that it is given outside of its
    /// body.
    fn give(&mut self, class: UserClass, name: Name);
}

impl Functions for FlowSpace {
    fn program(&self) -> &Program {
        &self.program
    }

    fn ensure_graph(&mut self, func: FuncId) {
        FlowSpace::ensure_graph(self, func);
    }

    fn text(&self, span: Span) -> &str {
        self.sources.text(span)
    }

    fn python(&mut self, module: &str, name: &str) -> Option<FuncId> {
        self.python_function(module, name)
    }

    fn give(&mut self, class: UserClass, name: Name) {
        self.program.give(class, name);
    }
}

/// Annotates what can be reached from the entries, each with annotations for its
/// parameters. The error holds every mistake that was found, in source order.
pub fn annotate(
    flow: &mut impl Functions,
    entries: &[(FuncId, Vec<Annotation>)],
    options: &Options,
) -> Result<Annotations, Vec<Diagnostic>> {
    let contexts = Contexts::default();
    let mut plan = Plan::default();
    let mut round = 0;
    let mut mistakes: Option<Vec<Diagnostic>> = None;
    loop {
        round += 1;
        let mut engine = fixpoint::Engine::new(options, &contexts, &plan);
        let known = contexts.n_without_length();
        let specs = entries.iter().map(|(func, params)| engine.entry(flow.program(), *func, params)).collect();
        engine.run(flow);
        let next = engine.next_plan(flow.program());
        let given = contexts.take_given();
        if !given.is_empty() {
            given.into_iter().for_each(|(class, name)| flow.give(class, name));
            continue;
        }
        if contexts.n_without_length() > known && round < 2 * MOST_ROUNDS {
            continue;
        }
        if next == plan || round >= MOST_ROUNDS {
            match conclude(engine, flow, specs, options) {
                Ok(found) => return Ok(found),
                Err(Solved { diagnostics, split, split_classes }) => {
                    let told = mistakes.get_or_insert(diagnostics);
                    if split.is_empty() && split_classes.is_empty() {
                        return Err(std::mem::take(told));
                    }
                    // Merged they may have a meaning.
                    plan = next.merging(split, split_classes);
                    round = 0;
                    continue;
                }
            }
        }
        plan = next;
    }
}

/// Tells the mistakes, or what was found.
fn conclude(
    mut engine: fixpoint::Engine,
    flow: &mut impl Functions,
    entries: Vec<SpecId>,
    options: &Options,
) -> Result<Annotations, Solved> {
    let Solved { mut diagnostics, split, split_classes } = engine.solve(flow);
    diagnostics.extend(notes::notes(&engine, flow));
    diagnostics.sort_by_key(|d| d.span);
    if options.strict {
        for d in diagnostics.iter_mut().filter(|d| d.code != errors::REVEALED) {
            d.severity = Severity::Error;
        }
    }
    let (errors, notes): (Vec<_>, Vec<_>) = diagnostics.into_iter().partition(|d| d.severity == Severity::Error);
    if errors.is_empty() {
        Ok(engine.finish(entries, notes))
    } else {
        Err(Solved { diagnostics: errors, split, split_classes })
    }
}

/// What a constant is; `None` for an int beyond 64 bits. In the library literals
/// are machine values.
pub fn constant(c: &Constant, library: bool) -> Option<Annotation> {
    let member = match c {
        Constant::Unbound => Member::Unbound,
        Constant::None => Member::None,
        Constant::Ellipsis => Member::Ellipsis,
        Constant::NotImplemented => Member::NotImplemented,
        Constant::Bool(b) => Member::Bool(Some(*b)),
        Constant::Int(n) => {
            match (library, i64::try_from(n)) {
                (true, Ok(_)) => Member::Low(LlType::I64),
                // 64 bits, whatever their sign.
                (true, Err(_)) => u64::try_from(n).ok().map(|_| Member::Low(LlType::I64))?,
                (false, Ok(n)) => Member::Int(Interval::constant(n)),
                (false, Err(_)) => Member::BigInt,
            }
        }
        Constant::Float(_) if library => Member::Low(LlType::F64),
        Constant::Float(_) => Member::Float,
        Constant::Str(_) if library => Member::Low(LlType::Ptr(STR)),
        Constant::Str(_) => Member::Str,
        Constant::Bytes(_) if library => Member::Low(LlType::Ptr(BYTES)),
        Constant::Bytes(_) => Member::Bytes,
        Constant::Function(f) => Member::Function(*f),
        Constant::Builtin(name) => Member::Builtin(name.clone()),
        Constant::Exception(class) => Member::ExceptionClass(*class),
        Constant::Class(class) => Member::Class(*class),
        Constant::Module(m) => Member::Module(*m),
        Constant::Library(module, name) => {
            return Some(
                ops::library::value(module, name)
                    .unwrap_or_else(|| Annotation::of(Member::Library(module.clone(), name.clone()))),
            );
        }
        Constant::Typing(name) if &**name == "TYPE_CHECKING" => Member::Bool(Some(false)),
        Constant::Typing(name) => Member::Typing(name.clone()),
    };
    Some(Annotation::of(member))
}
