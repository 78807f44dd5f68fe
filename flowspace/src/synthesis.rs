//! The methods that Python makes for a class. They are written as text, as
//! CPython's `dataclasses` does, and go the way of all other text; the nodes of
//! their syntax stand where the class statement does, so that messages point there.

mod dataclass;
mod enum_class;

use crate::ast::*;
use crate::functions::add_module;
use crate::modules::{Module, Modules};
use crate::names::{EnumClass, ModuleName, Names};
use crate::parser;
use crate::unit::Node;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Base, ClassMember, Constant, Default, FuncId, GlobalId, MemberKind, ModuleId, Program, UserClass};
use naja_ir::source::Span;

/// The name of the modules that the recipes' texts are.
pub const MADE: &str = "<made>";

/// What is made for one class.
pub struct Recipe {
    class: UserClass,
    span: Span,
    lines: Vec<(String, Span)>,
    /// The names that the text uses beside builtins.
    names: Vec<(Name, Given)>,
    members: Vec<Name>,
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
        self.line(format!("def {name}({params}):"), self.span);
        self.members.push(name.into());
    }

    fn body(&mut self, text: &str) {
        for line in text.lines() {
            self.line(format!("    {line}"), self.span);
        }
    }
}

/// Writes what is made for each class, and declares it.
pub fn write(modules: &mut Modules, program: &mut Program, mistakes: &mut Vec<Diagnostic>) -> Vec<Recipe> {
    let mut recipes = Vec::new();
    let source = Source { modules, program };
    for class in source.program.classes.keys() {
        let mut recipe = Recipe::new(&source, class);
        dataclass::write(&source, class, &mut recipe, mistakes);
        enum_class::write(&source, class, &mut recipe, mistakes);
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
    let module = add_module(program, MADE.into(), false, false, ast, &mut mistakes);
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
        let functions = recipe.members.iter().map(|name| (name.clone(), MemberKind::Function(func_of(name))));
        let mut added: Vec<(Name, MemberKind)> = functions.collect();
        for (name, variable) in recipe.variables {
            added.push((name, MemberKind::Variable(variable_of(id, &variable, names))));
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
