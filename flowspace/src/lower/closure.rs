//! Functions that are made while the program runs: what they capture is handed over.

use super::Lowering;
use crate::ast::*;
use crate::enclosed;
use crate::errors::Mistake;
use crate::simplify;
use crate::unit::Node;
use naja_ir::flow::{Base, Constant, Default, FlowOp, FuncId, ParamKind};
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
        if let Some(method) = &def.method
            && !(captured.is_empty() && self.captures_nothing(id))
            && !(captured.is_empty() && self.may_enclose(method))
        {
            let what = "methods of such a class that use variables of a function around it".into();
            let help = "they work where the class is only called by its name, inside of that function";
            return self.mistake(Mistake::NotYet { what, help: Some(help.into()) }, def.name_span);
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
        let index = self.module.index_of[&node];
        let mut captured = match enclosed::class_of_method(self.module, &self.module.functions[index]) {
            Some(_) => {
                self.inner.entry(func).or_default();
                Vec::new()
            }
            None => self.captured(func),
        };
        captured.extend(defaults);
        match captured.is_empty() {
            true => self.constant(Constant::Function(func), span),
            false => self.emit(FlowOp::Closure(func), &captured, span),
        }
    }

    /// Can the objects of a class keep what its methods use of the function around it: is each of
    /// them made where that is known?
    fn may_enclose(&self, method: &Method) -> bool {
        let def = self.ast.class_def(method.class);
        let class = self.module.class_of(method.class);
        let program = self.world.program;
        let is_plain = |base: &Base| !matches!(base, Base::Exception(_));
        let is_type_of = |func: ExprId| match self.ast.expr(func) {
            ExprKind::Attribute { name, .. } => &**name == "__class__",
            ExprKind::Call { func, .. } => matches!(self.ast.expr(*func), ExprKind::Name(name) if &**name == "type"),
            _ => false,
        };
        let mut exprs = self.ast.exprs.values();
        let makes_by_object = exprs.any(|e| matches!(e.kind, ExprKind::Call { func, .. } if is_type_of(func)));
        !matches!(method.kind, MethodKind::Static | MethodKind::Class)
            && !def.is_kept
            && !makes_by_object
            && self.closure.constants.contains_key(&def.target)
            && program.classes[class].mro.iter().all(is_plain)
            && program.find_member(class, "__new__").is_none()
    }

    /// A call of a class whose objects keep variables of the function: what is called instead, and
    /// the new object, which has them.
    pub(super) fn enclosed_object(&mut self, func: Value, span: Span) -> Option<(Option<Value>, Value)> {
        let Some(&Constant::Class(class)) = self.constants.get(&func) else { return None };
        let world = self.world;
        let kept = enclosed::kept(world.program, world.modules, world.closures, class);
        if kept.is_empty() {
            return None;
        }
        let object = self.constant(Constant::Builtin("object".into()), span);
        let new = self.emit(FlowOp::GetAttr("__new__".into()), &[object], span);
        let object = self.emit(FlowOp::Call { keywords: Vec::new() }, &[new, func], span);
        for (attribute, capture) in kept {
            let var = match capture.is_cell {
                true => self.cells.get(&capture.name).map(|cell| cell.var),
                false => self.vars.get(&capture.name).copied(),
            };
            let Some(var) = var else {
                let what = "objects of a class, made where the variables that it uses are not known,".into();
                self.mistake(Mistake::NotYet { what, help: None }, span);
                return Some((None, object));
            };
            let value = self.read(var);
            self.emit0(FlowOp::SetAttr(attribute), &[object, value], span);
        }
        let init = world.program.find_member(class, "__init__").is_some();
        let init = init.then(|| self.emit(FlowOp::GetAttr("__init__".into()), &[object], span));
        Some((init, object))
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
