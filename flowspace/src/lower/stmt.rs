//! Statements, and assignment to their targets.

use super::{Frame, Lowering};
use crate::ast::*;
use crate::builtins;
use crate::errors::Mistake;
use crate::unit::is_class_name;
use naja_ir::flow::{BinaryOp, Constant, FlowOp, Step};
use naja_ir::graph::{Link, Value};
use naja_ir::source::Span;

impl<'a> Lowering<'a> {
    pub(super) fn body(&mut self, body: &'a Body) {
        for &stmt in body {
            self.stmt(stmt);
        }
    }

    /// A statement; nothing where control does not come.
    pub(super) fn stmt(&mut self, id: StmtId) {
        if self.block.is_none() || !self.count_copies() {
            return;
        }
        let ast: &'a Ast = self.ast;
        let span = ast.stmts[id].span;
        match ast.stmt(id) {
            StmtKind::Expr(e) => {
                if ast.literal(*e).is_none() {
                    self.expr(*e);
                }
            }
            StmtKind::Assign { targets, value } => {
                if self.module.all.as_ref().is_some_and(|all| all.0 == id) {
                    return;
                }
                let value = self.expr(*value);
                for &target in targets {
                    self.assign(target, value);
                }
            }
            StmtKind::AugAssign { target, op, value } => self.augmented(*target, *op, *value, span),
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                if let Some(value) = value {
                    let value = self.expr(*value);
                    self.assign(*target, value);
                } else if !matches!(ast.expr(*target), ExprKind::Name(_)) {
                    for part in ast.children(*target) {
                        self.expr(part);
                    }
                }
                // Those of local names Python does not evaluate.
                let is_of_class = matches!(ast.expr(*target), ExprKind::Name(name) if is_class_name(name));
                if self.is_top_level || is_of_class || !simple {
                    self.annotation(*annotation);
                }
            }
            StmtKind::Return(value) => {
                let value = match value {
                    Some(value) => self.expr(*value),
                    None => self.constant(Constant::None, span),
                };
                self.leave(0);
                self.close_kept(span);
                self.return_value(value);
            }
            StmtKind::Delete(targets) => {
                for &target in targets {
                    self.delete(target);
                }
            }
            StmtKind::If { arms, orelse } => {
                let end = self.new_block();
                for (test, body) in arms {
                    let (then, otherwise) = (self.new_block(), self.new_block());
                    self.condition(*test, then, otherwise);
                    self.enter(then);
                    self.body(body);
                    self.jump(end, &[]);
                    self.enter(otherwise);
                    if self.block.is_none() {
                        break;
                    }
                }
                self.body(orelse);
                self.jump(end, &[]);
                self.enter(end);
            }
            StmtKind::While { test, body, orelse } => {
                let (head, inside, otherwise, done) =
                    (self.new_block(), self.new_block(), self.new_block(), self.new_block());
                self.jump(head, &[]);
                self.block = Some(head);
                self.condition(*test, inside, otherwise);
                self.frames.push(Frame::Loop { next: head, rest: None, own: None, done });
                self.enter(inside);
                self.body(body);
                self.jump(head, &[]);
                self.frames.pop();
                self.ssa.seal(&mut self.graph, head);
                self.enter(otherwise);
                self.body(orelse);
                self.jump(done, &[]);
                self.enter(done);
            }
            StmtKind::For { target, iter, body, orelse, .. } => {
                let iter_span = ast.span(*iter);
                let iterable = self.iterated(*iter);
                let start = self.emit(FlowOp::Iter, &[iterable], iter_span);
                let is_new = matches!(ast.expr(*iter), ExprKind::Call { .. } | ExprKind::Comprehension(_));
                let own = is_new.then_some((start, iter_span));
                let (head, inside, otherwise, done) =
                    (self.new_block(), self.new_block(), self.new_block(), self.new_block());
                let state = self.add_param(head, None);
                let (item, rest) = (self.add_param(inside, None), self.add_param(inside, None));
                self.jump(head, &[start]);
                let step = Step {
                    iter: state,
                    item: self.graph.new_value(None),
                    rest: self.graph.new_value(None),
                    span: iter_span,
                };
                let body_link = Link::new(inside, [step.item, step.rest]);
                self.next(head, step, body_link, Link::new(otherwise, []));
                self.frames.push(Frame::Loop { next: head, rest: Some(rest), own, done });
                self.enter(inside);
                self.assign(*target, item);
                self.body(body);
                self.jump(head, &[rest]);
                self.frames.pop();
                self.ssa.seal(&mut self.graph, head);
                self.enter(otherwise);
                self.body(orelse);
                self.jump(done, &[]);
                self.enter(done);
            }
            StmtKind::Break | StmtKind::Continue => {
                let is_break = matches!(ast.stmt(id), StmtKind::Break);
                let depth = self.frames.iter().rposition(|frame| matches!(frame, Frame::Loop { .. }));
                let depth = depth.expect("validation has seen that a loop is around");
                self.leave(depth + 1);
                let Frame::Loop { next, rest, own, done } = self.frames[depth] else { unreachable!("just found") };
                match is_break {
                    true => {
                        if let (Some((state, span)), true) = (own, self.block.is_some()) {
                            self.emit0(FlowOp::EndIter, &[state], span);
                        }
                        self.jump(done, &[])
                    }
                    false => self.jump(next, rest.as_slice()),
                }
            }
            StmtKind::Try(statement) => self.try_statement(statement, span),
            StmtKind::Match { subject, cases } => self.match_statement(*subject, cases),
            StmtKind::With { items, body, .. } => self.with(items, body, span),
            StmtKind::Raise { exc, cause } => self.raise_statement(*exc, *cause, span),
            StmtKind::Assert { test, message } => {
                let (ok, failed) = (self.new_block(), self.new_block());
                self.condition(*test, ok, failed);
                self.enter(failed);
                if self.block.is_some() {
                    let class = builtins::builtin(&"AssertionError".into()).expect("it is a builtin");
                    let mut exc = self.constant(class, span);
                    if let Some(message) = message {
                        let message = self.expr(*message);
                        exc = self.emit(FlowOp::Call { keywords: Vec::new() }, &[exc, message], span);
                    }
                    self.raise(FlowOp::Raise, &[exc], span);
                }
                self.enter(ok);
            }
            StmtKind::Import(aliases) => self.import(id, aliases),
            StmtKind::ImportFrom { names, .. } => self.import_from(id, names, span),
            StmtKind::FunctionDef(def) => self.define(id, def),
            StmtKind::ClassDef(def) => self.class_statement(id, def),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => {}
        }
    }

    /// Gives a value to a target: a name, an attribute, an item, or several at once.
    pub(super) fn assign(&mut self, target: ExprId, value: Value) {
        let span = self.ast.span(target);
        match self.ast.expr(target) {
            ExprKind::Name(name) => self.store_name(name, value, span),
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                let n = targets.len();
                let unpack = match targets.iter().position(|&t| matches!(self.ast.expr(t), ExprKind::Starred(_))) {
                    Some(before) => FlowOp::UnpackStar { before, after: n - before - 1 },
                    None => FlowOp::Unpack { n },
                };
                let items = self.emit_n(unpack, &[value], n, span);
                for (&target, item) in targets.iter().zip(items) {
                    self.assign(target, item);
                }
            }
            ExprKind::Starred(target) => self.assign(*target, value),
            ExprKind::Attribute { value: object, name } => {
                let object = self.expr(*object);
                self.store_attribute(object, name, value, span);
            }
            ExprKind::Subscript { value: object, index } => {
                let object = self.expr(*object);
                let index = self.expr(*index);
                self.emit0(FlowOp::SetItem, &[object, index, value], span);
            }
            _ => unreachable!("validation has seen the target"),
        }
    }

    /// `target op= value`: the target's parts are evaluated once.
    fn augmented(&mut self, target: ExprId, op: BinaryOp, value: ExprId, span: Span) {
        let binary = FlowOp::Binary { op, inplace: true };
        let target_span = self.ast.span(target);
        match self.ast.expr(target) {
            ExprKind::Name(name) => {
                let old = self.load_name(name, target_span);
                let value = self.expr(value);
                let new = self.emit(binary, &[old, value], span);
                self.store_name(name, new, target_span);
            }
            ExprKind::Attribute { value: object, name } => {
                let object = self.expr(*object);
                let old = self.attribute(object, name, target_span);
                let value = self.expr(value);
                let new = self.emit(binary, &[old, value], span);
                self.store_attribute(object, name, new, target_span);
            }
            ExprKind::Subscript { value: object, index } => {
                let object = self.expr(*object);
                let index = self.expr(*index);
                let old = self.emit(FlowOp::GetItem, &[object, index], target_span);
                let value = self.expr(value);
                let new = self.emit(binary, &[old, value], span);
                self.emit0(FlowOp::SetItem, &[object, index, new], target_span);
            }
            _ => unreachable!("validation has seen the target"),
        }
    }

    fn delete(&mut self, target: ExprId) {
        match self.ast.expr(target) {
            ExprKind::Name(name) => self.delete_name(name, self.ast.span(target)),
            ExprKind::Tuple(targets) | ExprKind::List(targets) => {
                for &target in targets {
                    self.delete(target);
                }
            }
            ExprKind::Subscript { value: object, index } => {
                let object = self.expr(*object);
                let index = self.expr(*index);
                self.emit0(FlowOp::DelItem, &[object, index], self.ast.span(target));
            }
            ExprKind::Attribute { value, name } => {
                let object = self.expr(*value);
                if let Some(Constant::Module(_)) = self.constants.get(&object) {
                    let what = "deletions of attributes of modules".into();
                    return self.mistake(Mistake::NotYet { what, help: None }, self.ast.span(target));
                }
                let span = self.ast.span(target);
                self.emit0(FlowOp::DelAttr(name.clone()), &[object], span);
                if let Some(notes) = &self.world.namespaces {
                    self.note_attribute(notes.deleted, object, name, span);
                }
            }
            _ => unreachable!("validation has seen the target"),
        }
    }
}
