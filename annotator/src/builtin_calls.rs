//! Calls of builtin functions: by their rows, by Python of the library, and those that
//! give iterators, which are states of loops where they are used at once.

use crate::annotation::{Annotation, Container, Member};
use crate::call::{self, BindError};
use crate::calls::{Argument, Site};
use crate::classes;
use crate::containers;
use crate::errors::Mistake;
use crate::fixpoint::{At, Definition, Engine, GraphFacts};
use crate::heap::Contents;
use crate::ops::callable::{Builtin, answer, builtin};
use crate::ops::{self, Lack, library, text};
use crate::specialise::Context;
use naja_ir::Name;
use naja_ir::flow::{Constant, Conversion, Flow, FlowGraph, FlowOp, Function, Program};
use naja_ir::graph::{Block, BlockData, Op, Terminator, Value};

impl Engine<'_> {
    /// Is it what a test left of a union?
    pub fn is_narrowed(&self, program: &Program, facts: &GraphFacts, at: At, value: Value) -> bool {
        let spec = &self.specs[at.spec];
        let graph = &program.functions[spec.func].graph;
        match facts.definitions[value] {
            Definition::Op(block, i) => {
                let op = &graph.blocks[block].ops[i];
                matches!(op.kind, FlowOp::Refine(_)) && {
                    let whole = op.args[0];
                    spec.values[whole].members().len() > spec.values[value].members().len()
                        || self.is_narrowed(program, facts, at, whole)
                }
            }
            // The argument of another function of the library.
            Definition::Param(block, k) if block == graph.entry => {
                let Context::Python(_, caller, block, i, _) = self.context_of(at.spec) else { return false };
                let Some(caller) = self.spec_of(caller) else { return false };
                let func = self.specs[caller].func;
                let function = &program.functions[func];
                let op = &function.graph.blocks[block].ops[i];
                match (&op.kind, op.args.get(k + 1)) {
                    (FlowOp::Call { .. }, Some(&arg)) if program.modules[function.module].is_library => {
                        let at = At { spec: caller, block, op: i };
                        self.is_narrowed(program, &self.facts(func), at, arg)
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// Does an operation of the library have what a test left of a union?
    pub fn is_left_over(&self, program: &Program, facts: &GraphFacts, at: At, op: &Op<Flow>) -> bool {
        program.modules[program.functions[self.specs[at.spec].func].module].is_library
            && op.args.iter().any(|&v| self.is_narrowed(program, facts, at, v))
    }

    /// A builtin function or type: by its row, or else by its function in
    /// `rlib/python/builtins.py`.
    pub fn call_builtin(
        &mut self,
        call: &Site,
        name: &Name,
        args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { program, facts, at, keywords, .. } = call;
        if &**name == "print" && keywords.iter().any(|keyword| &**keyword == "flush") {
            self.may_raise_with_number();
        }
        let mut args = args;
        for (_, arg) in args.iter_mut().enumerate().filter(|(i, _)| takes_index(name, *i)) {
            let s = self.as_index(program, at, &arg.s);
            if s != arg.s {
                *arg = Argument { s, value: None };
            }
            if arg.s.is_never() {
                return Ok(Annotation::NEVER);
            }
        }
        let given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
        if let Some(found) = self.class_builtin(call, name, &args) {
            return found;
        }
        if let Some(found) = self.object_builtin(program, at, name, &given) {
            return found.map_err(|lack| Mistake::arguments(name.clone(), lack));
        }
        if let ("hash", [x]) = (&**name, given.as_slice()) {
            self.demand_hash(program, at, x);
        }
        // Turned round as a list.
        let has_no_state = |m: &Member| matches!(m, Member::Container(Container::Dict, _) | Member::DictView(..));
        let turned = &**name == "reversed" && given.iter().any(|s| s.members().iter().any(has_no_state));
        let is_until = &**name == "iter" && given.len() == 2;
        let is_strict = &**name == "zip" && !keywords.is_empty();
        if matches!(&**name, "iter" | "zip" | "enumerate" | "reversed") && !turned && !is_strict {
            let is_own = matches!(&given[..], [x] if &**name == "iter" && x.members().iter().all(containers::is_state));
            if is_own || (!is_until && self.consumer(program, facts, at).is_some()) {
                return self.iterator(program, at, name, &given, keywords);
            }
        }
        let is_iterator = |m: &Member| containers::is_state(m) || classes::is_object(m) || library::is_stdin(m);
        if &**name == "next" && given.first().is_some_and(|s| !s.is_never() && !s.members().iter().any(is_iterator)) {
            return Err(Mistake::arguments(name.clone(), Lack::NoMeaning));
        }
        // As a list, all at once, where nobody can tell.
        let consumer = self.consumer(program, facts, at);
        let is_list =
            if turned { consumer.is_some() } else { consumer == Some(Consumer::Whole) && !is_until && !is_strict };
        if let Some(function) = iterator_function(name, args.len(), keywords)
            && !is_list
        {
            return match self.python(at, "iterators", &function.into()) {
                Some(func) => self.call_function(call, func, args, spoilt),
                None => {
                    assert!(self.waits(), "the library has no {function}");
                    Ok(Annotation::NEVER)
                }
            };
        }
        if &**name == "print" && keywords.iter().zip(args.iter().rev().take(keywords.len()).rev()).any(is_own_file) {
            return match self.python(at, "builtins", &PRINT_TO.into()) {
                Some(func) => self.call_function(call, func, args, spoilt),
                None => Ok(Annotation::NEVER),
            };
        }
        if matches!(&**name, "print" | "str" | "repr" | "ascii") {
            given.iter().try_for_each(|s| self.check_text_of_argument(program, at, s)).map_err(Mistake::text)?;
        }
        let positional = args.len() - keywords.len();
        let row = call_builtin(builtin(name), name, positional, keywords, &given);
        match row {
            Ok(s) => {
                if &**name == "pow" {
                    self.float_power_may_overflow(&s);
                }
                Ok(s)
            }
            Err(mistake) => match self.python(at, "builtins", &variant(name, args.len(), keywords)) {
                Some(func) => self.call_function(call, func, args, spoilt),
                None if self.waits() => Ok(Annotation::NEVER),
                None => Err(mistake),
            },
        }
    }

    /// The same with stars: a function of `rlib/python` that takes them, or the row for as
    /// many items as it has parameters.
    pub fn call_builtin_with_stars(
        &mut self,
        call: &Site,
        name: &Name,
        mut args: Vec<Argument>,
        spoilt: &mut bool,
    ) -> Result<Annotation, Mistake> {
        let &Site { at, keywords, stars, .. } = call;
        for name in [&star_variant(name), name] {
            if let Some(func) = self.python(at, "builtins", name) {
                return self.call_function(call, func, args, spoilt);
            }
        }
        let row = builtin(name).filter(|row| !row.params.variadic && stars.others.is_none() && keywords.is_empty());
        let (Some(row), false) = (row, self.waits()) else {
            let not_yet = || Mistake::NotYet(format!("`*` and `**` in a call of `{name}`").into());
            return if self.waits() { Ok(Annotation::NEVER) } else { Err(not_yet()) };
        };
        let rest = args.pop().map(|rest| self.items_of(at, &rest.s)).unwrap_or_default();
        let mut given: Vec<Annotation> = args.iter().map(|a| a.s.clone()).collect();
        let first = call_builtin(Some(row), name, given.len(), &[], &given);
        if rest.is_never() {
            // Nothing is ever in it.
            return first;
        }
        let mut result = first;
        while given.len() < row.params.positional.len() {
            given.push(rest.clone());
            result = match (result, call_builtin(Some(row), name, given.len(), &[], &given)) {
                (Ok(a), Ok(b)) => Ok(a.join(&b)),
                (_, Err(Mistake::NotYet(what))) => return Err(Mistake::NotYet(what)),
                (Err(_), found) => found,
                // Raises for so many.
                (found, Err(_)) => found,
            };
        }
        result
    }

    /// The items of a tuple of unknown length.
    pub fn items_of(&mut self, at: At, tuple: &Annotation) -> Annotation {
        let sites = tuple.single().and_then(Member::sites).cloned();
        sites.map(|sites| self.contents(at, &sites).items).unwrap_or_default()
    }

    /// What a dict holds.
    pub fn held_by(&mut self, at: At, dict: &Annotation) -> Contents {
        let sites = dict.single().and_then(Member::sites).cloned();
        let Some(sites) = sites else { return Contents::default() };
        self.heap.ask_names(&sites);
        self.contents(at, &sites)
    }

    /// The state that stands for `zip(...)` and its like.
    pub fn iterator(
        &mut self,
        program: &Program,
        at: At,
        name: &Name,
        args: &[Annotation],
        keywords: &[Name],
    ) -> Result<Annotation, Mistake> {
        let wrong = |lack| Mistake::arguments(name.clone(), lack);
        let not_yet = || Mistake::NotYet(format!("`{name}` with these arguments").into());
        match (&**name, args, keywords) {
            ("iter", [x], []) => self.iter(program, at, x).map_err(wrong),
            ("zip", args, []) => {
                let states: Result<Vec<Annotation>, Lack> = args.iter().map(|s| self.iter(program, at, s)).collect();
                Ok(Annotation::of(Member::ZipIter(states.map_err(wrong)?)))
            }
            ("enumerate", [x], []) | ("enumerate", [x, _], []) => {
                if let Some(start) = args.get(1) {
                    ops::callable::integer(start).map_err(wrong)?;
                }
                Ok(Annotation::of(Member::EnumerateIter(Box::new(self.iter(program, at, x).map_err(wrong)?))))
            }
            ("enumerate", [x, start], [keyword]) if &**keyword == "start" => {
                ops::callable::integer(start).map_err(wrong)?;
                Ok(Annotation::of(Member::EnumerateIter(Box::new(self.iter(program, at, x).map_err(wrong)?))))
            }
            ("reversed", [x], []) => ops::union::each(x, |m| match m {
                Member::Container(kind @ (Container::List | Container::Tuple), s) => {
                    Ok(Annotation::of(Member::ReversedIter(*kind, s.clone())))
                }
                Member::Range(_) => Ok(Annotation::of(Member::RangeIter(crate::annotation::RangeFacts::ANY))),
                Member::Tuple(items) => Ok(Annotation::of(Member::TupleIter(items.iter().rev().cloned().collect()))),
                Member::Str => Ok(Annotation::of(Member::StrIter)),
                Member::Bytes => Ok(Annotation::of(Member::BytesIter)),
                Member::ByteArray => ops::not_yet("`reversed` of this"),
                _ => Err(Lack::NoMeaning),
            })
            .map_err(wrong),
            _ => Err(not_yet()),
        }
    }

    /// What uses the iterator that this call gives, at once and alone.
    fn consumer(&self, program: &Program, facts: &GraphFacts, at: At) -> Option<Consumer> {
        let function = &program.functions[self.specs[at.spec].func];
        if program.modules[function.module].is_builtin {
            return Some(Consumer::Whole);
        }
        let mut result = function.graph.blocks[at.block].ops[at.op].results[0];
        let (block, i, user) = loop {
            let (block, i) = facts.only_user.get(result).copied().flatten()?;
            let user = &function.graph.blocks[block].ops[i];
            if user.kind != FlowOp::Items {
                break (block, i, user);
            }
            result = user.results[0];
        };
        let consumer = self.consumer_in(function, facts, at, (block, user), result)?;
        // As a whole, it would show what is done in between.
        (consumer == Consumer::Loop || comes_at_once(&function.graph, (at.block, at.op), (block, i)))
            .then_some(consumer)
    }

    /// What an operation makes of the iterator.
    fn consumer_in(
        &self,
        function: &Function,
        facts: &GraphFacts,
        at: At,
        (block, user): (Block, &Op<Flow>),
        result: Value,
    ) -> Option<Consumer> {
        match &user.kind {
            _ if facts.may_repeat(&function.graph, block, at.block) => None,
            FlowOp::Iter => Some(Consumer::Loop),
            FlowOp::ListExtend | FlowOp::SetUpdate | FlowOp::StarArgs => Some(Consumer::Whole),
            FlowOp::Unpack { .. } | FlowOp::UnpackStar { .. } => Some(Consumer::Loop),
            FlowOp::Call { .. } if user.args[0] != result => {
                // What is found here must not change when more is known.
                let callee = match facts.definitions[user.args[0]] {
                    Definition::Op(block, i) => match &function.graph.blocks[block].ops[i].kind {
                        FlowOp::Const(Constant::Builtin(name)) => Annotation::of(Member::Builtin(name.clone())),
                        _ if facts.is_before((block, i), (at.block, at.op)) => {
                            self.specs[at.spec].values[user.args[0]].clone()
                        }
                        _ => return None,
                    },
                    _ => return None,
                };
                let consumers: Option<Vec<Consumer>> = callee.members().iter().map(consumes).collect();
                let consumers = consumers.filter(|all| !all.is_empty())?;
                let all_whole = consumers.iter().all(|c| *c == Consumer::Whole);
                Some(if all_whole { Consumer::Whole } else { Consumer::Loop })
            }
            _ => None,
        }
    }

    /// `print` and its like take unions and streams, too, which have rules of their own.
    pub fn check_text_of_argument(&mut self, program: &Program, at: At, s: &Annotation) -> Result<(), Lack> {
        let inside = s.members().iter().any(|m| m.sites().is_some() || !m.inner().is_empty());
        if inside { self.check_text(program, at, s) } else { Ok(()) }
    }

    /// A power that is a float can raise `OverflowError(34, text)`.
    pub fn float_power_may_overflow(&mut self, result: &Annotation) {
        if result.members().contains(&Member::Float) {
            self.may_raise_with_number();
        }
    }

    /// `OSError(28, text)` and the like: the exceptions of the low-level library whose `args`
    /// are not a text.
    pub fn may_raise_with_number(&mut self) {
        self.grow_exception_args(&Annotation::of(Member::Tuple(vec![Annotation::int(), Annotation::str()])));
    }

    /// `sys.exit(x)`, `exit(x)`: an exception of these `args`.
    pub fn call_exit(
        &mut self,
        name: &Name,
        keywords: &[Name],
        args: &[Annotation],
        exception_args: Annotation,
    ) -> Result<Annotation, Mistake> {
        let error = match keywords {
            [keyword, ..] => Some(BindError::UnknownKeyword(keyword.clone())),
            [] => (args.len() > 1).then_some(BindError::TooMany { most: 1, given: args.len() }),
        };
        if let Some(error) = error {
            return Err(Mistake::Bind { name: name.clone(), func: None, error });
        }
        for code in args {
            text(code, Conversion::Str).map_err(Mistake::text)?;
        }
        self.grow_exception_args(&exception_args);
        Ok(Annotation::NEVER)
    }
}

/// The function of `rlib/python/builtins.py` for `print` to an object's `write`.
pub const PRINT_TO: &str = "print_to";

/// Does a builtin take an int as this argument, for which an object with `__index__` can stand?
pub fn takes_index(name: &str, i: usize) -> bool {
    matches!((name, i), ("range" | "chr" | "hex" | "oct" | "bin", _) | ("round" | "enumerate", 1))
}

/// Is the keyword of `print` a file that is not known to be one of the standard streams?
fn is_own_file((keyword, arg): (&Name, &Argument)) -> bool {
    &**keyword == "file" && (arg.s.members().len() > 1 || arg.s.members().iter().any(classes::is_object))
}

/// How an iterator is used that nothing else can see.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Consumer {
    /// Item by item.
    Loop,
    /// By a display, or a function of the library that takes all its items before it
    /// does anything else.
    Whole,
}

/// Does a call of this consume the iterators among its arguments, and how?
fn consumes(callee: &Member) -> Option<Consumer> {
    const WHOLE: &[&str] = &[
        "bytearray",
        "bytes",
        "dict",
        "frozenset",
        "list",
        "max",
        "min",
        "set",
        "sorted",
        "sum",
        "tuple",
        // Methods.
        "difference",
        "difference_update",
        "fromkeys",
        "intersection",
        "intersection_update",
        "issubset",
        "issuperset",
        "join",
        "symmetric_difference",
        "symmetric_difference_update",
        "union",
        "update",
    ];
    const BY_ITEM: &[&str] =
        &["all", "any", "enumerate", "extend", "filter", "isdisjoint", "iter", "map", "next", "zip"];
    let name = match callee {
        Member::Builtin(name) => name,
        // A method of the program's can do with it what it likes.
        Member::Method(of, name) if !classes::is_object(of) => name,
        _ => return None,
    };
    if WHOLE.contains(&&**name) { Some(Consumer::Whole) } else { BY_ITEM.contains(&&**name).then_some(Consumer::Loop) }
}

/// A call of a builtin; `None` for the row of one that is not there.
pub fn call_builtin(
    row: Option<&Builtin>,
    name: &Name,
    positional: usize,
    keywords: &[Name],
    args: &[Annotation],
) -> Result<Annotation, Mistake> {
    let Some(row) = row else { return Err(Mistake::NotYet(format!("`{name}`").into())) };
    let bound = call::bind_builtin(&row.params, positional, keywords).map_err(|error| Mistake::Bind {
        name: name.clone(),
        func: None,
        error,
    })?;
    // The rtyper takes them as they stand.
    let given: Vec<usize> = bound.positional.iter().flatten().copied().collect();
    if given.iter().enumerate().any(|(i, &arg)| i != arg) {
        return Err(Mistake::NotYet(format!("a call of `{name}` with keywords in this order").into()));
    }
    answer(row, &bound, args).map_err(|lack| Mistake::arguments(name.clone(), lack))
}

/// The function of `rlib/python/iterators.py` that gives an iterator as a value.
pub fn iterator_function(name: &str, n_args: usize, keywords: &[Name]) -> Option<&'static str> {
    Some(match (name, n_args) {
        ("iter", 2) => "called",
        ("iter", _) => "iterate",
        ("zip", _) if !keywords.is_empty() => "zipped_strictly",
        ("zip", _) => "zipped",
        ("enumerate", _) => "enumerated",
        ("reversed", _) => "turned",
        ("map", _) => "mapped",
        ("filter", _) => "filtered",
        _ => return None,
    })
}

/// The function of `rlib/python/builtins.py` for a builtin: `min` with a default is
/// one of its own, which need not raise, and so is `list` of nothing.
pub fn variant(name: &Name, n_args: usize, keywords: &[Name]) -> Name {
    if keywords.iter().any(|k| &**k == "default") {
        format!("{name}_default").into()
    } else if n_args == 0 && matches!(&**name, "list" | "tuple" | "set" | "frozenset" | "dict") {
        format!("{name}_of_nothing").into()
    } else {
        name.clone()
    }
}

/// The same for a call with stars.
pub fn star_variant(name: &Name) -> Name {
    format!("{name}_star").into()
}

/// Does the second operation follow the first with nothing in between but constants, under the
/// same handler?
fn comes_at_once(graph: &FlowGraph, first: (Block, usize), second: (Block, usize)) -> bool {
    /// Handlers are around few operations that are nothing.
    const MOST_BLOCKS: usize = 8;
    let handler = |(block, op): (Block, usize)| match &graph.blocks[block] {
        BlockData { ops, terminator: Terminator::Guard { err, .. }, .. } if op + 1 == ops.len() => Some(err.target),
        _ => None,
    };
    if handler(first) != handler(second) {
        return false;
    }
    let (mut block, mut op) = (first.0, first.1 + 1);
    for _ in 0..MOST_BLOCKS {
        let data = &graph.blocks[block];
        for i in op..data.ops.len() {
            if (block, i) == second {
                return true;
            }
            if !matches!(data.ops[i].kind, FlowOp::Const(_) | FlowOp::Items) {
                return false;
            }
        }
        // An operation that a handler is around ends its block.
        block = match &data.terminator {
            Terminator::Guard { ok, .. } | Terminator::Jump(ok) if ok.target != block => ok.target,
            _ => return false,
        };
        op = 0;
    }
    false
}
