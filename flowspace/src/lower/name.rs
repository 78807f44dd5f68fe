//! Names: where each is found, and whether it may be unbound there.

use super::Lowering;
use crate::builtins;
use crate::errors::{Mistake, similar};
use crate::modules::{Origin, is_given};
use crate::names::ModuleName;
use crate::standard;
use crate::synthesis::MADE;
use crate::unit::{Node, is_class_name};
use naja_ir::Name;
use naja_ir::flow::{Constant, FlowOp, FuncId, ModuleId, Scope};
use naja_ir::graph::{Link, Terminator, Value};
use naja_ir::source::Span;

/// How the name of a module's top level is asked for: which exception it is where it is unbound.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Asked {
    /// By name, in the module itself: NameError.
    Name,
    /// `module.name`: AttributeError.
    Attribute,
    /// `from module import name`: ImportError.
    From,
}

impl Lowering<'_> {
    pub(super) fn load_name(&mut self, name: &Name, span: Span) -> Value {
        if &**name == "__all__" && self.module.all.is_some() {
            self.mistake(Mistake::NotYet { what: "uses of __all__".into(), help: None }, span);
        }
        if let Some(&var) = self.vars.get(name) {
            let value = self.read(var);
            if self.bound.contains(value) {
                return value;
            }
            let captured = self.closure.captures.iter().find(|c| c.name == *name);
            let own = if self.is_top_level { Scope::Global } else { Scope::Local };
            let scope = captured.map_or(own, |capture| capture.scope);
            let value = self.emit(FlowOp::CheckBound { name: name.clone(), scope }, &[value], span);
            self.graph.values[value] = Some(name.clone());
            self.write(var, value);
            return value;
        }
        if self.cells.contains_key(name) {
            return self.load_cell(name, span);
        }
        if let Some(constant) = self.local_constant(name) {
            return self.constant(constant, span);
        }
        if self.world.names.modules[self.module_id].contains_key(name) {
            return self.load_global(self.module_id, name, Asked::Name, span);
        }
        if let Some(class) = self.class_around().filter(|_| &**name == "__class__") {
            return self.constant(Constant::Class(class), span);
        }
        if let Some(constant) = self.given(self.module_id, name).or_else(|| builtins::builtin(name)) {
            if let Some(why) = builtins::impossible(name) {
                self.mistake(Mistake::Never { what: format!("{name}()"), help: why.into() }, span);
            }
            return self.constant(constant, span);
        }
        self.undefined(name, span);
        self.constant(Constant::None, span)
    }

    /// Is it a variable of the function, or one that it captures?
    pub(super) fn is_variable(&self, name: &Name) -> bool {
        self.vars.contains_key(name) || self.cells.contains_key(name)
    }

    pub(super) fn local_constant(&self, name: &Name) -> Option<Constant> {
        let own = self.closure.constants.get(name).map(|(constant, _)| constant);
        own.or_else(|| self.closure.outer_constants.get(name)).cloned()
    }

    fn load_cell(&mut self, name: &Name, span: Span) -> Value {
        let cell = &self.cells[name];
        let (var, scope) = (cell.var, cell.scope);
        let is_bound = cell.always_bound || cell.bound_after.is_some_and(|position| position < self.position);
        let cell = self.read(var);
        let value = self.emit(FlowOp::LoadCell, &[cell], span);
        self.graph.values[value] = Some(name.clone());
        if is_bound {
            self.bound.insert(value);
            return value;
        }
        let value = self.emit(FlowOp::CheckBound { name: name.clone(), scope }, &[value], span);
        self.graph.values[value] = Some(name.clone());
        value
    }

    pub(super) fn undefined(&mut self, name: &Name, span: Span) {
        let vars = self.ssa.vars.values().map(|v| &**v);
        let globals = self.world.names.modules[self.module_id].keys().map(|n| &**n).filter(|n| !is_class_name(n));
        let builtins = builtins::builtin_names().map(|name| -> &str { name });
        // Where hardly a name is known, nothing is gained by searching for each.
        let search = self.mistakes.len() < 100;
        let similar = if search { similar(name, vars.chain(globals).chain(builtins)) } else { None };
        let help = match &**name {
            "reveal_type" => Some("write `from typing import reveal_type`".to_string()),
            name if standard::provided().any(|module| module == name) => Some(format!("write `import {name}`")),
            "__file__" | "__builtins__" | "__spec__" | "__loader__" | "__package__" => {
                self.mistake(Mistake::NotYet { what: format!("uses of {name}"), help: None }, span);
                return;
            }
            _ => None,
        };
        self.mistake(Mistake::UndefinedName { name: name.to_string(), similar, help }, span);
    }

    /// What a name stands for, where that is known without running and nothing can be unbound.
    pub(super) fn static_name(&self, name: &Name) -> Option<Constant> {
        if self.is_variable(name) {
            return None;
        }
        if let Some(constant) = self.local_constant(name) {
            return Some(constant);
        }
        match self.world.names.modules[self.module_id].get(name) {
            Some(entry) => {
                let bound = self.world.names.is_bound(self.world.program, self.module_id, name, self.standpoint());
                entry.constant.clone().filter(|_| bound)
            }
            None => self.given(self.module_id, name).or_else(|| builtins::builtin(name)),
        }
    }

    /// The names that every module has.
    pub(super) fn given(&self, module: ModuleId, name: &str) -> Option<Constant> {
        let module = &self.world.modules.list[module];
        match name {
            _ if !is_given(name) => None,
            "__name__" => Some(Constant::Str(module.name.clone())),
            _ => Some(module.ast.docstring(&module.ast.body).map_or(Constant::None, |d| Constant::Str(d.clone()))),
        }
    }

    /// A name of a module's top level, checked where it may be unbound.
    pub(super) fn load_global(&mut self, module: ModuleId, name: &Name, asked: Asked, span: Span) -> Value {
        let entry = &self.world.names.modules[module][name];
        let is_bound = self.world.names.is_bound(self.world.program, module, name, self.standpoint());
        if let (Some(constant), true) = (&entry.constant, is_bound) {
            return self.constant(constant.clone(), span);
        }
        let cell = entry.cell.expect("a name that may be unbound is a cell");
        let value = self.emit(FlowOp::LoadGlobal(cell), &[], span);
        self.graph.values[value] = Some(name.clone());
        if is_bound || entry.hides.is_some() {
            self.bound.insert(value);
            return value;
        }
        let check = FlowOp::CheckBound { name: name.clone(), scope: Scope::Global };
        // What it is, once it is bound, can be known all the same.
        let known = entry.constant.clone();
        if asked == Asked::Name {
            let checked = self.emit(check, &[value], span);
            return known.map_or(checked, |constant| self.constant(constant, span));
        }
        let module_name = &self.world.modules.list[module].name;
        let (class, message) = match asked {
            Asked::From => ("ImportError", format!("cannot import name '{name}' from '{module_name}'")),
            _ => ("AttributeError", format!("module '{module_name}' has no attribute '{name}'")),
        };
        let failed = self.new_block();
        self.add_param(failed, None);
        let checked = self.push(check, &[value], 1, span)[0];
        self.bound.insert(checked);
        self.guard(failed);
        let ok = self.block.take();
        self.enter(failed);
        let exception = builtins::builtin(&class.into()).expect("these are builtin exceptions");
        let class = self.constant(exception, span);
        let text = self.constant(Constant::Str(message.into()), span);
        let exc = self.emit(FlowOp::Call { keywords: Vec::new() }, &[class, text], span);
        self.raise(FlowOp::Raise, &[exc], span);
        self.block = ok;
        known.map_or(checked, |constant| self.constant(constant, span))
    }

    /// Binds a name of this scope.
    pub(super) fn store_name(&mut self, name: &Name, value: Value, span: Span) {
        if let Some(&var) = self.vars.get(name) {
            if self.graph.values[value].is_none() {
                self.graph.values[value] = Some(name.clone());
            }
            self.write(var, value);
            if !self.cells.contains_key(name) {
                return;
            }
        }
        if let Some(cell) = self.cells.get_mut(name) {
            let (var, is_made) = (cell.var, std::mem::replace(&mut cell.is_made, true));
            if is_made {
                let cell = self.read(var);
                self.emit0(FlowOp::StoreCell, &[cell, value], span);
            } else {
                let cell = self.emit(FlowOp::NewCell, &[value], span);
                self.write(var, cell);
            }
            return;
        }
        if self.local_constant(name).is_some() {
            return;
        }
        if let Some(cell) = self.world.names.modules[self.module_id][name].cell {
            self.emit0(FlowOp::StoreGlobal(cell), &[value], span);
        }
    }

    /// Is what the name is bound to kept somewhere: is it no constant?
    pub(super) fn is_kept(&self, name: &Name) -> bool {
        self.is_variable(name)
            || self.local_constant(name).is_none() && self.world.names.modules[self.module_id][name].cell.is_some()
    }

    /// `del name`: it must be bound.
    pub(super) fn delete_name(&mut self, name: &Name, span: Span) {
        self.load_name(name, span);
        self.unbind(name, span);
    }

    /// From here on the name is unbound.
    pub(super) fn unbind(&mut self, name: &Name, span: Span) {
        let is_module_level = !self.is_variable(name) || self.is_top_level;
        let entry = self.world.names.modules[self.module_id].get(name).filter(|_| is_module_level);
        let unbound = entry.and_then(|entry| entry.hides.clone()).unwrap_or(Constant::Unbound);
        let value = self.constant(unbound, span);
        self.store_name(name, value, span);
    }

    pub(super) fn attribute(&mut self, object: Value, name: &Name, span: Span) -> Value {
        match self.constants.get(&object).cloned() {
            Some(Constant::Module(module)) => self.module_attribute(module, name, span),
            Some(Constant::Library(module, own)) if own.is_empty() => self.provided_attribute(&module, name, span),
            Some(Constant::Function(func)) => match self.standard_attribute(func, name) {
                Some(found) => self.constant(found, span),
                None => self.emit(FlowOp::GetAttr(name.clone()), &[object], span),
            },
            Some(Constant::Library(module, own)) if &*module == "sys" && &**name == "buffer" => {
                let function = self.file_function(&format!("{own}_buffer"), span);
                self.emit(FlowOp::Call { keywords: Vec::new() }, &[function], span)
            }
            Some(Constant::Typing(own)) if own.is_empty() => self.provided_attribute("typing", name, span),
            Some(Constant::Class(_)) if let Some(value) = self.enum_attribute(object, name, span) => value,
            Some(Constant::Class(class)) => match self.world.names.inner_class(self.world.program, class, name) {
                Some(inner) => self.constant(Constant::Class(inner), span),
                None => self.emit(FlowOp::GetAttr(name.clone()), &[object], span),
            },
            _ => self.emit(FlowOp::GetAttr(name.clone()), &[object], span),
        }
    }

    /// `chain.from_iterable`: the function `chain_from_iterable` of the standard module.
    fn standard_attribute(&self, func: FuncId, name: &Name) -> Option<Constant> {
        let function = &self.world.program.functions[func];
        let of = self.world.modules.list.get(function.module)?;
        let full: Name = format!("{}_{name}", function.name).into();
        match (of.origin, self.world.names.modules[function.module].get(&full)?) {
            (Origin::Standard, ModuleName { constant: Some(constant), .. }) => Some(constant.clone()),
            _ => None,
        }
    }

    fn provided_attribute(&mut self, module: &str, name: &Name, span: Span) -> Value {
        let provided = match module {
            "lowlevel" => builtins::LOWLEVEL,
            _ => builtins::provided(module).expect("only provided modules are library constants"),
        };
        let constant = provided.get(name).unwrap_or_else(|| {
            self.mistake(
                Mistake::MissingName {
                    module: module.into(),
                    name: name.to_string(),
                    similar: similar(name, provided.names.iter().copied()),
                    from_import: false,
                    provided: true,
                },
                span,
            );
            Constant::None
        });
        self.constant(constant, span)
    }

    fn module_attribute(&mut self, module: ModuleId, name: &Name, span: Span) -> Value {
        let of = &self.world.modules.list[module];
        if self.world.names.modules[module].contains_key(name) && of.shows(name) {
            return self.load_global(module, name, Asked::Attribute, span);
        }
        let full: Name = format!("{}.{name}", of.name).into();
        if let Some(&submodule) = self.world.modules.by_name.get(&full) {
            if !self.is_imported(submodule, module) {
                self.mistake(Mistake::SubmoduleNotImported { name: full.to_string() }, span);
            }
            return self.constant(Constant::Module(submodule), span);
        }
        if let Some(given) = self.given(module, name) {
            return self.constant(given, span);
        }
        let names = self.world.names.modules[module].keys().map(|n| &**n);
        let similar = similar(name, names.filter(|name| of.shows(name)));
        let provided = of.origin == Origin::Standard;
        let (module, name) = (of.name.to_string(), name.to_string());
        let mistake = Mistake::MissingName { module, name, similar, from_import: false, provided };
        self.mistake(mistake, span);
        self.constant(Constant::None, span)
    }

    /// Is a submodule sure to have been imported when control comes here? Either
    /// this module imports it, or its own package does.
    fn is_imported(&self, submodule: ModuleId, package: ModuleId) -> bool {
        // In this function, or in one around it before this one is made.
        let (mut at, mut position) = (self.index, self.position);
        while let Some(function) = at.map(|index| &self.module.functions[index]) {
            let mut imports = function.unit.imports.iter();
            if imports.any(|import| {
                import.unconditional
                    && import.position < position
                    && self.module.imports[&import.stmt].runs().contains(&submodule)
            }) {
                return true;
            }
            (at, position) = (function.parent, function.child.position);
        }
        let here = self.is_top_level
            && self.unit.imports.iter().any(|import| {
                import.unconditional
                    && import.position < self.position
                    && self.module.imports[&import.stmt].runs().contains(&submodule)
            });
        here || [self.module_id, package].into_iter().any(|id| {
            let module = &self.world.modules.list[id];
            module.unit.imports.iter().any(|import| {
                import.unconditional
                    && module.imports[&import.stmt].runs().contains(&submodule)
                    && self.world.names.is_done(self.world.program, id, import.position, self.standpoint())
            })
        })
    }

    /// `object.name = value`
    pub(super) fn store_attribute(&mut self, object: Value, name: &Name, value: Value, span: Span) {
        let Some(Constant::Module(module)) = self.constants.get(&object).cloned() else {
            self.emit0(FlowOp::SetAttr(name.clone()), &[object, value], span);
            if let Some(notes) = &self.world.namespaces {
                self.note_attribute(notes.stored, object, name, span);
            }
            return;
        };
        match self.world.names.modules[module].get(name).and_then(|entry| entry.cell) {
            Some(cell) => self.emit0(FlowOp::StoreGlobal(cell), &[value], span),
            // Of the library a function that no program names which has this stream.
            None if self.module.origin == Origin::Standard => {}
            None => {
                let module = self.world.modules.list[module].name.to_string();
                self.mistake(Mistake::ModuleAssignment { module, name: name.to_string() }, span);
            }
        }
    }

    /// Tells a namespace that it was given an attribute, or lost one: `note(object, "name")`. In a
    /// method the object itself is none.
    pub(super) fn note_attribute(&mut self, note: FuncId, object: Value, name: &Name, span: Span) {
        let notes = self.world.namespaces.as_ref().expect("only a program with namespaces has notes");
        let is_method = self.index.is_some_and(|index| match self.module.functions[index].child.node {
            Node::Def(stmt) => self.ast.function_def(stmt).method.is_some(),
            _ => false,
        });
        let is_own = is_method && !notes.has_subclasses && self.graph.params().first() == Some(&object);
        if self.module.origin != Origin::Program || &*self.module.name == MADE || is_own {
            return;
        }
        let note = self.constant(Constant::Function(note), span);
        let name = self.constant(Constant::Str(name.clone()), span);
        self.emit(FlowOp::Call { keywords: Vec::new() }, &[note, object, name], span);
    }

    /// Stores what another module's variable holds, unless it is unbound there (`from m import *`).
    pub(super) fn copy_if_bound(&mut self, module: ModuleId, from: &Name, to: &Name, span: Span) {
        let entry = &self.world.names.modules[module][from];
        let is_bound = self.world.names.is_bound(self.world.program, module, from, self.standpoint());
        if is_bound || entry.cell.is_none() {
            let value = self.load_global(module, from, Asked::From, span);
            self.store_name(to, value, span);
            return;
        }
        let cell = entry.cell.expect("just asked");
        let value = self.emit(FlowOp::LoadGlobal(cell), &[], span);
        let (missing, join) = (self.new_block(), self.new_block());
        self.add_param(missing, None);
        let check = FlowOp::CheckBound { name: from.clone(), scope: Scope::Global };
        let checked = self.push(check, &[value], 1, span)[0];
        self.bound.insert(checked);
        self.guard(missing);
        self.store_name(to, checked, span);
        self.jump(join, &[]);
        self.enter(missing);
        self.jump(join, &[]);
        self.enter(join);
    }

    /// Branches on a global that is a bool.
    pub(super) fn branch_on_flag(&mut self, flag: naja_ir::flow::GlobalId, then: Link, otherwise: Link, span: Span) {
        let value = self.emit(FlowOp::LoadGlobal(flag), &[], span);
        self.branch(value, then, otherwise);
    }

    /// An operation that raises: control does not go on behind it.
    pub(super) fn raise(&mut self, op: FlowOp, args: &[Value], span: Span) {
        self.push(op, args, 0, span);
        if let Some(landing) = self.landing() {
            self.guard(landing);
        }
        if let Some(block) = self.block.take() {
            self.graph.blocks[block].terminator = Terminator::Unreachable;
        }
    }
}
