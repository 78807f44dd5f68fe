//! The modules of the program: found beside the entry file, read, parsed and
//! checked, and every import resolved to what it runs.

use crate::ast::*;
use crate::builtins::{self, Provided};
use crate::errors::{self, Mistake, similar};
use crate::functions::{FunctionUnit, add_module};
use crate::startup::ImportGraph;
use crate::unit::{Binding, Bound, Node, Site, Unit, is_class_name};
use crate::{Files, beyond, library, parser, rpython, standard, text, validate};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::PrimaryMap;
use naja_ir::flow::{Base, Constant, FuncId, ModuleId, Program, UserClass};
use naja_ir::source::{Source, SourceMap, Span};
use std::collections::{HashMap, HashSet};

/// The name of the entry file's module.
pub const MAIN: &str = "__main__";

/// The standard module whose classes the builtin `open` makes objects of.
pub const FILES: &str = "io";

/// What flowspace knows of a module beside what it hands on.
pub struct Module {
    pub name: Name,
    /// A package: `name/__init__.py`.
    pub is_package: bool,
    pub origin: Origin,
    pub ast: Ast,
    pub unit: Unit,
    /// Each behind the function that makes it.
    pub functions: Vec<FunctionUnit>,
    /// Their numbers.
    pub index_of: HashMap<Node, usize>,
    /// Each behind the one in whose body it stands.
    pub classes: Vec<ClassUnit>,
    pub imports: HashMap<StmtId, Import>,
    /// The names in `__all__`, and the statement that binds it.
    pub all: Option<(StmtId, Vec<Name>)>,
    /// `from __future__ import annotations`
    pub postpones_annotations: bool,
}

/// Where a module comes from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Origin {
    /// The program: a file of the user's.
    Program,
    /// `rlib/std`: a module as the user's are, whose functions leave no frames.
    Standard,
    /// The rest of `rlib`, whose top levels never run.
    Library,
}

/// A class statement.
pub struct ClassUnit {
    pub stmt: StmtId,
    pub class: UserClass,
    /// The function that it stands in; none: the top level.
    pub scope: Option<usize>,
}

/// What an import statement means.
#[derive(Default)]
pub struct Import {
    /// For `import`, one for each name; for `from`, the one module.
    pub targets: Vec<Target>,
    /// For `from`: the names that are submodules.
    pub submodules: HashMap<Name, ModuleId>,
}

#[derive(Clone)]
pub enum Target {
    /// A module of the program, behind the packages that hold it: all are run, in order.
    User(Vec<ModuleId>),
    Provided(&'static Provided),
    /// In a standard module: a module of the library, by its name.
    Library(Name),
    /// `__future__`, and what could not be found.
    Nothing,
}

impl Import {
    /// Every module of the program that the statement runs, in order.
    pub fn runs(&self) -> Vec<ModuleId> {
        let chains = self.targets.iter().filter_map(|target| match target {
            Target::User(chain) => Some(chain),
            _ => None,
        });
        let mut runs: Vec<ModuleId> = chains.flatten().copied().collect();
        let mut submodules: Vec<ModuleId> = self.submodules.values().copied().collect();
        submodules.sort();
        runs.extend(submodules);
        runs
    }
}

impl Module {
    pub fn func_of(&self, node: Node) -> FuncId {
        self.functions[self.index_of[&node]].func
    }

    pub fn class_of(&self, stmt: StmtId) -> UserClass {
        let unit = self.classes.iter().find(|unit| unit.stmt == stmt);
        unit.expect("every class statement is listed").class
    }

    pub fn stmt_of(&self, class: UserClass) -> StmtId {
        let unit = self.classes.iter().find(|unit| unit.class == class);
        unit.expect("every class has its statement").stmt
    }

    /// What a scope does with names: a function's, or that of the top level.
    pub fn unit_of(&self, scope: Option<usize>) -> &Unit {
        scope.map_or(&self.unit, |index| &self.functions[index].unit)
    }

    /// Is what the body of a class binds to a name an abstract method?
    pub fn is_abstract(&self, class: &ClassDef, target: &Name) -> bool {
        let mut defs = class.body.iter().filter_map(|&stmt| match self.ast.stmt(stmt) {
            StmtKind::FunctionDef(def) if def.target == *target => def.method.as_ref(),
            _ => None,
        });
        defs.any(|method| method.is_abstract)
    }

    /// The methods of a class, and of those in its body.
    pub fn methods_of(&self, class: StmtId) -> Vec<FuncId> {
        let mut methods = Vec::new();
        let mut bodies = vec![&self.ast.class_def(class).body];
        while let Some(body) = bodies.pop() {
            for &stmt in body {
                match self.ast.stmt(stmt) {
                    StmtKind::FunctionDef(_) => methods.push(self.func_of(Node::Def(stmt))),
                    StmtKind::ClassDef(inner) => bodies.push(&inner.body),
                    _ => bodies.extend(self.ast.blocks(stmt)),
                }
            }
        }
        methods
    }

    /// Does a name mean a variable of the function, or of one around it?
    pub fn is_local(&self, index: usize, name: &Name) -> bool {
        let mut at = Some(index);
        while let Some(function) = at.map(|index| &self.functions[index]) {
            if function.unit.locals.contains(name) {
                return true;
            }
            if function.unit.globals.contains(name) {
                return false;
            }
            at = function.parent;
        }
        false
    }

    /// Does a comprehension, `index` or one around it, iterate with a name?
    pub fn is_iterated(&self, index: Option<usize>, name: &Name) -> bool {
        let mut at = index.map(|index| &self.functions[index]);
        while let Some(function) = at.filter(|function| function.unit.is_comprehension) {
            if function.unit.locals.contains(name) {
                return true;
            }
            at = function.parent.map(|parent| &self.functions[parent]);
        }
        false
    }

    /// The function whose names a comprehension of `parent` binds with `:=`.
    pub fn scope(&self, parent: Option<usize>) -> Option<usize> {
        let mut at = parent;
        while let Some(index) = at
            && let Node::Comprehension(_) = self.functions[index].child.node
        {
            at = self.functions[index].parent;
        }
        at
    }

    /// The function that runs what is run at once where it stands in `parent`.
    pub fn owner(&self, parent: Option<usize>) -> Option<usize> {
        let mut at = parent;
        while let Some(index) = at
            && !self.functions[index].child.runs_later
        {
            at = self.functions[index].parent;
        }
        at
    }

    /// Does it show a name to others? What a standard module takes from the library it keeps.
    pub fn shows(&self, name: &str) -> bool {
        let is_library = |b: &Binding| match &b.bound {
            Bound::From { stmt, .. } => match self.ast.stmt(*stmt) {
                StmtKind::ImportFrom { module: Some(from), .. } => &**from == "rlib" || from.starts_with("rlib."),
                _ => false,
            },
            _ => false,
        };
        self.origin != Origin::Standard || !self.unit.bindings.iter().any(|b| &*b.name == name && is_library(b))
    }

    /// Does it name `open`, or the bytes of a standard stream?
    fn uses_files(&self) -> bool {
        let mut units = std::iter::once(&self.unit).chain(self.functions.iter().map(|f| &f.unit));
        self.origin == Origin::Program
            && units.any(|unit| {
                unit.loads.iter().any(|load| &*load.name == "open")
                    || unit.attributes.iter().any(|(name, _)| &**name == "buffer")
            })
    }

    /// Is it a name of the module, bound at its top level or by `global`?
    pub fn has(&self, name: &str) -> bool {
        self.unit.binds(name) || self.functions.iter().any(|f| f.unit.globals.contains(name) && f.unit.binds(name))
    }
}

/// Every module that the program imports, by id and by name.
#[derive(Default)]
pub struct Modules {
    pub list: PrimaryMap<ModuleId, Module>,
    pub by_name: HashMap<Name, ModuleId>,
}

impl Modules {
    /// The class statement, and the module that it stands in.
    pub fn class_def(&self, program: &Program, class: UserClass) -> (&Module, &ClassDef) {
        let module = &self.list[program.classes[class].module];
        (module, module.ast.class_def(module.stmt_of(class)))
    }

    /// The module that a plain `import` of a name stands for.
    pub fn named(&self, name: &str) -> Option<Constant> {
        let module = self.by_name.get(name).map(|&id| Constant::Module(id));
        module.or_else(|| builtins::provided(name).map(Provided::module))
    }

    /// The methods of a class, those that it inherits among them.
    pub fn methods_of(&self, program: &Program, class: UserClass) -> Vec<FuncId> {
        let mut methods = Vec::new();
        for base in &program.classes[class].mro {
            let Base::User(base) = base else { continue };
            let module = &self.list[program.classes[*base].module];
            methods.extend(module.methods_of(module.stmt_of(*base)));
        }
        methods
    }

    /// Does the program name anything that raises StopIteration?
    pub fn mention_stop_iteration(&self) -> bool {
        let units = |module: &'_ Module| -> bool {
            let mut units = std::iter::once(&module.unit).chain(module.functions.iter().map(|f| &f.unit));
            units.any(|unit| {
                unit.loads.iter().any(|load| matches!(&*load.name, "next" | "StopIteration"))
                    || unit.attributes.iter().any(|(name, _)| &**name == "__next__")
            })
        };
        self.list.values().any(units)
    }

    pub fn have_named_tuples(&self) -> bool {
        let mut classes = self.list.values().flat_map(|m| m.classes.iter().map(|c| m.ast.class_def(c.stmt)));
        classes.any(|def| def.is_named_tuple)
    }

    /// May a module's import fail, and the program go on? Only behind an import
    /// in a `try` or the like, or in a function.
    pub fn some_import_is_conditional(&self) -> bool {
        self.list.values().any(|module| {
            let mut conditional = module.unit.imports.iter().filter(|import| !import.unconditional);
            let mut late = module.functions.iter().flat_map(|f| &f.unit.imports);
            let runs = |import: &crate::unit::Import| !module.imports[&import.stmt].runs().is_empty();
            conditional.any(runs) || late.any(runs)
        })
    }
}

/// Reads the entry file and, from import to import, everything it needs.
pub fn load(entry: &str, files: &dyn Files, loaded: &mut Loaded) {
    let directory = match entry.rfind('/') {
        Some(slash) => &entry[..=slash],
        None => "",
    };
    let mut loader = Loader { directory, files, loaded, missing: HashSet::new() };
    let Some(bytes) = files.read(entry) else {
        loader.loaded.mistakes.push(errors::unreadable(entry, "there is no such file"));
        return;
    };
    loader.add(MAIN.into(), entry.to_owned(), false, bytes);
    let mut next = 0;
    while let Some(id) = loader.loaded.modules.list.keys().nth(next) {
        loader.resolve_imports(id);
        if loader.loaded.modules.list[id].uses_files() {
            loader.module(&FILES.into(), File::Standard(naja_rlib::standard(FILES).expect("it is there")));
        }
        next += 1;
    }
    let modules = &loader.loaded.modules.list;
    let is_ours = |d: &Diagnostic| {
        let of = |m: &&Module| d.span.is_some_and(|span| span.source == m.ast.source);
        modules.values().find(of).is_some_and(|m| m.origin == Origin::Standard)
    };
    let (ours, _): (Vec<_>, Vec<_>) = loader.loaded.mistakes.iter().cloned().partition(is_ours);
    if !ours.is_empty() {
        library::complain(loader.loaded.sources, &ours);
    }
    expand_stars(loader.loaded.modules);
}

/// What loading fills.
pub struct Loaded<'a> {
    pub program: &'a mut Program,
    pub sources: &'a mut SourceMap,
    pub modules: &'a mut Modules,
    pub mistakes: &'a mut Vec<Diagnostic>,
}

struct Loader<'a, 'b> {
    /// Where the entry file is; empty or ending in a slash.
    directory: &'a str,
    files: &'a dyn Files,
    loaded: &'a mut Loaded<'b>,
    /// Modules that were looked for in vain, or do not parse: reported once each.
    missing: HashSet<Name>,
}

impl Loader<'_, '_> {
    fn add(&mut self, name: Name, path: String, is_package: bool, bytes: std::io::Result<Vec<u8>>) -> Option<ModuleId> {
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(error) => {
                let why = match error.kind() {
                    std::io::ErrorKind::IsADirectory => "it is a directory".into(),
                    std::io::ErrorKind::PermissionDenied => "permission denied".into(),
                    _ => error.to_string(),
                };
                self.loaded.mistakes.push(errors::unreadable(&path, &why));
                return None;
            }
        };
        let (text, bad) = text::decode(bytes);
        let source = self.loaded.sources.add(Source::new(path, text, false));
        if let Some(bad) = bad {
            self.loaded.mistakes.push(bad.mistake.at(Span { source, start: bad.start, end: bad.end }));
            return None;
        }
        let mut parsed = parser::parse(source, &self.loaded.sources.get(source).text);
        if let Some(more) = parsed.as_ref().ok().filter(|_| &*name == MAIN).and_then(rpython::entry) {
            let whole = format!("{}{more}", self.loaded.sources.get(source).text);
            let path = self.loaded.sources.get(source).path.clone();
            let source = self.loaded.sources.add(Source::new(path, whole, false));
            parsed = parser::parse(source, &self.loaded.sources.get(source).text);
        }
        match parsed {
            Ok(mut ast) => {
                let replaced = |module: &&str| matches!(self.file_of(module, true), Some(File::OfUser { .. }));
                let of_compiler = |module: &&str| builtins::provided(module).is_none();
                let modules = naja_rlib::standard_modules().filter(of_compiler);
                ast.replaced = modules.filter(replaced).map(Name::from).collect();
                Some(self.add_parsed(name, is_package, Origin::Program, ast))
            }
            Err(mistake) => {
                self.loaded.mistakes.push(mistake);
                None
            }
        }
    }

    /// A module of `rlib/std`.
    fn add_standard(&mut self, name: Name, text: &str) -> ModuleId {
        let path = format!("rlib/std/{name}.py");
        let source = self.loaded.sources.add(Source::new(path, text.to_owned(), true));
        let ast = parser::parse(source, text);
        let ast = ast.unwrap_or_else(|mistake| library::complain(self.loaded.sources, &[mistake]));
        let is_package = naja_rlib::is_package(&name);
        self.add_parsed(name, is_package, Origin::Standard, ast)
    }

    fn add_parsed(&mut self, name: Name, is_package: bool, origin: Origin, ast: Ast) -> ModuleId {
        let mistakes = &mut *self.loaded.mistakes;
        validate::module(&ast, mistakes);
        beyond::module(&ast, mistakes);
        let module = add_module(self.loaded.program, name.clone(), is_package, origin, ast, mistakes);
        let id = self.loaded.modules.list.push(module);
        self.loaded.modules.by_name.insert(name, id);
        id
    }

    fn resolve_imports(&mut self, id: ModuleId) {
        let module = &self.loaded.modules.list[id];
        let units = std::iter::once(&module.unit).chain(module.functions.iter().map(|f| &f.unit));
        let stmts: Vec<StmtId> = units.flat_map(|unit| unit.imports.iter().map(|import| import.stmt)).collect();
        for stmt in stmts {
            let import = self.import(id, stmt);
            self.loaded.modules.list[id].imports.insert(stmt, import);
        }
    }

    fn import(&mut self, importer: ModuleId, stmt: StmtId) -> Import {
        let module = &self.loaded.modules.list[importer];
        let span = module.ast.stmts[stmt].span;
        match module.ast.stmt(stmt) {
            StmtKind::Import(aliases) => {
                let wanted: Vec<(Name, Span)> = aliases.iter().map(|a| (a.name.clone(), a.span)).collect();
                let importer = (module.name.clone(), module.origin);
                let targets = wanted.into_iter().map(|(name, span)| self.find(&importer, &name, span)).collect();
                Import { targets, submodules: HashMap::new() }
            }
            StmtKind::ImportFrom { module: from, level, names } => {
                let names: Vec<(Name, Span)> = names.iter().map(|a| (a.name.clone(), a.span)).collect();
                let importer = (module.name.clone(), module.origin);
                match absolute(module, from.as_ref(), *level) {
                    Ok(name) => self.import_from(&importer, &name, names, span),
                    Err(mistake) => {
                        self.loaded.mistakes.push(mistake.at(span));
                        Import::default()
                    }
                }
            }
            _ => unreachable!("only import statements are listed as imports"),
        }
    }

    fn import_from(&mut self, importer: &(Name, Origin), from: &str, names: Vec<(Name, Span)>, span: Span) -> Import {
        let target = self.find(importer, from, span);
        let mut submodules = HashMap::new();
        match &target {
            Target::Provided(provided) => {
                for (name, span) in names {
                    if &*name != "*" && provided.get(&name).is_none() {
                        let mistake = Mistake::MissingName {
                            module: from.into(),
                            similar: similar(&name, provided.names.iter().copied()),
                            name: name.to_string(),
                            from_import: true,
                            provided: true,
                        };
                        self.loaded.mistakes.push(mistake.at(span));
                    }
                }
            }
            Target::User(chain) => {
                let id = chain[chain.len() - 1];
                let mut wanted = names;
                if let Some(at) = wanted.iter().position(|(name, _)| &**name == "*") {
                    // The names in `__all__` may be submodules.
                    let span = wanted[at].1;
                    let all = self.loaded.modules.list[id].all.iter().flat_map(|(_, names)| names.clone());
                    wanted = all.map(|name| (name, span)).collect();
                }
                for (name, span) in wanted {
                    self.imported_name(id, name, span, &mut submodules);
                }
            }
            Target::Library(_) | Target::Nothing => {}
        }
        Import { targets: vec![target], submodules }
    }

    fn imported_name(&mut self, id: ModuleId, name: Name, span: Span, submodules: &mut HashMap<Name, ModuleId>) {
        let module = &self.loaded.modules.list[id];
        let has = module.has(&name) && module.shows(&name) || is_given(&name) || stars(module).next().is_some();
        if module.is_package {
            let full: Name = format!("{}.{name}", module.name).into();
            if let Some(file) = self.file_of(&full, module.origin == Origin::Program) {
                // A package that binds the name of its own submodule binds that submodule, or is ambiguous.
                let binds_other = module
                    .unit
                    .bindings
                    .iter()
                    .any(|b| b.name == name && !matches!(&b.bound, Bound::From { name: n, .. } if *n == name));
                if binds_other {
                    let package = module.name.to_string();
                    let mistake = Mistake::AmbiguousSubmodule { package, name: name.to_string() };
                    self.loaded.mistakes.push(mistake.at(span));
                } else if let Some(id) = self.module(&full, file) {
                    submodules.insert(name, id);
                }
                return;
            }
        }
        if !has {
            let names = module.unit.bindings.iter().map(|b| &*b.name).filter(|name| module.shows(name));
            let similar = similar(&name, names);
            let provided = module.origin == Origin::Standard;
            let (module, name) = (module.name.to_string(), name.to_string());
            let mistake = Mistake::MissingName { module, name, similar, from_import: true, provided };
            self.loaded.mistakes.push(mistake.at(span));
        }
    }

    /// The module of a dotted name, and the packages before it.
    fn find(&mut self, (importer, origin): &(Name, Origin), dotted: &str, span: Span) -> Target {
        let root = dotted.split('.').next().unwrap_or_default();
        if root == "__future__" {
            return Target::Nothing;
        }
        if root == MAIN {
            self.loaded.mistakes.push(Mistake::ImportMain.at(span));
            return Target::Nothing;
        }
        if root == "rlib" && *origin == Origin::Standard {
            return Target::Library(dotted.into());
        }
        if let (builtins::WORD, Origin::Standard, Some(word)) = (dotted, *origin, builtins::provided(dotted)) {
            return Target::Provided(word);
        }
        if root == "rlib" && self.file_of(root, true).is_none() {
            return match self.find(&(importer.clone(), *origin), &format!("rpython.{dotted}"), span) {
                // `rlib` itself is what `import rlib.x` binds.
                Target::User(chain) => Target::User(chain[1..].to_vec()),
                target => target,
            };
        }
        let of_users = !standard::is_preloaded(root) && builtins::provided(root).is_none();
        if !of_users && let Some(File::OfUser { path, .. }) = self.file_of(root, true).filter(|_| root != "sys") {
            self.loaded.mistakes.push(Mistake::AmbiguousModule { name: root.into(), path }.at(span));
            return Target::Nothing;
        }
        // What of a standard module the compiler itself knows, that module imports from its own name.
        let is_itself = &**importer == root && *origin == Origin::Standard;
        if let (Some(provided), false) = (builtins::provided(root), dotted.contains('.'))
            && (is_itself || naja_rlib::standard(root).is_none())
        {
            return Target::Provided(provided);
        }
        let mut chain = Vec::new();
        let dots = dotted.match_indices('.').map(|(at, _)| at).chain([dotted.len()]);
        for end in dots {
            let name: Name = dotted[..end].into();
            let found = self.file_of(&name, of_users);
            let is_module = chain.last().is_some_and(|&parent: &ModuleId| !self.loaded.modules.list[parent].is_package);
            match found.filter(|_| !is_module) {
                Some(file) => match self.module(&name, file) {
                    Some(id) => chain.push(id),
                    None => return Target::Nothing,
                },
                None => {
                    self.missing(&name, span);
                    return Target::Nothing;
                }
            }
        }
        Target::User(chain)
    }

    fn missing(&mut self, name: &Name, span: Span) {
        if !self.missing.insert(name.clone()) {
            return;
        }
        let known = self.loaded.modules.list.values().map(|m| -> &str { &m.name }).filter(|n| *n != MAIN);
        let similar = similar(name, known.chain(standard::provided().map(|name| -> &str { name })));
        let stem = self.stem(name);
        let looked = vec![format!("'{stem}.py'"), format!("'{stem}/__init__.py'")];
        let standard = standard::status(name);
        let mistake = Mistake::MissingModule { name: name.to_string(), looked, similar, standard };
        self.loaded.mistakes.push(mistake.at(span));
    }

    fn stem(&self, name: &str) -> String {
        format!("{}{}", self.directory, name.replace('.', "/"))
    }

    /// The file of a module: the user's before a standard one of that name.
    fn file_of(&self, name: &str, of_users: bool) -> Option<File> {
        let stem = self.stem(name);
        let files = [(format!("{stem}/__init__.py"), true), (format!("{stem}.py"), false)];
        let mut files = files.into_iter().filter(|_| of_users);
        match files.find(|(path, _)| self.files.read(path).is_some()) {
            Some((path, is_package)) => Some(File::OfUser { path, is_package }),
            None => naja_rlib::standard(name).map(File::Standard),
        }
    }

    fn module(&mut self, name: &Name, file: File) -> Option<ModuleId> {
        if let Some(&id) = self.loaded.modules.by_name.get(name) {
            return Some(id);
        }
        if self.missing.contains(name) {
            return None;
        }
        let id = match file {
            File::OfUser { path, is_package } => {
                let bytes = self.files.read(&path)?;
                self.add(name.clone(), path, is_package, bytes)
            }
            File::Standard(text) => Some(self.add_standard(name.clone(), text)),
        };
        if id.is_none() {
            self.missing.insert(name.clone());
        }
        id
    }
}

/// Where the text of a module is.
enum File {
    OfUser { path: String, is_package: bool },
    Standard(&'static str),
}

/// The names that every module has.
pub fn is_given(name: &str) -> bool {
    matches!(name, "__name__" | "__doc__")
}

/// The absolute name of the module in `from ..module import`.
fn absolute(importer: &Module, module: Option<&Name>, level: u32) -> Result<String, Mistake> {
    if level == 0 {
        return Ok(module.map_or_else(String::new, |m| m.to_string()));
    }
    let mut parts: Vec<&str> = importer.name.split('.').collect();
    if !importer.is_package {
        parts.pop();
    }
    if parts.is_empty() || &*importer.name == MAIN {
        return Err(Mistake::Relative { beyond: false });
    }
    for _ in 1..level {
        parts.pop();
    }
    if parts.is_empty() {
        return Err(Mistake::Relative { beyond: true });
    }
    parts.extend(module.map(|m| &**m));
    Ok(parts.join("."))
}

/// The `from ... import *` statements of a module, with their positions.
fn stars(module: &Module) -> impl Iterator<Item = (StmtId, usize, bool)> {
    module.unit.imports.iter().filter_map(|import| match module.ast.stmt(import.stmt) {
        StmtKind::ImportFrom { names, .. } if names.iter().any(|a| &*a.name == "*") => {
            Some((import.stmt, import.position, import.unconditional))
        }
        _ => None,
    })
}

/// `from m import *` binds names that are known only now.
fn expand_stars(modules: &mut Modules) {
    let ids: Vec<ModuleId> = modules.list.keys().collect();
    let graph = ImportGraph::of(modules);
    // Each round carries names through one more module; cycles end it.
    for _ in 0..ids.len() {
        let mut changed = false;
        for &id in &ids {
            let stars: Vec<_> = stars(&modules.list[id]).collect();
            for (stmt, position, unconditional) in stars {
                let module = &modules.list[id];
                let span = module.ast.stmts[stmt].span;
                let exported: Vec<(Name, bool)> = match module.imports[&stmt].targets.first() {
                    Some(Target::Provided(provided)) => {
                        provided.names.iter().map(|&name| (name.into(), true)).collect()
                    }
                    Some(Target::User(chain)) => {
                        // In a cycle the other module may still be running.
                        let from = chain[chain.len() - 1];
                        let is_complete = !graph.reached[from].contains(&id);
                        let exported = exported(&modules.list[from]).into_iter();
                        exported.map(|(name, definite)| (name, definite && is_complete)).collect()
                    }
                    _ => Vec::new(),
                };
                let known: HashSet<Name> = {
                    let own = module.unit.bindings.iter();
                    own.filter(|b| matches!(b.bound, Bound::From { stmt: s, .. } if s == stmt))
                        .map(|b| b.name.clone())
                        .collect()
                };
                for (name, definite) in exported.into_iter().filter(|(name, _)| !known.contains(name)) {
                    let unit = &mut modules.list[id].unit;
                    if definite && unconditional {
                        unit.definite[position].push(name.clone());
                    }
                    let bound = Bound::From { stmt, name: name.clone() };
                    // A module's own names are never captured: where among its loads does not matter.
                    let site = Site { order: 0, outer_loop: None, block: 0 };
                    unit.bindings.push(Binding {
                        name,
                        span,
                        bound,
                        position,
                        site,
                        whenever_run: true,
                        unconditional,
                    });
                    changed = true;
                }
            }
        }
        if !changed {
            break;
        }
    }
}

/// The names that `*` takes from a module, and whether each is sure to be bound.
fn exported(module: &Module) -> Vec<(Name, bool)> {
    let unit = &module.unit;
    let definite: HashSet<&Name> = unit.definite.iter().flatten().collect();
    let mut seen = HashSet::new();
    let listed: Vec<Name> = match &module.all {
        Some((_, names)) => names.clone(),
        None => {
            let public = unit.bindings.iter().filter(|b| !b.name.starts_with('_') && !is_class_name(&b.name));
            public.map(|b| b.name.clone()).collect()
        }
    };
    listed
        .into_iter()
        .filter(|name| seen.insert(name.clone()))
        .map(|name| {
            let is_definite = definite.contains(&name) && !unit.deleted.contains(&name);
            (name, is_definite)
        })
        .collect()
}
