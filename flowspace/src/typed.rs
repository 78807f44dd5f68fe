//! What of `typing` only annotations use: a type variable is a constant, a new type the
//! function that gives what it is given, a `TypedDict` another name for dict.

use crate::ast::*;
use crate::origin::Origins;
use crate::{named_enum, named_tuple};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Constant, ParamKind};
use std::collections::HashSet;

/// Decorators that only type checkers read.
const SILENT: &[&str] = &["final", "no_type_check", "override"];

pub fn module(ast: &mut Ast, mistakes: &mut Vec<Diagnostic>) {
    let origins = Origins::of(ast);
    named_tuple::module(ast, &origins, mistakes);
    named_enum::module(ast, &origins);
    typed_dicts(ast, &origins);
    overloads(ast, &origins);
    let calls: Vec<ExprId> = ast.exprs.keys().filter(|&id| matches!(ast.expr(id), ExprKind::Call { .. })).collect();
    for id in calls {
        let ExprKind::Call { func, .. } = *ast.expr(id) else { continue };
        let kind = match origins.meaning(ast, func) {
            Some(("typing", name @ ("TypeVar" | "ParamSpec" | "TypeVarTuple"))) => {
                ExprKind::Constant(Constant::Typing(name.into()))
            }
            Some(("typing", "NewType")) => {
                let span = ast.span(id);
                let name: Name = "x".into();
                let (kind, annotation, default) = (ParamKind::PositionalOnly, None, None);
                let param = Parameter { name: name.clone(), span, kind, annotation, default };
                let body = ast.exprs.push(Expr { span, kind: ExprKind::Name(name) });
                ExprKind::Lambda { params: Box::new(Parameters { list: vec![param], vararg: None, kwarg: None }), body }
            }
            Some(("typing", "TypedDict")) => ExprKind::Constant(Constant::Builtin("dict".into())),
            _ => continue,
        };
        ast.exprs[id].kind = kind;
    }
}

/// What `@overload` decorates only declares; `@final` says nothing to the program.
fn overloads(ast: &mut Ast, origins: &Origins) {
    for id in ast.stmts.keys().collect::<Vec<_>>() {
        let StmtKind::FunctionDef(def) = ast.stmt(id) else { continue };
        let is_typing = |decorator: &ExprId, names: &[&str]| {
            origins.meaning(ast, *decorator).is_some_and(|(module, name)| module == "typing" && names.contains(&name))
        };
        if def.decorators.iter().any(|decorator| is_typing(decorator, &["overload"])) {
            ast.stmts[id].kind = StmtKind::Pass;
        } else if def.decorators.iter().any(|decorator| is_typing(decorator, SILENT)) {
            let kept = def.decorators.iter().copied().filter(|decorator| !is_typing(decorator, SILENT)).collect();
            if let StmtKind::FunctionDef(def) = &mut ast.stmts[id].kind {
                def.decorators = kept;
            }
        }
    }
}

/// `class Movie(TypedDict): ...`, and classes with such bases.
fn typed_dicts(ast: &mut Ast, origins: &Origins) {
    let mut names: HashSet<Name> = HashSet::new();
    for id in ast.stmts.keys().collect::<Vec<_>>() {
        let StmtKind::ClassDef(def) = ast.stmt(id) else { continue };
        let is_typed_dict = def.bases.iter().any(|&base| match ast.expr(base) {
            ExprKind::Name(name) if names.contains(name) => true,
            _ => origins.meaning(ast, base) == Some(("typing", "TypedDict")),
        });
        if is_typed_dict {
            let (name, span) = (def.target.clone(), def.name_span);
            names.insert(name.clone());
            let target = ast.exprs.push(Expr { span, kind: ExprKind::Name(name) });
            let value = ast.exprs.push(Expr { span, kind: ExprKind::Constant(Constant::Builtin("dict".into())) });
            ast.stmts[id].kind = StmtKind::Assign { targets: vec![target], value };
        }
    }
}
