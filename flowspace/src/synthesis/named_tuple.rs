//! `NamedTuple`: an object whose fields are also the items of a tuple.

use super::{Given, Recipe, Source};
use crate::ast::*;
use crate::errors::Mistake;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::UserClass;

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe, mistakes: &mut Vec<Diagnostic>) {
    let (id, module, def) = source.def(class);
    if !def.is_named_tuple {
        return;
    }
    let mut params = vec!["self".to_owned()];
    let mut default: Option<&Name> = None;
    for field in &def.fields {
        let name = &field.name;
        if name.starts_with('_') {
            let words = format!("Field names cannot start with an underscore: '{name}'");
            mistakes.push(Mistake::Class { words, help: None }.at(field.span));
            recipe.defaults.clear();
            return;
        }
        let FieldValue::Default(value) = field.value else {
            if let Some(default) = default {
                let words = format!("non-default namedtuple field {name} cannot follow default field {default}");
                mistakes.push(Mistake::Class { words, help: None }.at(field.span));
                recipe.defaults.clear();
                return;
            }
            params.push(name.to_string());
            continue;
        };
        default = Some(name);
        params.push(format!("{name}=None"));
        let given = match module.ast.literal(value) {
            Some(literal) => Given::Constant(literal),
            None => {
                let own = def.names.iter().find(|own| own.name == *name).expect("the class keeps its default");
                Given::Cell(id, own.target.clone())
            }
        };
        recipe.defaults.push(("__init__".into(), name.clone(), given));
    }
    let names: Vec<&Name> = def.fields.iter().map(|field| &field.name).collect();
    let items = |of: &str| -> String { names.iter().map(|name| format!("{of}.{name}, ")).collect() };
    recipe.method("__init__", &params.join(", "));
    for field in &def.fields {
        recipe.line(format!("    self.{0} = {0}", field.name), field.span);
    }
    recipe.body("pass");
    recipe.method("__tuple__", "self");
    recipe.body(&format!("return ({})", items("self")));
    let has = |name: &str| source.binds(class, name);
    if !has("__repr__") {
        let shown: Vec<String> = names.iter().map(|name| format!("{name}={{self.{name}!r}}")).collect();
        recipe.method("__repr__", "self");
        recipe.body(&format!("return f\"{}({})\"", def.name, shown.join(", ")));
    }
    let comparisons = [("__eq__", "=="), ("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")];
    for (name, op) in comparisons.into_iter().filter(|(name, _)| !has(name)) {
        let (own, other) = (items("self"), items("other"));
        recipe.method(name, "self, other");
        recipe.body(&format!(
            "if isinstance(other, __Class):\n    return ({own}) {op} ({other})\n\
             if isinstance(other, tuple):\n    return ({own}) {op} other\nreturn NotImplemented"
        ));
    }
    if !has("__hash__") {
        recipe.method("__hash__", "self");
        recipe.body(&format!("return hash(({}))", items("self")));
    }
    if !has("__len__") {
        recipe.method("__len__", "self");
        recipe.body(&format!("return {}", names.len()));
    }
    let all = items("self");
    for (name, params, given) in [
        ("__add__", "self, other", format!("({all}) + other")),
        ("__radd__", "self, other", format!("other + ({all})")),
        ("index", "self, value, *bounds", format!("({all}).index(value, *bounds)")),
        ("count", "self, value", format!("({all}).count(value)")),
    ] {
        if !has(name) && !names.iter().any(|field| &***field == name) {
            recipe.method(name, params);
            recipe.body(&format!("return {given}"));
        }
    }
    // For `dataclasses.asdict`.
    let converted: String = names.iter().map(|name| format!("convert(self.{name}), ")).collect();
    recipe.method("__converted__", "self, convert");
    recipe.body(&format!("return __Class({converted})"));
    recipe.method("_asdict", "self");
    let pairs: String = names.iter().map(|name| format!("\"{name}\": self.{name}, ")).collect();
    recipe.body(&format!("return {{{pairs}}}"));
    if let [_, ..] = names.as_slice() {
        recipe.function("_make", "iterable");
        recipe.statics.push("_make".into());
        let names: String = names.iter().map(|name| format!("{name}, ")).collect();
        recipe.body(&format!("{names} = iterable\nreturn __Class({names})"));
    }
    recipe.replacing(source, &names);
}

/// `__match_args__`
pub(super) fn match_args(source: &Source, class: UserClass) -> Option<Vec<Name>> {
    let (_, _, def) = source.def(class);
    def.is_named_tuple.then(|| def.fields.iter().map(|field| field.name.clone()).collect())
}
