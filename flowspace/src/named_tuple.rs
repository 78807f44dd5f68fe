//! `P = namedtuple("P", "x y")` is the class statement that it stands for, and
//! `class P(namedtuple("P", "x y"))` has the fields of its base.

use crate::ast::*;
use crate::errors::Mistake;
use crate::origin::Origins;
use crate::parser::is_name;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::Constant;
use naja_ir::source::Span;
use std::collections::HashSet;

pub fn module(ast: &mut Ast, origins: &Origins, mistakes: &mut Vec<Diagnostic>) {
    for id in ast.stmts.keys().collect::<Vec<_>>() {
        let kind = match ast.stmt(id) {
            StmtKind::Assign { targets, value } => {
                let ([target], value) = (targets.as_slice(), *value) else { continue };
                let ExprKind::Name(target_name) = ast.expr(*target) else { continue };
                let (target_name, span) = (target_name.clone(), ast.span(*target));
                match fields(ast, origins, value) {
                    Some((name, fields)) if are_names(&fields, mistakes) => class(ast, name, target_name, span, fields),
                    _ => continue,
                }
            }
            StmtKind::ClassDef(def) => {
                let Some((number, (_, fields))) =
                    def.bases.iter().enumerate().find_map(|(i, &base)| Some((i, fields(ast, origins, base)?)))
                else {
                    continue;
                };
                if !are_names(&fields, mistakes) {
                    continue;
                }
                let own = statements(ast, fields);
                if let StmtKind::ClassDef(def) = &mut ast.stmts[id].kind {
                    def.bases.remove(number);
                    def.is_named_tuple = true;
                    def.body.splice(0..0, own);
                }
                continue;
            }
            _ => continue,
        };
        ast.stmts[id].kind = kind;
    }
}

struct Field {
    name: Name,
    span: Span,
    default: Option<ExprId>,
}

/// The name and the fields that a call of `namedtuple` or `NamedTuple` spells out.
fn fields(ast: &Ast, origins: &Origins, call: ExprId) -> Option<(Name, Vec<Field>)> {
    let ExprKind::Call { func, args, keywords } = ast.expr(call) else { return None };
    let is_typed = match origins.meaning(ast, *func)? {
        ("collections", "namedtuple") => false,
        ("typing", "NamedTuple") => true,
        _ => return None,
    };
    let &[name, listed] = args.as_slice() else { return None };
    let text = |id: ExprId| match ast.expr(id) {
        ExprKind::Constant(Constant::Str(text)) => Some(text.clone()),
        _ => None,
    };
    let items = |id: ExprId| match ast.expr(id) {
        ExprKind::List(items) | ExprKind::Tuple(items) => Some(items.as_slice()),
        _ => None,
    };
    let named = |id: ExprId| {
        let name = if is_typed { *items(id)?.first()? } else { id };
        Some(Field { name: text(name)?, span: ast.span(name), default: None })
    };
    let mut fields: Vec<Field> = match text(listed) {
        Some(names) if !is_typed => {
            let span = ast.span(listed);
            let names = names.replace(',', " ");
            names.split_whitespace().map(|name| Field { name: name.into(), span, default: None }).collect()
        }
        _ => items(listed)?.iter().map(|&item| named(item)).collect::<Option<_>>()?,
    };
    for keyword in keywords {
        match (keyword.name.as_deref(), ast.expr(keyword.value)) {
            (Some("rename"), ExprKind::Constant(Constant::Bool(false))) => continue,
            (Some("module"), ExprKind::Constant(_) | ExprKind::Name(_)) => continue,
            _ => {}
        }
        let defaults = items(keyword.value).filter(|_| keyword.name.as_deref() == Some("defaults"))?;
        let first = fields.len().checked_sub(defaults.len())?;
        for (field, &default) in fields[first..].iter_mut().zip(defaults) {
            field.default = Some(default);
        }
    }
    Some((text(name)?, fields))
}

/// Can these be fields? Tells what CPython would raise.
fn are_names(fields: &[Field], mistakes: &mut Vec<Diagnostic>) -> bool {
    let mut seen = HashSet::new();
    let problem = fields.iter().find_map(|Field { name, span, .. }| {
        let words = match () {
            () if !is_name(name) => format!("`{name}` cannot be a field: it is no name"),
            () if !seen.insert(name.clone()) => format!("Encountered duplicate field name: '{name}'"),
            () => return None,
        };
        Some(Mistake::Class { words, help: None }.at(*span))
    });
    let is_fine = problem.is_none();
    mistakes.extend(problem);
    is_fine
}

/// The fields as annotated names.
fn statements(ast: &mut Ast, fields: Vec<Field>) -> Body {
    let own = fields.into_iter().map(|Field { name, span, default }| {
        let target = ast.exprs.push(Expr { span, kind: ExprKind::Name(name) });
        let annotation = ast.exprs.push(Expr { span, kind: ExprKind::Constant(Constant::Str("object".into())) });
        ast.stmts.push(Stmt { span, kind: StmtKind::AnnAssign { target, annotation, value: default, simple: true } })
    });
    own.collect()
}

fn class(ast: &mut Ast, name: Name, target: Name, name_span: Span, fields: Vec<Field>) -> StmtKind {
    let body = statements(ast, fields);
    let def = ClassDef::new(name, target, name_span, Vec::new(), body);
    StmtKind::ClassDef(Box::new(ClassDef { is_named_tuple: true, ..def }))
}
