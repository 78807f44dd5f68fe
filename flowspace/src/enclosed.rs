//! Methods that use variables of the function around their class. Each run of the function has
//! its own, and an object belongs to the run that makes it: it keeps them in attributes, where its
//! methods find them.
//!
//! ```text
//! def make(limit):                     C(args)  is      object = object.__new__(C)
//!     class C:                                          object.(limit) = limit
//!         def fits(self, n):                            object.__init__(args)
//!             return n < limit         limit  is        self.(limit)
//! ```
//!
//! So a class whose objects can be made where these variables are not known is refused.

use crate::ast::*;
use crate::closures::{Capture, Closures};
use crate::functions::FunctionUnit;
use crate::modules::{Module, Modules};
use crate::unit::Node;
use naja_ir::Name;
use naja_ir::flow::{Base, Program, UserClass};
use std::collections::BTreeSet;

/// The attribute with a variable that methods of this class use. No program can write its name.
pub fn attribute(class: UserClass, variable: &Name) -> Name {
    format!("<{variable} of {class}>").into()
}

/// The class in a function that a function is a method of, one that gets an object.
pub fn class_of_method(module: &Module, function: &FunctionUnit) -> Option<UserClass> {
    let Node::Def(def) = function.child.node else { return None };
    let method = module.ast.function_def(def).method.as_ref()?;
    let gets_object = !matches!(method.kind, MethodKind::Static | MethodKind::Class);
    (function.parent.is_some() && gets_object).then(|| module.class_of(method.class))
}

/// What each object of the class keeps: the attributes, and the variables.
pub fn kept(program: &Program, modules: &Modules, closures: &Closures, class: UserClass) -> Vec<(Name, Capture)> {
    let mut kept: Vec<(Name, Capture)> = Vec::new();
    for base in &program.classes[class].mro {
        let Base::User(base) = *base else { continue };
        let module = &modules.list[program.classes[base].module];
        for function in module.functions.iter().filter(|f| class_of_method(module, f) == Some(base)) {
            for capture in &closures[function.func].captures {
                let name = attribute(base, &capture.name);
                if kept.iter().all(|(known, _)| *known != name) {
                    kept.push((name, capture.clone()));
                }
            }
        }
    }
    kept
}

/// For each class in a function of the module: its name, that function, and the names that its
/// methods do not bind themselves. `free` has those of each function.
pub fn classes(program: &Program, module: &Module, free: &[BTreeSet<Name>]) -> Vec<(Name, usize, BTreeSet<Name>)> {
    let mut found = Vec::new();
    for unit in &module.classes {
        let Some(scope) = unit.scope else { continue };
        let bases: Vec<UserClass> = program.classes[unit.class].mro.iter().filter_map(Base::user).collect();
        let methods = module.functions.iter().zip(free);
        let methods = methods.filter(|(f, _)| class_of_method(module, f).is_some_and(|class| bases.contains(&class)));
        let names: BTreeSet<Name> = methods.flat_map(|(_, free)| free).cloned().collect();
        if !names.is_empty() {
            found.push((module.ast.class_def(unit.stmt).target.clone(), scope, names));
        }
    }
    found
}
