//! Which calls of a function are analysed apart.
//!
//! In the first round each function of the program has one analysis, in which all
//! its callers meet. Where callers came with arguments of unlike shapes, the next
//! round has an analysis for each shape (the *plan*), and so on until the plan no
//! longer changes. Every round is sound by itself; later ones are only more
//! precise. (The idea is iterative flow analysis: Plevyak and Chien, "Precise
//! Concrete Type Inference for Object-Oriented Languages", OOPSLA 1994.)
//!
//! What has a meaning for some callers alone is no mistake: it raises TypeError when
//! the others come there. A function with an operation that has no meaning for one
//! of its shapes is therefore not split.
//!
//! Termination: a function with more than [`MOST_SHAPES`] shapes is never split
//! again, and there are at most [`MOST_ROUNDS`] rounds.
//!
//! A function of the low-level dialect is analysed for each combination of
//! arguments, a function of `rlib/python` for each place that calls it. So is one of
//! `rlib/std`, but places that call it with the same plain values share one analysis.

use crate::annotation::{Annotation, Member};
use crate::creation::{CreationTable, Creations};
use crate::display::display_to_depth;
use crate::fixpoint::{At, Engine};
use crate::{Spec, SpecId};
use naja_ir::Name;
use naja_ir::flow::{FuncId, Program, UserClass};
use naja_ir::graph::Block;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// The most analyses of one function of the program.
pub const MOST_SHAPES: usize = 16;
pub const MOST_ROUNDS: usize = 8;
/// How deep into containers two shapes are told apart.
const DEPTH: usize = 4;

/// The number of a context, the same in all rounds.
pub type ContextId = u32;

/// Why an analysis is one of its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Context {
    LowLevel(FuncId, Vec<Annotation>),
    /// The place that calls a function of `rlib/python`; for `rlib/std` also the number of
    /// the values that it was the first to call it with.
    Python(FuncId, ContextId, Block, usize, u32),
    /// A function of the program, for arguments of this shape (the empty one where it was
    /// not split), among them objects from these places.
    User(FuncId, Rc<str>, Creations),
}

impl Context {
    pub fn of_entry(func: FuncId, params: &[Annotation], is_low_level: bool) -> Context {
        if is_low_level { Context::LowLevel(func, params.to_vec()) } else { Context::of_function(func) }
    }

    /// That of a function that all its callers share.
    pub fn of_function(func: FuncId) -> Context {
        Context::User(func, "".into(), Creations::default())
    }
}

/// A low-level function and its arguments.
type LowCall = (FuncId, Vec<Annotation>);
/// A call of a function of the program: where, and the shape of its arguments.
type ShapedCall = (SpecId, Block, usize, Rc<str>);

/// What is known over all rounds.
#[derive(Default)]
pub struct Contexts {
    numbers: RefCell<HashMap<Context, ContextId>>,
    pub creations: RefCell<CreationTable>,
    /// What low-level functions give that Python calls; `None` where they have no
    /// meaning for the arguments.
    results: RefCell<HashMap<LowCall, Option<Annotation>>>,
    /// Operations whose tuples would grow without end, and have no fixed length.
    without_length: RefCell<BTreeSet<(FuncId, Block, usize)>>,
    /// Attributes that classes are given outside of their bodies, and have no variable for.
    given: RefCell<BTreeSet<(UserClass, Name)>>,
}

impl Contexts {
    pub fn number(&self, context: &Context) -> ContextId {
        let mut known = self.numbers.borrow_mut();
        let next = known.len() as ContextId;
        *known.entry(context.clone()).or_insert(next)
    }

    pub fn has_no_length(&self, op: (FuncId, Block, usize)) -> bool {
        self.without_length.borrow().contains(&op)
    }

    pub fn forget_length(&self, op: (FuncId, Block, usize)) {
        self.without_length.borrow_mut().insert(op);
    }

    pub fn give(&self, class: UserClass, name: Name) {
        self.given.borrow_mut().insert((class, name));
    }

    /// Takes what classes were given: another round is due when there is something.
    pub fn take_given(&self) -> BTreeSet<(UserClass, Name)> {
        std::mem::take(&mut self.given.borrow_mut())
    }

    /// How many operations are known so: another round is due when there are more.
    pub fn n_without_length(&self) -> usize {
        self.without_length.borrow().len()
    }

    pub fn result(&self, func: FuncId, params: &[Annotation]) -> Option<Option<Annotation>> {
        self.results.borrow().get(&(func, params.to_vec())).cloned()
    }

    pub fn know_result(&self, func: FuncId, params: Vec<Annotation>, result: Option<Annotation>) {
        self.results.borrow_mut().insert((func, params), result);
    }
}

/// The shape of each call of a function that is split: by the caller's context, and
/// for callers that are new by the caller's function.
#[derive(Clone, Default, PartialEq)]
pub struct Plan {
    exact: BTreeMap<(ContextId, Block, usize, FuncId), Rc<str>>,
    any: BTreeMap<(FuncId, Block, usize, FuncId), Rc<str>>,
    /// Functions that are not split: those with too many shapes, in this round or an
    /// earlier one, and those where an operation has no meaning for some shape.
    crowded: BTreeSet<FuncId>,
    /// Classes whose objects are told apart by the place that makes them.
    pub apart: BTreeSet<UserClass>,
    /// Those whose objects never are: they are made at too many places, or an operation has
    /// no meaning for the objects of some place.
    together: BTreeSet<UserClass>,
}

impl Plan {
    /// The same without splitting these.
    pub fn merging(mut self, funcs: BTreeSet<FuncId>, classes: BTreeSet<UserClass>) -> Plan {
        self.apart.retain(|class| !classes.contains(class));
        self.together.extend(classes);
        let apart = |&(.., callee): &(_, _, _, FuncId)| !funcs.contains(&callee);
        self.exact.retain(|call, _| apart(call));
        let apart = |&(.., callee): &(_, _, _, FuncId)| !funcs.contains(&callee);
        self.any.retain(|call, _| apart(call));
        self.crowded.extend(funcs);
        self
    }

    fn shape(&self, context: ContextId, caller: FuncId, at: At, callee: FuncId) -> Rc<str> {
        let exact = self.exact.get(&(context, at.block, at.op, callee));
        exact.or_else(|| self.any.get(&(caller, at.block, at.op, callee))).cloned().unwrap_or_else(|| "".into())
    }
}

impl Engine<'_> {
    /// The context of a call.
    pub fn context(&mut self, program: &Program, at: At, callee: FuncId, params: &[Annotation]) -> Context {
        let module = &program.modules[program.functions[callee].module];
        let caller = &self.specs[at.spec];
        if module.is_low_level {
            Context::LowLevel(callee, params.to_vec())
        } else if module.is_library {
            let context = caller.context;
            match self.enclosing(at.spec, callee) {
                Some(spec) => self.context_of(spec),
                None => {
                    let own = |number| Context::Python(callee, context, at.block, at.op, number);
                    // An operation that calls it with several values calls one analysis.
                    let known = caller.calls.get(&(at.block, at.op, callee));
                    let is_one = known.is_none_or(|call| call.args == *params && self.context_of(call.spec) != own(0));
                    if module.is_builtin || !params.iter().all(is_plain) || !is_one {
                        return own(0);
                    }
                    if let Some(known) = self.shared.get(&(callee, params.to_vec())) {
                        return known.clone();
                    }
                    let taken = |number: &u32| self.shared.values().any(|known| *known == own(*number));
                    let context = own((1..).find(|number| !taken(number)).expect("there are always more"));
                    self.shared.insert((callee, params.to_vec()), context.clone());
                    context
                }
            }
        } else {
            let shape = self.plan.shape(caller.context, caller.func, at, callee);
            let creations = self.creations_for(program, at, callee, params);
            Context::User(callee, shape, creations)
        }
    }

    /// An analysis of the function that this one is called by: it calls itself.
    fn enclosing(&self, spec: SpecId, callee: FuncId) -> Option<SpecId> {
        let mut at = Some(spec);
        while let Some(spec) = at {
            if self.specs[spec].func == callee {
                return Some(spec);
            }
            at = match self.context_of(spec) {
                Context::Python(_, caller, ..) => self.spec_of(caller),
                _ => None,
            };
        }
        None
    }

    /// The function of the program that an analysis belongs to, where it is analysed for
    /// some of its callers alone.
    pub fn split(&self, spec: SpecId) -> Option<FuncId> {
        match self.context_of(spec) {
            Context::Python(_, caller, ..) => self.split(self.spec_of(caller)?),
            Context::User(func, shape, _) if !shape.is_empty() => Some(func),
            _ => None,
        }
    }

    /// Was a function analysed for the objects of some places alone? Then those of their
    /// classes that another round can take together.
    pub fn split_classes(&self, spec: SpecId) -> Vec<UserClass> {
        let creations = self.creations_within(spec);
        let table = self.contexts.creations.borrow();
        let classes = creations.iter().map(|&creation| table.class(creation));
        classes.filter(|class| self.plan.apart.contains(class)).collect()
    }

    /// What the next round is to tell apart.
    pub fn next_plan(&self, program: &Program) -> Plan {
        let mut calls: BTreeMap<FuncId, Vec<ShapedCall>> = BTreeMap::new();
        let live = self.live();
        for spec in self.specs.keys().filter(|&spec| live.contains(spec)) {
            let mut targets: Vec<_> = self.specs[spec].calls.iter().map(|(&k, call)| (k, call.args.clone())).collect();
            targets.sort_by_key(|(k, _)| *k);
            for ((block, op, callee), args) in targets {
                if program.modules[program.functions[callee].module].is_library {
                    continue;
                }
                let shape: Vec<String> =
                    args.iter().map(|s| display_to_depth(&s.coarse(), &self.heap, DEPTH)).collect();
                calls.entry(callee).or_default().push((spec, block, op, shape.join(", ").into()));
            }
        }
        let mut plan = Plan {
            crowded: self.plan.crowded.clone(),
            apart: self.plan.apart.clone(),
            together: self.plan.together.clone(),
            ..Plan::default()
        };
        plan.together.extend(self.crowded_classes());
        plan.apart.extend(self.mixed_classes(program));
        plan.apart.retain(|class| !plan.together.contains(class));
        for (callee, calls) in calls {
            let shapes: BTreeSet<&Rc<str>> = calls.iter().map(|(.., shape)| shape).collect();
            if shapes.len() > MOST_SHAPES {
                plan.crowded.insert(callee);
            }
            if shapes.len() < 2 || plan.crowded.contains(&callee) {
                continue;
            }
            for (caller, block, op, shape) in calls {
                let Spec { context, func, .. } = &self.specs[caller];
                plan.exact.insert((*context, block, op, callee), shape.clone());
                // The least, so that the order in which callers were found does not matter.
                let any = plan.any.entry((*func, block, op, callee)).or_insert_with(|| shape.clone());
                *any = shape.min(any.clone());
            }
        }
        plan
    }
}

/// Is all of a value in its annotation: nothing that an analysis of its own would keep apart?
fn is_plain(s: &Annotation) -> bool {
    use Member::*;
    s.members().iter().all(|m| matches!(m, None | Bool(_) | Int(_) | BigInt | Float | Str | Bytes))
}
