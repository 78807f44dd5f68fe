//! Private names: in the text of class `C`, `__x` means `_C__x`.

use crate::ast::*;
use naja_ir::Name;

pub fn module(ast: &mut Ast) {
    let body = ast.body.clone();
    Mangler { ast }.body(&body, None);
}

struct Mangler<'a> {
    ast: &'a mut Ast,
}

/// The name of the innermost class without its leading underscores; `None` outside
/// classes, and in one whose name consists of them.
type Class<'c> = Option<&'c str>;

/// What the name means in the text of the class, where that is another one.
pub fn mangled(name: &Name, class: &str) -> Option<Name> {
    let is_private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    is_private.then(|| format!("_{class}{name}").into())
}

fn mangle(name: &mut Name, class: &str) {
    if let Some(mangled) = mangled(name, class) {
        *name = mangled;
    }
}

impl Mangler<'_> {
    fn body(&mut self, body: &Body, class: Class) {
        for &id in body {
            if let Some(class) = class {
                self.stmt(id, class);
            }
            match self.ast.stmt(id) {
                StmtKind::ClassDef(def) => {
                    let (name, body) = (def.name.clone(), def.body.clone());
                    let name = name.trim_start_matches('_');
                    self.body(&body, Some(name).filter(|name| !name.is_empty()));
                }
                StmtKind::FunctionDef(def) => {
                    let body = def.body.clone();
                    self.body(&body, class);
                }
                _ => {
                    let blocks: Vec<Body> = self.ast.blocks(id).into_iter().cloned().collect();
                    blocks.iter().for_each(|block| self.body(block, class));
                }
            }
        }
    }

    /// What stands directly in a statement.
    fn stmt(&mut self, id: StmtId, class: &str) {
        let mut exprs = self.ast.statement_exprs(id);
        match &mut self.ast.stmts[id].kind {
            StmtKind::FunctionDef(def) => {
                mangle(&mut def.target, class);
                let params = &mut def.params;
                for param in params.list.iter_mut().chain(&mut params.vararg).chain(&mut params.kwarg) {
                    mangle(&mut param.name, class);
                    exprs.extend(param.annotation);
                }
                exprs.extend(def.returns);
            }
            StmtKind::ClassDef(def) => mangle(&mut def.target, class),
            StmtKind::AnnAssign { annotation, .. } => exprs.push(*annotation),
            StmtKind::Import(aliases) | StmtKind::ImportFrom { names: aliases, .. } => {
                for alias in aliases {
                    let name = alias.asname.as_ref().unwrap_or(&alias.name);
                    alias.asname = mangled(name, class).or(alias.asname.take());
                }
            }
            StmtKind::Global(names) | StmtKind::Nonlocal(names) => {
                names.iter_mut().for_each(|name| mangle(name, class));
            }
            StmtKind::Try(t) => {
                t.handlers.iter_mut().filter_map(|h| h.name.as_mut()).for_each(|name| mangle(name, class));
            }
            StmtKind::Match { cases, .. } => {
                let patterns: Vec<PatternId> = cases.iter().map(|case| case.pattern).collect();
                for pattern in patterns {
                    for id in self.ast.patterns_in(pattern) {
                        match &mut self.ast.patterns[id].kind {
                            PatternKind::Star(Some(name))
                            | PatternKind::Mapping { rest: Some(name), .. }
                            | PatternKind::As { name: Some(name), .. } => mangle(name, class),
                            _ => {}
                        }
                    }
                }
            }
            _ => {}
        }
        exprs.into_iter().for_each(|e| self.expr(e, class));
    }

    fn expr(&mut self, root: ExprId, class: &str) {
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            match &mut self.ast.exprs[id].kind {
                ExprKind::Name(name) | ExprKind::Attribute { name, .. } => mangle(name, class),
                ExprKind::Lambda { params, .. } => {
                    let params = &mut **params;
                    let all = params.list.iter_mut().chain(&mut params.vararg).chain(&mut params.kwarg);
                    all.for_each(|param| mangle(&mut param.name, class));
                }
                _ => {}
            }
            stack.extend(self.ast.children(id));
        }
    }
}
