//! `match`: the cases are tried one after the other. What a case captures is bound
//! when the whole pattern has matched, before the guard, as in CPython.
//!
//! ```text
//! Value        subject == value           Sequence   isinstance(subject, (list, tuple)), its length, its items
//! Singleton    subject is value           Mapping    isinstance(subject, dict), key in subject, subject[key]
//! Or           one after the other        Class      isinstance(subject, class), attributes
//! ```

use super::Lowering;
use super::condition::Fact;
use crate::ast::*;
use crate::errors::Mistake;
use crate::ssa::Var;
use crate::synthesis;
use naja_ir::Name;
use naja_ir::flow::{Base, CompareOp, Constant, FlowOp, Refinement, UserClass};
use naja_ir::graph::{Block, Link, Value};
use naja_ir::source::Span;

/// The builtin classes whose pattern takes one argument: the subject itself.
const OF_THEMSELVES: &[&str] =
    &["bool", "bytearray", "bytes", "dict", "float", "frozenset", "int", "list", "set", "str", "tuple"];

/// What is matched: where it is known, and better after each test.
#[derive(Clone)]
struct Subject {
    /// A variable of our own.
    var: Var,
    /// The variable of the program that it was read from.
    named: Option<Var>,
}

/// The names that a pattern has captured so far.
type Captures<'a> = Vec<(&'a Name, Value, Span)>;

impl<'a> Lowering<'a> {
    pub(super) fn match_statement(&mut self, subject: ExprId, cases: &'a [MatchCase]) {
        let value = self.expr(subject);
        let named = match self.ast.expr(subject) {
            ExprKind::Name(name) => self.vars.get(name).copied(),
            _ => None,
        };
        let mut subject = self.subject(value);
        if let Some(named) = named {
            subject.named = Some(named);
            self.ssa.vars[subject.var] = self.ssa.vars[named].clone();
        }
        let end = self.new_block();
        for case in cases {
            let next = self.new_block();
            let mut captures = Captures::new();
            self.pattern(&subject, case.pattern, next, &mut captures);
            for (name, value, span) in captures {
                if self.block.is_some() {
                    self.store_name(name, value, span);
                }
            }
            if let (Some(guard), true) = (case.guard, self.block.is_some()) {
                let then = self.new_block();
                self.condition(guard, then, next);
                self.enter(then);
            }
            self.body(&case.body);
            self.jump(end, &[]);
            self.enter(next);
            if self.block.is_none() {
                break;
            }
        }
        self.jump(end, &[]);
        self.enter(end);
    }

    fn subject(&mut self, value: Value) -> Subject {
        let var = self.ssa.vars.push("<subject>".into());
        self.write(var, value);
        Subject { var, named: None }
    }

    /// Goes on where the pattern matches, and to `fail` where it does not.
    fn pattern(&mut self, subject: &Subject, id: PatternId, fail: Block, captures: &mut Captures<'a>) {
        let ast: &'a Ast = self.ast;
        let span = ast.patterns[id].span;
        if self.block.is_none() {
            return;
        }
        match &ast.patterns[id].kind {
            PatternKind::Value(expr) => {
                let value = self.read(subject.var);
                let other = self.expr(*expr);
                let equal = self.emit(FlowOp::Compare(CompareOp::Eq), &[value, other], span);
                let (yes, no) = (Refinement::Compare(CompareOp::Eq), Refinement::Compare(CompareOp::Ne));
                self.require(subject, equal, Some((yes, no, Some(other))), fail, span);
            }
            PatternKind::Singleton(constant) => {
                let value = self.read(subject.var);
                let other = self.constant(constant.clone(), span);
                let same = self.emit(FlowOp::Compare(CompareOp::Is), &[value, other], span);
                self.bools.insert(same);
                let is_none = *constant == Constant::None;
                let facts = is_none.then_some((Refinement::IsNone, Refinement::NotNone, None));
                self.require(subject, same, facts, fail, span);
            }
            PatternKind::Sequence(patterns) => self.sequence(subject, patterns, fail, captures, span),
            PatternKind::Mapping { items, rest } => self.mapping(subject, items, rest.as_ref(), fail, captures, span),
            PatternKind::Class { class, positional, keywords } => {
                let class_value = self.expr(*class);
                self.require_instance(subject, class_value, fail, span);
                let value = self.read(subject.var);
                let mut named = Vec::new();
                match (self.constants.get(&class_value), positional.as_slice()) {
                    (_, []) => {}
                    (Some(&Constant::Class(class)), &[only]) if self.matches_itself(class) => {
                        self.pattern(subject, only, fail, captures);
                    }
                    (Some(Constant::Class(class)), patterns) => {
                        let (class, span) = (*class, ast.patterns[patterns[0]].span);
                        named = self.match_args(class, patterns, keywords, span);
                    }
                    (Some(Constant::Builtin(name)), &[only]) if OF_THEMSELVES.contains(&&**name) => {
                        self.pattern(subject, only, fail, captures);
                    }
                    _ => {
                        let what = "class patterns with positional arguments".into();
                        self.mistake(Mistake::NotYet { what, help: Some("name the attributes".into()) }, span);
                    }
                }
                let keywords = keywords.iter().map(|(name, pattern)| (name.clone(), *pattern));
                for (name, pattern) in named.into_iter().chain(keywords) {
                    if self.block.is_some() {
                        let item = self.attribute(value, &name, span);
                        let item = self.subject(item);
                        self.pattern(&item, pattern, fail, captures);
                    }
                }
            }
            PatternKind::As { pattern, name } => {
                if let Some(pattern) = pattern {
                    self.pattern(subject, *pattern, fail, captures);
                }
                if let (Some(name), true) = (name, self.block.is_some()) {
                    captures.push((name, self.read(subject.var), span));
                }
            }
            PatternKind::Or(alternatives) => self.alternatives(subject, alternatives, fail, captures),
            PatternKind::Star(_) => unreachable!("stars stand in sequences"),
        }
    }

    /// Is the positional pattern of a class pattern for the object itself, as that of a builtin
    /// type is?
    fn matches_itself(&self, class: UserClass) -> bool {
        let world = self.world;
        let is_one = |base: &Base| matches!(base, Base::Builtin(name) if OF_THEMSELVES.contains(&&**name));
        world.program.classes[class].mro.iter().any(is_one)
            && synthesis::match_args(world.modules, world.program, class).is_empty()
    }

    /// The attributes that the positional patterns of a class pattern are for.
    fn match_args(
        &mut self,
        class: UserClass,
        patterns: &[PatternId],
        keywords: &[(Name, PatternId)],
        span: Span,
    ) -> Vec<(Name, PatternId)> {
        let world = self.world;
        let name = &world.program.classes[class].name;
        let names = synthesis::match_args(world.modules, world.program, class);
        if names.len() < patterns.len() {
            let plural = if names.len() == 1 { "" } else { "s" };
            let (takes, given) = (names.len(), patterns.len());
            let words = format!("{name}() accepts {takes} positional sub-pattern{plural} ({given} given)");
            let help = names.is_empty().then(|| format!("give {name} `__match_args__`, or name the attributes"));
            self.mistake(Mistake::Class { words, help }, span);
        }
        if let Some(twice) = names.iter().take(patterns.len()).find(|name| keywords.iter().any(|k| k.0 == **name)) {
            let words = format!("{name}() got multiple sub-patterns for attribute '{twice}'");
            self.mistake(Mistake::Class { words, help: None }, span);
        }
        names.into_iter().zip(patterns.iter().copied()).collect()
    }

    /// Branches on a test of the subject; goes on where it holds.
    fn require(
        &mut self,
        subject: &Subject,
        test: Value,
        teaches: Option<(Refinement, Refinement, Option<Value>)>,
        fail: Block,
        span: Span,
    ) {
        let value = self.read(subject.var);
        let truth = self.truth(test, span);
        let facts = teaches.map(|(when_true, when_false, other)| {
            [Fact { var: subject.var, value, when_true, when_false, other, span }]
        });
        let (yes, no, then) = (self.new_block(), self.new_block(), self.new_block());
        self.branch(truth, Link::new(yes, []), Link::new(no, []));
        for (edge, target, truth) in [(yes, then, true), (no, fail, false)] {
            self.enter(edge);
            self.learn(facts.as_ref().map_or(&[], |facts| facts), truth, value);
            if let Some(named) = subject.named
                && self.read(named) == value
            {
                let known = self.read(subject.var);
                self.write(named, known);
            }
            self.jump(target, &[]);
        }
        self.enter(then);
    }

    fn require_instance(&mut self, subject: &Subject, class: Value, fail: Block, span: Span) {
        let value = self.read(subject.var);
        let isinstance = self.constant(Constant::Builtin("isinstance".into()), span);
        let test = self.emit(FlowOp::Call { keywords: Vec::new() }, &[isinstance, value, class], span);
        let teaches = (Refinement::IsInstance, Refinement::NotInstance, Some(class));
        self.require(subject, test, Some(teaches), fail, span);
    }

    fn sequence(
        &mut self,
        subject: &Subject,
        patterns: &'a [PatternId],
        fail: Block,
        captures: &mut Captures<'a>,
        span: Span,
    ) {
        let ast: &'a Ast = self.ast;
        let value = self.read(subject.var);
        let subject = &match self.world.has_named_tuples {
            true => {
                let items = self.iterable(value, span);
                self.subject(items)
            }
            false => subject.clone(),
        };
        let classes = ["list", "tuple"].map(|class| self.constant(Constant::Builtin(class.into()), span));
        let classes = self.emit(FlowOp::Tuple, &classes, span);
        self.require_instance(subject, classes, fail, span);
        let value = self.read(subject.var);
        let star = patterns.iter().position(|&p| matches!(ast.patterns[p].kind, PatternKind::Star(_)));
        let least = patterns.len() - usize::from(star.is_some());
        let (unpack, op) = match star {
            Some(before) => (FlowOp::UnpackStar { before, after: least - before }, CompareOp::Ge),
            None => (FlowOp::Unpack { n: least }, CompareOp::Eq),
        };
        if star.is_none() || least > 0 {
            let len = self.constant(Constant::Builtin("len".into()), span);
            let length = self.emit(FlowOp::Call { keywords: Vec::new() }, &[len, value], span);
            let wanted = self.constant(Constant::Int(least.into()), span);
            let fits = self.emit(FlowOp::Compare(op), &[length, wanted], span);
            self.require(subject, fits, None, fail, span);
        }
        // A star without a name only, or nothing: no item is looked at.
        if patterns.iter().all(|&p| matches!(ast.patterns[p].kind, PatternKind::Star(None))) {
            return;
        }
        let items = self.emit_n(unpack, &[value], patterns.len(), span);
        for (&pattern, item) in patterns.iter().zip(items) {
            match &ast.patterns[pattern].kind {
                PatternKind::Star(name) => {
                    captures.extend(name.as_ref().map(|name| (name, item, ast.patterns[pattern].span)));
                }
                _ if self.block.is_some() => {
                    let item = self.subject(item);
                    self.pattern(&item, pattern, fail, captures);
                }
                _ => {}
            }
        }
    }

    fn mapping(
        &mut self,
        subject: &Subject,
        items: &'a [(ExprId, PatternId)],
        rest: Option<&'a Name>,
        fail: Block,
        captures: &mut Captures<'a>,
        span: Span,
    ) {
        let class = self.constant(Constant::Builtin("dict".into()), span);
        self.require_instance(subject, class, fail, span);
        let value = self.read(subject.var);
        // All keys are looked up before any value is matched.
        let mut found = Vec::new();
        for &(key, pattern) in items {
            let key = self.expr(key);
            let has = self.emit(FlowOp::Compare(CompareOp::In), &[key, value], span);
            self.require(subject, has, None, fail, span);
            found.push((key, self.emit(FlowOp::GetItem, &[value, key], span), pattern));
        }
        for &(_, item, pattern) in &found {
            if self.block.is_some() {
                let item = self.subject(item);
                self.pattern(&item, pattern, fail, captures);
            }
        }
        if let (Some(name), true) = (rest, self.block.is_some()) {
            let others = self.emit(FlowOp::Dict, &[], span);
            self.emit0(FlowOp::DictUpdate, &[others, value], span);
            for (key, ..) in found {
                self.emit0(FlowOp::DelItem, &[others, key], span);
            }
            captures.push((name, others, span));
        }
    }

    /// Validation has seen that all alternatives bind the same names.
    fn alternatives(&mut self, subject: &Subject, patterns: &'a [PatternId], fail: Block, captures: &mut Captures<'a>) {
        let ast: &'a Ast = self.ast;
        let matched = self.new_block();
        let names = ast.pattern_names(patterns[0]);
        let params: Vec<Value> = names.iter().map(|_| self.add_param(matched, None)).collect();
        for (i, &pattern) in patterns.iter().enumerate() {
            let next = if i + 1 < patterns.len() { self.new_block() } else { fail };
            let mut own = Captures::new();
            self.pattern(subject, pattern, next, &mut own);
            own.sort_by_key(|capture| capture.0);
            let values: Vec<Value> = own.iter().map(|capture| capture.1).collect();
            self.jump(matched, &values);
            if next != fail {
                self.enter(next);
                if self.block.is_none() {
                    break;
                }
            }
        }
        self.enter(matched);
        let span = ast.patterns[patterns[0]].span;
        captures.extend(names.into_iter().zip(params).map(|(name, value)| (name, value, span)));
    }
}
