//! Source to flow graphs: the only crate that knows syntax, names and scopes.
//!
//! ```text
//! text, parser   bytes -> text -> syntax tables (ast, walk)
//! validate       what Python rejects                    beyond     what naja does not compile yet
//! modules        imports resolved, files read           library    rlib's modules
//! unit, definite what each scope does with names        startup    what may run before what
//! functions      a module's functions, inner ones too   declare    the program's tables
//! class_scope    classes as parts of the scopes around them      private, origin
//! typed          types that only annotations use     getters    attrgetter and methodcaller
//! classes        what each class is made of             builtin_bases
//! synthesis      methods that Python makes for a class           made, meaning, namespace
//! names          globals: constants, cells, variables   builtins   the names that are given
//! closures       what functions share with inner ones
//! redirected     standard streams that are given other files
//! lower, ssa     one flow graph for each function       simplify   tidied
//! errors         the mistakes and their words
//! ```
//!
//! It deliberately knows no types. RPython's flow object space interprets
//! bytecode to the same end; here the graphs come straight from the syntax.

mod ast;
mod attributed;
mod beyond;
mod builtin_bases;
mod builtins;
mod cached;
mod class_scope;
mod classes;
mod closures;
mod declare;
mod decorators;
mod definite;
mod enclosed;
mod enumeration;
pub mod errors;
mod functions;
mod getters;
mod hints;
mod kept;
mod library;
mod lower;
mod made;
mod meaning;
mod modules;
mod named_enum;
mod named_tuple;
mod names;
mod namespace;
mod origin;
mod packed;
mod parser;
mod private;
mod redirected;
mod rerun;
mod rpython;
mod simplify;
mod ssa;
pub mod standard;
mod startup;
mod synthesis;
mod template;
mod text;
mod typed;
mod unit;
mod validate;
mod walk;

use closures::Closures;
use modules::{Loaded, Modules, Origin, Target};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::flow::{Constant, FuncId, GlobalId, ModuleId, Program};
use naja_ir::source::{SourceMap, Span};
use names::{ModuleName, Names};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The files that a program may consist of.
pub trait Files {
    /// The bytes of a file, by its path as the program names it; `None`: it does not exist.
    fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>>;
}

/// Why there are no graphs.
pub struct Failure {
    pub sources: SourceMap,
    /// In the order of the files and of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// A program as flow graphs. The user's functions all have theirs; the library's
/// are made when they are asked for.
pub struct FlowSpace {
    pub program: Program,
    pub sources: SourceMap,
    /// The top level of the entry file: where the program starts.
    pub main: FuncId,
    modules: Modules,
    names: Names,
    closures: Closures,
    inner: lower::Inner,
    flags: SecondaryMap<ModuleId, Option<GlobalId>>,
    /// Where each library function stands: its module, and its number there.
    library: HashMap<FuncId, (ModuleId, usize)>,
    library_names: HashMap<(ModuleId, Name), FuncId>,
    built: EntitySet<FuncId>,
}

/// Builds the graphs of a program from its entry file and the modules beside it.
pub fn build(entry_path: &str, files: &dyn Files) -> Result<FlowSpace, Failure> {
    let mut program = Program::default();
    let mut sources = SourceMap::default();
    let mut modules = Modules::default();
    let mut mistakes = Vec::new();
    let mut loaded =
        Loaded { program: &mut program, sources: &mut sources, modules: &mut modules, mistakes: &mut mistakes };
    modules::load(entry_path, files, &mut loaded);
    if !mistakes.is_empty() {
        return Err(failure(sources, mistakes));
    }
    let members = classes::resolve(&modules, &mut program, &mut mistakes);
    let recipes = synthesis::write(&mut modules, &mut program, &mut mistakes);
    let mut names = Names::of(&modules, &members, &mut program);
    classes::list_members(&modules, &names, &members, &mut program);
    synthesis::finish(recipes, &modules, &mut names, &mut program);
    let flags = import_flags(&modules, &mut program);
    let mut closures = Closures::default();
    for id in modules.list.keys() {
        closures::add_module(id, &modules, &names, &mut program, &mut closures);
    }
    let mut flow = FlowSpace {
        main: program.modules[modules.by_name[modules::MAIN]].body,
        program,
        sources,
        modules,
        names,
        closures,
        inner: lower::Inner::default(),
        flags,
        library: HashMap::new(),
        library_names: HashMap::new(),
        built: EntitySet::new(),
    };
    let has_stop_iteration = flow.modules.mention_stop_iteration();
    let n_modules = flow.modules.list.len();
    flow.bind_library();
    let mut graphs = Vec::new();
    let world = lower::World {
        program: &flow.program,
        modules: &flow.modules,
        names: &flow.names,
        closures: &flow.closures,
        flags: &flow.flags,
        has_stop_iteration,
        has_named_tuples: flow.modules.have_named_tuples(),
        namespaces: namespace::Notes::of(&flow.modules, &flow.program),
        redirected: redirected::Redirected::of(&flow.modules, &flow.names),
    };
    for (id, module) in flow.modules.list.iter().take(n_modules) {
        let n_mistakes = mistakes.len();
        graphs.push((flow.program.modules[id].body, lower::module(&world, id, &mut flow.inner, &mut mistakes)));
        for (index, function) in module.functions.iter().enumerate() {
            if let Some(graph) = lower::function(&world, id, index, &mut flow.inner, &mut mistakes) {
                graphs.push((function.func, graph));
            }
        }
        if module.origin == Origin::Standard && mistakes.len() > n_mistakes {
            library::complain(&flow.sources, &mistakes[n_mistakes..]);
        }
    }
    if !mistakes.is_empty() {
        return Err(failure(flow.sources, mistakes));
    }
    for (func, graph) in graphs {
        flow.program.functions[func].graph = graph;
        flow.built.insert(func);
    }
    mark_generators(&mut flow.program, &flow.inner);
    Ok(flow)
}

/// Generator expressions are known by what they are used for.
fn mark_generators(program: &mut Program, inner: &lower::Inner) {
    for (&func, _) in inner.iter().filter(|(_, made)| made.is_generator()) {
        program.functions[func].is_generator = true;
    }
}

/// Each mistake once, in the order of the text.
fn failure(sources: SourceMap, mut diagnostics: Vec<Diagnostic>) -> Failure {
    let place = |span: Option<Span>| span.map(|span| (span.source, span.start, span.end));
    diagnostics.sort_by_key(|d| place(d.span));
    let mut seen = HashSet::new();
    diagnostics.retain(|d| seen.insert((d.code, place(d.span), d.message.clone())));
    // What Python rejects need not be supported.
    let is_wrong = |d: &Diagnostic| d.code < "E0200";
    let wrong: HashSet<_> = diagnostics.iter().filter(|d| is_wrong(d)).map(|d| place(d.span)).collect();
    diagnostics.retain(|d| is_wrong(d) || !wrong.contains(&place(d.span)));
    Failure { sources, diagnostics }
}

/// A module that only one statement imports, at the top level of another, needs no flag.
fn import_flags(modules: &Modules, program: &mut Program) -> SecondaryMap<ModuleId, Option<GlobalId>> {
    let mut once: SecondaryMap<ModuleId, u32> = SecondaryMap::new();
    for module in modules.list.values() {
        for import in &module.unit.imports {
            let weight = if import.unconditional { 1 } else { 2 };
            module.imports[&import.stmt].runs().into_iter().for_each(|target| once[target] += weight);
        }
        for import in module.functions.iter().flat_map(|f| &f.unit.imports) {
            module.imports[&import.stmt].runs().into_iter().for_each(|target| once[target] += 2);
        }
    }
    let mut flags = SecondaryMap::new();
    for (id, module) in modules.list.iter().filter(|(id, _)| once[*id] > 1) {
        let span = Span { source: module.ast.source, start: 0, end: 0 };
        flags[id] = Some(declare::hidden_global(program, id, "imported", span));
    }
    flags
}

impl FlowSpace {
    /// A function of the library: `("string", "ll_concat")` is the one in
    /// `rlib/string.py`. That there is none is a mistake of ours.
    pub fn library_function(&mut self, module: &str, name: &str) -> FuncId {
        let id = self.load_library(module);
        match self.library_names.get(&(id, name.into())) {
            Some(&func) => func,
            None => panic!("rlib/{module}.py has no function {name}"),
        }
    }

    /// Reads what standard modules import from the library, and gives their names to it.
    fn bind_library(&mut self) {
        let imports = self.modules.list.values().flat_map(|module| module.imports.values());
        let wanted: BTreeSet<Name> = imports
            .flat_map(|import| &import.targets)
            .filter_map(|target| match target {
                Target::Library(module) => Some(module.strip_prefix("rlib.")?.into()),
                _ => None,
            })
            .collect();
        for module in wanted {
            self.load_library(&module);
        }
        let ids: Vec<ModuleId> = self.modules.list.keys().collect();
        for id in ids {
            let mut names = std::mem::take(&mut self.names.modules[id]);
            for constant in names.values_mut().filter_map(|name| name.constant.as_mut()) {
                if let Constant::Library(module, name) = &*constant
                    && let Some(module) = module.strip_prefix("rlib.")
                {
                    *constant = Constant::Function(self.library_function(module, name));
                }
            }
            self.names.modules[id] = names;
        }
    }

    fn load_library(&mut self, module: &str) -> ModuleId {
        let known = self.modules.list.len();
        let id = self.shelf().load(module);
        self.add_library_modules(known);
        id
    }

    fn shelf(&mut self) -> library::Shelf<'_> {
        let FlowSpace { program, sources, modules, names, .. } = self;
        library::Shelf { program, sources, modules, names }
    }

    /// Those of the library that are not among the first `known` modules.
    fn add_library_modules(&mut self, known: usize) {
        for id in self.modules.list.keys().skip(known) {
            closures::add_module(id, &self.modules, &self.names, &mut self.program, &mut self.closures);
            for (index, function) in self.modules.list[id].functions.iter().enumerate() {
                self.library.insert(function.func, (id, index));
                if function.parent.is_none() {
                    let name = self.program.functions[function.func].name.clone();
                    self.library_names.insert((id, name), function.func);
                }
            }
        }
    }

    /// Changes a constant of the library. To be called before anything reads it.
    pub fn set_library_constant(&mut self, module: &str, name: &str, value: i64) {
        let id = self.load_library(module);
        match self.names.modules[id].get_mut(name) {
            Some(ModuleName { constant: Some(constant), .. }) => *constant = Constant::Int(value.into()),
            _ => panic!("rlib/{module}.py has no constant {name}"),
        }
    }

    /// A function of `rlib/python/<module>.py`, if it is there.
    pub fn python_function(&mut self, module: &str, name: &str) -> Option<FuncId> {
        let module = format!("python.{module}");
        let head = format!("\ndef {name}(");
        naja_rlib::source(&module)?.contains(&head).then(|| self.library_function(&module, name))
    }

    /// Makes the graph of a library function, if that was not done.
    pub fn ensure_graph(&mut self, func: FuncId) {
        if !self.built.insert(func) {
            return;
        }
        let (module, index) = self.library[&func];
        let known = self.modules.list.len();
        self.shelf().bind(module, index);
        self.add_library_modules(known);
        let world = lower::World {
            program: &self.program,
            modules: &self.modules,
            names: &self.names,
            closures: &self.closures,
            flags: &self.flags,
            has_stop_iteration: false,
            has_named_tuples: false,
            namespaces: None,
            redirected: redirected::Redirected::default(),
        };
        let mut mistakes = Vec::new();
        let graph = lower::function(&world, module, index, &mut self.inner, &mut mistakes);
        if !mistakes.is_empty() {
            library::complain(&self.sources, &mistakes);
        }
        if let Some(graph) = graph {
            self.program.functions[func].graph = graph;
            mark_generators(&mut self.program, &self.inner);
        }
    }
}
