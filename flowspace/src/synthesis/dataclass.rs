//! `@dataclass`: what CPython's `dataclasses` makes.

use super::{Given, Recipe, Source};
use crate::ast::*;
use crate::builtins;
use crate::errors::Mistake;
use crate::meaning::{Meaning, Meanings};
use crate::unit::Node;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Constant, ModuleId, UserClass};

/// A field, and the class that declares it.
struct Own<'a> {
    field: &'a Field,
    class: UserClass,
    kw_only: bool,
}

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe, mistakes: &mut Vec<Diagnostic>) {
    let (_, _, def) = source.def(class);
    let Some(options) = &def.dataclass else { return };
    let fields = fields(source, class);
    frozen(source, class, options, mistakes);
    mutable_defaults(source, class, mistakes);
    if options.init && !source.binds(class, "__init__") {
        init(source, class, &fields, recipe, mistakes);
    }
    if options.frozen {
        guards(source, &fields, recipe);
    }
    let given: Vec<&Name> = fields.iter().filter(|own| own.field.init).map(|own| &own.field.name).collect();
    recipe.replacing(source, &given);
    let listed = |of: &str, included: &dyn Fn(&Field) -> bool| -> String {
        let stored = fields.iter().map(|own| own.field).filter(|field| !field.is_init_only && included(field));
        stored.map(|field| format!("{of}.{}, ", field.name)).collect()
    };
    if options.repr && !source.binds(class, "__repr__") {
        let name = match source.has_subclasses(class) {
            true => "{self.__class__.__qualname__}".to_owned(),
            false => source.program.classes[class].qualname.to_string(),
        };
        let shown = fields.iter().map(|own| own.field).filter(|field| field.repr && !field.is_init_only);
        let shown: Vec<String> = shown.map(|field| format!("{0}={{self.{0}!r}}", field.name)).collect();
        recipe.method("__repr__", "self");
        recipe.body(&format!("return f\"{name}({})\"", shown.join(", ")));
    }
    records(&fields, recipe);
    let is_same = match source.has_subclasses(class) {
        true => "isinstance(other, __Class) and other.__class__ is self.__class__",
        false => "isinstance(other, __Class)",
    };
    let compared = |name: &str, op: &str, recipe: &mut Recipe| {
        let (own, other) = (listed("self", &|f| f.compare), listed("other", &|f| f.compare));
        recipe.method(name, "self, other");
        recipe.body(&format!("if {is_same}:\n    return ({own}) {op} ({other})\nreturn NotImplemented"));
    };
    if options.eq && !source.binds(class, "__eq__") {
        compared("__eq__", "==", recipe);
    }
    if options.order {
        for (name, op) in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")] {
            if let Some(own) = def.names.iter().find(|own| &*own.name == name) {
                let words = format!("Cannot overwrite attribute {name} in class {}", def.name);
                mistakes.push(Mistake::Class { words, help: None }.at(own.span));
            }
            compared(name, op, recipe);
        }
    }
    let has_hash = source.binds(class, "__hash__");
    if has_hash && options.unsafe_hash {
        let words = format!("Cannot overwrite attribute __hash__ in class {}", def.name);
        mistakes.push(Mistake::Class { words, help: None }.at(options.span));
    }
    if !has_hash && (options.unsafe_hash || options.eq && options.frozen) {
        recipe.method("__hash__", "self");
        recipe.body(&format!("return hash(({}))", listed("self", &|f| f.hash.unwrap_or(f.compare))));
    }
}

/// What `asdict`, `astuple` and `fields` of `rlib/std/dataclasses.py` ask for.
fn records(fields: &[Own], recipe: &mut Recipe) {
    let stored: Vec<&Own> = fields.iter().filter(|own| !own.field.is_init_only).collect();
    let dict: String = stored.iter().map(|own| format!("\"{0}\": convert(self.{0}), ", own.field.name)).collect();
    recipe.method("__asdict__", "self, convert");
    recipe.body(&format!("return {{{dict}}}"));
    let tuple: String = stored.iter().map(|own| format!("convert(self.{}), ", own.field.name)).collect();
    recipe.method("__astuple__", "self, convert");
    recipe.body(&format!("return ({tuple})"));
    let flag = |flag: bool| if flag { "True" } else { "False" };
    let made = stored.iter().map(|own| {
        let Field { name, init, repr, compare, .. } = own.field;
        let (init, repr, compare, kw_only) = (flag(*init), flag(*repr), flag(*compare), flag(own.kw_only));
        format!("make(\"{name}\", {init}, {repr}, {compare}, {kw_only}), ")
    });
    let made: String = made.collect();
    recipe.function("__fields__", "make");
    recipe.statics.push("__fields__".into());
    recipe.body(&format!("return ({made})"));
}

/// `__match_args__`: what `__init__` takes by position.
pub(super) fn match_args(source: &Source, class: UserClass) -> Option<Vec<Name>> {
    source.def(class).2.dataclass.as_ref()?;
    let taken = fields(source, class).into_iter().filter(|own| own.field.init && !own.kw_only);
    Some(taken.map(|own| own.field.name.clone()).collect())
}

/// The fields of a class: those of its bases first.
fn fields<'a>(source: &Source<'a>, class: UserClass) -> Vec<Own<'a>> {
    let mut fields: Vec<Own> = Vec::new();
    for base in source.order(class).rev() {
        let (_, _, def) = source.def(base);
        let Some(options) = &def.dataclass else { continue };
        for field in &def.fields {
            let kw_only = field.kw_only.unwrap_or(options.kw_only);
            let own = Own { field, class: base, kw_only };
            match fields.iter_mut().find(|other| other.field.name == field.name) {
                Some(other) => *other = own,
                None => fields.push(own),
            }
        }
    }
    fields
}

fn init(source: &Source, class: UserClass, fields: &[Own], recipe: &mut Recipe, mistakes: &mut Vec<Diagnostic>) {
    let (_, _, def) = source.def(class);
    let taken = |own: &&Own| own.field.init;
    let mut params = vec!["self".to_owned()];
    let mut has_default = false;
    let in_order = fields.iter().filter(|own| !own.kw_only).chain(fields.iter().filter(|own| own.kw_only));
    let mut is_behind_star = false;
    for own in in_order.filter(taken) {
        let name = &own.field.name;
        if own.kw_only && !is_behind_star {
            is_behind_star = true;
            params.push("*".into());
        }
        let is_plain = matches!(own.field.value, FieldValue::None);
        if is_plain && has_default && !own.kw_only {
            let words = format!("non-default argument '{name}' follows default argument");
            let span = if own.class == class { own.field.span } else { def.name_span };
            mistakes.push(Mistake::Class { words, help: None }.at(span));
            recipe.defaults.clear();
            return;
        }
        has_default |= !is_plain;
        params.push(if is_plain { name.to_string() } else { format!("{name}=None") });
        if let FieldValue::Default(value) = own.field.value {
            let given = default(source, own, value);
            recipe.defaults.push(("__init__".into(), name.clone(), given));
        }
    }
    recipe.method("__init__", &params.join(", "));
    let before = recipe.lines.len();
    for own in fields.iter().filter(|own| !own.field.is_init_only) {
        let (name, span) = (&own.field.name, if own.class == class { own.field.span } else { def.name_span });
        let factory = match &own.field.value {
            FieldValue::Factory(factory, target) => {
                let callee: Name = format!("__make_{name}").into();
                recipe.names.push((callee.clone(), callable(source, own, *factory, target)));
                Some(format!("{callee}()"))
            }
            _ => None,
        };
        let value = match (own.field.init, factory) {
            (true, Some(factory)) => format!("{factory} if {name} is None else {name}"),
            (true, None) => name.to_string(),
            (false, Some(factory)) => factory,
            (false, None) => continue,
        };
        recipe.line(format!("    self.{} = {value}", stored_as(source, own)), span);
    }
    if source.order(class).any(|base| source.binds(base, "__post_init__")) {
        let given: Vec<&str> = fields.iter().filter(|f| f.field.is_init_only).map(|f| &*f.field.name).collect();
        recipe.body(&format!("self.__post_init__({})", given.join(", ")));
    }
    if recipe.lines.len() == before {
        recipe.body("pass");
    }
}

/// The attribute that keeps a field. One of a frozen class that some statement of
/// the program might assign to is a property, which refuses.
fn stored_as(source: &Source, own: &Own) -> String {
    let is_frozen = source.def(own.class).2.dataclass.as_ref().is_some_and(|options| options.frozen);
    match is_frozen && source.uses.stored.contains(&own.field.name) {
        true => format!("__frozen_{}", own.field.name),
        false => own.field.name.to_string(),
    }
}

fn guards(source: &Source, fields: &[Own], recipe: &mut Recipe) {
    let error = builtins::provided("dataclasses").and_then(|module| module.get("FrozenInstanceError"));
    recipe.names.push(("__Frozen".into(), Given::Constant(error.expect("dataclasses provides it"))));
    for own in fields.iter().filter(|own| !own.field.is_init_only) {
        let (name, kept) = (&own.field.name, stored_as(source, own));
        if kept == **name {
            continue;
        }
        let (get, set) = (format!("get_{name}"), format!("set_{name}"));
        recipe.function(&get, "self");
        recipe.body(&format!("return self.{kept}"));
        recipe.function(&set, "self, value");
        recipe.body(&format!("raise __Frozen(\"cannot assign to field '{name}'\")"));
        recipe.properties.push((name.clone(), get.into(), set.into()));
    }
}

fn default(source: &Source, own: &Own, value: ExprId) -> Given {
    let (id, module, def) = source.def(own.class);
    match module.ast.literal(value) {
        Some(literal) => Given::Constant(literal),
        None => cell(id, def, &own.field.name),
    }
}

fn cell(id: ModuleId, def: &ClassDef, name: &Name) -> Given {
    let own = def.names.iter().find(|own| own.name == *name);
    Given::Cell(id, own.expect("the class keeps its default").target.clone())
}

/// What `default_factory` names: a function or class that is known, or what the class keeps.
fn callable(source: &Source, own: &Own, factory: ExprId, target: &Name) -> Given {
    let (id, module, _) = source.def(own.class);
    let unit = module.classes.iter().find(|unit| unit.class == own.class).expect("every class has its statement");
    let meanings = Meanings { modules: source.modules, program: source.program };
    match (module.ast.expr(factory), meanings.of(id, unit, factory)) {
        (ExprKind::Lambda { params, .. }, _) if unit.scope.is_none() && params.list.is_empty() => {
            Given::Constant(Constant::Function(module.func_of(Node::Lambda(factory))))
        }
        (_, Meaning::Constant(constant @ (Constant::Builtin(_) | Constant::Class(_) | Constant::Function(_)))) => {
            Given::Constant(constant)
        }
        _ => Given::Cell(id, target.clone()),
    }
}

/// Frozen classes and others do not inherit from each other.
fn frozen(source: &Source, class: UserClass, options: &Dataclass, mistakes: &mut Vec<Diagnostic>) {
    let bases = source.order(class).skip(1).filter_map(|base| source.def(base).2.dataclass.as_ref());
    let words = match bases.map(|base| base.frozen).find(|&frozen| frozen != options.frozen) {
        Some(true) => "cannot inherit non-frozen dataclass from a frozen one",
        Some(false) => "cannot inherit frozen dataclass from a non-frozen one",
        None => return,
    };
    mistakes.push(Mistake::Class { words: words.into(), help: None }.at(source.def(class).2.name_span));
}

/// A default that all objects would share and could change is a mistake.
fn mutable_defaults(source: &Source, class: UserClass, mistakes: &mut Vec<Diagnostic>) {
    let (_, module, def) = source.def(class);
    for field in &def.fields {
        let FieldValue::Default(value) = field.value else { continue };
        let kind = match module.ast.expr(value) {
            ExprKind::List(_) => "list",
            ExprKind::Dict(_) => "dict",
            ExprKind::Set(_) => "set",
            ExprKind::Comprehension(c) => match c.kind {
                ComprehensionKind::List => "list",
                ComprehensionKind::Set => "set",
                ComprehensionKind::Dict => "dict",
                ComprehensionKind::Generator => continue,
            },
            ExprKind::Call { func, .. } => match module.ast.expr(*func) {
                ExprKind::Name(name) if !module.has(name) => match &**name {
                    "list" => "list",
                    "dict" => "dict",
                    "set" => "set",
                    _ => continue,
                },
                _ => continue,
            },
            _ => continue,
        };
        let words =
            format!("mutable default <class '{kind}'> for field {} is not allowed: use default_factory", field.name);
        let help = Some(format!("write `field(default_factory={kind})`"));
        mistakes.push(Mistake::Class { words, help }.at(module.ast.span(value)));
    }
}
