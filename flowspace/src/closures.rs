//! What functions share with the functions inside them.
//!
//! A variable of a function that an inner one uses is *captured*: its value is
//! handed over when the inner function is made, where nothing can bind the
//! variable afterwards; otherwise the variable lives in a *cell*, and the cell is
//! handed over. A comprehension runs at once, so that it matters to it only what
//! is bound from inside. A name that is one import's or one `def`'s, of a function
//! that captures nothing, is a *constant*, and is not captured at all.

use crate::enclosed;
use crate::functions::FunctionUnit;
use crate::modules::{Module, Modules, Target};
use crate::names::Names;
use crate::unit::{Binding, Bound, Unit};
use naja_ir::Name;
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{Constant, Default, FuncId, ModuleId, Param, ParamKind, Program, Scope};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a function's names are beside plain variables.
#[derive(Clone, Default)]
pub struct Closure {
    /// In the order of its hidden parameters.
    pub captures: Vec<Capture>,
    /// Its own variables that live in cells.
    pub cells: HashMap<Name, OwnCell>,
    /// Its own names that are constants, and after which statement of its body.
    pub constants: HashMap<Name, (Constant, usize)>,
    /// Names of the functions around it that are constants.
    pub outer_constants: HashMap<Name, Constant>,
}

#[derive(Clone)]
pub struct Capture {
    pub name: Name,
    pub is_cell: bool,
    /// The cell is sure to hold something. Of a value the graphs tell.
    pub is_bound: bool,
    pub scope: Scope,
}

#[derive(Clone)]
pub struct OwnCell {
    /// It is made by the variable's first binding, which comes before all else;
    /// otherwise by the function's beginning.
    pub by_binding: bool,
    /// The statement of the body after which the variable is bound for good.
    pub bound_after: Option<usize>,
    pub always_bound: bool,
    /// Inner functions bind it; if they do not, the function knows what the cell holds.
    pub is_written: bool,
}

pub type Closures = SecondaryMap<FuncId, Closure>;

/// Decides it for a module, and adds the captured names to the parameters of its functions.
pub fn add_module(id: ModuleId, modules: &Modules, names: &Names, program: &mut Program, closures: &mut Closures) {
    let module = &modules.list[id];
    let uses = Uses::of(module, program);
    let sites: Vec<Sites> = (0..module.functions.len()).map(|index| Sites::of(module, &uses, index)).collect();
    // Each function stands behind the one around it.
    for (index, function) in module.functions.iter().enumerate() {
        let mut closure = Closure::default();
        for name in &uses.free[index] {
            let Some(parent) = function.parent else {
                if names.modules[id].get(name).is_some_and(|entry| entry.is_variable()) {
                    let (name, scope) = (name.clone(), Scope::Global);
                    closure.captures.push(Capture { name, is_cell: false, is_bound: false, scope });
                }
                continue;
            };
            let around = &closures[module.functions[parent].func];
            if let Some((constant, _)) = around.constants.get(name) {
                closure.outer_constants.insert(name.clone(), constant.clone());
            } else if module.functions[parent].unit.locals.contains(name) {
                // What runs at once needs no cell, unless it is bound meanwhile.
                let cell = around.cells.get(name).filter(|cell| cell.is_written || uses.kept[index].contains(name));
                let is_bound = cell.is_some_and(|cell| cell.always_bound || sites[parent].is_bound_at(name, function));
                let name = name.clone();
                closure.captures.push(Capture { name, is_cell: cell.is_some(), is_bound, scope: Scope::Free });
            } else if let Some(capture) = around.captures.iter().find(|c| c.name == *name) {
                closure.captures.push(capture.clone());
            } else if let Some(constant) = around.outer_constants.get(name) {
                closure.outer_constants.insert(name.clone(), constant.clone());
            }
        }
        decide_own(module, modules, &uses, &sites[index], index, &mut closure);
        let is_comprehension = function.unit.is_comprehension;
        if enclosed::class_of_method(module, function).is_none() {
            add_params(program, function.func, is_comprehension, &closure.captures);
        }
        closures[function.func] = closure;
    }
}

fn add_params(program: &mut Program, func: FuncId, is_comprehension: bool, captures: &[Capture]) {
    let function = &mut program.functions[func];
    let span = function.span;
    let hidden = |capture: &Capture| Param {
        name: capture.name.clone(),
        kind: ParamKind::Captured,
        span,
        default: None,
        hint: None,
    };
    let at = usize::from(is_comprehension);
    function.params.splice(at..at, captures.iter().map(hidden));
    for param in &mut function.params {
        if let Some(Default::Captured(number)) = &mut param.default {
            *number += captures.len();
        }
    }
}

/// Which of a function's own variables are constants, and which live in cells.
fn decide_own(module: &Module, modules: &Modules, uses: &Uses, sites: &Sites, index: usize, closure: &mut Closure) {
    let unit = &module.functions[index].unit;
    for binding in unit.bindings.iter().filter(|b| !matches!(b.bound, Bound::Other | Bound::Literal(_))) {
        let name = &binding.name;
        let own = binding.def().and_then(|node| module.index_of.get(&node).copied());
        let at = binding.site.order;
        // The methods of a class are made before it has its name, and run afterwards.
        let methods = match &binding.bound {
            Bound::Class(stmt) => module.methods_of(*stmt),
            _ => Vec::new(),
        };
        let is_first = sites.loads.get(name).is_none_or(|&order| order > at)
            && sites.users_of(name).iter().all(|&u| {
                let function = &module.functions[u];
                Some(u) == own || methods.contains(&function.func) || function.child.site.order > at
            });
        let is_plain = unit.locals.contains(name) && !unit.params.contains(name) && !unit.deleted.contains(name);
        let is_only = sites.bindings_of(name).len() == 1 && !sites.is_written(uses, name);
        if !binding.unconditional || !is_first || !is_plain || !is_only {
            continue;
        }
        let constant = match (&binding.bound, own) {
            (Bound::Def(stmt), Some(own)) => {
                let is_shared = |free: &&Name| {
                    let is_own = unit.locals.contains(*free) && !closure.constants.contains_key(*free);
                    *free != name && (is_own || closure.captures.iter().any(|c| c.name == **free))
                };
                let mut defaults = module.ast.function_def(*stmt).params.defaults();
                let computes = defaults.any(|default| module.ast.literal(default).is_none());
                let captures = uses.free[own].iter().any(|free| is_shared(&free));
                (!captures && !computes).then(|| Constant::Function(module.functions[own].func))
            }
            (Bound::Class(stmt), _) => Some(Constant::Class(module.class_of(*stmt))),
            (Bound::Module { module }, _) => modules.named(module),
            (Bound::From { stmt, name }, _) => provided_or_submodule(module, *stmt, name),
            _ => None,
        };
        if let Some(constant) = constant {
            closure.constants.insert(name.clone(), (constant, binding.position));
        }
    }
    for (&name, users) in &sites.users {
        if !unit.locals.contains(name) || closure.constants.contains_key(name) {
            continue;
        }
        let mut kept = users.iter().filter(|&&user| uses.kept[user].contains(name));
        let is_rebound = kept.any(|&user| {
            let site = module.functions[user].child.site;
            unit.deleted.contains(name) || sites.bindings_of(name).iter().any(|b| site.may_lead_to(b.site))
        });
        if is_rebound || sites.is_written(uses, name) {
            let is_written = sites.is_written(uses, name);
            closure.cells.insert(name.clone(), OwnCell { is_written, ..own_cell(module, unit, sites, name) });
        }
    }
}

fn own_cell(module: &Module, unit: &Unit, sites: &Sites, name: &Name) -> OwnCell {
    if unit.deleted.contains(name) {
        return OwnCell { by_binding: false, bound_after: None, always_bound: false, is_written: true };
    }
    if unit.params.contains(name) {
        return OwnCell { by_binding: false, bound_after: None, always_bound: true, is_written: true };
    }
    let bound_after = sites.definite.get(name).copied();
    let first = sites.bindings_of(name).iter().min_by_key(|b| b.site.order);
    let always_bound = first.filter(|b| b.unconditional || unit.is_comprehension).is_some_and(|first| {
        let at = first.site.order;
        sites.loads.get(name).is_none_or(|&order| order > at)
            && sites.users_of(name).iter().all(|&user| module.functions[user].child.site.order > at)
    });
    // What a comprehension binds it binds in a loop.
    OwnCell { by_binding: always_bound && !unit.is_comprehension, bound_after, always_bound, is_written: true }
}

fn provided_or_submodule(module: &Module, stmt: crate::ast::StmtId, name: &Name) -> Option<Constant> {
    let import = module.imports.get(&stmt)?;
    if let Some(&submodule) = import.submodules.get(name) {
        return Some(Constant::Module(submodule));
    }
    match import.targets.first()? {
        Target::Provided(provided) => provided.get(name),
        _ => None,
    }
}

/// What each function of a module uses of those around it.
struct Uses {
    children: Vec<Vec<usize>>,
    /// The names that are not its own, and of no `global`.
    free: Vec<BTreeSet<Name>>,
    /// Those of them that it may use when the statement that makes it is over.
    kept: Vec<BTreeSet<Name>>,
    /// Those of them that it binds.
    written: Vec<BTreeSet<Name>>,
}

impl Uses {
    fn of(module: &Module, program: &Program) -> Uses {
        let n = module.functions.len();
        let sets = || vec![BTreeSet::new(); n];
        let mut uses = Uses { children: vec![Vec::new(); n], free: sets(), kept: sets(), written: sets() };
        // Inner functions stand behind the outer ones.
        for index in (0..n).rev() {
            let function = &module.functions[index];
            let unit = &function.unit;
            let is_free = |name: &&Name| !unit.locals.contains(*name) && !unit.globals.contains(*name);
            let mut free: BTreeSet<Name> = unit.loads.iter().map(|load| &load.name).filter(is_free).cloned().collect();
            free.extend(unit.nonlocals.keys().cloned());
            let mut written: BTreeSet<Name> = unit.nonlocals.keys().cloned().collect();
            let mut kept = BTreeSet::new();
            for &child in &uses.children[index] {
                free.extend(uses.free[child].iter().filter(is_free).cloned());
                written.extend(uses.written[child].iter().filter(is_free).cloned());
                kept.extend(uses.kept[child].iter().filter(is_free).cloned());
            }
            uses.kept[index] = if function.child.runs_later { free.clone() } else { kept };
            uses.free[index] = free;
            uses.written[index] = written;
            if let Some(parent) = function.parent {
                uses.children[parent].push(index);
            }
        }
        for (class, scope, names) in enclosed::classes(program, module, &uses.free) {
            uses.made_inside(module, &class, scope, &names);
        }
        uses
    }

    /// What makes objects of the class inside the function uses what they keep.
    fn made_inside(&mut self, module: &Module, class: &Name, scope: usize, names: &BTreeSet<Name>) {
        for (index, function) in module.functions.iter().enumerate() {
            if !function.unit.loads.iter().any(|load| load.name == *class) {
                continue;
            }
            let around = std::iter::successors(Some(index), |&at| module.functions[at].parent);
            let between: Vec<usize> = around.take_while(|&at| at != scope).collect();
            let is_inside = between.last().is_some_and(|&last| module.functions[last].parent == Some(scope));
            for at in between.into_iter().filter(|_| is_inside) {
                let unit = &module.functions[at].unit;
                let free = |name: &&Name| !unit.locals.contains(*name) && !unit.globals.contains(*name);
                self.free[at].extend(names.iter().filter(free).cloned());
                if module.functions[at].child.runs_later {
                    self.kept[at].extend(names.iter().filter(free).cloned());
                }
            }
        }
    }
}

/// Where a function binds and uses each name.
struct Sites<'a> {
    unit: &'a Unit,
    bindings: HashMap<&'a Name, Vec<&'a Binding>>,
    /// The first load of each.
    loads: HashMap<&'a Name, u32>,
    /// The inner functions that use it.
    users: BTreeMap<&'a Name, Vec<usize>>,
    /// The first statement that is sure to bind it.
    definite: HashMap<&'a Name, usize>,
}

impl<'a> Sites<'a> {
    fn of(module: &'a Module, uses: &'a Uses, index: usize) -> Sites<'a> {
        let unit = &module.functions[index].unit;
        let mut sites = Sites {
            unit,
            bindings: HashMap::new(),
            loads: HashMap::new(),
            users: BTreeMap::new(),
            definite: HashMap::new(),
        };
        for binding in &unit.bindings {
            sites.bindings.entry(&binding.name).or_default().push(binding);
        }
        for load in &unit.loads {
            sites.loads.entry(&load.name).or_insert(load.order);
        }
        for &child in &uses.children[index] {
            for name in &uses.free[child] {
                sites.users.entry(name).or_default().push(child);
            }
        }
        for (position, names) in unit.definite.iter().enumerate() {
            for name in names {
                sites.definite.entry(name).or_insert(position);
            }
        }
        sites
    }

    fn bindings_of(&self, name: &Name) -> &[&'a Binding] {
        self.bindings.get(name).map_or(&[], |list| list)
    }

    fn users_of(&self, name: &Name) -> &[usize] {
        self.users.get(name).map_or(&[], |list| list)
    }

    fn is_written(&self, uses: &Uses, name: &Name) -> bool {
        self.users_of(name).iter().any(|&user| uses.written[user].contains(name))
    }

    /// Is a variable sure to be bound when an inner function is made, or run?
    fn is_bound_at(&self, name: &Name, inner: &FunctionUnit) -> bool {
        let is_definite = self.definite.get(name).is_some_and(|&position| position < inner.child.position);
        let is_early = |b: &&Binding| {
            // A `def` is run only when its name is bound.
            b.def() == Some(inner.child.node) || b.whenever_run && self.unit.dominates(b.site, inner.child.site)
        };
        !self.unit.deleted.contains(name) && (is_definite || self.bindings_of(name).iter().any(is_early))
    }
}
