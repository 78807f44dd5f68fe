//! Classes that derive from builtin types. `class Registry(dict)` derives from the class of
//! `rlib/std/__bases__.py` (or of `__scalars__.py`) that does all that a dict does with one that each object holds; and
//! `dict.get(self, key)` in the text of such a class is the method of that class.

use crate::ast::*;
use crate::origin::Origins;
use naja_ir::Name;
use std::collections::{BTreeSet, HashMap};

/// A class that stands for a builtin type.
struct Standing {
    builtin: &'static str,
    /// Its module, which whoever needs it imports by this name.
    module: &'static str,
    class: &'static str,
}

const fn standing(builtin: &'static str, module: &'static str, class: &'static str) -> Standing {
    Standing { builtin, module, class }
}

/// The builtin types that can be derived from.
const BASES: &[Standing] = &[
    standing("dict", "__bases__", "Dict"),
    standing("list", "__bases__", "List"),
    standing("set", "__bases__", "Set"),
    standing("str", "__scalars__", "Str"),
    standing("int", "__scalars__", "Int"),
    standing("float", "__scalars__", "Float"),
    standing("tuple", "__scalars__", "Tuple"),
];

/// What `typing` calls them.
const TYPED: &[(&str, &str)] = &[("Dict", "dict"), ("List", "list"), ("Set", "set"), ("Tuple", "tuple")];

/// The builtin type that a class of a module stands for.
pub fn stands_for(module: &str, class: &str) -> Option<&'static str> {
    BASES.iter().find(|base| base.module == module && base.class == class).map(|base| base.builtin)
}

fn base(builtin: &str) -> Option<&'static Standing> {
    BASES.iter().find(|base| base.builtin == builtin)
}

pub fn module(ast: &mut Ast) {
    let origins = Origins::of(ast);
    let mut classes: Vec<StmtId> = Vec::new();
    for (id, stmt) in ast.stmts.iter() {
        if let StmtKind::ClassDef(_) = stmt.kind {
            classes.push(id);
        }
    }
    classes.sort_by_key(|&id| ast.stmts[id].span.start);
    let own: Vec<Name> = classes.iter().map(|&id| ast.class_def(id).name.clone()).collect();
    // The builtin type that each class derives from.
    let mut derived: HashMap<Name, &'static str> = HashMap::new();
    let mut replaced: Vec<(ExprId, &'static Standing)> = Vec::new();
    let mut calls: Vec<(StmtId, &'static str)> = Vec::new();
    for id in classes {
        let def = ast.class_def(id);
        if def.bases.iter().any(|&base| matches!(origins.meaning(ast, base), Some(("enum", _)))) {
            continue;
        }
        for &expr in &def.bases {
            let named = match *ast.expr(expr) {
                ExprKind::Subscript { value, .. } => value,
                _ => expr,
            };
            let typed = match origins.meaning(ast, named) {
                Some(("typing", name)) => TYPED.iter().find(|(typed, _)| *typed == name),
                _ => None,
            };
            let name: Name = match (typed, ast.expr(named)) {
                (Some((_, builtin)), _) => (*builtin).into(),
                (None, ExprKind::Name(name)) => name.clone(),
                _ => continue,
            };
            let found = match base(&name) {
                Some(class) if !own.contains(&name) => {
                    replaced.push((expr, class));
                    Some(class.builtin)
                }
                _ => derived.get(&name).copied(),
            };
            if let Some(builtin) = found {
                derived.insert(def.name.clone(), builtin);
                calls.push((id, builtin));
            }
        }
    }
    if replaced.is_empty() {
        return;
    }
    let mut modules = BTreeSet::new();
    for (expr, class) in replaced {
        attribute_of_module(ast, expr, class);
        modules.insert(class.module);
    }
    for (id, builtin) in calls {
        let body = ast.class_def(id).body.clone();
        let methods = body.iter().filter_map(|&stmt| match ast.stmt(stmt) {
            StmtKind::FunctionDef(def) => Some((stmt, def.params.list.first()?.name.clone())),
            _ => None,
        });
        for (stmt, first) in methods.collect::<Vec<_>>() {
            direct_calls(ast, stmt, &first, builtin);
        }
    }
    modules.into_iter().for_each(|module| import(ast, module));
}

fn attribute_of_module(ast: &mut Ast, expr: ExprId, class: &Standing) {
    let span = ast.span(expr);
    let module = ast.exprs.push(Expr { span, kind: ExprKind::Name(class.module.into()) });
    ast.exprs[expr].kind = ExprKind::Attribute { value: module, name: class.class.into() };
}

/// `dict.get(self, key)`, where self is the method's first parameter.
fn direct_calls(ast: &mut Ast, method: StmtId, first: &Name, builtin: &'static str) {
    let span = ast.stmts[method].span;
    let mut found = Vec::new();
    for expr in ast.exprs.values().filter(|expr| span.start <= expr.span.start && expr.span.end <= span.end) {
        let ExprKind::Call { func, args, .. } = &expr.kind else { continue };
        let ExprKind::Attribute { value, .. } = ast.expr(*func) else { continue };
        let is_name = |id: ExprId, name: &str| matches!(ast.expr(id), ExprKind::Name(own) if &**own == name);
        if is_name(*value, builtin) && args.first().is_some_and(|&arg| is_name(arg, first)) {
            found.push(*value);
        }
    }
    for expr in found {
        attribute_of_module(ast, expr, base(builtin).expect("it is listed"));
    }
}

/// Imports a module of the library, behind what has to stand first.
pub fn import(ast: &mut Ast, module: &str) {
    let at = ast.prologue();
    let span = ast.body.get(at).map_or(ast.stmts[ast.body[0]].span, |&stmt| ast.stmts[stmt].span);
    let alias = Alias { name: module.into(), asname: None, span };
    let stmt = ast.stmts.push(Stmt { span, kind: StmtKind::Import(vec![alias]) });
    ast.body.insert(at, stmt);
}
