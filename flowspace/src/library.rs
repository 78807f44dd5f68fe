//! The library: modules in the low-level dialect (`docs/dialect.md`), whose top
//! levels never run. A global is a constant, or a cell with a first value.
//!
//! What is wrong in a library module is our own mistake, and panics.

use crate::ast::*;
use crate::builtins;
use crate::functions::add_module;
use crate::modules::{Import, Module, Modules, Origin, Target};
use crate::names::{ModuleName, Names};
use crate::unit::{Bound, Node};
use crate::{beyond, declare, parser, validate};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Constant, ModuleId, Program};
use naja_ir::source::{Source, SourceMap};
use std::collections::{HashMap, HashSet};

/// Reads `rlib/<module>.py` and every library module that it imports, unless that was done.
pub fn load(
    module: &str,
    program: &mut Program,
    sources: &mut SourceMap,
    modules: &mut Modules,
    names: &mut Names,
) -> ModuleId {
    let mut fresh = Vec::new();
    let id = read(module, program, sources, modules, &mut fresh);
    let mut next = 0;
    while let Some(&id) = fresh.get(next) {
        for stmt in modules.list[id].unit.imports.iter().map(|import| import.stmt).collect::<Vec<_>>() {
            let import = resolve(id, stmt, program, sources, modules, &mut fresh);
            modules.list[id].imports.insert(stmt, import);
        }
        next += 1;
    }
    for id in fresh {
        name_all(id, program, modules, names);
    }
    id
}

fn read(
    module: &str,
    program: &mut Program,
    sources: &mut SourceMap,
    modules: &mut Modules,
    fresh: &mut Vec<ModuleId>,
) -> ModuleId {
    // A program may have a package of the library's name.
    let key: Name = format!("<library>.{module}").into();
    if let Some(&id) = modules.by_name.get(&key) {
        return id;
    }
    let text = naja_rlib::source(module).unwrap_or_else(|| panic!("there is no library module {module}"));
    let source = sources.add(Source::new(format!("rlib/{module}.py"), text.to_owned(), true));
    let ast = parser::parse(source, text).unwrap_or_else(|mistake| complain(sources, &[mistake]));
    let mut mistakes = Vec::new();
    validate::module(&ast, &mut mistakes);
    beyond::module(&ast, &mut mistakes);
    let module = add_module(program, format!("rlib.{module}").into(), false, Origin::Library, ast, &mut mistakes);
    if !mistakes.is_empty() {
        complain(sources, &mistakes);
    }
    let id = modules.list.push(module);
    modules.by_name.insert(key, id);
    fresh.push(id);
    id
}

/// Panics with our own mistakes.
pub fn complain(sources: &SourceMap, mistakes: &[Diagnostic]) -> ! {
    let lines = mistakes.iter().map(|mistake| match mistake.span {
        Some(span) => {
            format!("{}:{}: {}", sources.get(span.source).path, sources.line(span), mistake.message)
        }
        None => mistake.message.clone(),
    });
    panic!("the library is wrong:\n{}", lines.collect::<Vec<_>>().join("\n"))
}

fn resolve(
    id: ModuleId,
    stmt: StmtId,
    program: &mut Program,
    sources: &mut SourceMap,
    modules: &mut Modules,
    fresh: &mut Vec<ModuleId>,
) -> Import {
    let StmtKind::ImportFrom { module: Some(from), names, .. } = modules.list[id].ast.stmt(stmt) else {
        panic!("library modules are imported by `from rlib...`");
    };
    match from.strip_prefix("rlib.") {
        Some(module) => {
            let module = module.to_owned();
            let target = read(&module, program, sources, modules, fresh);
            Import { targets: vec![Target::User(vec![target])], submodules: HashMap::new() }
        }
        None if &**from == "rlib" => {
            let names: Vec<Name> = names.iter().map(|alias| alias.name.clone()).collect();
            let mut import = Import { targets: vec![Target::Nothing], submodules: HashMap::new() };
            for name in names.into_iter().filter(|name| **name != *builtins::LOWLEVEL.name) {
                import.submodules.insert(name.clone(), read(&name, program, sources, modules, fresh));
            }
            import
        }
        None => panic!("a library module imports {from}"),
    }
}

/// Decides what each of a module's names is.
fn name_all(id: ModuleId, program: &mut Program, modules: &Modules, names: &mut Names) {
    let module = &modules.list[id];
    let by_global: HashSet<&Name> = module.functions.iter().flat_map(|f| &f.unit.globals).collect();
    for binding in &module.unit.bindings {
        let name = &binding.name;
        let (constant, cell) = match by_global.contains(name) {
            true => (None, Some(declare::library_global(program, id, &module.ast, &module.unit, name))),
            false => (Some(constant(module, modules, &binding.bound)), None),
        };
        let before =
            names.modules[id].insert(name.clone(), ModuleName { constant, cell, bound_after: Some(0), hides: None });
        assert!(before.is_none(), "{}.{name} is bound twice", module.name);
    }
}

fn constant(module: &Module, modules: &Modules, bound: &Bound) -> Constant {
    match bound {
        Bound::Def(stmt) => Constant::Function(module.func_of(Node::Def(*stmt))),
        Bound::Literal(literal) => literal.clone(),
        Bound::From { stmt, name } => {
            let import = &module.imports[stmt];
            match import.targets.first() {
                Some(Target::User(chain)) => {
                    let from = &modules.list[chain[chain.len() - 1]];
                    let binding = from.unit.bindings.iter().find(|b| b.name == *name);
                    let binding = binding.unwrap_or_else(|| panic!("{} has no {name}", from.name));
                    constant(from, modules, &binding.bound)
                }
                _ => match import.submodules.get(name) {
                    Some(&submodule) => Constant::Module(submodule),
                    None => builtins::LOWLEVEL.module(),
                },
            }
        }
        other => panic!("{} binds a name to {other:?}", module.name),
    }
}
