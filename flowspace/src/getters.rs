//! `operator.attrgetter("a.b", "c")` and `methodcaller("name", *args)`, whose names are
//! literals, and `functools.partial(f, *args, **keywords)` are the lambdas that they stand for.
//! The functions of `struct` are handed what a literal format says.

use crate::ast::*;
use crate::decorators::bound_names;
use crate::origin::Origins;
use crate::packed::{self, Once};
use naja_ir::Name;
use naja_ir::flow::{Constant, ParamKind};
use naja_ir::source::Span;

pub fn module(ast: &mut Ast) {
    let origins = Origins::of(ast);
    let calls: Vec<ExprId> = ast.exprs.keys().filter(|&id| matches!(ast.expr(id), ExprKind::Call { .. })).collect();
    let once = (origins.imports("struct") || origins.imports("array")).then(|| Once::of(ast, &bound_names(ast)));
    for id in calls {
        let ExprKind::Call { func, args, keywords } = ast.expr(id) else { continue };
        let found = match origins.meaning(ast, *func) {
            Some(("operator", "attrgetter")) if keywords.is_empty() => attributes(ast, id, &args.clone()),
            Some(("operator", "methodcaller")) => {
                let keywords = keywords.iter().map(|k| (k.name.clone(), k.value)).collect::<Vec<_>>();
                method(ast, id, &args.clone(), &keywords)
            }
            Some(("functools", "partial")) => {
                let keywords = keywords.iter().map(|k| (k.name.clone(), k.value)).collect::<Vec<_>>();
                partial(ast, id, &args.clone(), &keywords)
            }
            Some((module @ ("struct" | "array"), name)) => {
                let (is_array, name, first) = (module == "array", name.to_owned(), args.first().copied());
                let Some((once, first)) = once.as_ref().zip(first) else { continue };
                let more = match is_array {
                    false => packed::keywords(ast, once, &name, id, first),
                    true if matches!(&*name, "array" | "ArrayType") => {
                        packed::kind_of_items(ast, once, id, first).into_iter().collect()
                    }
                    true => continue,
                };
                if let ExprKind::Call { keywords, .. } = &mut ast.exprs[id].kind {
                    keywords.extend(more);
                }
                continue;
            }
            _ => continue,
        };
        if let Some(kind) = found {
            ast.exprs[id].kind = kind;
        }
    }
}

/// `lambda x, /: (x.a.b, x.c)`
fn attributes(ast: &mut Ast, call: ExprId, args: &[ExprId]) -> Option<ExprKind> {
    let span = ast.span(call);
    let names: Vec<Name> = args.iter().map(|&arg| literal(ast, arg)).collect::<Option<_>>()?;
    let mut values: Vec<ExprId> = Vec::new();
    for name in &names {
        let mut value = object(ast, span);
        for part in name.split('.') {
            value = ast.exprs.push(Expr { span, kind: ExprKind::Attribute { value, name: part.into() } });
        }
        values.push(value);
    }
    let body = match values.as_slice() {
        [] => return None,
        &[value] => value,
        _ => ast.exprs.push(Expr { span, kind: ExprKind::Tuple(values) }),
    };
    Some(lambda(span, Vec::new(), body))
}

/// `lambda x, /, *, a=arg: x.name(a)`
fn method(ast: &mut Ast, call: ExprId, args: &[ExprId], keywords: &[(Option<Name>, ExprId)]) -> Option<ExprKind> {
    let span = ast.span(call);
    let (&name, given) = args.split_first()?;
    let name = literal(ast, name)?;
    if has_stars(ast, given, keywords) {
        return None;
    }
    let mut params = Vec::new();
    let args = given.iter().map(|&arg| kept(ast, &mut params, None, arg)).collect();
    let mut keyword = |(name, value): &(Option<Name>, ExprId)| {
        let value = kept(ast, &mut params, None, *value);
        Keyword { name: name.clone(), span, value }
    };
    let keywords = keywords.iter().map(&mut keyword).collect();
    let value = object(ast, span);
    let func = ast.exprs.push(Expr { span, kind: ExprKind::Attribute { value, name } });
    let body = ast.exprs.push(Expr { span, kind: ExprKind::Call { func, args, keywords } });
    Some(lambda(span, params, body))
}

/// `lambda *others, f=f, a=arg, name=value, **more: f(a, *others, name=name, **more)`: a
/// keyword of the call takes the place of the one that was given before.
fn partial(ast: &mut Ast, call: ExprId, args: &[ExprId], keywords: &[(Option<Name>, ExprId)]) -> Option<ExprKind> {
    let span = ast.span(call);
    let (&func, given) = args.split_first()?;
    if has_stars(ast, args, keywords) {
        return None;
    }
    let mut params = Vec::new();
    let func = kept(ast, &mut params, None, func);
    let mut args: Vec<ExprId> = given.iter().map(|&arg| kept(ast, &mut params, None, arg)).collect();
    let mut keyword = |(name, value): &(Option<Name>, ExprId)| {
        let value = kept(ast, &mut params, name.clone(), *value);
        Keyword { name: name.clone(), span, value }
    };
    let mut keywords: Vec<Keyword> = keywords.iter().map(&mut keyword).collect();
    let rest = |name: &str, kind| Parameter { name: name.into(), span, kind, annotation: None, default: None };
    let (others, more) = (rest(".others", ParamKind::VarArgs), rest(".more", ParamKind::VarKeywords));
    let named = |ast: &mut Ast, name: &Name| ast.exprs.push(Expr { span, kind: ExprKind::Name(name.clone()) });
    let value = named(ast, &others.name);
    args.push(ast.exprs.push(Expr { span, kind: ExprKind::Starred(value) }));
    keywords.push(Keyword { name: None, span, value: named(ast, &more.name) });
    let body = ast.exprs.push(Expr { span, kind: ExprKind::Call { func, args, keywords } });
    Some(ExprKind::Lambda {
        params: Box::new(Parameters { list: params, vararg: Some(others), kwarg: Some(more) }),
        body,
    })
}

fn has_stars(ast: &Ast, args: &[ExprId], keywords: &[(Option<Name>, ExprId)]) -> bool {
    args.iter().any(|&arg| matches!(ast.expr(arg), ExprKind::Starred(_))) || keywords.iter().any(|k| k.0.is_none())
}

/// A parameter that holds what an expression gives when the lambda is made.
fn kept(ast: &mut Ast, params: &mut Vec<Parameter>, name: Option<Name>, default: ExprId) -> ExprId {
    let span = ast.span(default);
    let name = name.unwrap_or_else(|| format!(".{}", params.len()).into());
    let (kind, annotation) = (ParamKind::KeywordOnly, None);
    params.push(Parameter { name: name.clone(), span, kind, annotation, default: Some(default) });
    ast.exprs.push(Expr { span, kind: ExprKind::Name(name) })
}

fn literal(ast: &Ast, id: ExprId) -> Option<Name> {
    match ast.expr(id) {
        ExprKind::Constant(Constant::Str(text)) => Some(text.clone()),
        _ => None,
    }
}

/// No program's name.
const OBJECT: &str = ".object";

fn object(ast: &mut Ast, span: Span) -> ExprId {
    ast.exprs.push(Expr { span, kind: ExprKind::Name(OBJECT.into()) })
}

fn lambda(span: Span, others: Vec<Parameter>, body: ExprId) -> ExprKind {
    let kind = ParamKind::PositionalOnly;
    let first = Parameter { name: OBJECT.into(), span, kind, annotation: None, default: None };
    let list = std::iter::once(first).chain(others).collect();
    ExprKind::Lambda { params: Box::new(Parameters { list, vararg: None, kwarg: None }), body }
}
