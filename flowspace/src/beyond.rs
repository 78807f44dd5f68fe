//! What naja does not compile yet, and what it never will: one error for each,
//! by name. What lies inside such a construct is not looked at.

use crate::ast::*;
use crate::errors::Mistake;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::Constant;
use naja_ir::source::Span;

pub fn module(ast: &Ast, mistakes: &mut Vec<Diagnostic>) {
    let mut check = Check { ast, mistakes };
    check.body(&ast.body);
}

struct Check<'a> {
    ast: &'a Ast,
    mistakes: &'a mut Vec<Diagnostic>,
}

impl Check<'_> {
    fn not_yet(&mut self, what: &str, span: Span) {
        self.mistakes.push(Mistake::NotYet { what: what.into(), help: None }.at(span));
    }

    fn body(&mut self, body: &Body) {
        for &stmt in body {
            self.stmt(stmt);
        }
    }

    fn stmt(&mut self, id: StmtId) {
        let ast = self.ast;
        let span = ast.stmts[id].span;
        match ast.stmt(id) {
            StmtKind::FunctionDef(f) if f.is_async => {
                let what = "async functions".into();
                let help = "there is no event loop; write an ordinary function".into();
                return self.mistakes.push(Mistake::Never { what, help }.at(f.name_span));
            }
            StmtKind::FunctionDef(f) => {
                f.decorators.iter().for_each(|&decorator| self.expr(decorator));
                f.params.defaults().for_each(|default| self.expr(default));
                self.body(&f.body);
                return;
            }
            StmtKind::ClassDef(c) => {
                ast.statement_exprs(id).into_iter().for_each(|e| self.expr(e));
                self.body(&c.body);
                return;
            }
            StmtKind::With { is_async: true, .. } => {
                return self.not_yet("`async with` statements", keyword(span, "async"));
            }
            StmtKind::For { is_async: true, .. } => {
                return self.not_yet("`async for` loops", keyword(span, "async"));
            }
            StmtKind::Try(t) if t.is_group => {
                return self
                    .not_yet("`except*` clauses", t.handlers.first().map_or(span, |h| keyword(h.span, "except*")));
            }
            StmtKind::Delete(targets) => {
                for &target in targets {
                    self.deletion(target);
                }
                return;
            }
            StmtKind::Assign { targets, value } if self.is_all(targets) => match ast.expr(*value) {
                ExprKind::List(items) | ExprKind::Tuple(items)
                    if items.iter().all(|&item| matches!(ast.expr(item), ExprKind::Constant(Constant::Str(_)))) =>
                {
                    return;
                }
                _ => return self.mistakes.push(Mistake::DynamicAll.at(span)),
            },
            StmtKind::AugAssign { target, .. } if self.is_all(std::slice::from_ref(target)) => {
                return self.mistakes.push(Mistake::DynamicAll.at(span));
            }
            _ => {}
        }
        let targets = match ast.stmt(id) {
            StmtKind::Assign { targets, .. } => targets.as_slice(),
            StmtKind::For { target, .. } => std::slice::from_ref(target),
            _ => &[],
        };
        let context_targets: Vec<ExprId> = match ast.stmt(id) {
            StmtKind::With { items, .. } => items.iter().filter_map(|item| item.1).collect(),
            _ => Vec::new(),
        };
        for e in ast.statement_exprs(id) {
            match targets.contains(&e) || context_targets.contains(&e) {
                true => self.target(e),
                false => self.expr(e),
            }
        }
        for body in ast.blocks(id) {
            self.body(body);
        }
    }

    fn is_all(&self, targets: &[ExprId]) -> bool {
        targets.iter().any(|&target| matches!(self.ast.expr(target), ExprKind::Name(name) if &**name == "__all__"))
    }

    fn deletion(&mut self, root: ExprId) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            match self.ast.expr(id) {
                ExprKind::Tuple(items) | ExprKind::List(items) => stack.extend(items.iter().rev()),
                _ => self.expr(id),
            }
        }
    }

    fn expr(&mut self, root: ExprId) {
        let ast = self.ast;
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            if self.expr_itself(id) {
                stack.extend(ast.children(id).into_iter().rev());
            }
        }
    }

    /// What an assignment is to: brackets around targets are no lists.
    fn target(&mut self, root: ExprId) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            match self.ast.expr(id) {
                ExprKind::Tuple(items) | ExprKind::List(items) => stack.extend(items.iter().rev()),
                ExprKind::Starred(value) => stack.push(*value),
                _ => self.expr(id),
            }
        }
    }

    /// Is what it consists of to be looked at?
    fn expr_itself(&mut self, id: ExprId) -> bool {
        let span = self.ast.span(id);
        let what = match self.ast.expr(id) {
            ExprKind::Complex => "complex literals",
            ExprKind::Await(_) => {
                let what = "`await`".into();
                let help = "there is no event loop; write an ordinary call".into();
                self.mistakes.push(Mistake::Never { what, help }.at(span));
                return false;
            }
            _ => return true,
        };
        self.not_yet(what, span);
        false
    }
}

/// The keyword that a statement begins with.
fn keyword(span: Span, word: &str) -> Span {
    Span { end: span.start + word.len() as u32, ..span }
}
