//! `Animal = Enum("Animal", "CAT DOG")` is the class statement that it stands for.

use crate::ast::*;
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::flow::Constant;
use naja_ir::source::Span;

pub fn module(ast: &mut Ast, origins: &Origins) {
    for id in ast.stmts.keys().collect::<Vec<_>>() {
        let StmtKind::Assign { targets, value } = ast.stmt(id) else { continue };
        let ([target], value) = (targets.as_slice(), *value) else { continue };
        let ExprKind::Name(target_name) = ast.expr(*target) else { continue };
        let (target_name, span) = (target_name.clone(), ast.span(*target));
        let Some(Spelled { name, base, members }) = spelled(ast, origins, value) else { continue };
        let body = members.into_iter().map(|member| {
            let value = match member.value {
                Given::Expr(value) => value,
                Given::Constant(kind) => ast.exprs.push(Expr { span: member.span, kind }),
            };
            let target = ast.exprs.push(Expr { span: member.span, kind: ExprKind::Name(member.name) });
            ast.stmts.push(Stmt { span: member.span, kind: StmtKind::Assign { targets: vec![target], value } })
        });
        let body = body.collect();
        let def = ClassDef::new(name, target_name, span, vec![base], body);
        ast.stmts[id].kind = StmtKind::ClassDef(Box::new(def));
    }
}

/// A call that makes an enumeration.
struct Spelled {
    name: Name,
    base: ExprId,
    members: Vec<Member>,
}

struct Member {
    name: Name,
    span: Span,
    value: Given,
}

enum Given {
    Expr(ExprId),
    Constant(ExprKind),
}

fn spelled(ast: &Ast, origins: &Origins, call: ExprId) -> Option<Spelled> {
    let ExprKind::Call { func, args, keywords } = ast.expr(call) else { return None };
    let is_flag = match origins.meaning(ast, *func)? {
        ("enum", "Enum" | "IntEnum") => false,
        ("enum", "Flag" | "IntFlag") => true,
        _ => return None,
    };
    let &[name, listed] = args.as_slice() else { return None };
    if !keywords.is_empty() {
        return None;
    }
    let text = |id: ExprId| match ast.expr(id) {
        ExprKind::Constant(Constant::Str(text)) => Some(text.clone()),
        _ => None,
    };
    let counted = |number: usize, name: Name, span: Span| {
        let value = if is_flag { 1 << number } else { number as u64 + 1 };
        Member { name, span, value: Given::Constant(ExprKind::Constant(Constant::Int(value.into()))) }
    };
    let pair = |name: ExprId, value: ExprId| {
        Some(Member { name: text(name)?, span: ast.span(name), value: Given::Expr(value) })
    };
    let members: Vec<Member> = match ast.expr(listed) {
        ExprKind::Constant(Constant::Str(names)) => {
            let names = names.replace(',', " ");
            let names = names.split_whitespace().take(63).enumerate();
            names.map(|(i, name)| counted(i, name.into(), ast.span(listed))).collect()
        }
        ExprKind::Dict(items) => items.iter().map(|&(key, value)| pair(key?, value)).collect::<Option<_>>()?,
        ExprKind::List(items) | ExprKind::Tuple(items) if items.len() < 64 => {
            let member = |(i, &item): (usize, &ExprId)| match ast.expr(item) {
                ExprKind::Tuple(pair_) | ExprKind::List(pair_) => match pair_.as_slice() {
                    &[name, value] => pair(name, value),
                    _ => None,
                },
                _ => Some(counted(i, text(item)?, ast.span(item))),
            };
            items.iter().enumerate().map(member).collect::<Option<_>>()?
        }
        _ => return None,
    };
    Some(Spelled { name: text(name)?, base: *func, members })
}
