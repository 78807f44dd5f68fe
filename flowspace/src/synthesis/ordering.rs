//! `@functools.total_ordering`: the comparisons that are missing, by one that is there.

use super::{Recipe, Source};
use crate::errors::Mistake;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::UserClass;

/// For each comparison the others, by its result r: as CPython's `functools` has them.
const BY: &[(&str, [(&str, &str); 3])] = &[
    ("__lt__", [("__gt__", "not r and self != other"), ("__le__", "r or self == other"), ("__ge__", "not r")]),
    ("__le__", [("__ge__", "not r or self == other"), ("__lt__", "r and self != other"), ("__gt__", "not r")]),
    ("__gt__", [("__lt__", "not r and self != other"), ("__ge__", "r or self == other"), ("__le__", "not r")]),
    ("__ge__", [("__le__", "not r or self == other"), ("__gt__", "r and self != other"), ("__lt__", "not r")]),
];

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe, mistakes: &mut Vec<Diagnostic>) {
    let (_, _, def) = source.def(class);
    if !def.is_ordered {
        return;
    }
    let has = |name: &str| source.order(class).any(|base| source.binds(base, name));
    let Some((root, others)) = BY.iter().find(|(name, _)| has(name)) else {
        let words = "must define at least one ordering operation: < > <= >=".into();
        mistakes.push(Mistake::Class { words, help: None }.at(def.name_span));
        return;
    };
    for (name, text) in others.iter().filter(|(name, _)| !has(name)) {
        recipe.method(name, "self, other");
        recipe.body(&format!("r = self.{root}(other)\nif r is NotImplemented:\n    return r\nreturn {text}"));
    }
}
