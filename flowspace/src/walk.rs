//! Ways through the syntax tables, without recursion over expressions.

use crate::ast::*;

impl Ast {
    /// The parts of an expression in the order in which Python evaluates them,
    /// those of inner scopes (a lambda's body, a comprehension) included.
    pub fn children(&self, id: ExprId) -> Vec<ExprId> {
        match self.expr(id) {
            ExprKind::Constant(_) | ExprKind::Complex | ExprKind::Name(_) => Vec::new(),
            ExprKind::Tuple(items)
            | ExprKind::List(items)
            | ExprKind::Set(items)
            | ExprKind::And(items)
            | ExprKind::Or(items)
            | ExprKind::Joined(items) => items.clone(),
            ExprKind::Dict(items) => items.iter().flat_map(|&(k, v)| k.into_iter().chain([v])).collect(),
            ExprKind::Named { target, value } => vec![*value, *target],
            ExprKind::Binary { left, right, .. } => vec![*left, *right],
            ExprKind::Unary { operand, .. } => vec![*operand],
            ExprKind::Compare { left, rest } => std::iter::once(*left).chain(rest.iter().map(|r| r.1)).collect(),
            ExprKind::Call { func, args, keywords } => {
                std::iter::once(*func).chain(args.iter().copied()).chain(keywords.iter().map(|k| k.value)).collect()
            }
            ExprKind::Attribute { value, .. } | ExprKind::Starred(value) => vec![*value],
            ExprKind::Subscript { value, index } => vec![*value, *index],
            ExprKind::Slice(parts) => parts.iter().flatten().copied().collect(),
            ExprKind::Conditional { test, body, orelse } => vec![*test, *body, *orelse],
            ExprKind::Lambda { params, body } => params.defaults().chain([*body]).collect(),
            ExprKind::Comprehension(c) => {
                let generators = c.generators.iter();
                let parts = generators.flat_map(|g| [g.iter, g.target].into_iter().chain(g.conditions.iter().copied()));
                parts.chain([c.item]).chain(c.value).collect()
            }
            ExprKind::Yield(value) => value.iter().copied().collect(),
            ExprKind::YieldFrom(value) | ExprKind::Await(value) => vec![*value],
            ExprKind::Formatted { value, spec, .. } => std::iter::once(*value).chain(*spec).collect(),
        }
    }

    /// Visits an expression and its parts, in evaluation order as far as parents
    /// allow; `visit` says whether to go into the parts.
    pub fn walk(&self, root: ExprId, mut visit: impl FnMut(ExprId) -> bool) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            if visit(id) {
                stack.extend(self.children(id).into_iter().rev());
            }
        }
    }

    /// The expressions that stand directly in a statement, in evaluation order;
    /// annotations are not evaluated, and are not among them.
    pub fn statement_exprs(&self, id: StmtId) -> Vec<ExprId> {
        match self.stmt(id) {
            StmtKind::Expr(e) => vec![*e],
            StmtKind::Assign { targets, value } => std::iter::once(*value).chain(targets.iter().copied()).collect(),
            StmtKind::AugAssign { target, value, .. } => vec![*target, *value],
            StmtKind::AnnAssign { target, value, .. } => value.iter().copied().chain([*target]).collect(),
            StmtKind::Return(value) => value.iter().copied().collect(),
            StmtKind::Delete(targets) => targets.clone(),
            StmtKind::If { arms, .. } => arms.iter().map(|arm| arm.0).collect(),
            StmtKind::While { test, .. } => vec![*test],
            StmtKind::For { target, iter, .. } => vec![*iter, *target],
            StmtKind::Try(t) => t.handlers.iter().filter_map(|h| h.class).collect(),
            StmtKind::Raise { exc, cause } => exc.iter().chain(cause).copied().collect(),
            StmtKind::Assert { test, message } => std::iter::once(*test).chain(*message).collect(),
            StmtKind::FunctionDef(f) => f.decorators.iter().copied().chain(f.params.defaults()).collect(),
            StmtKind::ClassDef(c) => {
                let keywords = c.keywords.iter().map(|k| k.value);
                c.decorators.iter().chain(&c.bases).copied().chain(keywords).collect()
            }
            StmtKind::With { items, .. } => items.iter().flat_map(|&(e, t)| std::iter::once(e).chain(t)).collect(),
            StmtKind::Match { subject, cases } => {
                std::iter::once(*subject).chain(cases.iter().filter_map(|c| c.guard)).collect()
            }
            StmtKind::TypeAlias
            | StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_)
            | StmtKind::Pass
            | StmtKind::Break
            | StmtKind::Continue => Vec::new(),
        }
    }

    /// The blocks of a compound statement that belong to the same scope.
    pub fn blocks(&self, id: StmtId) -> Vec<&Body> {
        match self.stmt(id) {
            StmtKind::If { arms, orelse } => arms.iter().map(|arm| &arm.1).chain([orelse]).collect(),
            StmtKind::While { body, orelse, .. } | StmtKind::For { body, orelse, .. } => vec![body, orelse],
            StmtKind::Try(t) => std::iter::once(&t.body)
                .chain(t.handlers.iter().map(|h| &h.body))
                .chain([&t.orelse, &t.finalbody])
                .collect(),
            StmtKind::With { body, .. } => vec![body],
            StmtKind::Match { cases, .. } => cases.iter().map(|c| &c.body).collect(),
            _ => Vec::new(),
        }
    }
}
