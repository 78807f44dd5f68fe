//! What Python rejects and the parser lets pass. Every mistake is reported.

use crate::ast::*;
use crate::errors::Mistake;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::Constant;
use naja_ir::source::Span;
use std::collections::HashSet;

/// CPython's limit for loops, `try` and `with` within each other.
const MAX_BLOCKS: u32 = 20;

/// Where a statement stands.
#[derive(Clone, Copy)]
struct Place {
    function: Option<Function>,
    in_class: bool,
    in_loop: bool,
    in_except: bool,
    blocks: u32,
}

#[derive(Clone, Copy, PartialEq)]
struct Function {
    is_async: bool,
}

pub fn module(ast: &Ast, mistakes: &mut Vec<Diagnostic>) {
    let place = Place { function: None, in_class: false, in_loop: false, in_except: false, blocks: 0 };
    let mut validator = Validator { ast, mistakes };
    validator.future_imports();
    validator.body(&ast.body, place);
}

struct Validator<'a> {
    ast: &'a Ast,
    mistakes: &'a mut Vec<Diagnostic>,
}

impl Validator<'_> {
    fn report(&mut self, mistake: Mistake, span: Span) {
        self.mistakes.push(mistake.at(span));
    }

    fn misplaced(&mut self, words: &str, span: Span) {
        self.report(Mistake::Misplaced(words.into()), span);
    }

    /// `from __future__ import ...` stands before everything else.
    fn future_imports(&mut self) {
        const FEATURES: &[&str] = &[
            "nested_scopes",
            "generators",
            "division",
            "absolute_import",
            "with_statement",
            "print_function",
            "unicode_literals",
            "barry_as_FLUFL",
            "generator_stop",
            "annotations",
        ];
        let is_future = |module: &Option<naja_ir::Name>| module.as_deref() == Some("__future__");
        let first = usize::from(self.ast.docstring(&self.ast.body).is_some());
        let mut at_beginning = true;
        for &id in self.ast.body.iter().skip(first) {
            match self.ast.stmt(id) {
                StmtKind::ImportFrom { module, names, level: 0 } if is_future(module) && at_beginning => {
                    for alias in names {
                        if !FEATURES.contains(&&*alias.name) {
                            let words = format!("future feature {} is not defined", alias.name);
                            self.report(Mistake::Future(words), alias.span);
                        } else if &*alias.name == "barry_as_FLUFL" {
                            self.report(Mistake::Future("not a chance".into()), alias.span);
                        }
                    }
                }
                _ => at_beginning = false,
            }
        }
        for (id, stmt) in self.ast.stmts.iter() {
            if let StmtKind::ImportFrom { module, level: 0, .. } = &stmt.kind
                && is_future(module)
            {
                let leading = self.ast.body.iter().skip(first).take_while(|&&id| {
                    matches!(self.ast.stmt(id), StmtKind::ImportFrom { module, level: 0, .. } if is_future(module))
                });
                if !leading.copied().any(|leading| leading == id) {
                    let words = "from __future__ imports must occur at the beginning of the file";
                    self.mistakes.push(Mistake::Future(words.into()).at(stmt.span));
                }
            }
        }
    }

    fn body(&mut self, body: &Body, place: Place) {
        for &stmt in body {
            self.stmt(stmt, place);
        }
    }

    /// A block that counts for CPython's limit.
    fn block(&mut self, body: &Body, place: Place) {
        if place.blocks == MAX_BLOCKS {
            if let Some(&first) = body.first() {
                self.report(Mistake::TooManyBlocks, self.ast.stmts[first].span);
            }
            return;
        }
        self.body(body, Place { blocks: place.blocks + 1, ..place });
    }

    fn stmt(&mut self, id: StmtId, place: Place) {
        let ast = self.ast;
        let span = ast.stmts[id].span;
        for e in ast.statement_exprs(id) {
            let takes_star = match ast.stmt(id) {
                StmtKind::Assign { targets, .. } => targets.contains(&e),
                StmtKind::For { target, .. } => *target == e,
                StmtKind::Delete(_) | StmtKind::ClassDef(_) | StmtKind::With { .. } => true,
                _ => false,
            };
            if !takes_star {
                self.no_star(e);
            }
            self.expr(e, place);
        }
        match ast.stmt(id) {
            StmtKind::Assign { targets, .. } => targets.iter().for_each(|&t| self.target(t, "assign to", true)),
            StmtKind::AugAssign { target, .. } => self.single_target(*target, "augmented assignment"),
            StmtKind::AnnAssign { target, .. } => self.single_target(*target, "annotation"),
            StmtKind::Delete(targets) => targets.iter().for_each(|&t| self.target(t, "delete", false)),
            StmtKind::Return(_) if place.function.is_none() => self.misplaced("'return' outside function", span),
            StmtKind::Break if !place.in_loop => self.misplaced("'break' outside loop", span),
            StmtKind::Continue if !place.in_loop => self.misplaced("'continue' not properly in loop", span),
            StmtKind::Raise { exc: None, .. } if !place.in_except => self.report(Mistake::BareRaise, span),
            StmtKind::Nonlocal(_) if place.function.is_none() && !place.in_class => {
                self.report(Mistake::Declaration("nonlocal declaration not allowed at module level".into()), span);
            }
            StmtKind::ImportFrom { names, .. } if place.function.is_some() || place.in_class => {
                if names.iter().any(|alias| &*alias.name == "*") {
                    self.misplaced("import * only allowed at module level", span);
                }
            }
            StmtKind::If { arms, orelse } => {
                arms.iter().map(|arm| &arm.1).chain([orelse]).for_each(|body| self.body(body, place));
            }
            StmtKind::While { body, orelse, .. } => {
                self.block(body, Place { in_loop: true, ..place });
                self.body(orelse, place);
            }
            StmtKind::For { target, body, orelse, is_async, .. } => {
                self.target(*target, "assign to", true);
                if *is_async && !place.function.is_some_and(|f| f.is_async) {
                    self.misplaced("'async for' outside async function", span);
                }
                self.block(body, Place { in_loop: true, ..place });
                self.body(orelse, place);
            }
            StmtKind::With { items, body, is_async } => {
                if *is_async && !place.function.is_some_and(|f| f.is_async) {
                    self.misplaced("'async with' outside async function", span);
                }
                items.iter().filter_map(|item| item.1).for_each(|t| self.target(t, "assign to", true));
                // Each item is a block of its own.
                self.block(body, Place { blocks: (place.blocks + items.len() as u32 - 1).min(MAX_BLOCKS), ..place });
            }
            StmtKind::Try(t) => self.try_statement(t, place),
            StmtKind::FunctionDef(f) => {
                let function = Some(Function { is_async: f.is_async });
                let inner = Place { function, in_class: false, in_loop: false, in_except: false, blocks: 0 };
                f.params.all().for_each(|p| self.binds(&p.name, p.span));
                self.binds(&f.name, f.name_span);
                self.body(&f.body, inner);
            }
            StmtKind::ClassDef(c) => {
                self.binds(&c.name, c.name_span);
                let inner = Place { function: None, in_class: true, in_loop: false, in_except: false, blocks: 0 };
                self.body(&c.body, inner);
            }
            StmtKind::Match { cases, .. } => {
                for (i, case) in cases.iter().enumerate() {
                    self.pattern(case.pattern);
                    if i + 1 < cases.len() && case.guard.is_none() {
                        self.must_refuse_some(case.pattern);
                    }
                    self.body(&case.body, place);
                }
            }
            StmtKind::Import(aliases) | StmtKind::ImportFrom { names: aliases, .. } => {
                aliases.iter().for_each(|a| self.binds(a.asname.as_ref().unwrap_or(&a.name), a.span));
            }
            _ => {}
        }
    }

    fn try_statement(&mut self, t: &Try, place: Place) {
        self.block(&t.body, place);
        for (i, handler) in t.handlers.iter().enumerate() {
            if handler.class.is_none() && i + 1 < t.handlers.len() {
                self.misplaced("default 'except:' must be last", handler.span);
            }
            if let Some(name) = &handler.name {
                self.binds(name, handler.span);
            }
            self.block(&handler.body, Place { in_except: true, ..place });
        }
        self.block(&t.orelse, place);
        self.block(&t.finalbody, place);
    }

    fn pattern(&mut self, root: PatternId) {
        let ast = self.ast;
        for id in ast.patterns_in(root) {
            let span = ast.patterns[id].span;
            match &ast.patterns[id].kind {
                PatternKind::Sequence(patterns) => {
                    let is_star = |id: &&PatternId| matches!(ast.patterns[**id].kind, PatternKind::Star(_));
                    if patterns.iter().filter(is_star).count() > 1 {
                        self.report(Mistake::Syntax("multiple starred names in sequence pattern".into()), span);
                    }
                    self.all_differ(patterns, None);
                }
                PatternKind::Mapping { items, rest } => {
                    self.all_differ(&items.iter().map(|item| item.1).collect::<Vec<_>>(), rest.as_ref());
                }
                PatternKind::Class { positional, keywords, .. } => {
                    let keywords = keywords.iter().map(|keyword| keyword.1);
                    self.all_differ(&positional.iter().copied().chain(keywords).collect::<Vec<_>>(), None);
                }
                PatternKind::As { pattern: Some(pattern), name } => self.all_differ(&[*pattern], name.as_ref()),
                PatternKind::Or(patterns) => {
                    let names = ast.pattern_names(patterns[0]);
                    if let Some(&other) = patterns.iter().find(|&&pattern| ast.pattern_names(pattern) != names) {
                        let words = "alternative patterns bind different names";
                        self.report(Mistake::Syntax(words.into()), ast.patterns[other].span);
                    }
                    patterns[..patterns.len() - 1].iter().for_each(|&pattern| self.must_refuse_some(pattern));
                }
                _ => {}
            }
        }
    }

    /// No name is bound by two of the patterns.
    fn all_differ(&mut self, patterns: &[PatternId], also: Option<&naja_ir::Name>) {
        let mut seen: HashSet<&naja_ir::Name> = also.into_iter().collect();
        for &pattern in patterns {
            let mut names = self.ast.pattern_names(pattern);
            names.dedup();
            for name in names {
                if !seen.insert(name) {
                    let words = format!("multiple assignments to name '{name}' in pattern");
                    self.report(Mistake::Syntax(words), self.ast.patterns[pattern].span);
                }
            }
        }
    }

    /// What stands behind a pattern that matches everything is never tried.
    fn must_refuse_some(&mut self, pattern: PatternId) {
        let mut at = pattern;
        loop {
            match &self.ast.patterns[at].kind {
                PatternKind::As { pattern: Some(inner), .. } => at = *inner,
                PatternKind::Or(patterns) => at = patterns[patterns.len() - 1],
                PatternKind::As { pattern: None, name } => {
                    let words = match name {
                        Some(name) => format!("name capture '{name}' makes remaining patterns unreachable"),
                        None => "wildcard makes remaining patterns unreachable".into(),
                    };
                    return self.report(Mistake::Syntax(words), self.ast.patterns[at].span);
                }
                _ => return,
            }
        }
    }

    fn binds(&mut self, name: &str, span: Span) {
        if name == "__debug__" {
            self.report(Mistake::BadTarget { action: "assign to", what: "__debug__" }, span);
        }
    }

    /// An assignment's target, or one of `del` (which takes no star).
    fn target(&mut self, root: ExprId, action: &'static str, stars: bool) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            let span = self.ast.span(id);
            match self.ast.expr(id) {
                ExprKind::Tuple(items) | ExprKind::List(items) => {
                    let starred = items.iter().filter(|&&item| matches!(self.ast.expr(item), ExprKind::Starred(_)));
                    if starred.count() > 1 && stars {
                        self.report(Mistake::Syntax("multiple starred expressions in assignment".into()), span);
                    }
                    stack.extend(items.iter().rev());
                }
                ExprKind::Starred(value) if stars => {
                    if id == root {
                        let words = "starred assignment target must be in a list or tuple";
                        self.report(Mistake::Syntax(words.into()), span);
                    }
                    stack.push(*value);
                }
                ExprKind::Name(name) => self.binds(name, span),
                ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
                other => self.report(Mistake::BadTarget { action, what: described(other) }, span),
            }
        }
    }

    /// The target of an augmented or annotated assignment.
    fn single_target(&mut self, id: ExprId, what: &str) {
        let span = self.ast.span(id);
        match self.ast.expr(id) {
            ExprKind::Name(name) => self.binds(name, span),
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => {}
            ExprKind::Tuple(_) if what == "annotation" => {
                self.report(Mistake::Syntax("only single target (not tuple) can be annotated".into()), span);
            }
            ExprKind::List(_) if what == "annotation" => {
                self.report(Mistake::Syntax("only single target (not list) can be annotated".into()), span);
            }
            _ if what == "annotation" => {
                self.report(Mistake::Syntax("illegal target for annotation".into()), span);
            }
            other => {
                let words = format!("'{}' is an illegal expression for {what}", described(other));
                self.report(Mistake::Syntax(words), span);
            }
        }
    }

    fn no_star(&mut self, id: ExprId) {
        if let ExprKind::Starred(_) = self.ast.expr(id) {
            self.report(Mistake::Syntax("can't use starred expression here".into()), self.ast.span(id));
        }
    }

    fn expr(&mut self, root: ExprId, place: Place) {
        let ast = self.ast;
        // Lambdas and generators are functions of their own.
        let mut stack = vec![(root, place)];
        while let Some((id, place)) = stack.pop() {
            let span = ast.span(id);
            let mut inner = place;
            match ast.expr(id) {
                ExprKind::Yield(_) | ExprKind::YieldFrom(_) if place.function.is_none() => {
                    self.misplaced("'yield' outside function", span);
                }
                ExprKind::Await(_) if !place.function.is_some_and(|f| f.is_async) => {
                    let words = match place.function {
                        Some(_) => "'await' outside async function",
                        None => "'await' outside function",
                    };
                    self.misplaced(words, span);
                }
                ExprKind::Lambda { params, .. } => {
                    params.all().for_each(|p| self.binds(&p.name, p.span));
                    inner.function = Some(Function { is_async: false });
                }
                ExprKind::Comprehension(c) => {
                    c.generators.iter().for_each(|g| self.target(g.target, "assign to", true));
                }
                ExprKind::Named { target, .. } => match ast.expr(*target) {
                    ExprKind::Name(name) => self.binds(name, span),
                    other => {
                        let words = format!("cannot use assignment expressions with {}", described(other));
                        self.report(Mistake::Syntax(words), span);
                    }
                },
                ExprKind::Call { keywords, .. } => {
                    keywords.iter().for_each(|k| self.binds(k.name.as_deref().unwrap_or_default(), k.span));
                }
                _ => {}
            }
            let children = ast.children(id);
            match ast.expr(id) {
                ExprKind::Tuple(_) | ExprKind::List(_) | ExprKind::Set(_) | ExprKind::Call { .. } => {}
                ExprKind::Comprehension(c) => {
                    if let ExprKind::Starred(_) = ast.expr(c.item) {
                        let words = "iterable unpacking cannot be used in comprehension";
                        self.report(Mistake::Syntax(words.into()), ast.span(c.item));
                    }
                }
                _ => children.iter().for_each(|&child| self.no_star(child)),
            }
            stack.extend(children.into_iter().rev().map(|child| (child, inner)));
        }
    }
}

/// An expression in the words of CPython's messages.
fn described(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::Constant(Constant::None) => "None",
        ExprKind::Constant(Constant::Bool(true)) => "True",
        ExprKind::Constant(Constant::Bool(false)) => "False",
        ExprKind::Constant(Constant::Ellipsis) => "ellipsis",
        ExprKind::Constant(_) | ExprKind::Complex => "literal",
        ExprKind::Name(_) => "name",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::List(_) => "list",
        ExprKind::Set(_) => "set display",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::And(_) | ExprKind::Or(_) | ExprKind::Binary { .. } | ExprKind::Unary { .. } => "expression",
        ExprKind::Named { .. } => "named expression",
        ExprKind::Compare { .. } => "comparison",
        ExprKind::Call { .. } => "function call",
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Slice(_) => "slice",
        ExprKind::Starred(_) => "starred",
        ExprKind::Conditional { .. } => "conditional expression",
        ExprKind::Lambda { .. } => "lambda",
        ExprKind::Comprehension(c) => match c.kind {
            ComprehensionKind::List => "list comprehension",
            ComprehensionKind::Set => "set comprehension",
            ComprehensionKind::Dict => "dict comprehension",
            ComprehensionKind::Generator => "generator expression",
        },
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::Await(_) => "await expression",
        ExprKind::Joined(_) | ExprKind::Formatted { .. } => "f-string expression",
    }
}
