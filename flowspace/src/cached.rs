//! `@functools.cached_property`: what its function gave is kept in an attribute of the object,
//! and `x` becomes a property.
//!
//! ```text
//! @cached_property           def compute of x(self): ...
//! def x(self): ...           @property
//!                            def x(self):
//!                                if not hasattr(self, "kept of x"):
//!                                    self.(kept of x) = C.(compute of x)(self)
//!                                return self.(kept of x)
//!                            @x.setter
//!                            def x(self, value): self.(kept of x) = value
//! ```
//!
//! No program can write these names. That of the function is another one for each statement, so
//! that a class and its base can both have an `x`.

use crate::ast::*;
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::flow::{Constant, ParamKind, UnaryOp};
use naja_ir::source::Span;

pub fn module(ast: &mut Ast) {
    let origins = Origins::of(ast);
    if !origins.imports("functools") {
        return;
    }
    let classes: Vec<StmtId> =
        ast.stmts.iter().filter(|(_, stmt)| matches!(stmt.kind, StmtKind::ClassDef(_))).map(|(id, _)| id).collect();
    for class in classes {
        let body = ast.class_def(class).body.clone();
        let mut changed = Body::new();
        for id in body {
            changed.push(id);
            if is_cached(ast, &origins, id) {
                changed.extend(property(ast, id));
            }
        }
        if let StmtKind::ClassDef(def) = &mut ast.stmts[class].kind {
            def.body = changed;
        }
    }
}

/// Is it a function of the object alone, and that its only decorator?
fn is_cached(ast: &Ast, origins: &Origins, id: StmtId) -> bool {
    let StmtKind::FunctionDef(def) = ast.stmt(id) else { return false };
    let [decorator] = def.decorators[..] else { return false };
    let [_] = &def.params.list[..] else { return false };
    origins.meaning(ast, decorator) == Some(("functools", "cached_property"))
}

/// Makes a method of the function, and gives the property behind it.
fn property(ast: &mut Ast, id: StmtId) -> [StmtId; 2] {
    let StmtKind::FunctionDef(def) = &mut ast.stmts[id].kind else { unreachable!("a `def` was found") };
    def.decorators.clear();
    let (name, span) = (def.name.clone(), def.name_span);
    let compute: Name = format!("compute of {name} {}", id.as_u32()).into();
    def.target = compute.clone();
    let mut made = Making { ast, name: name.clone(), kept: format!("kept of {name}").into(), span };

    let key = made.expr(ExprKind::Constant(Constant::Str(made.kept.clone())));
    let (has, object) = (made.name("hasattr"), made.name("self"));
    let has = made.call(has, vec![object, key]);
    let missing = made.expr(ExprKind::Unary { op: UnaryOp::Not, operand: has });
    let object = made.name("self");
    let method = made.expr(ExprKind::Attribute { value: object, name: compute });
    let value = made.call(method, Vec::new());
    let target = made.kept();
    let keep = made.stmt(StmtKind::Assign { targets: vec![target], value });
    let test = made.stmt(StmtKind::If { arms: vec![(missing, vec![keep])], orelse: Body::new() });
    let value = made.kept();
    let give = made.stmt(StmtKind::Return(Some(value)));
    let property = made.name("property");
    let get = made.method(property, &["self"], vec![test, give]);

    let (target, value) = (made.kept(), made.name("value"));
    let keep = made.stmt(StmtKind::Assign { targets: vec![target], value });
    let property = made.name(&name);
    let setter = made.expr(ExprKind::Attribute { value: property, name: "setter".into() });
    let set = made.method(setter, &["self", "value"], vec![keep]);
    [get, set]
}

struct Making<'a> {
    ast: &'a mut Ast,
    name: Name,
    kept: Name,
    span: Span,
}

impl Making<'_> {
    fn expr(&mut self, kind: ExprKind) -> ExprId {
        self.ast.exprs.push(Expr { span: self.span, kind })
    }

    fn stmt(&mut self, kind: StmtKind) -> StmtId {
        self.ast.stmts.push(Stmt { span: self.span, kind })
    }

    fn name(&mut self, name: &str) -> ExprId {
        self.expr(ExprKind::Name(name.into()))
    }

    fn call(&mut self, func: ExprId, args: Vec<ExprId>) -> ExprId {
        self.expr(ExprKind::Call { func, args, keywords: Vec::new() })
    }

    /// The attribute with what the function gave.
    fn kept(&mut self) -> ExprId {
        let value = self.name("self");
        self.expr(ExprKind::Attribute { value, name: self.kept.clone() })
    }

    fn method(&mut self, decorator: ExprId, params: &[&str], body: Body) -> StmtId {
        let span = self.span;
        let param = |name: &&str| Parameter {
            name: (*name).into(),
            span,
            kind: ParamKind::Normal,
            annotation: None,
            default: None,
        };
        let params = Parameters { list: params.iter().map(param).collect(), vararg: None, kwarg: None };
        self.stmt(StmtKind::FunctionDef(Box::new(FunctionDef {
            name: self.name.clone(),
            name_span: span,
            target: self.name.clone(),
            method: None,
            params,
            returns: None,
            decorators: vec![decorator],
            is_given_back: false,
            body,
            is_async: false,
        })))
    }
}
