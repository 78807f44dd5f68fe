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
//! it makes a list, or is left as soon as `any` or `all` know their answer.

use super::Lowering;
use crate::ast::*;
use crate::unit::Node;
use naja_ir::SmallVec;
use naja_ir::flow::{Constant, FlowOp, Step};
use naja_ir::graph::{Block, Link, Value};
use naja_ir::source::Span;

/// What uses up a generator expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Consumer {
    /// It takes all items, whatever they are: a list of them will do.
    List,
    Any,
    All,
}

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
        let span = self.ast.span(id);
        if self.ast.comprehension(id).kind == ComprehensionKind::Generator {
            let what = "generator expressions that are not used up by a builtin function".into();
            self.mistake(
                crate::errors::Mistake::NotYet { what, help: Some("write a list comprehension".into()) },
                span,
            );
        }
        let state = self.comprehension_state(id);
        self.run_comprehension(id, state, Consumer::List, span)
    }

    /// The part that is evaluated where the comprehension stands.
    pub(super) fn comprehension_state(&mut self, id: ExprId) -> Value {
        let iterable = self.expr(self.ast.comprehension(id).generators[0].iter);
        self.emit(FlowOp::Iter, &[iterable], self.ast.span(id))
    }

    pub(super) fn run_comprehension(&mut self, id: ExprId, state: Value, consumer: Consumer, span: Span) -> Value {
        let func = self.module.func_of(Node::Comprehension(id));
        let captured = self.captured(func);
        self.inner.entry(func).or_default().consumer = Some(consumer);
        let mut operands = vec![self.constant(Constant::Function(func), span), state];
        operands.extend(captured);
        let result = self.emit(FlowOp::Call { keywords: Vec::new() }, &operands, span);
        if consumer != Consumer::List {
            self.bools.insert(result);
        }
        result
    }

    /// What a call uses up its first argument for, if that is a generator expression.
    pub(super) fn consumer(&self, callee: ExprId, func: Value, args: &[ExprId], n_keywords: usize) -> Option<Consumer> {
        let ExprKind::Comprehension(first) = self.ast.expr(*args.first()?) else { return None };
        if first.kind != ComprehensionKind::Generator {
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
                _ => None,
            },
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
            (ComprehensionKind::Set, _) => Some(FlowOp::Set),
            (ComprehensionKind::Dict, _) => Some(FlowOp::Dict),
            (ComprehensionKind::List | ComprehensionKind::Generator, Consumer::List) => Some(FlowOp::List),
            (ComprehensionKind::List | ComprehensionKind::Generator, Consumer::Any | Consumer::All) => None,
        };
        let result = empty.map(|empty| self.emit(empty, &[], span));
        let mut state = self.graph.params()[0];
        let mut rounds = Vec::new();
        for (i, generator) in comprehension.generators.iter().enumerate() {
            if i > 0 {
                let iterable = self.expr(generator.iter);
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
            (None, consumer) => self.constant(Constant::Bool(consumer == Consumer::All), span),
        };
        self.return_value(result);
    }

    /// What is done for each item.
    fn item(&mut self, comprehension: &Comprehension, result: Option<Value>, consumer: Consumer, span: Span) {
        let Some(result) = result else {
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
