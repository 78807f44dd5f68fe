//! Classes of `enum`: their members are objects with a name and a value, made when
//! the body of the class has been run.

use super::{Given, Recipe, Source};
use crate::ast::*;
use crate::enumeration::{Known, known, known_items};
use crate::errors::Mistake;
use crate::unit::{Bound, is_class_name};
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Constant, UserClass};
use num_bigint::BigInt;
use std::collections::HashMap;

/// A name that the class gives to a member.
struct Member<'a> {
    name: &'a ClassName,
    value: Known,
    /// The number of the first member of this value.
    same_as: usize,
}

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe, mistakes: &mut Vec<Diagnostic>) {
    let (_, _, def) = source.def(class);
    let Some(kind) = source.order(class).find_map(|base| source.def(base).2.enumeration) else { return };
    for base in source.order(class).skip(1) {
        if variables(source, base).next().is_some() {
            let words = format!("<enum '{}'> cannot be extended", source.program.classes[base].name);
            mistakes.push(Mistake::Class { words, help: None }.at(def.name_span));
            return;
        }
    }
    if own_method(source, class, "_generate_next_value_").is_some() {
        let what = "definitions of `_generate_next_value_`".into();
        mistakes.push(Mistake::NotYet { what, help: Some("write the values".into()) }.at(def.name_span));
        return;
    }
    let Some(members) = members(source, class, mistakes) else { return };
    if def.is_unique {
        let twice = members.iter().enumerate().filter(|(number, member)| member.same_as != *number);
        let twice: Vec<String> =
            twice.map(|(_, m)| format!("{} -> {}", m.name.name, members[m.same_as].name.name)).collect();
        if !twice.is_empty() {
            let words = format!("duplicate values found in <enum '{}'>: {}", def.name, twice.join(", "));
            mistakes.push(Mistake::Class { words, help: None }.at(def.name_span));
        }
    }
    if members.is_empty() {
        return;
    }
    recipe.is_enum = true;
    let title = source.program.classes[class].name.clone();
    init(source, class, &members, recipe);
    setup(source, class, kind, &members, recipe);
    let has_missing = own_method(source, class, "_missing_").is_some();
    lookups(&title, kind, has_missing, &members, recipe);
    texts(source, class, &title, kind, recipe);
    recipe.method("__copy__", "self");
    recipe.body("return self");
    recipe.method("__deepcopy__", "self, memo");
    recipe.body("return self");
    match kind {
        EnumKind::Int | EnumKind::MixedInt => numbers(source, class, recipe),
        EnumKind::Str | EnumKind::MixedStr => strings(source, class, recipe),
        EnumKind::Flag => flags(&members, recipe),
        EnumKind::IntFlag => {
            flags(&members, recipe);
            numbers(source, class, recipe);
        }
        EnumKind::Enum => {}
    }
}

/// The variables of a class that are members: not those between double underscores.
fn variables<'a>(source: &Source<'a>, class: UserClass) -> impl Iterator<Item = (&'a ClassName, &'a Bound)> {
    let (_, module, def) = source.def(class);
    let unit = module.unit_of(module.classes.iter().find(|unit| unit.class == class).and_then(|unit| unit.scope));
    def.names.iter().filter_map(|name| {
        let is_own = name.name.starts_with('_') && name.name.ends_with('_') || is_class_name(&name.name);
        let bound = &unit.bindings.iter().rfind(|b| b.name == name.target)?.bound;
        let is_variable = matches!(bound, Bound::Literal(_) | Bound::Other | Bound::Same(_));
        (is_variable && !is_own).then_some((name, bound))
    })
}

fn members<'a>(source: &Source<'a>, class: UserClass, mistakes: &mut Vec<Diagnostic>) -> Option<Vec<Member<'a>>> {
    let (_, module, def) = source.def(class);
    let mut values: HashMap<Name, Known> = HashMap::new();
    let mut members: Vec<Member> = Vec::new();
    for &stmt in &def.body {
        let (targets, value) = match module.ast.stmt(stmt) {
            StmtKind::Assign { targets, value } => (targets.as_slice(), *value),
            StmtKind::AnnAssign { target, value: Some(value), .. } => (std::slice::from_ref(target), *value),
            _ => continue,
        };
        if let ExprKind::Lambda { .. } = module.ast.expr(value) {
            continue;
        }
        let mut given: Vec<(ExprId, Option<Known>)> = Vec::new();
        for &target in targets {
            match module.ast.expr(target) {
                ExprKind::Tuple(parts) | ExprKind::List(parts) => {
                    let items = known_items(&module.ast, value, &values).filter(|items| items.len() == parts.len());
                    let item = |i: usize| items.as_ref().map(|items| items[i].clone());
                    given.extend(parts.iter().enumerate().map(|(i, &part)| (part, item(i))));
                }
                _ => given.push((target, known(&module.ast, value, &values))),
            }
        }
        for (target, known) in given {
            let ExprKind::Name(target) = module.ast.expr(target) else { continue };
            let Some((name, _)) = variables(source, class).find(|(name, _)| name.target == *target) else { continue };
            if members.iter().any(|other| other.name.target == *target) {
                let words = format!("'{}' already defined as {}", name.name, name.name);
                mistakes.push(Mistake::Class { words, help: None }.at(name.span));
                continue;
            }
            let Some(value) = known else {
                let what = "members of enumerations whose values are computed".into();
                let help = Some("write a literal, or a tuple of literals".into());
                mistakes.push(Mistake::NotYet { what, help }.at(module.ast.span(value)));
                return None;
            };
            values.insert(target.clone(), value.clone());
            let same_as = members.iter().position(|other| other.value.equals(&value)).unwrap_or(members.len());
            members.push(Member { name, value, same_as });
        }
    }
    Some(members)
}

/// The class that defines `__init__` or another method for the enumeration.
fn own_method(source: &Source, class: UserClass, name: &str) -> Option<UserClass> {
    source.order(class).find(|&base| source.binds(base, name))
}

/// Each member is given its name and its value, and then what the class's own
/// `__init__` takes.
fn init(source: &Source, class: UserClass, members: &[Member], recipe: &mut Recipe) {
    let own = own_method(source, class, "__init__");
    let taken = match own {
        Some(_) => members.iter().map(arguments).max().unwrap_or(0),
        None => 0,
    };
    let params: String = (0..taken).map(|n| format!(", a{n}")).collect();
    recipe.method("__init__", &format!("self, name, value{params}"));
    recipe.body("self._name_ = name\nself._value_ = value\nself.name = name\nself.value = value");
    if let Some(base) = own {
        let given: String = (0..taken).map(|n| format!(", a{n}")).collect();
        recipe.names.push(("__own_init".into(), Given::Constant(source.method(base, "__init__"))));
        recipe.body(&format!("__own_init(self{given})"));
    }
}

fn arguments(member: &Member) -> usize {
    match &member.value {
        Known::Tuple(items) => items.len(),
        Known::Constant(_) => 1,
    }
}

fn setup(source: &Source, class: UserClass, kind: EnumKind, members: &[Member], recipe: &mut Recipe) {
    let has_init = own_method(source, class, "__init__").is_some();
    let first = || members.iter().enumerate().filter(|(number, member)| member.same_as == *number);
    recipe.line("def __setup__():", recipe.span);
    let all: String = first().map(|(number, _)| format!("m{number}, ")).collect();
    recipe.body(&format!("global {all}__members, __names, __combined"));
    for (number, member) in first() {
        let name = &member.name.name;
        let value = spelled(&member.value, &format!("v{number}"), recipe);
        let given = match (&member.value, has_init) {
            (_, false) => String::new(),
            (Known::Tuple(items), true) => (0..items.len()).map(|i| format!(", v{number}_{i}")).collect(),
            (Known::Constant(_), true) => format!(", v{number}"),
        };
        recipe.line(format!("    m{number} = __Class(\"{name}\", {value}{given})"), member.name.span);
        recipe.variables.push((name.clone(), format!("m{number}").into()));
    }
    for member in members.iter().enumerate().filter(|(number, member)| member.same_as != *number).map(|m| m.1) {
        recipe.variables.push((member.name.name.clone(), format!("m{}", member.same_as).into()));
    }
    let listed = first().filter(|(_, member)| !kind.is_flag() || is_single(member));
    let listed: String = listed.map(|(number, _)| format!("m{number}, ")).collect();
    let named: String = members.iter().map(|m| format!("\"{}\": m{}, ", m.name.name, m.same_as)).collect();
    recipe.body(&format!("__members = ({listed})\n__names = {{{named}}}"));
    if kind.is_flag() {
        recipe.body("__combined = []");
    }
}

/// A flag of one bit: only these are iterated over.
fn is_single(member: &Member) -> bool {
    member.value.int().is_some_and(|n| n.to_biguint().is_some_and(|n| n.count_ones() == 1))
}

/// The text of a value: constants have names of their own.
fn spelled(value: &Known, name: &str, recipe: &mut Recipe) -> String {
    match value {
        Known::Constant(constant) => {
            recipe.names.push((name.into(), Given::Constant(constant.clone())));
            name.to_owned()
        }
        Known::Tuple(items) => {
            let items = items.iter().enumerate().map(|(i, item)| spelled(item, &format!("{name}_{i}"), recipe) + ", ");
            format!("({})", items.collect::<String>())
        }
    }
}

fn lookups(title: &str, kind: EnumKind, has_missing: bool, members: &[Member], recipe: &mut Recipe) {
    recipe.line("def __by_value__(value):", recipe.span);
    recipe.body("if isinstance(value, __Class):\n    return value");
    if kind.is_flag() {
        recipe.body("return __flags(value)");
    } else {
        recipe.body("for member in __members:\n    if member._value_ == value:\n        return member");
        if has_missing {
            recipe.body("made = __Class._missing_(value)\nif made is not None:\n    return made");
        }
        recipe.body(&format!("raise ValueError(f\"{{value!r}} is not a valid {title}\")"));
    }
    recipe.line("def __by_name__(name):", recipe.span);
    for member in members {
        recipe.body(&format!("if name == \"{}\":\n    return m{}", member.name.name, member.same_as));
    }
    recipe.body("raise KeyError(name)");
}

fn texts(source: &Source, class: UserClass, title: &str, kind: EnumKind, recipe: &mut Recipe) {
    let has = |name: &str| own_method(source, class, name).is_some();
    if !has("__repr__") {
        recipe.method("__repr__", "self");
        if kind.is_flag() {
            recipe.body(&format!("if self._name_ is None:\n    return f\"<{title}: {{self._value_!r}}>\""));
        }
        recipe.body(&format!("return f\"<{title}.{{self._name_}}: {{self._value_!r}}>\""));
    }
    let is_value = matches!(kind, EnumKind::Int | EnumKind::Str | EnumKind::IntFlag);
    if !has("__str__") {
        recipe.method("__str__", "self");
        match kind {
            EnumKind::Int | EnumKind::IntFlag => recipe.body("return repr(self._value_)"),
            EnumKind::Str => recipe.body("return self._value_"),
            EnumKind::Flag => recipe.body(&format!(
                "if self._name_ is None:\n    return f\"{title}({{self._value_!r}})\"\nreturn f\"{title}.{{self._name_}}\""
            )),
            _ => recipe.body(&format!("return f\"{title}.{{self._name_}}\"")),
        }
    }
    if !has("__format__") {
        recipe.method("__format__", "self, spec");
        let shown = if is_value && !has("__str__") { "self._value_" } else { "str(self)" };
        recipe.body(&format!("return format({shown}, spec)"));
    }
}

/// A member that is an int does what its value does.
fn numbers(source: &Source, class: UserClass, recipe: &mut Recipe) {
    let other = "(other._value_ if isinstance(other, __Class) else other)";
    let is_free = |name: &str, recipe: &Recipe| {
        own_method(source, class, name).is_none() && recipe.members.iter().all(|(made, _)| &**made != name)
    };
    let mut operator = |name: &str, text: &str| {
        if is_free(name, recipe) {
            recipe.method(name, "self, other");
            recipe.body(&format!("return {}", text.replace("OTHER", other)));
        }
    };
    for (name, op) in [("eq", "=="), ("ne", "!="), ("lt", "<"), ("le", "<="), ("gt", ">"), ("ge", ">=")] {
        operator(&format!("__{name}__"), &format!("self._value_ {op} OTHER"));
    }
    let binary = [
        ("add", "+"),
        ("sub", "-"),
        ("mul", "*"),
        ("truediv", "/"),
        ("floordiv", "//"),
        ("mod", "%"),
        ("pow", "**"),
        ("lshift", "<<"),
        ("rshift", ">>"),
        ("and", "&"),
        ("or", "|"),
        ("xor", "^"),
    ];
    for (name, op) in binary {
        operator(&format!("__{name}__"), &format!("self._value_ {op} OTHER"));
        operator(&format!("__r{name}__"), &format!("OTHER {op} self._value_"));
    }
    for (name, text) in [
        ("__hash__", "hash(self._value_)"),
        ("__int__", "self._value_"),
        ("__index__", "self._value_"),
        ("__float__", "float(self._value_)"),
        ("__bool__", "self._value_ != 0"),
        ("__neg__", "-self._value_"),
        ("__pos__", "self._value_"),
        ("__abs__", "abs(self._value_)"),
        ("__invert__", "~self._value_"),
    ] {
        if is_free(name, recipe) {
            recipe.method(name, "self");
            recipe.body(&format!("return {text}"));
        }
    }
}

/// A member that is a str does what its value does, as far as operators go.
fn strings(source: &Source, class: UserClass, recipe: &mut Recipe) {
    let other = "(other._value_ if isinstance(other, __Class) else other)";
    for (name, text) in [
        ("eq", "self._value_ == OTHER"),
        ("ne", "self._value_ != OTHER"),
        ("lt", "self._value_ < OTHER"),
        ("le", "self._value_ <= OTHER"),
        ("gt", "self._value_ > OTHER"),
        ("ge", "self._value_ >= OTHER"),
        ("add", "self._value_ + OTHER"),
        ("radd", "OTHER + self._value_"),
        ("contains", "OTHER in self._value_"),
        ("getitem", "self._value_[other]"),
    ] {
        let name = format!("__{name}__");
        if own_method(source, class, &name).is_none() {
            recipe.method(&name, "self, other");
            recipe.body(&format!("return {}", text.replace("OTHER", other)));
        }
    }
    for (name, text) in [("__hash__", "hash(self._value_)"), ("__len__", "len(self._value_)")] {
        if own_method(source, class, name).is_none() {
            recipe.method(name, "self");
            recipe.body(&format!("return {text}"));
        }
    }
    for name in ["upper", "lower", "title", "capitalize", "strip"] {
        if own_method(source, class, name).is_none() {
            recipe.method(name, "self");
            recipe.body(&format!("return self._value_.{name}()"));
        }
    }
}

/// Flags are combined: each combination is one object.
fn flags(members: &[Member], recipe: &mut Recipe) {
    let zero = BigInt::from(0);
    let mask = members.iter().filter_map(|m| m.value.int()).filter(|n| *n > zero).fold(zero.clone(), |a, b| a | b);
    recipe.names.push(("__mask".into(), Given::Constant(Constant::Int(mask))));
    recipe.line("def __flags(value):", recipe.span);
    recipe.body(
        "if value < 0:\n    value = __mask & ~(-value - 1)\n\
         for member in __names.values():\n    if member._value_ == value:\n        return member\n\
         for member in __combined:\n    if member._value_ == value:\n        return member\n\
         if value & ~__mask:\n    raise ValueError(f\"{value!r} is not a valid flag\")\n\
         name = None\n\
         for member in __members:\n    if member._value_ & value:\n        \
         name = member._name_ if name is None else f\"{name}|{member._name_}\"\n\
         made = __Class(name, value)\n__combined.append(made)\nreturn made",
    );
    for (name, op) in [("or", "|"), ("and", "&"), ("xor", "^")] {
        for name in [format!("__{name}__"), format!("__r{name}__")] {
            recipe.method(&name, "self, other");
            recipe.body(&format!(
                "return __flags(self._value_ {op} (other._value_ if isinstance(other, __Class) else other))"
            ));
        }
    }
    recipe.method("__invert__", "self");
    recipe.body("return __flags(__mask & ~self._value_)");
    recipe.method("__contains__", "self, other");
    recipe.body("return other._value_ & self._value_ == other._value_");
    recipe.method("__bool__", "self");
    recipe.body("return self._value_ != 0");
    recipe.method("__iter__", "self");
    recipe.body("for member in __members:\n    if member._value_ & self._value_:\n        yield member");
    recipe.method("__len__", "self");
    recipe.body("return self._value_.bit_count()");
}
