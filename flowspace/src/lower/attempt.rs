//! `try`, `with`, `raise`, and leaving by way of `finally`.
//!
//! ```text
//! try: B              B, each operation that may raise guarded by `landing`
//! except C as e: H    landing(exc): match_exception exc C; e = exc; H, guarded by `left`
//! else: E             left(new):    e is unbound; attach_context new exc; reraise new
//! finally: F          one copy of F for each way out; behind an exception F is
//!                     handled as H is, and then reraises
//!
//! with M as t: B      exit = M.__exit__; t = M.__enter__(); B
//!                     on every other way out: exit(None, None, None)
//!                     landing(exc): reraise exc unless exit(type(exc), exc, ...) is true
//! ```

use super::{Frame, Lowering};
use crate::ast::*;
use crate::errors::Mistake;
use naja_ir::Name;
use naja_ir::flow::{Constant, FlowOp, Refinement};
use naja_ir::graph::{Block, Link, Value};
use naja_ir::source::Span;

/// How many statements the copies of `finally` blocks may have in one function.
const MAX_COPIED: u32 = 20_000;

impl<'a> Lowering<'a> {
    pub(super) fn try_statement(&mut self, statement: &'a Try, span: Span) {
        if statement.finalbody.is_empty() {
            return self.try_except(statement, span);
        }
        let landing = self.landing_block();
        self.frames.push(Frame::Finally { body: &statement.finalbody, landing });
        match statement.handlers.is_empty() {
            true => self.body(&statement.body),
            false => self.try_except(statement, span),
        }
        self.frames.pop();
        self.copy_finally(&statement.finalbody);
        let after = self.block.take();
        if let Some(exc) = self.enter_landing(landing) {
            self.begin_handler(exc, None, span);
            self.copy_finally(&statement.finalbody);
            self.end_handler();
            if self.block.is_some() {
                self.raise(FlowOp::Reraise, &[exc], span);
            }
        }
        self.block = after;
    }

    fn try_except(&mut self, statement: &'a Try, span: Span) {
        let landing = self.landing_block();
        let end = self.new_block();
        self.frames.push(Frame::Try { landing });
        self.body(&statement.body);
        self.frames.pop();
        self.body(&statement.orelse);
        self.jump(end, &[]);
        if let Some(exc) = self.enter_landing(landing) {
            self.handlers(&statement.handlers, exc, end, span);
        }
        self.enter(end);
    }

    /// `with`, and one within the other where there are several items.
    pub(super) fn with(&mut self, items: &'a [(ExprId, Option<ExprId>)], body: &'a Body, span: Span) {
        let Some(((context, target), rest)) = items.split_first() else { return self.body(body) };
        let manager = self.expr(*context);
        let enter = self.emit(FlowOp::GetAttr("__enter__".into()), &[manager], span);
        let exit = self.emit(FlowOp::GetAttr("__exit__".into()), &[manager], span);
        let entered = self.emit(FlowOp::Call { keywords: Vec::new() }, &[enter], span);
        let (landing, end) = (self.landing_block(), self.new_block());
        self.frames.push(Frame::With { exit, landing, span });
        if let Some(target) = target {
            self.assign(*target, entered);
        }
        self.with(rest, body, span);
        self.frames.pop();
        if self.block.is_some() {
            self.exit_quietly(exit, span);
            self.jump(end, &[]);
        }
        if let Some(exc) = self.enter_landing(landing) {
            self.begin_handler(exc, None, span);
            let class_of = self.constant(Constant::Builtin("type".into()), span);
            let class = self.emit(FlowOp::Call { keywords: Vec::new() }, &[class_of, exc], span);
            // What stands for the traceback is not None, and has nothing to ask for.
            let traceback = self.constant(Constant::Ellipsis, span);
            let result = self.emit(FlowOp::Call { keywords: Vec::new() }, &[exit, class, exc, traceback], span);
            let truth = self.truth(result, span);
            let failed = self.new_block();
            self.branch(truth, Link::new(end, []), Link::new(failed, []));
            self.end_handler();
            self.enter(failed);
            self.raise(FlowOp::Reraise, &[exc], span);
        }
        self.enter(end);
    }

    fn exit_quietly(&mut self, exit: Value, span: Span) {
        let none = self.constant(Constant::None, span);
        self.emit(FlowOp::Call { keywords: Vec::new() }, &[exit, none, none, none], span);
    }

    /// The `except` clauses, one after the other.
    fn handlers(&mut self, handlers: &'a [Handler], exc: Value, end: Block, span: Span) {
        for handler in handlers {
            let next = self.new_block();
            let mut caught = exc;
            if let Some(class) = handler.class {
                // The expression behind `except` is evaluated while exc is handled.
                let class_span = self.ast.span(class);
                self.begin_handler(exc, None, handler.span);
                let class = self.expr(class);
                let matches = self.emit(FlowOp::MatchException, &[exc, class], class_span);
                let matched = self.new_block();
                self.branch(matches, Link::new(matched, []), Link::new(next, []));
                self.end_handler();
                self.enter(matched);
                caught = self.emit(FlowOp::Refine(Refinement::IsInstance), &[exc, class], class_span);
            }
            self.begin_handler(caught, handler.name.as_ref(), handler.span);
            if let Some(name) = &handler.name {
                self.store_name(name, caught, handler.span);
            }
            self.body(&handler.body);
            if let (Some(name), true) = (&handler.name, self.block.is_some()) {
                self.unbind(name, handler.span);
            }
            self.jump(end, &[]);
            self.end_handler();
            self.enter(next);
            if self.block.is_none() {
                return;
            }
        }
        self.raise(FlowOp::Reraise, &[exc], span);
    }

    /// What follows runs while `exc` is handled.
    pub(super) fn begin_handler(&mut self, exc: Value, name: Option<&'a Name>, span: Span) {
        let landing = self.landing_block();
        self.frames.push(Frame::Handler { landing, exc, name, span });
    }

    /// The exceptional way out of what began with `begin_handler`.
    pub(super) fn end_handler(&mut self) {
        let Some(Frame::Handler { landing, exc, name, span }) = self.frames.pop() else {
            unreachable!("handlers nest");
        };
        let after = self.block.take();
        if let Some(new) = self.enter_block_of(landing) {
            if let Some(name) = name {
                self.unbind(name, span);
            }
            self.emit0(FlowOp::AttachContext, &[new, exc], span);
            self.raise(FlowOp::Reraise, &[new], span);
        }
        self.block = after;
    }

    /// A block whose parameter is the exception that leads to it.
    pub(super) fn landing_block(&mut self) -> Block {
        let block = self.new_block();
        self.add_param(block, None);
        block
    }

    /// Goes on where exceptions land, if any can: there the exception that is
    /// being handled, if there is one, becomes the new one's context.
    pub(super) fn enter_landing(&mut self, landing: Block) -> Option<Value> {
        let exc = self.enter_block_of(landing)?;
        if let Some((outer, span)) = self.handled() {
            self.emit0(FlowOp::AttachContext, &[exc, outer], span);
        }
        Some(exc)
    }

    fn enter_block_of(&mut self, landing: Block) -> Option<Value> {
        self.enter(landing);
        self.block.map(|block| self.graph.blocks[block].params[0])
    }

    /// Leaves the frames above `depth` as `return`, `break` and `continue` do:
    /// each `finally` block runs outside its own `try`.
    pub(super) fn leave(&mut self, depth: usize) {
        for i in (depth..self.frames.len()).rev() {
            if self.block.is_none() {
                return;
            }
            match self.frames[i] {
                Frame::Finally { body, .. } => {
                    let inner = self.frames.split_off(i);
                    self.copy_finally(body);
                    self.frames.extend(inner);
                }
                Frame::With { exit, span, .. } => {
                    let inner = self.frames.split_off(i);
                    self.exit_quietly(exit, span);
                    self.frames.extend(inner);
                }
                Frame::Handler { name: Some(name), span, .. } => self.unbind(name, span),
                Frame::Loop { own: Some((state, span)), .. } => {
                    let inner = self.frames.split_off(i);
                    self.emit0(FlowOp::EndIter, &[state], span);
                    self.frames.extend(inner);
                }
                Frame::Handler { .. } | Frame::Try { .. } | Frame::Loop { .. } => {}
            }
        }
    }

    fn copy_finally(&mut self, body: &'a Body) {
        let outer = std::mem::replace(&mut self.in_copy, true);
        self.body(body);
        self.in_copy = outer;
    }

    /// Counts a statement, if it stands in a copy; false where there are too many.
    pub(super) fn count_copies(&mut self) -> bool {
        if !self.in_copy {
            return true;
        }
        self.copied += 1;
        if self.copied == MAX_COPIED {
            let span = self.world.program.functions[self.func].span;
            self.mistake(Mistake::TooManyFinallyCopies, span);
        }
        self.copied < MAX_COPIED
    }

    pub(super) fn raise_statement(&mut self, exc: Option<ExprId>, cause: Option<ExprId>, span: Span) {
        let Some(exc) = exc else {
            let (handled, _) = self.handled().expect("validation has seen that a handler is around");
            return self.raise(FlowOp::Reraise, &[handled], span);
        };
        let exc = self.expr(exc);
        match cause {
            Some(cause) => {
                let cause = self.expr(cause);
                self.raise(FlowOp::RaiseFrom, &[exc, cause], span);
            }
            None => self.raise(FlowOp::Raise, &[exc], span),
        }
    }
}
