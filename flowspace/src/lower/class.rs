//! Class statements, and what only methods can write.

use super::Lowering;
use crate::ast::*;
use crate::errors::Mistake;
use crate::names::EnumClass;
use crate::synthesis;
use crate::unit::Node;
use naja_ir::Name;
use naja_ir::flow::{Base, Constant, FlowOp, MemberKind, ParamKind, UserClass};
use naja_ir::graph::Value;
use naja_ir::source::Span;

impl<'a> Lowering<'a> {
    /// The body is run where the statement stands; then the class has its name.
    pub(super) fn class_statement(&mut self, id: StmtId, def: &'a ClassDef) {
        let decorators: Vec<Value> = def.decorators.iter().map(|&decorator| self.expr(decorator)).collect();
        for &base in &def.bases {
            match *self.ast.expr(base) {
                ExprKind::Subscript { value, .. } => self.expr(value),
                _ => self.expr(base),
            };
        }
        let mut keywords = Vec::new();
        for Keyword { name, value, .. } in &def.keywords {
            keywords.extend(name.clone().map(|name| (name, self.expr(*value))));
        }
        self.body(&def.body);
        if self.block.is_none() {
            return;
        }
        let class = self.module.class_of(id);
        if let Some(made) = self.world.names.enums.get(&class) {
            let setup = self.constant(Constant::Function(made.setup), def.name_span);
            self.emit(FlowOp::Call { keywords: Vec::new() }, &[setup], def.name_span);
        }
        let mut value = self.constant(Constant::Class(class), def.name_span);
        let announced = "__init_subclass__";
        if !keywords.is_empty() || self.world.program.find_behind(class, class, announced).is_some() {
            let behind = self.emit(FlowOp::Super(class), &[value], def.name_span);
            let method = self.emit(FlowOp::GetAttr(announced.into()), &[behind], def.name_span);
            let (keywords, values): (Vec<Name>, Vec<Value>) = keywords.into_iter().unzip();
            let operands = [&[method], values.as_slice()].concat();
            self.emit(FlowOp::Call { keywords }, &operands, def.name_span);
        }
        for (decorator, &expr) in decorators.into_iter().zip(&def.decorators).rev() {
            let span = self.ast.span(expr);
            value = self.emit(FlowOp::Call { keywords: Vec::new() }, &[decorator, value], span);
        }
        self.store_name(&def.target, value, def.name_span);
    }

    /// Is it a class that takes type arguments? With them it is the same class.
    pub(super) fn is_generic(&self, value: Value) -> bool {
        let Some(Constant::Class(class)) = self.constants.get(&value) else { return false };
        let world = self.world;
        world.program.classes[*class].mro.iter().any(|base| match base {
            Base::User(base) => world.modules.class_def(world.program, *base).1.is_generic,
            _ => false,
        })
    }

    /// The class of `enum` that a value is for sure.
    fn enum_class(&self, value: Value) -> Option<&'a EnumClass> {
        match self.constants.get(&value) {
            Some(Constant::Class(class)) => self.world.names.enums.get(class),
            _ => None,
        }
    }

    /// `Color(1)` and `Color["RED"]`: the function that looks the member up.
    pub(super) fn lookup(&mut self, class: Value, by_name: bool, span: Span) -> Option<Value> {
        if &*self.module.name == synthesis::MADE {
            // What is made for the class makes its members.
            return None;
        }
        let made = self.enum_class(class)?;
        let function = if by_name { made.by_name } else { made.by_value };
        Some(self.constant(Constant::Function(function), span))
    }

    /// What an operation takes that asks for items: of a class of `enum` its members, of
    /// a named tuple its fields.
    pub(super) fn iterable(&mut self, value: Value, span: Span) -> Value {
        match self.enum_class(value) {
            Some(made) => self.push(FlowOp::LoadGlobal(made.members), &[], 1, span)[0],
            None => self.items_of(value, span),
        }
    }

    /// Of a named tuple its fields.
    pub(super) fn items_of(&mut self, value: Value, span: Span) -> Value {
        match self.world.has_named_tuples && !self.constants.contains_key(&value) {
            true => self.push(FlowOp::Items, &[value], 1, span)[0],
            false => value,
        }
    }

    /// An attribute of a class of `enum` that was made for it.
    pub(super) fn enum_attribute(&mut self, class: Value, name: &str, span: Span) -> Option<Value> {
        let made = self.enum_class(class)?;
        let global = match name {
            "__members__" => made.names,
            _ => {
                let Some(Constant::Class(class)) = self.constants.get(&class) else { return None };
                let members = &self.world.program.classes[*class].members;
                match members.iter().find(|(own, _)| &**own == name)?.1.kind {
                    MemberKind::Variable { global, .. } => global,
                    _ => return None,
                }
            }
        };
        let value = self.push(FlowOp::LoadGlobal(global), &[], 1, span)[0];
        self.bound.insert(value);
        Some(value)
    }

    /// The class of `enum` that a class method is called with: one with members has no
    /// subclasses.
    pub(super) fn enum_around(&self) -> Option<UserClass> {
        let Node::Def(stmt) = self.module.functions[self.index?].child.node else { return None };
        let method = self.ast.function_def(stmt).method.as_ref().filter(|method| method.kind == MethodKind::Class)?;
        let class = self.module.class_of(method.class);
        self.world.names.enums.contains_key(&class).then_some(class)
    }

    /// The class in whose text the function stands, as a method or inside one.
    pub(super) fn class_around(&self) -> Option<UserClass> {
        let mut at = self.index;
        while let Some(function) = at.map(|index| &self.module.functions[index]) {
            if let Node::Def(stmt) = function.child.node
                && let Some(method) = &self.ast.function_def(stmt).method
            {
                return Some(self.module.class_of(method.class));
            }
            at = function.parent;
        }
        None
    }

    /// `super()` and `super(C, self)`.
    pub(super) fn super_object(&mut self, args: &[ExprId], keywords: &[Keyword], span: Span) -> Value {
        let op = match args {
            [] if keywords.is_empty() => self.class_around().zip(self.first_parameter(span)),
            &[class, object] if keywords.is_empty() => {
                let class = self.expr(class);
                let class = match self.constants.get(&class) {
                    Some(Constant::Class(class)) => Some(*class),
                    _ => None,
                };
                let object = self.expr(object);
                class.map(|class| (class, object))
            }
            _ => None,
        };
        match op {
            Some((class, object)) => self.emit(FlowOp::Super(class), &[object], span),
            None => {
                let words = match args {
                    [] => "super(): no arguments".into(),
                    _ => "the class that `super` is given must be known by name".into(),
                };
                self.mistake(Mistake::Super { words }, span);
                self.constant(Constant::None, span)
            }
        }
    }

    /// `dataclasses.replace(x, a=1)`: a method of x that was made for these fields.
    pub(super) fn replaced(&mut self, func: Value, args: &[ExprId], keywords: &[Keyword], span: Span) -> Option<Value> {
        let is_replace = matches!(self.constants.get(&func), Some(Constant::Library(module, name))
            if &**module == "dataclasses" && &**name == "replace");
        let &[object] = args else { return None };
        if !is_replace || keywords.is_empty() {
            return None;
        }
        let object = self.expr(object);
        let method = self.emit(FlowOp::GetAttr(synthesis::replace_method(keywords)), &[object], span);
        let mut operands = vec![method];
        operands.extend(keywords.iter().map(|keyword| self.expr(keyword.value)));
        Some(self.emit(FlowOp::Call { keywords: Vec::new() }, &operands, span))
    }

    /// `getattr(x, name)` with a name that is no literal: a method of x that was made for it.
    pub(super) fn computed_attribute(
        &mut self,
        call: ExprId,
        func: Value,
        args: &[ExprId],
        span: Span,
    ) -> Option<Value> {
        if !matches!(self.constants.get(&func), Some(Constant::Builtin(name)) if &**name == "getattr") {
            return None;
        }
        let computed = synthesis::Computed::of(self.ast, call)?;
        let operands: Vec<Value> = args.iter().map(|&arg| self.expr(arg)).collect();
        let method = self.emit(FlowOp::GetAttr(computed.method()), &operands[..1], span);
        let operands = [&[method], &operands[1..]].concat();
        Some(self.emit(FlowOp::Call { keywords: Vec::new() }, &operands, span))
    }

    fn first_parameter(&mut self, span: Span) -> Option<Value> {
        let function = &self.world.program.functions[self.func];
        let own = function.params.iter().find(|param| param.kind != ParamKind::Captured)?;
        let is_argument = matches!(own.kind, ParamKind::PositionalOnly | ParamKind::Normal);
        is_argument.then(|| self.load_name(&own.name, span))
    }
}
