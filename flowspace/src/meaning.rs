//! What the bases and decorators of a class stand for, as far as the text tells:
//! before it is known what may run before what.

use crate::ast::*;
use crate::builtins::{self, Provided};
use crate::modules::{ClassUnit, Module, Modules, Target};
use crate::unit::{Binding, Bound, Node, Unit, is_class_name};
use naja_ir::Name;
use naja_ir::flow::{Constant, ModuleId, Program, UserClass};

/// What an expression stands for, as far as the text tells.
pub enum Meaning {
    Constant(Constant),
    Module(ModuleId),
    Provided(&'static Provided),
    /// Nothing defines it.
    Unknown,
    Computed,
}

pub struct Meanings<'a> {
    pub modules: &'a Modules,
    pub program: &'a Program,
}

impl Meanings<'_> {
    /// What an expression stands for that stands in a class statement: names, and
    /// attributes of modules and classes.
    pub fn of(&self, id: ModuleId, unit: &ClassUnit, expr: ExprId) -> Meaning {
        let module = &self.modules.list[id];
        match module.ast.expr(expr) {
            ExprKind::Name(name) => self.name(id, unit, name),
            ExprKind::Constant(constant) => Meaning::Constant(constant.clone()),
            ExprKind::Attribute { value, name } => match self.of(id, unit, *value) {
                Meaning::Module(of) => {
                    let full: Name = format!("{}.{name}", self.modules.list[of].name).into();
                    match self.modules.by_name.get(&full) {
                        Some(&submodule) if !self.modules.list[of].has(name) => Meaning::Module(submodule),
                        _ => self.top_level(of, name, 0),
                    }
                }
                Meaning::Provided(provided) => provided.get(name).map_or(Meaning::Unknown, Meaning::Constant),
                Meaning::Constant(Constant::Class(class)) => self.nested(class, name),
                Meaning::Unknown => Meaning::Unknown,
                _ => Meaning::Computed,
            },
            // A class with type arguments is that class.
            ExprKind::Subscript { value, .. } => match self.of(id, unit, *value) {
                Meaning::Constant(Constant::Class(class)) => Meaning::Constant(Constant::Class(class)),
                _ => Meaning::Computed,
            },
            _ => Meaning::Computed,
        }
    }

    /// A class in the body of a class.
    fn nested(&self, class: UserClass, name: &Name) -> Meaning {
        let id = self.program.classes[class].module;
        let module = &self.modules.list[id];
        let Some(unit) = module.classes.iter().find(|unit| unit.class == class) else { return Meaning::Computed };
        let own = module.ast.class_def(unit.stmt).names.iter().find(|own| own.name == *name);
        let bindings: Vec<&Binding> = match own {
            Some(own) => module.unit_of(unit.scope).bindings.iter().filter(|b| b.name == own.target).collect(),
            None => return Meaning::Computed,
        };
        match bindings.as_slice() {
            [Binding { bound: Bound::Class(stmt), .. }] => Meaning::Constant(Constant::Class(module.class_of(*stmt))),
            _ => Meaning::Computed,
        }
    }

    fn name(&self, id: ModuleId, unit: &ClassUnit, name: &Name) -> Meaning {
        let module = &self.modules.list[id];
        let mut at = unit.scope;
        while let Some(index) = at {
            let around = &module.functions[index];
            if around.unit.globals.contains(name) {
                break;
            }
            if around.unit.locals.contains(name) {
                let is_param = around.unit.params.contains(name);
                let here = (unit.scope == at).then_some(unit);
                let binding = only_binding(module, &around.unit, name, here).filter(|_| !is_param);
                return binding.map_or(Meaning::Computed, |binding| self.bound(id, binding, 0));
            }
            at = around.parent;
        }
        let here = unit.scope.is_none().then_some(unit);
        let is_global = module.functions.iter().any(|f| f.unit.globals.contains(name) && f.unit.binds(name));
        match only_binding(module, &module.unit, name, here) {
            Some(binding) if !is_global || is_class_name(name) => self.bound(id, binding, 0),
            _ if is_global || module.unit.binds(name) => self.global_class(module, name),
            _ => builtins::builtin(name).map_or(Meaning::Unknown, Meaning::Constant),
        }
    }

    /// A class in a class in a function.
    fn global_class(&self, module: &Module, name: &Name) -> Meaning {
        let bindings = module.functions.iter().flat_map(|f| f.unit.bindings.iter()).filter(|b| b.name == *name);
        match bindings.map(|b| &b.bound).collect::<Vec<_>>().as_slice() {
            [Bound::Class(stmt)] if is_class_name(name) => Meaning::Constant(Constant::Class(module.class_of(*stmt))),
            _ => Meaning::Computed,
        }
    }

    fn top_level(&self, id: ModuleId, name: &Name, depth: usize) -> Meaning {
        let module = &self.modules.list[id];
        if !module.has(name) || depth > self.modules.list.len() {
            return Meaning::Unknown;
        }
        let by_global = module.functions.iter().any(|f| f.unit.globals.contains(name) && f.unit.binds(name));
        match only_binding(module, &module.unit, name, None) {
            Some(binding) if !by_global => self.bound(id, binding, depth + 1),
            _ => Meaning::Computed,
        }
    }

    fn bound(&self, id: ModuleId, binding: &Binding, depth: usize) -> Meaning {
        let module = &self.modules.list[id];
        match &binding.bound {
            Bound::Class(stmt) => Meaning::Constant(Constant::Class(module.class_of(*stmt))),
            Bound::Def(stmt) => Meaning::Constant(Constant::Function(module.func_of(Node::Def(*stmt)))),
            Bound::Literal(literal) => Meaning::Constant(literal.clone()),
            Bound::Module { module } => match builtins::provided(module) {
                Some(provided) => Meaning::Provided(provided),
                None => self.modules.by_name.get(module).map_or(Meaning::Unknown, |&id| Meaning::Module(id)),
            },
            Bound::From { stmt, name } => {
                let Some(import) = module.imports.get(stmt) else { return Meaning::Unknown };
                if let Some(&submodule) = import.submodules.get(name) {
                    return Meaning::Module(submodule);
                }
                match import.targets.first() {
                    Some(Target::Provided(provided)) => provided.get(name).map_or(Meaning::Unknown, Meaning::Constant),
                    Some(Target::User(chain)) => self.top_level(chain[chain.len() - 1], name, depth),
                    _ => Meaning::Unknown,
                }
            }
            Bound::Same(_) | Bound::Other => Meaning::Computed,
        }
    }
}

/// The binding of a name that a class statement of the same scope finds, or the only one.
fn only_binding<'u>(module: &Module, unit: &'u Unit, name: &Name, here: Option<&ClassUnit>) -> Option<&'u Binding> {
    let all: Vec<&Binding> = unit.bindings.iter().filter(|b| b.name == *name).collect();
    if let [only] = all.as_slice() {
        return Some(only);
    }
    let here = module.ast.class_def(here?.stmt);
    let own = unit.bindings.iter().find(|b| b.name == here.target && b.span == here.name_span)?;
    let last = all.into_iter().rfind(|b| b.site.order < own.site.order)?;
    (last.whenever_run && unit.dominates(last.site, own.site) && own.site.outer_loop.is_none()).then_some(last)
}
