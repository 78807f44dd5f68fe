//! What each class of the program is made of: its bases, the order in which names
//! are looked for, and what its body binds.

use crate::ast::*;
use crate::builtin_bases;
use crate::builtins;
use crate::errors::Mistake;
use crate::meaning::{Meaning, Meanings};
use crate::modules::{ClassUnit, Module, Modules};
use crate::names::Names;
use crate::unit::{Binding, Bound, Node, is_class_name};
use naja_ir::Name;
use naja_ir::classes::ClassId;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{Base, ClassMember, Constant, MemberKind, ModuleId, Program, UserClass};
use naja_ir::source::Span;
use std::collections::{HashMap, HashSet};

/// What classes bind, by the names that `class_scope` gives: whatever is no variable.
#[derive(Default)]
pub struct Members {
    fixed: HashMap<(ModuleId, Name), MemberKind>,
}

impl Members {
    pub fn fixed(&self, module: ModuleId, name: &Name) -> Option<&MemberKind> {
        self.fixed.get(&(module, name.clone()))
    }

    /// What the body of the class finds under the name.
    pub fn constant(&self, module: ModuleId, name: &Name) -> Option<Constant> {
        Some(match self.fixed(module, name)? {
            MemberKind::Function(func) | MemberKind::Static(func) | MemberKind::ClassMethod(func) => {
                Constant::Function(*func)
            }
            MemberKind::Property { get, set, delete } => {
                Constant::Function(get.or(*set).or(*delete).expect("a property is made of functions"))
            }
            MemberKind::Class(class) => Constant::Class(*class),
            MemberKind::Variable { .. } => unreachable!("variables are not fixed"),
        })
    }
}

/// Finds the bases of all classes, and their members as far as these are no variables.
pub fn resolve(modules: &Modules, program: &mut Program, mistakes: &mut Vec<Diagnostic>) -> Members {
    let units = |module: &'_ Module| -> Vec<Name> {
        let units = std::iter::once(&module.unit).chain(module.functions.iter().map(|f| &f.unit));
        units.flat_map(|unit| unit.attribute_stores.iter().cloned()).collect()
    };
    let stored = modules.list.values().flat_map(units).collect();
    let (done, members) = (SecondaryMap::new(), Members::default());
    let mut resolver = Resolver { modules, program, mistakes, done, members, stored };
    for (id, module) in &modules.list {
        for unit in &module.classes {
            resolver.class(id, unit);
            resolver.members(id, unit);
            resolver.slots(id, unit);
        }
    }
    let members = resolver.members;
    for class in program.classes.keys() {
        program.classes[class].abstract_names = abstract_names(modules, program, class);
    }
    members
}

/// The names whose first binding, in the order in which they are looked for, is
/// abstract.
fn abstract_names(modules: &Modules, program: &Program, class: UserClass) -> Vec<Name> {
    let own = program.classes[class].mro.iter().filter_map(|base| match base {
        Base::User(class) => Some(modules.class_def(program, *class)),
        _ => None,
    });
    let own: Vec<(&Module, &ClassDef)> = own.collect();
    if !own.iter().any(|(_, def)| def.is_abc) {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for (module, def) in own {
        for name in &def.names {
            if seen.insert(&name.name) && module.is_abstract(def, &name.target) {
                names.push(name.name.clone());
            }
        }
    }
    names.sort();
    names
}

/// Lists the members of all classes, when the variables are known.
pub fn list_members(modules: &Modules, names: &Names, members: &Members, program: &mut Program) {
    for (id, module) in &modules.list {
        for unit in &module.classes {
            let attributes = module.ast.class_def(unit.stmt).names.iter().filter(|name| !is_class_name(&name.name));
            let own = attributes.map(|name| {
                let kind = match members.fixed(id, &name.target) {
                    Some(kind) => kind.clone(),
                    None => {
                        let cell = names.modules[id][&name.target].cell;
                        let cell = cell.expect("a variable of a class is a cell");
                        program.globals[cell].starts_unbound |= !name.is_definite;
                        MemberKind::variable(cell)
                    }
                };
                (name.name.clone(), ClassMember { span: name.span, kind })
            });
            let own: Vec<(Name, ClassMember)> = own.collect();
            program.classes[unit.class].members = own;
        }
    }
}

struct Resolver<'a> {
    modules: &'a Modules,
    program: &'a mut Program,
    mistakes: &'a mut Vec<Diagnostic>,
    /// `Some(false)` while its bases are being looked at.
    done: SecondaryMap<UserClass, Option<bool>>,
    members: Members,
    /// The attributes that some statement assigns to, of whatever object.
    stored: HashSet<Name>,
}

impl Resolver<'_> {
    fn mistake(&mut self, mistake: Mistake, span: Span) {
        self.mistakes.push(mistake.at(span));
    }

    fn class(&mut self, id: ModuleId, unit: &ClassUnit) {
        if self.done[unit.class].is_some() {
            return;
        }
        self.done[unit.class] = Some(false);
        let module = &self.modules.list[id];
        let def = module.ast.class_def(unit.stmt);
        for keyword in &def.keywords {
            let what = match keyword.name.as_deref() {
                Some("metaclass") => "metaclasses",
                None => "keywords with stars in class statements",
                _ => continue,
            };
            self.mistake(Mistake::NotYet { what: what.into(), help: None }, keyword.span);
        }
        let mut bases: Vec<Base> = Vec::new();
        for &expr in &def.bases {
            let span = module.ast.span(expr);
            let Some(base) = self.base(id, unit, expr, span) else { continue };
            if bases.contains(&base) {
                let words = format!("duplicate base class {}", self.name_of(&base));
                self.mistake(Mistake::Class { words, help: None }, span);
                continue;
            }
            bases.push(base);
        }
        let mut lists: Vec<Vec<Base>> = bases.iter().map(|base| self.order_of(base)).collect();
        lists.push(bases.clone());
        let mut mro = vec![Base::User(unit.class)];
        match merge(lists) {
            Ok(order) => mro.extend(order),
            Err(heads) => {
                let heads: Vec<String> = heads.iter().map(|base| self.name_of(base)).collect();
                let words = "Cannot create a consistent method resolution order (MRO) for bases";
                let words = format!("{words} {}", heads.join(", "));
                self.mistake(Mistake::Class { words, help: None }, def.name_span);
            }
        }
        // What `isinstance` sees of it.
        let builtin = match def.enumeration {
            Some(EnumKind::Int | EnumKind::IntFlag | EnumKind::MixedInt) => Some("int"),
            Some(EnumKind::Str | EnumKind::MixedStr) => Some("str"),
            _ if def.is_named_tuple => Some("tuple"),
            _ => builtin_bases::stands_for(&module.name, &def.name),
        };
        let builtin = builtin.map(|name| Base::Builtin(name.into()));
        mro.extend(builtin.filter(|base| !mro.contains(base)));
        let class = &mut self.program.classes[unit.class];
        class.bases = bases;
        class.mro = mro;
        self.done[unit.class] = Some(true);
    }

    fn name_of(&self, base: &Base) -> String {
        match base {
            Base::User(class) => self.program.classes[*class].name.to_string(),
            Base::Exception(class) => class.name().into(),
            Base::Builtin(name) => name.to_string(),
        }
    }

    /// The order in which names are looked for from a base on.
    fn order_of(&self, base: &Base) -> Vec<Base> {
        match base {
            Base::User(class) => self.program.classes[*class].mro.clone(),
            Base::Exception(class) => {
                let above = std::iter::successors(Some(*class), |class: &ClassId| class.parent());
                above.map(Base::Exception).collect()
            }
            Base::Builtin(_) => vec![base.clone()],
        }
    }

    /// A base of a class; `None`: it adds nothing, or is wrong.
    fn base(&mut self, id: ModuleId, unit: &ClassUnit, expr: ExprId, span: Span) -> Option<Base> {
        let meanings = Meanings { modules: self.modules, program: self.program };
        let constant = match meanings.of(id, unit, expr) {
            Meaning::Constant(constant) => constant,
            // The name itself is reported where it is read.
            Meaning::Unknown => return None,
            Meaning::Module(_) | Meaning::Provided(_) => {
                self.mistake(Mistake::NoClass { what: "a module".into() }, span);
                return None;
            }
            Meaning::Computed => {
                let help = Some("name a class of the program".into());
                self.mistake(Mistake::NotYet { what: "computed base classes".into(), help }, span);
                return None;
            }
        };
        match constant {
            Constant::Class(class) => {
                let of = self.program.classes[class].module;
                let unit = self.modules.list[of].classes.iter().find(|unit| unit.class == class);
                self.class(of, unit.expect("every class has its statement"));
                if self.done[class] == Some(false) {
                    let words = format!("class '{}' is among its own bases", self.program.classes[class].name);
                    self.mistake(Mistake::Class { words, help: None }, span);
                    return None;
                }
                Some(Base::User(class))
            }
            Constant::Exception(class) => Some(Base::Exception(class)),
            Constant::Builtin(name) => self.builtin_base(name, span),
            Constant::Typing(name) => {
                let help = None;
                self.mistake(Mistake::NotYet { what: format!("classes derived from typing.{name}"), help }, span);
                None
            }
            Constant::Library(module, name) => {
                let help = None;
                self.mistake(Mistake::NotYet { what: format!("classes derived from {module}.{name}"), help }, span);
                None
            }
            Constant::Function(func) => {
                let what = format!("a function ('{}')", self.program.functions[func].name);
                self.mistake(Mistake::NoClass { what }, span);
                None
            }
            _ => {
                self.mistake(Mistake::NoClass { what: "a value".into() }, span);
                None
            }
        }
    }

    fn builtin_base(&mut self, name: Name, span: Span) -> Option<Base> {
        const CLOSED: &[&str] = &["bool", "range", "slice", "memoryview"];
        match &*name {
            "object" => None,
            _ if CLOSED.contains(&&*name) => {
                let words = format!("type '{name}' is not an acceptable base type");
                self.mistake(Mistake::Class { words, help: None }, span);
                None
            }
            _ if builtins::is_class(&name) => {
                let help = Some(format!("keep a {name} in an attribute"));
                self.mistake(Mistake::NotYet { what: format!("classes derived from {name}"), help }, span);
                None
            }
            _ => {
                self.mistake(Mistake::NoClass { what: format!("a function ('{name}')") }, span);
                None
            }
        }
    }

    /// `__slots__ = ("x", "y")`
    fn slots(&mut self, id: ModuleId, unit: &ClassUnit) {
        let ast = &self.modules.list[id].ast;
        let def = ast.class_def(unit.stmt);
        let is_slots = |target: &ExprId| match ast.expr(*target) {
            ExprKind::Name(name) => &**name == "__slots__" || name.ends_with(".__slots__"),
            _ => false,
        };
        for &stmt in &def.body {
            let &StmtKind::Assign { ref targets, value } = ast.stmt(stmt) else { continue };
            if !targets.iter().any(is_slots) {
                continue;
            }
            let items = match ast.expr(value) {
                ExprKind::Tuple(items) | ExprKind::List(items) => items.clone(),
                _ => vec![value],
            };
            let name = |item: &ExprId| match ast.expr(*item) {
                ExprKind::Constant(Constant::Str(name)) => {
                    let class = def.name.trim_start_matches('_');
                    Some(crate::private::mangled(name, class).unwrap_or_else(|| name.clone()))
                }
                _ => None,
            };
            match items.iter().map(name).collect::<Option<Vec<Name>>>() {
                Some(names) => self.program.classes[unit.class].slots = Some(names),
                None => {
                    let what = "`__slots__` that is no display of literals".to_string();
                    self.mistake(Mistake::NotYet { what, help: None }, ast.span(value));
                }
            }
        }
    }

    /// What the body of a class binds, in the order in which it does.
    fn members(&mut self, id: ModuleId, unit: &ClassUnit) {
        let module = &self.modules.list[id];
        let def = module.ast.class_def(unit.stmt);
        for name in &def.names {
            self.refuse(&name.name, name.span);
            if &*name.name == "__new__" && (def.enumeration.is_some() || def.is_named_tuple) {
                let what = "definitions of `__new__` in classes of this kind".into();
                self.mistake(Mistake::NotYet { what, help: None }, name.span);
            }
        }
        let around = module.unit_of(unit.scope);
        if unit.scope.is_some() && def.enumeration.is_none() {
            for name in def.names.iter().filter(|name| !is_class_name(&name.name)) {
                let is_changed = |b: &Binding| match b.bound {
                    Bound::Literal(_) => self.stored.contains(&name.name),
                    _ => matches!(b.bound, Bound::Other),
                };
                if around.bindings.iter().any(|b| b.name == name.target && is_changed(b)) {
                    // Each run of the function makes a class of its own, with its own variables.
                    let what = format!("variables of a class in a function that may change, as '{}',", name.name);
                    let help = Some("move the class to the top level of the module".into());
                    self.mistake(Mistake::NotYet { what, help }, name.span);
                }
            }
        }
        let block = around.bindings.iter().find(|b| b.name == def.target).map_or(0, |b| b.site.block);
        let own: HashMap<&Name, &ClassName> = def.names.iter().map(|name| (&name.target, name)).collect();
        for binding in around.bindings.iter().filter(|b| own.contains_key(&b.name)) {
            let is_sure = binding.whenever_run && binding.site.block == block;
            let kind = if is_sure { self.member(id, module, &binding.bound) } else { None };
            let key = (id, binding.name.clone());
            match kind {
                Some(kind) => drop(self.members.fixed.insert(key, kind)),
                None => drop(self.members.fixed.remove(&key)),
            }
        }
    }

    /// What a name of a class becomes, if that is no variable.
    fn member(&self, id: ModuleId, module: &Module, bound: &Bound) -> Option<MemberKind> {
        match bound {
            Bound::Class(stmt) => Some(MemberKind::Class(module.class_of(*stmt))),
            Bound::Same(other) => self.members.fixed(id, other).cloned(),
            Bound::Def(stmt) => {
                let func = module.func_of(Node::Def(*stmt));
                let method = module.ast.function_def(*stmt).method.as_ref()?;
                let part_of = |property: &Name| match self.members.fixed(id, property) {
                    Some(MemberKind::Property { get, set, delete }) => Some((*get, *set, *delete)),
                    _ => None,
                };
                Some(match &method.kind {
                    MethodKind::Plain => MemberKind::Function(func),
                    MethodKind::Static => MemberKind::Static(func),
                    MethodKind::Class => MemberKind::ClassMethod(func),
                    MethodKind::Get => MemberKind::Property { get: Some(func), set: None, delete: None },
                    MethodKind::Set(property) => {
                        let (get, _, delete) = part_of(property)?;
                        MemberKind::Property { get, set: Some(func), delete }
                    }
                    MethodKind::Delete(property) => {
                        let (get, set, _) = part_of(property)?;
                        MemberKind::Property { get, set, delete: Some(func) }
                    }
                })
            }
            _ => None,
        }
    }

    /// Names by which a class changes what the language does.
    fn refuse(&mut self, name: &str, span: Span) {
        const NOT_YET: &[&str] = &[
            "__getattribute__",
            "__setattr__",
            "__get__",
            "__set__",
            "__delete__",
            "__set_name__",
            "__class_getitem__",
            "__instancecheck__",
            "__subclasscheck__",
            "__subclasshook__",
            "__mro_entries__",
            "__prepare__",
        ];
        if name == "__del__" {
            let help = "objects have no certain end; write a method and call it, or a `with` statement";
            self.mistake(Mistake::Never { what: "`__del__`".into(), help: help.into() }, span);
        } else if NOT_YET.contains(&name) {
            self.mistake(Mistake::NotYet { what: format!("definitions of `{name}`"), help: None }, span);
        }
    }
}

/// Merges orders into one that keeps each of them (C3: Barrett and others, "A
/// monotonic superclass linearization for Dylan"); the heads that block each other
/// where there is none.
fn merge(mut lists: Vec<Vec<Base>>) -> Result<Vec<Base>, Vec<Base>> {
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let is_free = |head: &Base| lists.iter().all(|list| !list[1..].contains(head));
        let Some(next) = lists.iter().map(|list| &list[0]).find(|head| is_free(head)).cloned() else {
            let mut heads: Vec<Base> = Vec::new();
            for list in lists {
                if !heads.contains(&list[0]) {
                    heads.push(list[0].clone());
                }
            }
            return Err(heads);
        };
        for list in &mut lists {
            if list[0] == next {
                list.remove(0);
            }
        }
        order.push(next);
    }
}
