//! Attributes of functions (`wrapper.calls = 0`), and what `functools.wraps` gives to one. A `def`
//! that has any makes an object for them, which the function has as the default of a parameter:
//!
//! ```text
//! def wrapper(*args):                 def wrapper(*args, (attributes)=Attributes("wrapper", None)):
//!     wrapper.calls += 1                  (attributes).calls += 1
//! ```
//!
//! No program can write the name of that parameter. What asks a function for an attribute finds it
//! there ([`Function::attributes`](naja_ir::flow::Function::attributes)). Whether a `def` has any is
//! told by its name: something is assigned to an attribute of it, or a decorator does that to what
//! it is given.

use crate::ast::*;
use crate::builtin_bases;
use crate::decorators::add_bound;
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::flow::{ATTRIBUTES, Constant, ParamKind};
use naja_ir::source::Span;
use std::collections::{HashMap, HashSet};

/// The module with the classes of those objects.
const MODULE: &str = "__functions__";

pub fn module(ast: &mut Ast) {
    let origins = Origins::of(ast);
    let given = given_attributes(ast, &origins);
    if given.is_empty() && !origins.imports("functools") {
        return;
    }
    let markers: HashSet<Name> = ast.stmts.keys().filter_map(|id| marker(ast, id, &given)).collect();
    let mut found = Vec::new();
    let mut scopes = vec![ast.body.clone()];
    while let Some(body) = scopes.pop() {
        let (mut defs, mut bound) = (Vec::new(), HashMap::new());
        let mut stack: Vec<StmtId> = body.iter().rev().copied().collect();
        while let Some(id) = stack.pop() {
            add_bound(ast, id, &mut bound);
            match ast.stmt(id) {
                StmtKind::FunctionDef(def) => {
                    defs.push(id);
                    scopes.push(def.body.clone());
                }
                StmtKind::ClassDef(def) => scopes.extend(methods(ast, &def.body)),
                _ => stack.extend(ast.blocks(id).into_iter().flatten().rev()),
            }
        }
        for id in defs {
            let def = ast.function_def(id);
            let wrapped = def.decorators.iter().find_map(|&decorator| wrapped(ast, &origins, decorator));
            let is_plain = def.decorators.is_empty() || wrapped.is_some() && def.decorators.len() == 1;
            let is_marked = def.decorators.iter().any(|&decorator| is_marker(ast, decorator, &markers));
            if wrapped.is_some() || is_marked || is_plain && given.contains(&def.name) {
                found.push((id, wrapped, is_plain && bound.get(&def.name) == Some(&1)));
            }
        }
    }
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|(id, ..)| ast.stmts[*id].span.start);
    for (id, wrapped, is_known_inside) in found {
        if is_known_inside {
            rename_inside(ast, id);
        }
        add_parameter(ast, id, wrapped);
    }
    builtin_bases::import(ast, MODULE);
}

/// The functions in the body of a class have scopes of their own.
fn methods(ast: &Ast, body: &Body) -> Vec<Body> {
    let bodies = body.iter().filter_map(|&stmt| match ast.stmt(stmt) {
        StmtKind::FunctionDef(def) => Some(def.body.clone()),
        _ => None,
    });
    bodies.collect()
}

/// The names to whose attributes something is assigned.
fn given_attributes(ast: &Ast, origins: &Origins) -> HashSet<Name> {
    let mut given = HashSet::new();
    for expr in ast.exprs.values() {
        if let ExprKind::Call { func, args, .. } = &expr.kind
            && origins.meaning(ast, *func) == Some(("functools", "update_wrapper"))
            && let Some(ExprKind::Name(name)) = args.first().map(|&arg| ast.expr(arg))
        {
            given.insert(name.clone());
        }
    }
    for stmt in ast.stmts.values() {
        let targets = match &stmt.kind {
            StmtKind::Assign { targets, .. } => targets.as_slice(),
            StmtKind::AugAssign { target, .. } => std::slice::from_ref(target),
            _ => continue,
        };
        for &target in targets {
            if let ExprKind::Attribute { value, .. } = ast.expr(target)
                && let ExprKind::Name(name) = ast.expr(*value)
            {
                given.insert(name.clone());
            }
        }
    }
    given
}

/// A function that assigns to attributes of a parameter, its own or one of a function inside.
fn marker(ast: &Ast, id: StmtId, given: &HashSet<Name>) -> Option<Name> {
    let StmtKind::FunctionDef(outer) = ast.stmt(id) else { return None };
    let inner = outer.body.iter().filter_map(|&stmt| match ast.stmt(stmt) {
        StmtKind::FunctionDef(def) => Some(&**def),
        _ => None,
    });
    let mut params = std::iter::once(&**outer).chain(inner).flat_map(|def| def.params.all());
    params.any(|param| given.contains(&param.name)).then(|| outer.name.clone())
}

fn is_marker(ast: &Ast, decorator: ExprId, markers: &HashSet<Name>) -> bool {
    match ast.expr(decorator) {
        ExprKind::Call { func, .. } => is_marker(ast, *func, markers),
        ExprKind::Name(name) => markers.contains(name),
        _ => false,
    }
}

/// The function in `@wraps(function)`.
fn wrapped(ast: &Ast, origins: &Origins, decorator: ExprId) -> Option<ExprId> {
    match ast.expr(decorator) {
        ExprKind::Call { func, args, .. } if origins.meaning(ast, *func) == Some(("functools", "wraps")) => {
            args.first().copied()
        }
        _ => None,
    }
}

/// In its own body the function finds its attributes in the parameter.
fn rename_inside(ast: &mut Ast, id: StmtId) {
    let def = ast.function_def(id);
    let mut bound = HashMap::new();
    let mut stack = def.body.clone();
    while let Some(stmt) = stack.pop() {
        add_bound(ast, stmt, &mut bound);
        stack.extend(ast.blocks(stmt).into_iter().flatten());
        if let StmtKind::FunctionDef(inner) = ast.stmt(stmt) {
            stack.extend(&inner.body);
        }
    }
    def.params.all().for_each(|param| *bound.entry(param.name.clone()).or_default() += 1);
    let (first, last) = (def.body[0], def.body[def.body.len() - 1]);
    let (start, end) = (ast.stmts[first].span.start, ast.stmts[last].span.end);
    let name = def.name.clone();
    if bound.contains_key(&name) {
        return;
    }
    let is_inside = |span: Span| start <= span.start && span.end <= end;
    let is_it = |id: ExprId| matches!(ast.expr(id), ExprKind::Name(own) if *own == name);
    let asked = ast.exprs.values().filter_map(|expr| match expr.kind {
        ExprKind::Attribute { value, .. } if is_inside(expr.span) && is_it(value) => Some(value),
        _ => None,
    });
    for value in asked.collect::<Vec<_>>() {
        ast.exprs[value].kind = ExprKind::Name(ATTRIBUTES.into());
    }
}

fn add_parameter(ast: &mut Ast, id: StmtId, wrapped: Option<ExprId>) {
    let def = ast.function_def(id);
    let (name, span) = (def.name.clone(), def.name_span);
    let doc = ast.docstring(&def.body).cloned().map_or(Constant::None, Constant::Str);
    let mut expr = |kind| ast.exprs.push(Expr { span, kind });
    let module = expr(ExprKind::Name(MODULE.into()));
    let class = if wrapped.is_some() { "Wrapped" } else { "Attributes" };
    let func = expr(ExprKind::Attribute { value: module, name: class.into() });
    let texts = [expr(ExprKind::Constant(Constant::Str(name))), expr(ExprKind::Constant(doc))];
    let args = wrapped.into_iter().chain(texts).collect();
    let default = expr(ExprKind::Call { func, args, keywords: Vec::new() });
    let param = Parameter {
        name: ATTRIBUTES.into(),
        span,
        kind: ParamKind::KeywordOnly,
        annotation: None,
        default: Some(default),
    };
    if let StmtKind::FunctionDef(def) = &mut ast.stmts[id].kind {
        def.params.list.push(param);
    }
}
