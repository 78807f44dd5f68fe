//! Calls of `typing` whose values only annotations use: a type variable is a
//! constant, and a new type is the function that gives what it is given.

use crate::ast::*;
use crate::named_tuple;
use crate::origin::Origins;
use naja_ir::flow::{Constant, ParamKind};

pub fn module(ast: &mut Ast) {
    let origins = Origins::of(ast);
    named_tuple::module(ast, &origins);
    let calls: Vec<ExprId> = ast.exprs.keys().filter(|&id| matches!(ast.expr(id), ExprKind::Call { .. })).collect();
    for id in calls {
        let ExprKind::Call { func, .. } = *ast.expr(id) else { continue };
        let kind = match origins.meaning(ast, func) {
            Some(("typing", name @ ("TypeVar" | "ParamSpec" | "TypeVarTuple"))) => {
                ExprKind::Constant(Constant::Typing(name.into()))
            }
            Some(("typing", "NewType")) => {
                let span = ast.span(id);
                let name: naja_ir::Name = "x".into();
                let (kind, annotation, default) = (ParamKind::PositionalOnly, None, None);
                let param = Parameter { name: name.clone(), span, kind, annotation, default };
                let body = ast.exprs.push(Expr { span, kind: ExprKind::Name(name) });
                ExprKind::Lambda { params: Box::new(Parameters { list: vec![param], vararg: None, kwarg: None }), body }
            }
            _ => continue,
        };
        ast.exprs[id].kind = kind;
    }
}
