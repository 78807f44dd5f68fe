//! What may run before what while a program starts up.
//!
//! A function that loads a global is safe from NameError if it cannot run before
//! the global is bound. Which functions can is decided by *mention*: what runs
//! is code whose name stood in code that ran. For each module, its top level is
//! played statement by statement; each statement makes run, at most, everything
//! that it mentions, and everything that those mention. What ran before the
//! module was imported may have left functions behind in variables: these count
//! from the first statement on that runs any code of the user's.

use crate::ast::{ClassDef, StmtId, StmtKind};
use crate::modules::{Module, Modules};
use crate::unit::{Bound, Node, Unit};
use naja_ir::Name;
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{FuncId, ModuleId, Program};
use std::collections::{BTreeSet, HashMap, HashSet};

/// For each module: the first statement of its top level during which a
/// function, or another module's top level, may run.
pub struct Startup {
    earliest: SecondaryMap<ModuleId, HashMap<FuncId, usize>>,
}

impl Startup {
    /// Can `func` run only when the statement at `position` of the module's top level is done?
    pub fn runs_after(&self, func: FuncId, module: ModuleId, position: usize) -> bool {
        self.earliest[module].get(&func).is_none_or(|&earliest| earliest > position)
    }

    pub fn of(modules: &Modules, program: &Program) -> Startup {
        let mentions = Mentions::of(modules, program);
        let mut earliest = SecondaryMap::new();
        for (id, module) in &modules.list {
            earliest[id] = mentions.play(id, module, modules, program);
        }
        Startup { earliest }
    }
}

struct Mentions {
    /// By function; a module's top level lists what all its statements mention.
    by_func: SecondaryMap<FuncId, Vec<FuncId>>,
    /// By statement of a module's top level.
    by_statement: SecondaryMap<ModuleId, Vec<Vec<FuncId>>>,
    /// The modules that import a module at their top level, with the last
    /// statement that may run before the imported module does.
    importers: SecondaryMap<ModuleId, Vec<(ModuleId, usize)>>,
    /// The modules that some function imports.
    imported_late: HashSet<ModuleId>,
    /// Which statements of a module's top level run no code of the user's but imports.
    inert: SecondaryMap<ModuleId, Vec<bool>>,
    /// The modules whose top levels run no code of the user's but imports of others such.
    quiet: HashSet<ModuleId>,
}

impl Mentions {
    fn of(modules: &Modules, program: &Program) -> Mentions {
        let names = FunctionNames::of(modules, program);
        let inert = inert(modules, names.bases_run);
        let mut mentions = Mentions {
            by_func: SecondaryMap::new(),
            by_statement: SecondaryMap::new(),
            importers: importers(modules),
            imported_late: HashSet::new(),
            quiet: quiet(modules, &inert),
            inert,
        };
        for (id, module) in &modules.list {
            let mut statements = vec![Vec::new(); module.ast.body.len()];
            names.mentions(id, module, &module.unit, program, |position, func| statements[position].push(func));
            let body = program.modules[id].body;
            let mut named: HashSet<Node> = module.unit.bindings.iter().filter_map(|b| b.def()).collect();
            // A decorator may run what it is given.
            named.retain(|node| match node {
                Node::Def(def) => module.ast.function_def(*def).decorators.is_empty(),
                _ => true,
            });
            let is_given = |def: &ClassDef| !def.decorators.is_empty() || names.bases_run && !def.bases.is_empty();
            for class in module.classes.iter().filter(|c| is_given(module.ast.class_def(c.stmt))) {
                let methods: HashSet<FuncId> = module.methods_of(class.stmt).into_iter().collect();
                named.retain(|&node| !methods.contains(&module.func_of(node)));
            }
            for class in module.classes.iter().filter(|c| module.ast.class_def(c.stmt).enumeration.is_some()) {
                // The members are made with it when the body has been run.
                let is_init = |node: &Node| match node {
                    Node::Def(def) => {
                        let def = module.ast.function_def(*def);
                        &*def.name == "__init__" && def.method.as_ref().is_some_and(|m| m.class == class.stmt)
                    }
                    _ => false,
                };
                named.retain(|node| !is_init(node));
            }
            let mut lists: HashMap<FuncId, Vec<FuncId>> = HashMap::new();
            let mut mention = |by: FuncId, position: usize, func: FuncId| match by == body {
                true => statements[position].push(func),
                false => lists.entry(by).or_default().push(func),
            };
            for function in &module.functions {
                let owner = function.owner;
                names.mentions(id, module, &function.unit, program, |position, func| mention(owner, position, func));
                // What makes a function may run it, but for a `def` of the top level,
                // which is run by its name.
                let maker = function.parent.map_or(body, |parent| module.functions[parent].owner);
                if owner == function.func && !named.contains(&function.child.node) {
                    mention(maker, function.child.position, function.func);
                }
                let imports = function.unit.imports.iter();
                mentions.imported_late.extend(imports.flat_map(|i| module.imports[&i.stmt].runs()));
            }
            for (func, list) in lists {
                mentions.by_func[func] = unique(list.into_iter());
            }
            mentions.by_func[body] = unique(statements.iter().flatten().copied());
            mentions.by_statement[id] = statements;
        }
        mentions
    }

    fn play(&self, id: ModuleId, module: &Module, modules: &Modules, program: &Program) -> HashMap<FuncId, usize> {
        let mut earliest = HashMap::new();
        let before = self.before(id, modules, program);
        let mut inert = self.inert[id].clone();
        for import in &module.unit.imports {
            let runs = module.imports[&import.stmt].runs();
            inert[import.position] &= runs.iter().all(|target| self.quiet.contains(target));
        }
        let mut before_counts = false;
        for (position, mentioned) in self.by_statement[id].iter().enumerate() {
            let mut fresh: Vec<FuncId> = mentioned.clone();
            if !before_counts && !inert[position] {
                before_counts = true;
                fresh.extend(&before);
            }
            while let Some(func) = fresh.pop() {
                if let std::collections::hash_map::Entry::Vacant(entry) = earliest.entry(func) {
                    entry.insert(position);
                    fresh.extend(&self.by_func[func]);
                }
            }
        }
        earliest
    }

    /// The functions that may have run, or been stored, before the module's top level runs.
    fn before(&self, id: ModuleId, modules: &Modules, program: &Program) -> BTreeSet<FuncId> {
        let mut found = BTreeSet::new();
        let mut fresh = Vec::new();
        let mut ancestors = HashSet::from([id]);
        let mut queue = vec![id];
        while let Some(module) = queue.pop() {
            if self.imported_late.contains(&module) {
                // By then anything may have run.
                fresh.extend(modules.list.keys().flat_map(|m| &self.by_func[program.modules[m].body]));
            }
            for &(importer, position) in &self.importers[module] {
                fresh.extend(self.by_statement[importer][..=position].iter().flatten());
                if ancestors.insert(importer) {
                    queue.push(importer);
                }
            }
        }
        let bodies: HashSet<FuncId> = ancestors.iter().map(|&m| program.modules[m].body).collect();
        while let Some(func) = fresh.pop() {
            if !bodies.contains(&func) && found.insert(func) {
                fresh.extend(&self.by_func[func]);
            }
        }
        // The top levels of other modules have ended, or are being run because of this one.
        found.retain(|&func| modules.list.keys().all(|m| program.modules[m].body != func));
        found
    }
}

fn importers(modules: &Modules) -> SecondaryMap<ModuleId, Vec<(ModuleId, usize)>> {
    let graph = ImportGraph::of(modules);
    let mut importers: SecondaryMap<ModuleId, Vec<(ModuleId, usize)>> = SecondaryMap::new();
    for (id, module) in &modules.list {
        let mut sure: HashMap<ModuleId, usize> = HashMap::new();
        let mut direct = BTreeSet::new();
        for import in &module.unit.imports {
            for target in module.imports[&import.stmt].runs() {
                direct.insert(target);
                if !import.unconditional {
                    continue;
                }
                sure.entry(target).or_insert(import.position);
                // What the target surely runs has been run then as well, unless the
                // target is being run already, because it came to this import.
                if !graph.reached[target].contains(&id) {
                    for &further in &graph.surely_reached[target] {
                        sure.entry(further).or_insert(import.position);
                    }
                }
            }
        }
        let end = module.ast.body.len().saturating_sub(1);
        for target in direct {
            importers[target].push((id, sure.get(&target).copied().unwrap_or(end)));
        }
    }
    importers
}

/// Which modules an import leads to, and which whenever it is run to its end.
pub struct ImportGraph {
    pub reached: SecondaryMap<ModuleId, BTreeSet<ModuleId>>,
    surely_reached: SecondaryMap<ModuleId, BTreeSet<ModuleId>>,
}

impl ImportGraph {
    pub fn of(modules: &Modules) -> ImportGraph {
        let mut any: SecondaryMap<ModuleId, BTreeSet<ModuleId>> = SecondaryMap::new();
        let mut sure = any.clone();
        for (id, module) in &modules.list {
            for import in &module.unit.imports {
                let runs = module.imports[&import.stmt].runs();
                any[id].extend(&runs);
                if import.unconditional {
                    sure[id].extend(&runs);
                }
            }
            let imports = module.functions.iter().flat_map(|f| &f.unit.imports);
            any[id].extend(imports.flat_map(|import| module.imports[&import.stmt].runs()));
        }
        let closure = |edges: &SecondaryMap<ModuleId, BTreeSet<ModuleId>>| {
            let mut reached: SecondaryMap<ModuleId, BTreeSet<ModuleId>> = SecondaryMap::new();
            for id in modules.list.keys() {
                let mut fresh: Vec<ModuleId> = edges[id].iter().copied().collect();
                while let Some(module) = fresh.pop() {
                    if reached[id].insert(module) {
                        fresh.extend(&edges[module]);
                    }
                }
            }
            reached
        };
        ImportGraph { reached: closure(&any), surely_reached: closure(&sure) }
    }
}

fn inert(modules: &Modules, bases_run: bool) -> SecondaryMap<ModuleId, Vec<bool>> {
    let mut all = SecondaryMap::new();
    for (id, module) in &modules.list {
        let derives = |stmt: StmtId| matches!(module.ast.stmt(stmt), StmtKind::ClassDef(def) if !def.bases.is_empty());
        let own = module.unit.inert.iter().zip(&module.ast.body);
        all[id] = own.map(|(&inert, &stmt)| inert && !(bases_run && derives(stmt))).collect();
    }
    all
}

fn quiet(modules: &Modules, inert: &SecondaryMap<ModuleId, Vec<bool>>) -> HashSet<ModuleId> {
    let is_inert = |id: &ModuleId| inert[*id].iter().all(|&inert| inert);
    let mut quiet: HashSet<ModuleId> = modules.list.keys().filter(is_inert).collect();
    loop {
        let is_quiet = |id: &ModuleId| {
            let module = &modules.list[*id];
            let mut imports = module.unit.imports.iter();
            imports.all(|i| module.imports[&i.stmt].runs().iter().all(|target| quiet.contains(target)))
        };
        let kept: HashSet<ModuleId> = quiet.iter().copied().filter(is_quiet).collect();
        if kept.len() == quiet.len() {
            return kept;
        }
        quiet = kept;
    }
}

fn unique(funcs: impl Iterator<Item = FuncId>) -> Vec<FuncId> {
    let mut seen = HashSet::new();
    funcs.filter(|&func| seen.insert(func)).collect()
}

/// Which functions a name may stand for.
struct FunctionNames {
    by_module: HashMap<(ModuleId, Name), Vec<FuncId>>,
    /// An attribute of that name, of whatever module.
    by_attribute: HashMap<Name, Vec<FuncId>>,
    /// To derive from a class can run code: some class defines `__init_subclass__`.
    bases_run: bool,
}

impl FunctionNames {
    fn of(modules: &Modules, program: &Program) -> FunctionNames {
        let defs = |module: &Module, name: &str| {
            module.ast.stmts.values().any(|stmt| matches!(&stmt.kind, StmtKind::FunctionDef(f) if &*f.name == name))
        };
        let bases_run = modules.list.values().any(|module| defs(module, "__init_subclass__"));
        let mut names = FunctionNames { by_module: HashMap::new(), by_attribute: HashMap::new(), bases_run };
        // A name may come from module to module; each round carries it one further.
        for _ in 0..=modules.list.len() {
            let mut changed = false;
            for (id, module) in &modules.list {
                for binding in &module.unit.bindings {
                    let funcs = match &binding.bound {
                        Bound::Def(stmt) => vec![module.func_of(Node::Def(*stmt))],
                        // An object of a class exists only where the class was named.
                        Bound::Class(stmt) => modules.methods_of(program, module.class_of(*stmt)),
                        Bound::From { stmt, name } => names.imported(module, *stmt, name),
                        _ => continue,
                    };
                    let list = names.by_module.entry((id, binding.name.clone())).or_default();
                    for func in funcs {
                        if !list.contains(&func) {
                            list.push(func);
                            changed = true;
                        }
                    }
                }
            }
            if !changed {
                break;
            }
        }
        for ((_, name), funcs) in &names.by_module {
            names.by_attribute.entry(name.clone()).or_default().extend(funcs);
        }
        for funcs in names.by_attribute.values_mut() {
            funcs.sort();
            funcs.dedup();
        }
        names
    }

    fn imported(&self, module: &Module, stmt: StmtId, name: &Name) -> Vec<FuncId> {
        match module.imports[&stmt].targets.first() {
            Some(crate::modules::Target::User(chain)) => {
                self.by_module.get(&(chain[chain.len() - 1], name.clone())).cloned().unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    fn mentions(
        &self,
        id: ModuleId,
        module: &Module,
        unit: &Unit,
        program: &Program,
        mut mention: impl FnMut(usize, FuncId),
    ) {
        for load in unit.loads.iter().filter(|load| self.bases_run || !load.is_base) {
            for &func in self.by_module.get(&(id, load.name.clone())).into_iter().flatten() {
                mention(load.position, func);
            }
        }
        for (name, position) in &unit.attributes {
            for &func in self.by_attribute.get(name).into_iter().flatten() {
                mention(*position, func);
            }
        }
        for import in &unit.imports {
            for target in module.imports[&import.stmt].runs() {
                mention(import.position, program.modules[target].body);
            }
        }
    }
}
