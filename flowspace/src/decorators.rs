//! Decorators that give back what they are given, as those that list functions or
//! classes in a registry: what they decorate stays what it is, and is known by its name.

use crate::ast::*;
use crate::definite::target_names;
use naja_ir::Name;
use std::collections::HashMap;

/// Marks each `def` and class statement whose decorators all give it back.
pub fn module(ast: &mut Ast) {
    let decorators = |ast: &Ast, id: StmtId| match ast.stmt(id) {
        StmtKind::FunctionDef(def) => def.decorators.clone(),
        StmtKind::ClassDef(def) => def.decorators.clone(),
        _ => Vec::new(),
    };
    let decorated: Vec<StmtId> = ast.stmts.keys().filter(|&id| !decorators(ast, id).is_empty()).collect();
    if decorated.is_empty() {
        return;
    }
    let bound = bound_names(ast);
    for id in decorated {
        let all = decorators(ast, id).into_iter().all(|decorator| gives_back(ast, decorator, &bound));
        match &mut ast.stmts[id].kind {
            StmtKind::FunctionDef(def) => def.is_given_back = all,
            StmtKind::ClassDef(def) => def.is_given_back = all,
            _ => unreachable!("only these are decorated"),
        }
    }
}

fn gives_back(ast: &Ast, decorator: ExprId, bound: &HashMap<Name, u32>) -> bool {
    let named = |id: ExprId| match ast.expr(id) {
        ExprKind::Name(name) if bound.get(name) == Some(&1) => function(ast, &ast.body, name),
        _ => None,
    };
    match *ast.expr(decorator) {
        ExprKind::Call { func, .. } => named(func).is_some_and(|outer| {
            let Some(name) = returned(ast, outer) else { return false };
            let is_param = outer.params.all().any(|param| param.name == *name);
            let inner = function(ast, &outer.body, name).filter(|_| !is_param && !is_rebound(ast, outer, name, 1));
            inner.is_some_and(|inner| gives_its_argument(ast, inner))
        }),
        _ => named(decorator).is_some_and(|def| gives_its_argument(ast, def)),
    }
}

/// The undecorated `def` of a name among the statements of a body.
fn function<'a>(ast: &'a Ast, body: &Body, name: &Name) -> Option<&'a FunctionDef> {
    body.iter().find_map(|&stmt| match ast.stmt(stmt) {
        StmtKind::FunctionDef(def) if def.target == *name && def.decorators.is_empty() && !def.is_async => Some(&**def),
        _ => None,
    })
}

fn gives_its_argument(ast: &Ast, def: &FunctionDef) -> bool {
    let Some(first) = def.params.list.first() else { return false };
    returned(ast, def) == Some(&first.name) && !is_rebound(ast, def, &first.name, 0)
}

/// The name that a function returns, wherever it returns.
fn returned<'a>(ast: &'a Ast, def: &FunctionDef) -> Option<&'a Name> {
    let name_of = |stmt: StmtId| match ast.stmt(stmt) {
        StmtKind::Return(Some(value)) => match ast.expr(*value) {
            ExprKind::Name(name) => Some(name),
            _ => None,
        },
        _ => None,
    };
    let last = name_of(*def.body.last()?)?;
    let own = own_statements(ast, &def.body);
    let is_other = |&stmt: &StmtId| matches!(ast.stmt(stmt), StmtKind::Return(_)) && name_of(stmt) != Some(last);
    let yields = own.iter().flat_map(|&stmt| ast.statement_exprs(stmt)).any(|e| {
        let mut found = false;
        ast.walk(e, |e| {
            found |= matches!(ast.expr(e), ExprKind::Yield(_) | ExprKind::YieldFrom(_));
            true
        });
        found
    });
    (!yields && !own.iter().any(is_other)).then_some(last)
}

/// Do the statements of a function, or of those inside it, bind the name more often?
fn is_rebound(ast: &Ast, def: &FunctionDef, name: &Name, times: u32) -> bool {
    let mut bound = HashMap::new();
    let own = own_statements(ast, &def.body);
    own.iter().for_each(|&stmt| add_bound(ast, stmt, &mut bound));
    let is_shared = |stmt: &Stmt| matches!(&stmt.kind, StmtKind::Nonlocal(names) if names.contains(name));
    bound.get(name).copied().unwrap_or(0) > times || ast.stmts.values().any(is_shared)
}

/// The statements of a function that are of its own scope.
fn own_statements(ast: &Ast, body: &Body) -> Vec<StmtId> {
    let mut own = body.clone();
    let mut next = 0;
    while let Some(&stmt) = own.get(next) {
        own.extend(ast.blocks(stmt).into_iter().flatten());
        next += 1;
    }
    own
}

/// How often each name is bound in the text, in whatever scope.
pub fn bound_names(ast: &Ast) -> HashMap<Name, u32> {
    let mut bound = HashMap::new();
    for id in ast.stmts.keys() {
        add_bound(ast, id, &mut bound);
    }
    for expr in ast.exprs.values() {
        if let ExprKind::Lambda { params, .. } = &expr.kind {
            params.all().for_each(|param| *bound.entry(param.name.clone()).or_default() += 1);
        }
    }
    bound
}

/// The names that a statement binds, blocks inside it not counted.
pub fn add_bound(ast: &Ast, id: StmtId, bound: &mut HashMap<Name, u32>) {
    let mut names = Vec::new();
    match ast.stmt(id) {
        StmtKind::FunctionDef(def) => {
            names.push(def.target.clone());
            names.extend(def.params.all().map(|param| param.name.clone()));
        }
        StmtKind::ClassDef(def) => names.push(def.target.clone()),
        StmtKind::Assign { targets, .. } | StmtKind::Delete(targets) => {
            targets.iter().for_each(|&target| target_names(ast, target, &mut names));
        }
        StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, .. } | StmtKind::For { target, .. } => {
            target_names(ast, *target, &mut names);
        }
        StmtKind::With { items, .. } => {
            items.iter().filter_map(|item| item.1).for_each(|target| target_names(ast, target, &mut names));
        }
        StmtKind::Import(aliases) | StmtKind::ImportFrom { names: aliases, .. } => {
            names.extend(aliases.iter().map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).clone()));
        }
        StmtKind::Try(t) => names.extend(t.handlers.iter().filter_map(|handler| handler.name.clone())),
        StmtKind::Match { cases, .. } => {
            names.extend(cases.iter().flat_map(|case| ast.pattern_names(case.pattern)).cloned());
        }
        _ => {}
    }
    for e in ast.statement_exprs(id) {
        ast.walk(e, |e| {
            match ast.expr(e) {
                ExprKind::Named { target, .. } => target_names(ast, *target, &mut names),
                ExprKind::Comprehension(c) => c.generators.iter().for_each(|g| target_names(ast, g.target, &mut names)),
                _ => {}
            }
            true
        });
    }
    names.into_iter().for_each(|name| *bound.entry(name).or_default() += 1);
}
