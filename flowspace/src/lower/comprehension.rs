//! Comprehensions: functions that are called where they stand, with the state of
//! the iteration over their first iterable, as in CPython 3.11.
//!
//! ```text
//! [f(x) for x in a if x]      def <listcomp>(.0):
//!                                 list = []
//! iter(a) is given                for x in .0:
//!                                     if x: list_append list f(x)
//!                                 return list
//! ```
//!
//! A generator expression that a builtin function uses up at once is one of these:
//! it makes a list, or is left as soon as `any` or `all` know their answer, or `next`
//! has an item, which is then alone in a tuple. Any other is a generator function.

use super::{Frame, Lowering};
use crate::ast::*;
use crate::builtins;
use crate::unit::Node;
use naja_ir::SmallVec;
use naja_ir::flow::{CompareOp, Constant, FlowOp, Refinement, SetOrder, Step};
use naja_ir::graph::{Block, Link, Value};
use naja_ir::source::Span;

/// What uses up a generator expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consumer {
    /// It takes all items, whatever they are: a list of them will do.
    List,
    Any,
    All,
    /// It takes the first item.
    Next,
    /// Anything: it gets a generator.
    Unknown,
}

/// The functions and methods that use up their first argument, by name.
pub const USES_UP: &[&str] = &[
    "all",
    "any",
    "bytearray",
    "bytes",
    "dict",
    "frozenset",
    "fsum",
    "join",
    "list",
    "max",
    "min",
    "next",
    "prod",
    "set",
    "sorted",
    "sum",
    "tuple",
];

/// A loop of a comprehension.
struct Round {
    head: Block,
    rest: Value,
    /// Where a round ends, and the next begins.
    again: Block,
    done: Block,
}

impl<'a> Lowering<'a> {
    pub(super) fn comprehension(&mut self, id: ExprId) -> Value {
        let state = self.comprehension_state(id);
        let consumer = if self.is_generator(id) { Consumer::Unknown } else { Consumer::List };
        self.run_comprehension(id, state, consumer, self.ast.span(id))
    }

    /// The value of an expression whose items are all taken at once.
    pub(super) fn used_up(&mut self, id: ExprId) -> Value {
        if !self.is_generator(id) {
            return self.expr(id);
        }
        let state = self.comprehension_state(id);
        self.run_comprehension(id, state, Consumer::List, self.ast.span(id))
    }

    pub(super) fn is_generator(&self, id: ExprId) -> bool {
        matches!(self.ast.expr(id), ExprKind::Comprehension(c) if c.kind == ComprehensionKind::Generator)
    }

    /// The part that is evaluated where the comprehension stands.
    pub(super) fn comprehension_state(&mut self, id: ExprId) -> Value {
        let iterable = self.iterated(self.ast.comprehension(id).generators[0].iter);
        self.emit(FlowOp::Iter, &[iterable], self.ast.span(id))
    }

    pub(super) fn run_comprehension(&mut self, id: ExprId, state: Value, consumer: Consumer, span: Span) -> Value {
        let func = self.module.func_of(Node::Comprehension(id));
        let captured = self.captured(func);
        self.inner.entry(func).or_default().consumer = Some(consumer);
        let mut operands = vec![self.constant(Constant::Function(func), span), state];
        operands.extend(captured);
        let may_stop = consumer != Consumer::Unknown && self.world.has_stop_iteration;
        let result = match may_stop && self.is_generator(id) && self.calls_something(id) {
            true => self.run_generator(&operands, span),
            false => self.emit(FlowOp::Call { keywords: Vec::new() }, &operands, span),
        };
        if matches!(consumer, Consumer::Any | Consumer::All) {
            self.bools.insert(result);
        }
        result
    }

    /// No StopIteration leaves a generator (PEP 479).
    fn run_generator(&mut self, operands: &[Value], span: Span) -> Value {
        let landing = self.landing_block();
        self.frames.push(Frame::Try { landing });
        let result = self.emit(FlowOp::Call { keywords: Vec::new() }, operands, span);
        self.frames.pop();
        let after = self.block.take();
        if let Some(exc) = self.enter_landing(landing) {
            let class = self.exception("StopIteration", span);
            let stops = self.emit(FlowOp::MatchException, &[exc, class], span);
            let (matched, other) = (self.new_block(), self.new_block());
            self.branch(stops, Link::new(matched, []), Link::new(other, []));
            self.enter(matched);
            self.begin_handler(exc, None, span);
            let class = self.exception("RuntimeError", span);
            let text = self.constant(Constant::Str("generator raised StopIteration".into()), span);
            let error = self.emit(FlowOp::Call { keywords: Vec::new() }, &[class, text], span);
            self.raise(FlowOp::RaiseFrom, &[error, exc], span);
            self.end_handler();
            self.enter(other);
            self.raise(FlowOp::Reraise, &[exc], span);
        }
        self.block = after;
        result
    }

    fn exception(&mut self, name: &str, span: Span) -> Value {
        let class = builtins::builtin(&name.into()).expect("it is a builtin");
        self.constant(class, span)
    }

    /// Does the function of a comprehension call anything?
    fn calls_something(&self, id: ExprId) -> bool {
        let outermost = self.ast.comprehension(id).generators[0].iter;
        let mut found = false;
        self.ast.walk(id, |part| {
            found |= matches!(self.ast.expr(part), ExprKind::Call { .. });
            part != outermost
        });
        found
    }

    /// `next` of a generator expression whose function gave `first`.
    pub(super) fn first_or(&mut self, first: Value, default: Option<Value>, span: Span) -> Value {
        let none = self.constant(Constant::None, span);
        let is_over = self.emit(FlowOp::Compare(CompareOp::Is), &[first, none], span);
        let (over, some, join) = (self.new_block(), self.new_block(), self.new_block());
        let result = self.add_param(join, None);
        self.branch(is_over, Link::new(over, []), Link::new(some, []));
        self.enter(over);
        match default {
            Some(default) => self.jump(join, &[default]),
            None => {
                let class = self.exception("StopIteration", span);
                self.raise(FlowOp::Raise, &[class], span);
            }
        }
        self.enter(some);
        let first = self.emit(FlowOp::Refine(Refinement::NotNone), &[first], span);
        let zero = self.constant(Constant::Int(0.into()), span);
        let item = self.emit(FlowOp::GetItem, &[first, zero], span);
        self.jump(join, &[item]);
        self.enter(join);
        result
    }

    /// What a call uses up its first argument for, if that is a generator expression.
    pub(super) fn consumer(&self, callee: ExprId, func: Value, args: &[ExprId], n_keywords: usize) -> Option<Consumer> {
        if !self.is_generator(*args.first()?) {
            return None;
        }
        let is_only = args.len() == 1 && n_keywords == 0;
        match self.constants.get(&func) {
            Some(Constant::Builtin(name)) => match &**name {
                "any" if is_only => Some(Consumer::Any),
                "all" if is_only => Some(Consumer::All),
                "list" | "tuple" | "set" | "frozenset" | "bytes" | "bytearray" if is_only => Some(Consumer::List),
                "sorted" | "min" | "max" | "dict" if args.len() == 1 => Some(Consumer::List),
                "sum" => Some(Consumer::List),
                "next" if n_keywords == 0 && args.len() <= 2 => Some(Consumer::Next),
                _ => None,
            },
            Some(Constant::Library(module, name)) => {
                let uses_up = &**module == "math" && matches!(&**name, "prod" | "fsum");
                (uses_up && args.len() == 1).then_some(Consumer::List)
            }
            _ => match self.ast.expr(callee) {
                ExprKind::Attribute { name, .. } if &**name == "join" && is_only => Some(Consumer::List),
                _ => None,
            },
        }
    }

    pub(super) fn body_of_comprehension(&mut self, id: ExprId) {
        let ast: &'a Ast = self.ast;
        let comprehension = ast.comprehension(id);
        let span = ast.span(id);
        let consumer = self.inner.get(&self.func).and_then(|made| made.consumer).unwrap_or(Consumer::List);
        let empty = match (comprehension.kind, consumer) {
            (ComprehensionKind::Set, _) => Some(FlowOp::Set(SetOrder::OneByOne)),
            (ComprehensionKind::Dict, _) => Some(FlowOp::Dict),
            (ComprehensionKind::List | ComprehensionKind::Generator, Consumer::List) => Some(FlowOp::List),
            (ComprehensionKind::List | ComprehensionKind::Generator, _) => None,
        };
        let result = empty.map(|empty| self.emit(empty, &[], span));
        let mut state = self.graph.params()[0];
        let mut rounds = Vec::new();
        for (i, generator) in comprehension.generators.iter().enumerate() {
            if i > 0 {
                let iterable = self.iterated(generator.iter);
                state = self.emit(FlowOp::Iter, &[iterable], span);
            }
            let (round, item) = self.begin_round(state, span);
            self.assign(generator.target, item);
            for &condition in &generator.conditions {
                let then = self.new_block();
                self.condition(condition, then, round.again);
                self.enter(then);
                if self.block.is_none() {
                    break;
                }
            }
            rounds.push(round);
            if self.block.is_none() {
                break;
            }
        }
        if self.block.is_some() {
            self.item(comprehension, result, consumer, span);
        }
        for round in rounds.into_iter().rev() {
            self.end_round(round);
        }
        let result = match (result, consumer) {
            (Some(result), _) => result,
            (None, Consumer::Next | Consumer::Unknown) => self.constant(Constant::None, span),
            (None, consumer) => self.constant(Constant::Bool(consumer == Consumer::All), span),
        };
        self.return_value(result);
    }

    /// What is done for each item.
    fn item(&mut self, comprehension: &Comprehension, result: Option<Value>, consumer: Consumer, span: Span) {
        let Some(result) = result else {
            if consumer == Consumer::Unknown {
                let item = self.expr(comprehension.item);
                self.emit(FlowOp::Yield, &[item], span);
                return;
            }
            if consumer == Consumer::Next {
                let item = self.expr(comprehension.item);
                let alone = self.emit(FlowOp::Tuple, &[item], span);
                return self.return_value(alone);
            }
            let (yes, no) = (self.new_block(), self.new_block());
            self.condition(comprehension.item, yes, no);
            let (leaving, going_on) = if consumer == Consumer::Any { (yes, no) } else { (no, yes) };
            self.enter(leaving);
            if self.block.is_some() {
                let answer = self.constant(Constant::Bool(consumer == Consumer::Any), span);
                self.return_value(answer);
            }
            return self.enter(going_on);
        };
        let item = self.expr(comprehension.item);
        let value = comprehension.value.map(|value| self.expr(value));
        match (comprehension.kind, value) {
            (_, Some(value)) => self.emit0(FlowOp::DictSetItem, &[result, item, value], span),
            (ComprehensionKind::Set, _) => self.emit0(FlowOp::SetAdd, &[result, item], span),
            _ => self.emit0(FlowOp::ListAppend, &[result, item], span),
        }
    }

    /// A loop that is left only at its end: control is in its body, with the item.
    fn begin_round(&mut self, start: Value, span: Span) -> (Round, Value) {
        let (head, inside, again, done) = (self.new_block(), self.new_block(), self.new_block(), self.new_block());
        let iter = self.add_param(head, None);
        let (item, rest) = (self.add_param(inside, None), self.add_param(inside, None));
        self.jump(head, &[start]);
        let step = Step { iter, item: self.graph.new_value(None), rest: self.graph.new_value(None), span };
        let body = Link { target: inside, args: SmallVec::from_slice(&[step.item, step.rest]) };
        self.next(head, step, body, Link::new(done, []));
        self.enter(inside);
        (Round { head, rest, again, done }, item)
    }

    fn end_round(&mut self, round: Round) {
        self.jump(round.again, &[]);
        self.enter(round.again);
        self.jump(round.head, &[round.rest]);
        self.ssa.seal(&mut self.graph, round.head);
        self.enter(round.done);
    }
}
