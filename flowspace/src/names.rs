//! What each name of a module's top level is: a constant, a cell, or a variable
//! of the entry's own top level.
//!
//! - A **constant** is bound to a function, a module or a literal, and to nothing
//!   else. A load of it that cannot come before the binding is that constant.
//! - A name that a class binds is a **constant** where it is a method or a class, and
//!   a **cell** otherwise. It is read only where it is bound.
//! - Any other name is a **cell** (a global), where loads that may come too early
//!   are checked.
//! - In the entry, which nobody imports, a name that no function mentions is a
//!   **variable** of the top level, as a local is of a function.

use crate::builtins;
use crate::classes::Members;
use crate::modules::{MAIN, Module, Modules, Origin, Target};
use crate::redirected;
use crate::startup::Startup;
use crate::unit::{Binding, Bound, Node, Unit, is_class_name};
use naja_ir::Name;
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{Constant, FuncId, Global, GlobalId, MemberKind, ModuleId, Program, UserClass};
use naja_ir::source::Span;
use std::collections::{HashMap, HashSet};

/// One name of a module's top level.
#[derive(Clone, Debug)]
pub struct ModuleName {
    pub constant: Option<Constant>,
    pub cell: Option<GlobalId>,
    /// The statement of the top level after which it is bound for good.
    pub bound_after: Option<usize>,
    /// It hides this builtin, which is what some loads find before it is bound.
    pub hides: Option<Constant>,
}

impl ModuleName {
    /// A variable of the entry's top level.
    pub fn is_variable(&self) -> bool {
        self.cell.is_none() && self.constant.is_none()
    }
}

/// Where code stands, as far as the order of start-up goes.
#[derive(Clone, Copy)]
pub struct Standpoint {
    pub func: FuncId,
    /// The statement of the function's body.
    pub position: usize,
}

/// What was made for a class of `enum`.
pub struct EnumClass {
    /// Makes the members; to be called when the body has been run.
    pub setup: FuncId,
    /// `C(value)`
    pub by_value: FuncId,
    /// `C["NAME"]`
    pub by_name: FuncId,
    /// A tuple: what the class gives where it is iterated over.
    pub members: GlobalId,
    /// A dict: `C.__members__`.
    pub names: GlobalId,
}

/// All names of all modules.
pub struct Names {
    pub modules: SecondaryMap<ModuleId, HashMap<Name, ModuleName>>,
    /// What was made for the classes of `enum`.
    pub enums: HashMap<UserClass, EnumClass>,
    /// The attributes that some statement assigns to, of whatever object.
    stored: HashSet<Name>,
    startup: Startup,
}

impl Names {
    pub fn of(modules: &Modules, members: &Members, program: &mut Program) -> Names {
        let startup = Startup::of(modules, program);
        let loads = Loads::of(modules, program);
        let stored: HashSet<Name> =
            modules.list.values().flat_map(units).flat_map(|unit| unit.attribute_stores.iter().cloned()).collect();
        let mut constants = Constants::new(modules, program, &startup);
        let mut names: SecondaryMap<ModuleId, HashMap<Name, ModuleName>> = SecondaryMap::new();
        let mut cells: Vec<(ModuleId, Global)> = Vec::new();
        for (id, module) in &modules.list {
            let body = program.modules[id].body;
            let mentioned_by_global: HashSet<&Name> = module.functions.iter().flat_map(|f| &f.unit.globals).collect();
            for (name, span) in bound_names(module) {
                if is_class_name(&name) {
                    let constant = members.constant(id, &name);
                    if constant.is_none() {
                        let (starts_unbound, init, hint) = (false, None, None);
                        cells.push((id, Global { name: name.clone(), module: id, span, starts_unbound, init, hint }));
                    }
                    names[id].insert(name, ModuleName { constant, cell: None, bound_after: None, hides: None });
                    continue;
                }
                let constant = constants.of(id, &name);
                let bound_after = constants.definite[id].get(&name).copied();
                let hides = builtins::builtin(&name);
                let mut comes_early = false;
                let mut in_function = mentioned_by_global.contains(&name);
                for standpoint in loads.of_name(id, &name) {
                    in_function |= standpoint.func != body;
                    comes_early |= !is_safe(&startup, program, id, bound_after, standpoint);
                }
                let is_main = &*module.name == MAIN;
                let (constant, is_cell) = match constant {
                    Some(constant) if !comes_early => (Some(constant), false),
                    _ if is_main && !in_function => (None, false),
                    constant => (constant, true),
                };
                let comes_early = comes_early || module.unit.deleted.contains(&name);
                let hides = hides.filter(|_| comes_early || !is_cell);
                if is_cell {
                    let starts_unbound = comes_early && hides.is_none();
                    let name = name.clone();
                    cells.push((id, Global { name, module: id, span, starts_unbound, init: None, hint: None }));
                }
                names[id].insert(name, ModuleName { constant, cell: None, bound_after, hides });
            }
        }
        for (module, global) in cells {
            let name = global.name.clone();
            let entry = names[module].get_mut(&name).expect("its name was just added");
            entry.cell = Some(program.globals.push(global));
        }
        Names { modules: names, enums: HashMap::new(), stored, startup }
    }

    /// The class in the body of a class, where its name is never given anything else.
    pub fn inner_class(&self, program: &Program, class: UserClass, name: &Name) -> Option<UserClass> {
        match program.find_member(class, name)?.1 {
            MemberKind::Class(inner) if !self.stored.contains(name) => Some(inner),
            _ => None,
        }
    }

    /// Is a name bound whenever control comes to `standpoint`?
    pub fn is_bound(&self, program: &Program, module: ModuleId, name: &Name, standpoint: Standpoint) -> bool {
        let bound_after = self.modules[module][name].bound_after;
        is_class_name(name) || is_safe(&self.startup, program, module, bound_after, standpoint)
    }

    /// Is the statement at `position` of the module's top level done whenever control comes to `standpoint`?
    pub fn is_done(&self, program: &Program, module: ModuleId, position: usize, standpoint: Standpoint) -> bool {
        is_safe(&self.startup, program, module, Some(position), standpoint)
    }
}

fn units(module: &Module) -> impl Iterator<Item = &Unit> {
    std::iter::once(&module.unit).chain(module.functions.iter().map(|f| &f.unit))
}

fn is_safe(
    startup: &Startup,
    program: &Program,
    module: ModuleId,
    bound_after: Option<usize>,
    standpoint: Standpoint,
) -> bool {
    match bound_after {
        None => false,
        Some(position) if program.modules[module].body == standpoint.func => standpoint.position > position,
        // No standard module has a function run, nor is one of a cycle, before its names are bound.
        Some(position) => program.modules[module].is_library || startup.runs_after(standpoint.func, module, position),
    }
}

/// The names of a module in the order of the text, each once.
fn bound_names(module: &Module) -> Vec<(Name, Span)> {
    let own = module.unit.bindings.iter();
    let by_global = module.functions.iter().flat_map(|f| global_bindings(&f.unit));
    let mut seen = HashSet::new();
    own.chain(by_global).filter(|b| seen.insert(&b.name)).map(|b| (b.name.clone(), b.span)).collect()
}

/// The bindings of a function that `global` turns into the module's.
fn global_bindings(unit: &Unit) -> impl Iterator<Item = &Binding> {
    unit.bindings.iter().filter(|b| unit.globals.contains(&b.name))
}

/// For each name that is never deleted the first statement that is sure to bind it.
fn definite_bindings(module: &Module) -> HashMap<Name, usize> {
    let mut first = HashMap::new();
    for (position, names) in module.unit.definite.iter().enumerate() {
        for name in names {
            first.entry(name.clone()).or_insert(position);
        }
    }
    let by_global = module.functions.iter().flat_map(|f| f.unit.deleted.intersection(&f.unit.globals));
    for name in module.unit.deleted.iter().chain(by_global) {
        first.remove(name);
    }
    first
}

/// The places that load the names of modules.
struct Loads {
    by_name: HashMap<(ModuleId, Name), Vec<Standpoint>>,
    /// Loads through any module, by the attribute's name.
    by_attribute: HashMap<Name, Vec<Standpoint>>,
    /// The entry, whose names are nobody's attributes.
    main: Option<ModuleId>,
}

impl Loads {
    fn of(modules: &Modules, program: &Program) -> Loads {
        let main = modules.by_name.get(MAIN).copied();
        let mut loads = Loads { by_name: HashMap::new(), by_attribute: HashMap::new(), main };
        for (id, module) in &modules.list {
            loads.add(id, module, program.modules[id].body, &module.unit, |_| false);
            for (index, function) in module.functions.iter().enumerate() {
                loads.add(id, module, function.owner, &function.unit, |name| module.is_local(index, name));
            }
        }
        loads
    }

    fn add(&mut self, id: ModuleId, module: &Module, func: FuncId, unit: &Unit, is_local: impl Fn(&Name) -> bool) {
        for load in unit.loads.iter().filter(|load| !is_local(&load.name)) {
            let standpoint = Standpoint { func, position: load.position };
            self.by_name.entry((id, load.name.clone())).or_default().push(standpoint);
        }
        for (name, position) in &unit.attributes {
            self.by_attribute.entry(name.clone()).or_default().push(Standpoint { func, position: *position });
        }
        for binding in &unit.bindings {
            if let Bound::From { stmt, name } = &binding.bound
                && let Some(Target::User(chain)) = module.imports[stmt].targets.first()
            {
                let from = chain[chain.len() - 1];
                let standpoint = Standpoint { func, position: binding.position };
                self.by_name.entry((from, name.clone())).or_default().push(standpoint);
            }
        }
    }

    fn of_name(&self, module: ModuleId, name: &Name) -> impl Iterator<Item = Standpoint> {
        let by_name = self.by_name.get(&(module, name.clone())).into_iter().flatten();
        let attributes = self.by_attribute.get(name).filter(|_| self.main != Some(module));
        by_name.chain(attributes.into_iter().flatten()).copied()
    }
}

/// Finds the names that are constants.
struct Constants<'a> {
    modules: &'a Modules,
    program: &'a Program,
    startup: &'a Startup,
    by_module: SecondaryMap<ModuleId, HashMap<Name, Candidate>>,
    definite: SecondaryMap<ModuleId, HashMap<Name, usize>>,
    /// `None` also while a name is being looked at: a cycle of imports is no constant.
    known: HashMap<(ModuleId, Name), Option<Constant>>,
}

/// What binds a name, and in which statements; `None` where that is no constant.
type Candidate = Option<Vec<(Bound, usize)>>;

impl<'a> Constants<'a> {
    fn new(modules: &'a Modules, program: &'a Program, startup: &'a Startup) -> Constants<'a> {
        // The library assigns to no module of the program.
        let of_program = modules.list.values().filter(|module| module.origin == Origin::Program);
        let stored: HashSet<&Name> = of_program.flat_map(units).flat_map(|unit| &unit.module_stores).collect();
        let mut by_module: SecondaryMap<ModuleId, HashMap<Name, Candidate>> = SecondaryMap::new();
        let mut definite = SecondaryMap::new();
        for (id, module) in &modules.list {
            definite[id] = definite_bindings(module);
            let candidates = &mut by_module[id];
            for binding in &module.unit.bindings {
                let bindings = candidates.entry(binding.name.clone()).or_insert_with(|| Some(Vec::new()));
                match binding.bound {
                    Bound::Other => *bindings = None,
                    _ => bindings.iter_mut().for_each(|list| list.push((binding.bound.clone(), binding.position))),
                }
            }
            let by_global = module.functions.iter().flat_map(|f| global_bindings(&f.unit)).map(|b| &b.name);
            for name in by_global.chain(&module.unit.deleted) {
                candidates.insert(name.clone(), None);
            }
            if &*module.name == redirected::MODULE && module.origin == Origin::Standard {
                candidates.extend(redirected::streams(modules).map(|name| (name.into(), None)));
            }
            if &*module.name != MAIN && module.origin == Origin::Program {
                let assigned = candidates.iter_mut().filter(|(name, _)| stored.contains(*name));
                assigned.for_each(|(_, candidate)| *candidate = None);
            }
        }
        Constants { modules, program, startup, by_module, definite, known: HashMap::new() }
    }

    fn of(&mut self, id: ModuleId, name: &Name) -> Option<Constant> {
        let key = (id, name.clone());
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        self.known.insert(key.clone(), None);
        let bindings = self.by_module[id].get(name).cloned().flatten().unwrap_or_default();
        let mut constants = bindings.into_iter().map(|(bound, position)| self.constant(id, bound, position));
        let first = constants.next().flatten();
        let constant = first.filter(|first| constants.all(|other| other.as_ref() == Some(first)));
        self.known.insert(key, constant.clone());
        constant
    }

    fn constant(&mut self, id: ModuleId, bound: Bound, position: usize) -> Option<Constant> {
        let module = &self.modules.list[id];
        match bound {
            Bound::Def(stmt) => Some(Constant::Function(module.func_of(Node::Def(stmt)))),
            Bound::Class(stmt) => Some(Constant::Class(module.class_of(stmt))),
            Bound::Literal(literal) => Some(literal),
            Bound::Module { module } => self.modules.named(&module),
            Bound::From { stmt, name } => {
                let import = &module.imports[&stmt];
                if let Some(&submodule) = import.submodules.get(&name) {
                    return Some(Constant::Module(submodule));
                }
                match import.targets.first()? {
                    Target::Provided(provided) => provided.get(&name),
                    Target::User(chain) => {
                        let from = chain[chain.len() - 1];
                        let standpoint = Standpoint { func: self.program.modules[id].body, position };
                        let bound_after = self.definite[from].get(&name).copied();
                        let safe = is_safe(self.startup, self.program, from, bound_after, standpoint);
                        self.of(from, &name).filter(|_| safe)
                    }
                    Target::Library(module) if &**module == "rlib" => Some(builtins::LOWLEVEL.module()),
                    // Until the library is there: see `FlowSpace::bind_library`.
                    Target::Library(module) => Some(Constant::Library(module.clone(), name)),
                    Target::Nothing => None,
                }
            }
            Bound::Same(_) | Bound::Other => None,
        }
    }
}
