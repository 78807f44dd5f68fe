//! Ways through the syntax tables, without recursion over expressions.

use crate::ast::*;
use naja_ir::Name;

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
                let of_case = |case: &MatchCase| self.pattern_exprs(case.pattern).into_iter().chain(case.guard);
                std::iter::once(*subject).chain(cases.iter().flat_map(of_case)).collect()
            }
            StmtKind::Import(_)
            | StmtKind::ImportFrom { .. }
            | StmtKind::Global(_)
            | StmtKind::Nonlocal(_)
            | StmtKind::Pass
            | StmtKind::Break
            | StmtKind::Continue => Vec::new(),
        }
    }

    /// The patterns in a pattern, itself first, in the order of the text.
    pub fn patterns_in(&self, root: PatternId) -> Vec<PatternId> {
        let mut found = Vec::new();
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            found.push(id);
            let before = stack.len();
            match &self.patterns[id].kind {
                PatternKind::Value(_) | PatternKind::Singleton(_) | PatternKind::Star(_) => {}
                PatternKind::Sequence(patterns) | PatternKind::Or(patterns) => stack.extend(patterns),
                PatternKind::Mapping { items, .. } => stack.extend(items.iter().map(|item| item.1)),
                PatternKind::Class { positional, keywords, .. } => {
                    stack.extend(positional.iter().copied().chain(keywords.iter().map(|k| k.1)));
                }
                PatternKind::As { pattern, .. } => stack.extend(pattern),
            }
            stack[before..].reverse();
        }
        found
    }

    /// The expressions in a pattern.
    pub fn pattern_exprs(&self, root: PatternId) -> Vec<ExprId> {
        let of = |id: PatternId| match &self.patterns[id].kind {
            PatternKind::Value(value) => vec![*value],
            PatternKind::Mapping { items, .. } => items.iter().map(|item| item.0).collect(),
            PatternKind::Class { class, .. } => vec![*class],
            _ => Vec::new(),
        };
        self.patterns_in(root).into_iter().flat_map(of).collect()
    }

    /// The names that a pattern binds, in order, each as often as it stands there.
    pub fn pattern_names(&self, root: PatternId) -> Vec<&Name> {
        let mut names: Vec<&Name> = self.patterns_in(root).into_iter().filter_map(|id| self.pattern_name(id)).collect();
        names.sort();
        names
    }

    /// The name that a pattern itself binds.
    pub fn pattern_name(&self, id: PatternId) -> Option<&Name> {
        match &self.patterns[id].kind {
            PatternKind::Star(name) | PatternKind::Mapping { rest: name, .. } | PatternKind::As { name, .. } => {
                name.as_ref()
            }
            _ => None,
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
