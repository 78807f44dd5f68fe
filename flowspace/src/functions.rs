//! The functions of a module, each behind the one that makes it.

use crate::ast::*;
use crate::builtin_bases;
use crate::class_scope;
use crate::declare;
use crate::decorators;
use crate::errors::Mistake;
use crate::modules::{ClassUnit, Module, Origin};
use crate::unit::{self, Binding, Bound, Child, Code, Node, Site, Unit};
use crate::{attributed, cached, getters, namespace, rerun, rpython, typed};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{FuncId, ModuleId, Program};
use std::collections::VecDeque;

/// A function of a module, at its top level or inside another function.
pub struct FunctionUnit {
    pub func: FuncId,
    /// Where the function is made.
    pub child: Child,
    /// The function that makes it; none: the top level.
    pub parent: Option<usize>,
    /// The function that its code counts to, as far as the order of start-up
    /// goes: a comprehension runs where it stands.
    pub owner: FuncId,
    pub unit: Unit,
}

/// Declares a module and its functions in the program.
pub fn add_module(
    program: &mut Program,
    name: Name,
    is_package: bool,
    origin: Origin,
    mut ast: Ast,
    mistakes: &mut Vec<Diagnostic>,
) -> Module {
    rpython::module(&mut ast);
    builtin_bases::module(&mut ast);
    typed::module(&mut ast, mistakes);
    getters::module(&mut ast);
    namespace::module(&mut ast, mistakes);
    cached::module(&mut ast);
    attributed::module(&mut ast);
    rerun::module(&mut ast, mistakes);
    class_scope::module(&mut ast, mistakes);
    decorators::module(&mut ast);
    let unit = Unit::of(&name, &ast, &Code::Module(&ast.body), mistakes);
    let (id, mut module) = declare::module(program, name, origin, ast, unit);
    add_classes(program, id, &mut module, None);
    let mut pending: VecDeque<(Option<usize>, Child)> = module.unit.children.iter().map(|&c| (None, c)).collect();
    while let Some((parent, child)) = pending.pop_front() {
        add_function(program, id, &mut module, parent, child, mistakes);
        let index = module.functions.len() - 1;
        pending.extend(module.functions[index].unit.children.iter().map(|&c| (Some(index), c)));
    }
    undeclared(&module, mistakes);
    module.is_package = is_package;
    module
}

fn add_function(
    program: &mut Program,
    id: ModuleId,
    module: &mut Module,
    parent: Option<usize>,
    child: Child,
    mistakes: &mut Vec<Diagnostic>,
) {
    let ast = &module.ast;
    let scope = module.scope(parent);
    let mut outer = parent.map(|parent| &module.functions[parent]);
    let code = match child.node {
        Node::Def(stmt) => {
            let def = ast.function_def(stmt);
            outer = outer.filter(|outer| !outer.unit.globals.contains(&def.name));
            Code::Function(&def.params, &def.body)
        }
        Node::Lambda(expr) => match ast.expr(expr) {
            ExprKind::Lambda { params, body } => Code::Lambda(params, *body),
            _ => unreachable!("a lambda's node is a lambda"),
        },
        Node::Comprehension(expr) => Code::Comprehension(ast.comprehension(expr), child.position),
    };
    let mut unit = Unit::of(&module.name, ast, &code, mistakes);
    let outer = outer.map(|outer| &program.functions[outer.func].qualname).cloned();
    let is_made_once = matches!(child.node, Node::Def(_)) && parent.is_none() && child.site.outer_loop.is_none();
    let func = declare::function(program, id, ast, child.node, outer.as_ref(), is_made_once);
    for (name, span) in std::mem::take(&mut unit.walrus) {
        if module.is_iterated(parent, &name) {
            mistakes.push(unit::rebinds_iteration_variable(&name, span));
        }
        let site = match parent == scope {
            true => child.site,
            // Somewhere in the comprehensions between.
            false => Site { order: u32::MAX, ..child.site },
        };
        let binding = Binding {
            name: name.clone(),
            span,
            bound: Bound::Other,
            position: child.position,
            site,
            whenever_run: false,
            unconditional: false,
        };
        match scope.map(|scope| &mut module.functions[scope].unit) {
            Some(around) if !around.globals.contains(&name) => {
                unit.nonlocals.insert(name.clone(), span);
                if !around.nonlocals.contains_key(&name) {
                    around.locals.insert(name);
                    around.bindings.push(binding);
                }
            }
            _ => {
                unit.globals.insert(name);
                unit.bindings.push(binding);
            }
        }
    }
    program.functions[func].is_generator = unit.is_generator;
    if let Node::Def(def) = child.node {
        let def = module.ast.function_def(def);
        program.functions[func].doc = module.ast.docstring(&def.body).cloned();
    }
    let owner = match (child.runs_later, module.owner(parent)) {
        (true, _) => func,
        (false, Some(owner)) => module.functions[owner].func,
        (false, None) => program.modules[id].body,
    };
    module.index_of.insert(child.node, module.functions.len());
    module.functions.push(FunctionUnit { func, child, parent, owner, unit });
    add_classes(program, id, module, Some(module.functions.len() - 1));
}

fn add_classes(program: &mut Program, id: ModuleId, module: &mut Module, scope: Option<usize>) {
    let outer = scope.map(|index| program.functions[module.functions[index].func].qualname.clone());
    for stmt in module.unit_of(scope).classes.clone() {
        let class = declare::class(program, id, module.origin, module.ast.class_def(stmt), outer.as_ref());
        module.classes.push(ClassUnit { stmt, class, scope });
    }
}

/// Reports each name that `nonlocal` names and no function around binds.
fn undeclared(module: &Module, mistakes: &mut Vec<Diagnostic>) {
    for function in &module.functions {
        for (name, &span) in &function.unit.nonlocals {
            if !function.parent.is_some_and(|parent| module.is_local(parent, name)) {
                let words = format!("no binding for nonlocal '{name}' found");
                mistakes.push(Mistake::Declaration(words).at(span));
            }
        }
    }
}
