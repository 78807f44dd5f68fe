//! PEP 484 annotations, as the later phases read them.

use crate::ast::*;
use naja_ir::Name;
use naja_ir::flow::{BinaryOp, Constant, HintKind, TypeHint};

pub fn hint(ast: &Ast, annotation: ExprId) -> TypeHint {
    TypeHint { span: ast.span(annotation), kind: kind(ast, annotation) }
}

/// Recurses over nesting, which is bounded; chains are walked.
fn kind(ast: &Ast, id: ExprId) -> HintKind {
    match ast.expr(id) {
        ExprKind::Constant(Constant::None) => HintKind::None,
        // A forward reference.
        ExprKind::Constant(Constant::Str(text)) if is_dotted(text) => HintKind::Name(text.clone()),
        ExprKind::Name(_) | ExprKind::Attribute { .. } => dotted(ast, id).map_or(HintKind::Other, HintKind::Name),
        ExprKind::Binary { op: BinaryOp::Or, .. } => {
            let mut members = Vec::new();
            let mut at = id;
            while let ExprKind::Binary { op: BinaryOp::Or, left, right } = *ast.expr(at) {
                members.push(kind(ast, right));
                at = left;
            }
            members.push(kind(ast, at));
            members.reverse();
            HintKind::Union(members)
        }
        ExprKind::Subscript { value, index } => match dotted(ast, *value) {
            Some(name) => {
                let args = match ast.expr(*index) {
                    ExprKind::Tuple(items) => items.iter().map(|&item| kind(ast, item)).collect(),
                    _ => vec![kind(ast, *index)],
                };
                HintKind::Generic(name, args)
            }
            None => HintKind::Other,
        },
        _ => HintKind::Other,
    }
}

fn is_dotted(text: &str) -> bool {
    let is_name = |part: &str| {
        part.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    text.split('.').all(is_name)
}

fn dotted(ast: &Ast, id: ExprId) -> Option<Name> {
    let mut parts = Vec::new();
    let mut at = id;
    loop {
        match ast.expr(at) {
            ExprKind::Name(name) => {
                parts.push(&**name);
                parts.reverse();
                return Some(parts.join(".").into());
            }
            ExprKind::Attribute { value, name } => {
                parts.push(&**name);
                at = *value;
            }
            _ => return None,
        }
    }
}
