//! A class statement makes one class, however often it runs. Where a second run could be
//! told from CPython's, which makes another class, it raises:
//!
//! ```text
//! global made of A
//! if made of A: raise NotImplementedError(...)
//! else: made of A = True
//! ```
//!
//! is put in front of the body of each class whose statement stands in a function that does more
//! with the class than to make objects of it, to derive from it and to ask for its attributes.
//! One in a loop of the module is refused.

use crate::ast::*;
use crate::errors::Mistake;
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::Constant;
use naja_ir::source::Span;
use std::collections::HashSet;

/// Decorators from here give the class back, and keep it nowhere.
const HARMLESS: &[&str] = &["dataclasses", "functools", "enum", "typing"];
/// Builtins that only look at the classes that they are given.
const LOOKING: &[&str] = &["isinstance", "issubclass", "super"];

pub fn module(ast: &mut Ast, mistakes: &mut Vec<Diagnostic>) {
    if !ast.stmts.values().any(|stmt| matches!(stmt.kind, StmtKind::ClassDef(_))) {
        return;
    }
    let origins = Origins::of(ast);
    let mut flags = Vec::new();
    for (class, in_function) in classes(ast, &origins) {
        match in_function {
            true => flags.push(guard(ast, class, flags.len())),
            false => {
                let help = Some("move the class in front of the loop".into());
                let what = "class statements in a loop".into();
                mistakes.push(Mistake::NotYet { what, help }.at(ast.class_def(class).name_span));
            }
        }
    }
    let at = usize::from(ast.docstring(&ast.body).is_some());
    for (flag, span) in flags {
        let value = constant(ast, Constant::Bool(false), span);
        let assign = assign(ast, flag, value, span);
        ast.body.insert(at, assign);
    }
}

/// The classes whose statements must not run twice, and whether each is in a function.
fn classes(ast: &Ast, origins: &Origins) -> Vec<(StmtId, bool)> {
    let mut found = Vec::new();
    let mut stack: Vec<(StmtId, Option<&Body>, bool)> = ast.body.iter().rev().map(|&id| (id, None, false)).collect();
    while let Some((id, function, is_repeated)) = stack.pop() {
        match ast.stmt(id) {
            StmtKind::FunctionDef(def) => stack.extend(def.body.iter().rev().map(|&id| (id, Some(&def.body), false))),
            StmtKind::ClassDef(def) => {
                let is_kept = match function {
                    Some(body) => is_kept(ast, origins, def, body),
                    None => is_repeated,
                };
                if is_kept {
                    found.push((id, function.is_some()));
                }
                // What stands directly in its body runs as often as the body does.
                let is_function = |id: &&StmtId| matches!(ast.stmt(**id), StmtKind::FunctionDef(_));
                stack.extend(def.body.iter().rev().filter(is_function).map(|&id| (id, function, false)));
            }
            kind => {
                let is_repeated = is_repeated || matches!(kind, StmtKind::For { .. } | StmtKind::While { .. });
                stack.extend(ast.blocks(id).into_iter().flatten().rev().map(|&id| (id, function, is_repeated)));
            }
        }
    }
    found
}

/// Can the class itself be seen by anything that outlives the run of the function?
fn is_kept(ast: &Ast, origins: &Origins, class: &ClassDef, body: &Body) -> bool {
    let harmless = |&e: &ExprId| {
        let callee = if let ExprKind::Call { func, .. } = ast.expr(e) { *func } else { e };
        origins.meaning(ast, callee).is_some_and(|(module, _)| HARMLESS.contains(&module))
    };
    let is_announced =
        |stmt: &Stmt| matches!(&stmt.kind, StmtKind::FunctionDef(def) if &*def.name == "__init_subclass__");
    let announces = !class.bases.is_empty() && ast.stmts.values().any(is_announced);
    if announces || !class.keywords.is_empty() || !class.decorators.iter().all(harmless) {
        return true;
    }
    let has_classes = class.body.iter().any(|&id| matches!(ast.stmt(id), StmtKind::ClassDef(_)));
    let (mut named, mut harmless) = (Vec::new(), HashSet::new());
    let mut stack: Vec<StmtId> = body.clone();
    while let Some(id) = stack.pop() {
        let mut exprs = ast.statement_exprs(id);
        match ast.stmt(id) {
            StmtKind::FunctionDef(def) => stack.extend(&def.body),
            StmtKind::ClassDef(def) => {
                stack.extend(&def.body);
                harmless.extend(def.bases.iter().copied());
            }
            StmtKind::Global(names) | StmtKind::Nonlocal(names) if names.contains(&class.name) => return true,
            StmtKind::Try(t) => t.handlers.iter().filter_map(|h| h.class).for_each(|e| look(ast, e, &mut harmless)),
            StmtKind::Raise { exc: Some(exc), .. } => harmless.extend([*exc]),
            StmtKind::Match { cases, .. } => {
                let patterns = cases.iter().flat_map(|case| ast.patterns_in(case.pattern));
                harmless.extend(patterns.filter_map(|pattern| match ast.patterns[pattern].kind {
                    PatternKind::Class { class, .. } => Some(class),
                    _ => None,
                }));
            }
            _ => {}
        }
        stack.extend(ast.blocks(id).into_iter().flatten());
        while let Some(e) = exprs.pop() {
            match ast.expr(e) {
                ExprKind::Name(name) if *name == class.name => named.push(e),
                ExprKind::Call { func, args, .. } => {
                    harmless.insert(*func);
                    if matches!(ast.expr(*func), ExprKind::Name(name) if LOOKING.contains(&&**name)) {
                        args.iter().for_each(|&arg| look(ast, arg, &mut harmless));
                    }
                }
                ExprKind::Attribute { value, .. } if !has_classes => harmless.extend([*value]),
                ExprKind::Subscript { value, .. } => harmless.extend([*value]),
                ExprKind::Compare { left, rest } => harmless.extend(rest.iter().map(|r| r.1).chain([*left])),
                _ => {}
            }
            exprs.extend(ast.children(e));
        }
    }
    named.iter().any(|e| !harmless.contains(e))
}

/// A class, or a tuple of classes, of which only their objects are asked.
fn look(ast: &Ast, e: ExprId, harmless: &mut HashSet<ExprId>) {
    harmless.insert(e);
    if let ExprKind::Tuple(items) = ast.expr(e) {
        harmless.extend(items);
    }
}

/// Puts the test in front of a class's body. The variable that it asks has a name that no
/// program can write.
fn guard(ast: &mut Ast, id: StmtId, number: usize) -> (Name, Span) {
    let def = ast.class_def(id);
    let (name, span) = (def.name.clone(), def.name_span);
    let at = usize::from(ast.docstring(&def.body).is_some());
    let flag: Name = format!("_made {name} {number}").into();
    let text = format!("class '{name}' is made a second time: naja makes one class of a class statement");
    let text = constant(ast, Constant::Str(text.into()), span);
    let func = expr(ast, ExprKind::Name("NotImplementedError".into()), span);
    let call = expr(ast, ExprKind::Call { func, args: vec![text], keywords: Vec::new() }, span);
    let raise = stmt(ast, StmtKind::Raise { exc: Some(call), cause: None }, span);
    let value = constant(ast, Constant::Bool(true), span);
    let assign = assign(ast, flag.clone(), value, span);
    let test = expr(ast, ExprKind::Name(flag.clone()), span);
    let test = stmt(ast, StmtKind::If { arms: vec![(test, vec![raise])], orelse: vec![assign] }, span);
    let global = stmt(ast, StmtKind::Global(vec![flag.clone()]), span);
    if let StmtKind::ClassDef(def) = &mut ast.stmts[id].kind {
        def.is_kept = true;
        def.body.splice(at..at, [global, test]);
    }
    (flag, span)
}

fn assign(ast: &mut Ast, name: Name, value: ExprId, span: Span) -> StmtId {
    let target = expr(ast, ExprKind::Name(name), span);
    stmt(ast, StmtKind::Assign { targets: vec![target], value }, span)
}

fn constant(ast: &mut Ast, constant: Constant, span: Span) -> ExprId {
    expr(ast, ExprKind::Constant(constant), span)
}

fn expr(ast: &mut Ast, kind: ExprKind, span: Span) -> ExprId {
    ast.exprs.push(Expr { span, kind })
}

fn stmt(ast: &mut Ast, kind: StmtKind, span: Span) -> StmtId {
    ast.stmts.push(Stmt { span, kind })
}
