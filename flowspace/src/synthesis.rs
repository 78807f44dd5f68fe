//! The methods that Python makes for a class. They are written as text, as
//! CPython's `dataclasses` does, and go the way of all other text; the nodes of
//! their syntax stand where the class statement does, so that messages point there.

mod computed;
mod dataclass;
mod enum_class;
mod named_tuple;
mod namespace;
mod ordering;
mod sequence;

pub use computed::Computed;

use crate::ast::*;
use crate::functions::add_module;
use crate::modules::{Module, Modules, Origin};
use crate::names::{EnumClass, ModuleName, Names};
use crate::parser;
use crate::unit::Node;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Base, ClassMember, Constant, Default, FuncId, GlobalId, MemberKind, ModuleId, Program, UserClass};
use naja_ir::source::Span;
use std::collections::{BTreeSet, HashSet};

/// The name of the modules that the recipes' texts are.
pub const MADE: &str = "<made>";

/// What is made for one class.
pub struct Recipe {
    class: UserClass,
    span: Span,
    lines: Vec<(String, Span)>,
    /// The names that the text uses beside builtins.
    names: Vec<(Name, Given)>,
    /// The methods: what the class calls them, and what the text does.
    members: Vec<(Name, Name)>,
    /// Functions that take no object.
    statics: Vec<Name>,
    /// Functions of the class that the text calls otherwise: what the class calls them, and the text.
    makers: Vec<(Name, Name)>,
    /// Properties, and the functions that get and set them.
    properties: Vec<(Name, Name, Name)>,
    /// Variables of the text that are attributes of the class.
    variables: Vec<(Name, Name)>,
    is_enum: bool,
    /// Default values of parameters: the function's, and the parameter's name.
    defaults: Vec<(Name, Name, Given)>,
    /// When the text has been read: the module that it is.
    module: Option<ModuleId>,
}

enum Given {
    Constant(Constant),
    /// What a module keeps under a name.
    Cell(ModuleId, Name),
}

/// What the recipes are written from.
struct Source<'a> {
    modules: &'a Modules,
    program: &'a Program,
    uses: Uses,
}

/// What the program does with objects of whatever class, by name only.
#[derive(Default)]
struct Uses {
    /// The attributes that it assigns to.
    stored: HashSet<Name>,
    stored_by_program: HashSet<Name>,
    /// The names that each call of `types.SimpleNamespace` gives.
    namespaces: BTreeSet<Vec<Name>>,
    /// The fields that each call of `replace(x, ...)` or `x._replace(...)` names.
    replaced: BTreeSet<Vec<Name>>,
    /// The names that `getattr` is given and that are no literals.
    computed: BTreeSet<Computed>,
}

impl Uses {
    fn of(modules: &Modules) -> Uses {
        let mut uses = Uses::default();
        for module in modules.list.values() {
            let units = std::iter::once(&module.unit).chain(module.functions.iter().map(|f| &f.unit));
            let stored: Vec<Name> = units.flat_map(|unit| unit.attribute_stores.iter().cloned()).collect();
            if module.origin == Origin::Program {
                uses.stored_by_program.extend(stored.iter().cloned());
            }
            uses.stored.extend(stored);
            for (id, expr) in module.ast.exprs.iter() {
                if module.origin == Origin::Program {
                    uses.computed.extend(Computed::of(&module.ast, id));
                }
                let ExprKind::Call { func, keywords, .. } = &expr.kind else { continue };
                let (ExprKind::Name(name) | ExprKind::Attribute { name, .. }) = module.ast.expr(*func) else {
                    continue;
                };
                uses.namespaces.extend(crate::namespace::made_by(name));
                let named: Option<Vec<Name>> = keywords.iter().map(|keyword| keyword.name.clone()).collect();
                if let Some(named) = named.filter(|named| name.ends_with("replace") && !named.is_empty()) {
                    uses.replaced.insert(named);
                }
            }
        }
        uses
    }
}

/// What the method is called that gives an object like this one with other values
/// for these fields.
pub fn replace_method(keywords: &[Keyword]) -> Name {
    method_for(&keywords.iter().filter_map(|keyword| keyword.name.clone()).collect::<Vec<_>>())
}

fn method_for(fields: &[Name]) -> Name {
    format!("replace({}=)", fields.join("=, ")).into()
}

impl<'a> Source<'a> {
    fn def(&self, class: UserClass) -> (ModuleId, &'a Module, &'a ClassDef) {
        let (module, def) = self.modules.class_def(self.program, class);
        (self.program.classes[class].module, module, def)
    }

    /// The classes of the program among those that names are looked for in.
    fn order(&self, class: UserClass) -> impl DoubleEndedIterator<Item = UserClass> {
        self.program.classes[class].mro.iter().filter_map(|base| match base {
            Base::User(class) => Some(*class),
            _ => None,
        })
    }

    fn binds(&self, class: UserClass, name: &str) -> bool {
        self.def(class).2.names.iter().any(|own| &*own.name == name)
    }

    /// A method that the body of a class defines.
    fn method(&self, class: UserClass, name: &str) -> Constant {
        let (_, module, def) = self.def(class);
        let target = def.names.iter().find(|own| &*own.name == name).map(|own| &own.target);
        let is_it =
            |stmt: &&StmtId| matches!(module.ast.stmt(**stmt), StmtKind::FunctionDef(f) if Some(&f.target) == target);
        let stmt = def.body.iter().rfind(is_it).expect("the class defines the method");
        Constant::Function(module.func_of(Node::Def(*stmt)))
    }

    fn has_subclasses(&self, class: UserClass) -> bool {
        let is_base = |other: &Base| *other == Base::User(class);
        self.program.classes.iter().any(|(id, other)| id != class && other.mro.iter().any(is_base))
    }
}

impl Recipe {
    fn new(source: &Source, class: UserClass) -> Recipe {
        let span = source.program.classes[class].span;
        let names = vec![("__Class".into(), Given::Constant(Constant::Class(class)))];
        Recipe {
            class,
            span,
            lines: Vec::new(),
            names,
            members: Vec::new(),
            statics: Vec::new(),
            makers: Vec::new(),
            properties: Vec::new(),
            variables: Vec::new(),
            is_enum: false,
            defaults: Vec::new(),
            module: None,
        }
    }

    fn line(&mut self, text: impl Into<String>, span: Span) {
        self.lines.push((text.into(), span));
    }

    /// A method; its lines follow.
    fn method(&mut self, name: &str, params: &str) {
        self.function(name, params);
        self.members.push((name.into(), name.into()));
    }

    /// A function that no attribute is; its lines follow.
    fn function(&mut self, name: &str, params: &str) {
        self.line(format!("def {name}({params}):"), self.span);
    }

    /// The methods that make an object like this one with other values for some fields.
    fn replacing(&mut self, source: &Source, fields: &[&Name]) {
        let class = if source.has_subclasses(self.class) { "self.__class__" } else { "__Class" };
        for replaced in source.uses.replaced.iter().filter(|r| r.iter().all(|name| fields.contains(&name))) {
            let own = format!("replace_{}", self.members.len());
            self.function(&own, &format!("self, {}", replaced.join(", ")));
            let given = fields.iter().map(|field| match replaced.contains(field) {
                true => format!("{field}={field}"),
                false => format!("{field}=self.{field}"),
            });
            let given: Vec<String> = given.collect();
            self.body(&format!("return {class}({})", given.join(", ")));
            self.members.push((method_for(replaced), own.into()));
        }
    }

    fn body(&mut self, text: &str) {
        for line in text.lines() {
            self.line(format!("    {line}"), self.span);
        }
    }
}

/// The attributes that positional patterns of a class are for.
pub fn match_args(modules: &Modules, program: &Program, class: UserClass) -> Vec<Name> {
    let source = Source { modules, program, uses: Uses::default() };
    let of_class = |class: UserClass| {
        let (_, module, def) = source.def(class);
        let own = def.names.iter().find(|own| &*own.name == "__match_args__").map(|own| &own.target);
        let value = def.body.iter().find_map(|&stmt| match module.ast.stmt(stmt) {
            StmtKind::Assign { targets, value } => match module.ast.expr(targets[0]) {
                ExprKind::Name(name) if Some(name) == own => Some(*value),
                _ => None,
            },
            _ => None,
        });
        if let Some(ExprKind::Tuple(items)) = value.map(|value| module.ast.expr(value)) {
            let names = items.iter().map(|&item| match module.ast.expr(item) {
                ExprKind::Constant(Constant::Str(name)) => Some(name.clone()),
                _ => None,
            });
            return names.collect();
        }
        dataclass::match_args(&source, class).or_else(|| named_tuple::match_args(&source, class))
    };
    source.order(class).find_map(of_class).unwrap_or_default()
}

/// Writes what is made for each class, and declares it.
pub fn write(modules: &mut Modules, program: &mut Program, mistakes: &mut Vec<Diagnostic>) -> Vec<Recipe> {
    let mut recipes = Vec::new();
    let source = Source { modules, program, uses: Uses::of(modules) };
    for class in source.program.classes.keys() {
        let mut recipe = Recipe::new(&source, class);
        dataclass::write(&source, class, &mut recipe, mistakes);
        enum_class::write(&source, class, &mut recipe, mistakes);
        named_tuple::write(&source, class, &mut recipe, mistakes);
        namespace::write(&source, class, &mut recipe);
        ordering::write(&source, class, &mut recipe, mistakes);
        computed::write(&source, class, &mut recipe);
        sequence::write(&source, class, &mut recipe);
        if !recipe.lines.is_empty() {
            recipes.push(recipe);
        }
    }
    for recipe in &mut recipes {
        read(recipe, modules, program);
    }
    recipes
}

/// Reads the text of a recipe as a module of its own.
fn read(recipe: &mut Recipe, modules: &mut Modules, program: &mut Program) {
    let text: String = recipe.lines.iter().map(|(line, _)| format!("{line}\n")).collect();
    let mut ast = parser::parse(recipe.span.source, &text)
        .unwrap_or_else(|mistake| panic!("a method was made wrongly: {}\n{text}", mistake.message));
    place(&mut ast, recipe, &text);
    let mut mistakes = Vec::new();
    let module = add_module(program, MADE.into(), false, Origin::Program, ast, &mut mistakes);
    assert!(mistakes.is_empty(), "a method was made wrongly: {}\n{text}", mistakes[0].message);
    let class = &program.classes[recipe.class];
    let (name, qualname) = (program.modules[class.module].name.clone(), class.qualname.clone());
    for function in module.functions.iter().filter(|function| function.parent.is_none()) {
        let function = &mut program.functions[function.func];
        function.qualname = format!("{qualname}.{}", function.name).into();
    }
    let id = modules.list.push(module);
    program.modules[id].name = name;
    recipe.module = Some(id);
}

/// Everything stands where the line says that it comes from.
fn place(ast: &mut Ast, recipe: &Recipe, text: &str) {
    let starts: Vec<u32> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect();
    let lines = &recipe.lines;
    let place = |span: &mut Span| {
        let line = starts.partition_point(|&start| start <= span.start) - 1;
        *span = lines.get(line).map_or(recipe.span, |line| line.1);
    };
    ast.exprs.values_mut().for_each(|expr| place(&mut expr.span));
    for stmt in ast.stmts.values_mut() {
        place(&mut stmt.span);
        if let StmtKind::FunctionDef(def) = &mut stmt.kind {
            place(&mut def.name_span);
            let params = &mut def.params;
            let all = params.list.iter_mut().chain(&mut params.vararg).chain(&mut params.kwarg);
            all.for_each(|param| place(&mut param.span));
        }
    }
}

/// A variable of a recipe's text.
fn variable_of(id: ModuleId, name: &Name, names: &Names) -> GlobalId {
    names.modules[id][name].cell.expect("what functions bind is a cell")
}

/// When every name of the program is known: what the recipes' own names are, and
/// what is added to the classes.
pub fn finish(recipes: Vec<Recipe>, modules: &Modules, names: &mut Names, program: &mut Program) {
    for recipe in recipes {
        let id = recipe.module.expect("it has been read");
        let func_of = |name: &Name| -> FuncId {
            let binding = modules.list[id].unit.bindings.iter().find(|b| b.name == *name);
            let node = binding.and_then(|b| b.def()).expect("the text defines it");
            modules.list[id].func_of(node)
        };
        for entry in names.modules[id].values_mut() {
            // The text binds its variables before all else that reads them.
            entry.bound_after = Some(0);
            if let Some(cell) = entry.cell {
                program.globals[cell].starts_unbound = false;
            }
        }
        for (name, given) in recipe.names {
            let (constant, cell) = match given {
                Given::Constant(constant) => (Some(constant), None),
                Given::Cell(module, target) => (None, names.modules[module][&target].cell),
            };
            names.modules[id].insert(name, ModuleName { constant, cell, bound_after: Some(0), hides: None });
        }
        for (function, param, given) in recipe.defaults {
            let default = match given {
                Given::Constant(constant) => Default::Constant(constant),
                Given::Cell(module, target) => {
                    Default::Global(names.modules[module][&target].cell.expect("a variable of a class is a cell"))
                }
            };
            let params = &mut program.functions[func_of(&function)].params;
            let param = params.iter_mut().find(|p| p.name == param).expect("the text has the parameter");
            param.default = Some(default);
        }
        let methods = recipe.members.iter().map(|(name, def)| (name.clone(), MemberKind::Function(func_of(def))));
        let mut added: Vec<(Name, MemberKind)> = methods.collect();
        for name in &recipe.statics {
            added.push((name.clone(), MemberKind::Static(func_of(name))));
        }
        for (name, def) in &recipe.makers {
            added.push((name.clone(), MemberKind::Static(func_of(def))));
        }
        for (name, get, set) in &recipe.properties {
            let (get, set) = (Some(func_of(get)), Some(func_of(set)));
            added.push((name.clone(), MemberKind::Property { get, set, delete: None }));
        }
        for (name, variable) in recipe.variables {
            added.push((name, MemberKind::variable(variable_of(id, &variable, names))));
        }
        let members = &mut program.classes[recipe.class].members;
        for (name, kind) in added {
            members.retain(|(own, _)| *own != name);
            members.push((name, ClassMember { span: recipe.span, kind }));
        }
        if recipe.is_enum {
            let made = EnumClass {
                setup: func_of(&"__setup__".into()),
                by_value: func_of(&"__by_value__".into()),
                by_name: func_of(&"__by_name__".into()),
                members: variable_of(id, &"__members".into(), names),
                names: variable_of(id, &"__names".into(), names),
            };
            names.enums.insert(recipe.class, made);
        }
    }
}
