//! `types.SimpleNamespace`: the functions that make one with the names of each call, its text, and
//! its comparison, by all names that are attributes somewhere.

use super::{Recipe, Source};
use crate::namespace;
use naja_ir::Name;
use naja_ir::flow::UserClass;
use std::collections::BTreeSet;

pub(super) fn write(source: &Source, class: UserClass, recipe: &mut Recipe) {
    let (_, module, def) = source.def(class);
    if !namespace::is_class(module, def) {
        return;
    }
    for (number, names) in source.uses.namespaces.iter().enumerate() {
        let own = format!("make_{number}");
        recipe.function(&own, &names.join(", "));
        recipe.body("__self = __Class()");
        let order: String = names.iter().map(|name| format!("\"{name}\", ")).collect();
        recipe.body(&format!("__self.__order__ = ({order})"));
        for name in names {
            recipe.body(&format!("__self.{name} = {name}"));
        }
        recipe.body("return __self");
        recipe.makers.push((namespace::maker(names), own.into()));
    }
    let given = source.uses.namespaces.iter().flatten();
    let names: BTreeSet<&Name> = given.chain(&source.uses.stored_by_program).collect();
    let shown = if source.has_subclasses(class) {
        "\"namespace\" if self.__class__ is __Class else self.__class__.__name__"
    } else {
        "\"namespace\""
    };
    recipe.method("__repr__", "self");
    recipe.body(&format!("if self.__shown__:\n    return ({shown}) + \"(...)\""));
    recipe.body("self.__shown__ = True\nshown = []\ntry:\n    for name in self.__order__:\n        pass");
    for name in &names {
        recipe.body(&format!(
            "        if name == \"{name}\" and hasattr(self, \"{name}\"):\n            \
             shown.append(f\"{name}={{self.{name}!r}}\")"
        ));
    }
    recipe.body("finally:\n    self.__shown__ = False");
    recipe.body(&format!("return ({shown}) + f\"({{', '.join(shown)}})\""));
    recipe.method("__eq__", "self, other");
    recipe.body("if not isinstance(other, __Class):\n    return NotImplemented");
    recipe.body("if sorted(self.__order__) != sorted(other.__order__):\n    return False");
    for name in &names {
        recipe.body(&format!(
            "if hasattr(self, \"{name}\") and hasattr(other, \"{name}\") and not self.{name} == other.{name}:\n    \
             return False"
        ));
    }
    recipe.body("return True");
}
