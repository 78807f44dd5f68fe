//! `getattr(x, "visit_" + name)`: a method of each class of the program that finds by its name
//! what the class and its objects have; of these only what can be meant.

use super::{Recipe, Source};
use crate::ast::*;
use crate::modules::Origin;
use crate::namespace;
use naja_ir::Name;
use naja_ir::flow::{BinaryOp, Constant, UserClass};
use std::collections::{BTreeMap, BTreeSet};

/// A call of `getattr` whose name is computed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Computed {
    /// What the name begins with, as far as the text tells.
    prefix: Name,
    /// Methods are meant: the name begins with something, or what is found is called there.
    is_method: bool,
    has_default: bool,
}

impl Computed {
    /// What a call stands for, if it is one of `getattr`.
    pub fn of(ast: &Ast, call: ExprId) -> Option<Computed> {
        let ExprKind::Call { func, args, keywords } = ast.expr(call) else { return None };
        let is_getattr = matches!(ast.expr(*func), ExprKind::Name(name) if &**name == "getattr");
        let (name, has_default) = match *args.as_slice() {
            [_, name] => (name, false),
            [_, name, _] => (name, true),
            _ => return None,
        };
        let is_plain = args.iter().all(|&arg| !matches!(ast.expr(arg), ExprKind::Starred(_)));
        if !is_getattr || !is_plain || !keywords.is_empty() || ast.literal(name).is_some() {
            return None;
        }
        let prefix = prefix(ast, name).unwrap_or_else(|| "".into());
        let is_called =
            || ast.exprs.values().any(|expr| matches!(expr.kind, ExprKind::Call { func, .. } if func == call));
        Some(Computed { is_method: !prefix.is_empty() || is_called(), prefix, has_default })
    }

    /// The name of the method that finds it.
    pub fn method(&self) -> Name {
        let name = if self.prefix.is_empty() { "name".into() } else { format!("\"{}...\"", self.prefix) };
        let default = if self.has_default { ", default" } else { "" };
        let called = if self.is_method { "()" } else { "" };
        format!("getattr(x, {name}{default}){called}").into()
    }
}

/// What the text of an expression says that its value begins with.
fn prefix(ast: &Ast, id: ExprId) -> Option<Name> {
    match ast.expr(id) {
        ExprKind::Name(name) => {
            let values = ast.stmts.values().filter_map(|stmt| match &stmt.kind {
                StmtKind::Assign { targets, value } => {
                    let is_it = |target: &ExprId| matches!(ast.expr(*target), ExprKind::Name(own) if own == name);
                    targets.iter().any(is_it).then_some(*value)
                }
                _ => None,
            });
            let prefixes: BTreeSet<Option<Name>> = values.map(|value| text(ast, value)).collect();
            match prefixes.len() {
                1 => prefixes.into_iter().next().expect("there is one"),
                _ => None,
            }
        }
        _ => text(ast, id),
    }
}

fn text(ast: &Ast, id: ExprId) -> Option<Name> {
    let mut at = id;
    loop {
        at = match ast.expr(at) {
            ExprKind::Constant(Constant::Str(text)) => return Some(text.clone()),
            ExprKind::Binary { op: BinaryOp::Add, left, .. } => *left,
            ExprKind::Binary { op: BinaryOp::Mod, left, .. } => match ast.expr(*left) {
                ExprKind::Constant(Constant::Str(text)) => return Some(text.split('%').next()?.into()),
                _ => return None,
            },
            ExprKind::Joined(pieces) => *pieces.first()?,
            _ => return None,
        };
    }
}

/// What a class has under a name.
#[derive(Clone, Copy, PartialEq)]
enum Found {
    Method,
    /// A variable of the class, or a property.
    Variable,
    /// An attribute that its objects may have.
    Attribute,
    Class,
}

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe) {
    let (_, module, def) = source.def(class);
    let is_computed = |name: &str| source.order(class).any(|base| source.binds(base, name));
    let told = &source.program.classes[class].told;
    let is_namespace = namespace::is_class(module, def);
    if module.origin != Origin::Program && !is_namespace || def.enumeration.is_some() || is_computed("__getattr__") {
        return;
    }
    for (number, computed) in source.uses.computed.iter().enumerate() {
        let own = format!("getattr_{number}");
        recipe.function(&own, if computed.has_default { "self, name, default" } else { "self, name" });
        let mut others = Vec::new();
        for (name, found) in names(source, class) {
            if name.starts_with("__") || !name.starts_with(&*computed.prefix) {
                continue;
            }
            match found {
                Found::Method if computed.is_method => {
                    recipe.body(&format!("if name == \"{name}\":\n    return self.{name}"));
                }
                Found::Variable if !computed.is_method => {
                    recipe.body(&format!("if name == \"{name}\":\n    return self.{name}"));
                }
                Found::Attribute if !computed.is_method => recipe
                    .body(&format!("if name == \"{name}\" and hasattr(self, \"{name}\"):\n    return self.{name}")),
                Found::Attribute => others.push((name, true)),
                _ => others.push((name, false)),
            }
        }
        let what = if computed.is_method { "only methods" } else { "no methods" };
        let words = format!("getattr with a computed name gives {what} here");
        let refusal = format!("    raise NotImplementedError(\"{words}\")");
        for (name, may_lack) in others {
            let has = if may_lack { format!(" and hasattr(self, \"{name}\")") } else { String::new() };
            recipe.body(&format!("if name == \"{name}\"{has}:\n{refusal}"));
        }
        let prefix = &computed.prefix;
        recipe.body(&format!("if not name.startswith(\"{prefix}\") or name.startswith(\"__\"):\n{refusal}"));
        recipe.body(&match computed.has_default {
            true => "return default".to_owned(),
            false => format!("raise AttributeError(f\"'{}' object has no attribute '{{name}}'\")", told),
        });
        recipe.members.push((computed.method(), own.into()));
    }
}

/// What is there under each name.
fn names(source: &Source, class: UserClass) -> BTreeMap<Name, Found> {
    let mut names = BTreeMap::new();
    for base in source.order(class) {
        let (_, module, def) = source.def(base);
        for own in &def.names {
            let stmt = def.body.iter().rfind(|&&stmt| match module.ast.stmt(stmt) {
                StmtKind::FunctionDef(f) => f.target == own.target,
                StmtKind::ClassDef(c) => c.target == own.target,
                _ => false,
            });
            let found = match stmt.map(|&stmt| module.ast.stmt(stmt)) {
                Some(StmtKind::FunctionDef(f)) => match f.method.as_ref().map(|method| &method.kind) {
                    Some(MethodKind::Get | MethodKind::Set(_) | MethodKind::Delete(_)) => Found::Variable,
                    _ => Found::Method,
                },
                Some(_) => Found::Class,
                None => Found::Variable,
            };
            names.entry(own.name.clone()).or_insert(found);
        }
        for field in &def.fields {
            names.entry(field.name.clone()).or_insert(Found::Attribute);
        }
    }
    let (_, module, def) = source.def(class);
    if namespace::is_class(module, def) {
        for name in source.uses.namespaces.iter().flatten() {
            names.entry(name.clone()).or_insert(Found::Attribute);
        }
    }
    for name in &source.uses.stored {
        names.entry(name.clone()).or_insert(Found::Attribute);
    }
    names.retain(|name, _| name.chars().all(|c| c == '_' || c.is_alphanumeric()));
    names
}
