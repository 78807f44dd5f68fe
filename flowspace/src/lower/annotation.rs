//! Annotations give nothing to the graph. But Python evaluates those of parameters
//! and of global names, so that what would raise there is refused.

use super::Lowering;
use crate::ast::*;
use crate::builtins;
use crate::errors::Mistake;
use naja_ir::Name;
use naja_ir::flow::{BinaryOp, Constant};
use naja_ir::source::Span;

impl Lowering<'_> {
    pub(super) fn annotation(&mut self, root: ExprId) {
        if self.module.postpones_annotations {
            return;
        }
        let ast = self.ast;
        let mut stack = vec![root];
        while let Some(id) = stack.pop() {
            let span = ast.span(id);
            match ast.expr(id) {
                ExprKind::Name(name) => self.annotation_name(name, span),
                ExprKind::Attribute { .. } | ExprKind::Constant(_) | ExprKind::Tuple(_) | ExprKind::List(_) => {}
                ExprKind::Binary { op: BinaryOp::Or, left, right } => {
                    let is_text = |id: ExprId| matches!(ast.expr(id), ExprKind::Constant(Constant::Str(_)));
                    if is_text(*left) || is_text(*right) {
                        self.not_a_type("put the quotes around the whole annotation", span);
                        continue;
                    }
                }
                ExprKind::Subscript { value, .. } => {
                    const GENERIC: &[&str] = &["list", "dict", "set", "frozenset", "tuple", "type"];
                    if let ExprKind::Name(name) = ast.expr(*value)
                        && let Some(Constant::Builtin(builtin)) = self.static_name(name)
                        && !GENERIC.contains(&&*builtin)
                    {
                        self.not_a_type(&format!("type '{builtin}' is not subscriptable"), span);
                        continue;
                    }
                }
                _ => {
                    self.not_a_type("an annotation is made of names, `|`, `[...]` and texts in quotes", span);
                    continue;
                }
            }
            stack.extend(ast.children(id));
        }
    }

    fn annotation_name(&mut self, name: &Name, span: Span) {
        if self.is_variable(name) {
            // Evaluated like any name: NameError where it is unbound.
            self.load_name(name, span);
            return;
        }
        if self.local_constant(name).is_some() {
            return;
        }
        let names = &self.world.names;
        match names.modules[self.module_id].get(name) {
            Some(_) => {
                if !names.is_bound(self.world.program, self.module_id, name, self.standpoint()) {
                    self.not_a_type("it is not bound yet when this is evaluated; write it in quotes", span);
                }
            }
            None if builtins::builtin(name).is_none() && self.given(self.module_id, name).is_none() => {
                self.undefined(name, span);
            }
            None => {}
        }
    }

    fn not_a_type(&mut self, help: &str, span: Span) {
        self.mistake(Mistake::Annotation { help: help.into() }, span);
    }
}
