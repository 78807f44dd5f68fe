//! Functions that are made while the program runs: what they capture is handed over.

use super::Lowering;
use crate::ast::*;
use crate::errors::Mistake;
use crate::simplify;
use crate::unit::Node;
use naja_ir::flow::{Constant, Default, FlowOp, FuncId, ParamKind};
use naja_ir::graph::Value;
use naja_ir::source::Span;
use std::collections::HashMap;

impl<'a> Lowering<'a> {
    /// The `def` statement itself: its defaults are evaluated, its name is bound.
    pub(super) fn define(&mut self, id: StmtId, def: &'a FunctionDef) {
        let decorators: Vec<Value> = def.decorators.iter().map(|&decorator| self.expr(decorator)).collect();
        let captured = self.defaults(Node::Def(id), &def.params);
        let annotations = def.params.all().filter_map(|p| p.annotation);
        annotations.chain(def.returns).for_each(|annotation| self.annotation(annotation));
        if def.method.is_some() && !(captured.is_empty() && self.captures_nothing(id)) {
            let what = "methods that use variables of a function around their class".into();
            return self.mistake(Mistake::NotYet { what, help: None }, def.name_span);
        }
        let mut value = self.make(Node::Def(id), captured, def.name_span);
        for (decorator, &expr) in decorators.into_iter().zip(&def.decorators).rev() {
            let span = self.ast.span(expr);
            value = self.emit(FlowOp::Call { keywords: Vec::new() }, &[decorator, value], span);
        }
        self.store_name(&def.target, value, def.name_span);
    }

    pub(super) fn lambda(&mut self, id: ExprId, params: &'a Parameters) -> Value {
        let captured = self.defaults(Node::Lambda(id), params);
        self.make(Node::Lambda(id), captured, self.ast.span(id))
    }

    pub(super) fn body_of_lambda(&mut self, id: ExprId) {
        let ExprKind::Lambda { body, .. } = self.ast.expr(id) else { unreachable!("a lambda's node is a lambda") };
        let value = self.expr(*body);
        self.return_value(value);
    }

    /// Evaluates the default values of a function; gives those that it captures.
    fn defaults(&mut self, node: Node, params: &Parameters) -> Vec<Value> {
        let world = self.world;
        let declared = &world.program.functions[self.module.func_of(node)].params;
        let declared = declared.iter().filter(|param| param.kind != ParamKind::Captured);
        let mut captured = Vec::new();
        let declared = declared.filter(|param| !matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords));
        for (param, declared) in params.list.iter().zip(declared) {
            let Some(default) = param.default else { continue };
            match declared.default {
                Some(Default::Global(cell)) => {
                    let value = self.expr(default);
                    self.emit0(FlowOp::StoreGlobal(cell), &[value], self.ast.span(default));
                }
                Some(Default::Captured(_)) => captured.push(self.expr(default)),
                Some(Default::Constant(_)) | None => {}
            }
        }
        captured
    }

    /// A function as a value.
    fn make(&mut self, node: Node, defaults: Vec<Value>, span: Span) -> Value {
        let func = self.module.func_of(node);
        let mut captured = self.captured(func);
        captured.extend(defaults);
        match captured.is_empty() {
            true => self.constant(Constant::Function(func), span),
            false => self.emit(FlowOp::Closure(func), &captured, span),
        }
    }

    fn captures_nothing(&self, def: StmtId) -> bool {
        self.world.closures[self.module.func_of(Node::Def(def))].captures.is_empty()
    }

    /// The values and cells that an inner function captures.
    pub(super) fn captured(&mut self, func: FuncId) -> Vec<Value> {
        self.inner.entry(func).or_default();
        let world = self.world;
        let captures = &world.closures[func].captures;
        let mut handed_over = Vec::new();
        for capture in captures {
            let var = match capture.is_cell {
                true => self.cells[&capture.name].var,
                false => self.vars[&capture.name],
            };
            handed_over.push(self.read(var));
        }
        handed_over
    }

    /// Which parameters of inner functions may be given a variable that is unbound.
    pub(super) fn tell_inner(&mut self, unbound: &[bool]) {
        let is_library = self.world.program.modules[self.module_id].is_library;
        let maybe_unbound = simplify::maybe_unbound(&self.graph, unbound, is_library);
        let mut functions: HashMap<Value, FuncId> = HashMap::new();
        for op in self.graph.blocks.values().flat_map(|block| &block.ops) {
            if let FlowOp::Const(Constant::Function(func)) = op.kind {
                functions.insert(op.results[0], func);
            }
        }
        for op in self.graph.blocks.values().flat_map(|block| &block.ops) {
            let (func, given) = match op.kind {
                FlowOp::Closure(func) => (func, op.args.as_slice()),
                FlowOp::Call { .. } => match functions.get(&op.args[0]) {
                    Some(&func) => (func, &op.args[1..]),
                    None => continue,
                },
                _ => continue,
            };
            let Some(made) = self.inner.get_mut(&func) else { continue };
            made.unbound.resize(given.len().max(made.unbound.len()), false);
            for (known, &value) in made.unbound.iter_mut().zip(given) {
                *known |= maybe_unbound.contains(value);
            }
        }
    }
}
