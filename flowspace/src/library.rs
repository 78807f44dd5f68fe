//! The library: modules in the low-level dialect (`docs/dialect.md`), whose top
//! levels never run. A global is a constant, or a cell with a first value. A module is read
//! when something of it is compiled: most programs need few of them.
//!
//! What is wrong in a library module is our own mistake, and panics.

use crate::ast::*;
use crate::builtins;
use crate::functions::add_module;
use crate::modules::{Modules, Origin};
use crate::names::{ModuleName, Names};
use crate::unit::{Bound, Node};
use crate::{beyond, declare, parser, validate};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Constant, ModuleId, Program};
use naja_ir::source::{Source, SourceMap};
use std::collections::HashSet;

/// What reading library modules fills.
pub struct Shelf<'a> {
    pub program: &'a mut Program,
    pub sources: &'a mut SourceMap,
    pub modules: &'a mut Modules,
    pub names: &'a mut Names,
}

impl Shelf<'_> {
    /// Reads `rlib/<module>.py`, unless that was done, and says what its own names are. What
    /// it imports is read when a function is compiled that uses it: see [`Shelf::bind`].
    pub fn load(&mut self, module: &str) -> ModuleId {
        // A program may have a package of the library's name.
        let key: Name = format!("<library>.{module}").into();
        if let Some(&id) = self.modules.by_name.get(&key) {
            return id;
        }
        let text = naja_rlib::source(module).unwrap_or_else(|| panic!("there is no library module {module}"));
        let source = self.sources.add(Source::new(format!("rlib/{module}.py"), text.to_owned(), true));
        let ast = parser::parse(source, text).unwrap_or_else(|mistake| complain(self.sources, &[mistake]));
        let mut mistakes = Vec::new();
        validate::module(&ast, &mut mistakes);
        beyond::module(&ast, &mut mistakes);
        let name = format!("rlib.{module}").into();
        let module = add_module(self.program, name, false, Origin::Library, ast, &mut mistakes);
        if !mistakes.is_empty() {
            complain(self.sources, &mistakes);
        }
        let id = self.modules.list.push(module);
        self.modules.by_name.insert(key, id);
        self.name_own(id);
        id
    }

    /// What the module binds itself.
    fn name_own(&mut self, id: ModuleId) {
        let module = &self.modules.list[id];
        let by_global: HashSet<&Name> = module.functions.iter().flat_map(|f| &f.unit.globals).collect();
        for binding in &module.unit.bindings {
            let name = &binding.name;
            let (constant, cell) = match &binding.bound {
                Bound::From { .. } => continue,
                _ if by_global.contains(name) => {
                    (None, Some(declare::library_global(self.program, id, &module.ast, &module.unit, name)))
                }
                Bound::Def(stmt) => (Some(Constant::Function(module.func_of(Node::Def(*stmt)))), None),
                Bound::Literal(literal) => (Some(literal.clone()), None),
                other => panic!("{} binds a name to {other:?}", module.name),
            };
            let bound = ModuleName { constant, cell, bound_after: Some(0), hides: None };
            let before = self.names.modules[id].insert(name.clone(), bound);
            assert!(before.is_none(), "{}.{name} is bound twice", module.name);
        }
    }

    /// Binds those of a module's names that a function uses and that the module imports.
    pub fn bind(&mut self, id: ModuleId, function: usize) {
        let module = &self.modules.list[id];
        let used: Vec<Name> = module.functions[function].unit.loads.iter().map(|load| load.name.clone()).collect();
        for name in used {
            self.imported(id, &name);
        }
    }

    fn imported(&mut self, id: ModuleId, name: &Name) {
        let module = &self.modules.list[id];
        if self.names.modules[id].contains_key(name) {
            return;
        }
        let Some(binding) = module.unit.bindings.iter().find(|b| b.name == *name) else { return };
        let Bound::From { stmt, name: original } = binding.bound.clone() else { return };
        let StmtKind::ImportFrom { module: Some(from), .. } = module.ast.stmt(stmt) else {
            panic!("library modules are imported by `from rlib...`");
        };
        let constant = match from.strip_prefix("rlib.") {
            Some(module) => {
                let from = self.load(&module.to_owned());
                self.imported(from, &original);
                let found = self.names.modules[from].get(&original).and_then(|found| found.constant.clone());
                found.unwrap_or_else(|| panic!("{} has no constant {original}", self.modules.list[from].name))
            }
            None if &**from == "rlib" && *original == *builtins::LOWLEVEL.name => builtins::LOWLEVEL.module(),
            None if &**from == "rlib" => Constant::Module(self.load(&original)),
            None => panic!("a library module imports {from}"),
        };
        let bound = ModuleName { constant: Some(constant), cell: None, bound_after: Some(0), hides: None };
        self.names.modules[id].insert(name.clone(), bound);
    }
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
