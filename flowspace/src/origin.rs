//! What a name of the standard library means in the text of a module, before any
//! name is resolved: decorators and bases decide what a class is made of.

use crate::ast::*;
use naja_ir::Name;
use std::collections::HashMap;

/// The builtins that say what a method is.
const BUILTINS: &[&str] = &["staticmethod", "classmethod", "property"];

/// What a module imports, by the names that it gives to it.
pub struct Origins {
    names: HashMap<Name, (Name, Name)>,
    modules: HashMap<Name, Name>,
}

impl Origins {
    pub fn of(ast: &Ast) -> Origins {
        let mut origins = Origins { names: HashMap::new(), modules: HashMap::new() };
        for stmt in ast.stmts.values() {
            match &stmt.kind {
                StmtKind::ImportFrom { module: Some(module), level: 0, names } if !ast.replaced.contains(module) => {
                    for alias in names {
                        let name = alias.asname.as_ref().unwrap_or(&alias.name);
                        origins.names.insert(name.clone(), (module.clone(), alias.name.clone()));
                    }
                }
                StmtKind::Import(aliases) => {
                    for alias in aliases.iter().filter(|alias| !ast.replaced.contains(&alias.name)) {
                        let name = alias.asname.as_ref().unwrap_or(&alias.name);
                        origins.modules.insert(name.clone(), alias.name.clone());
                    }
                }
                _ => {}
            }
        }
        origins
    }

    /// Is a module imported, or something of it?
    pub fn imports(&self, module: &str) -> bool {
        self.names.values().any(|(from, _)| &**from == module) || self.modules.values().any(|name| &**name == module)
    }

    /// The dotted path of what a name was imported from.
    pub fn imported(&self, name: &Name) -> Option<String> {
        match self.names.get(name) {
            Some((module, name)) => Some(format!("{module}.{name}")),
            None => self.modules.get(name).map(|module| module.to_string()),
        }
    }

    /// The module and the name that an expression stands for: a builtin's module is `builtins`.
    pub fn meaning<'a>(&'a self, ast: &'a Ast, id: ExprId) -> Option<(&'a str, &'a str)> {
        match ast.expr(id) {
            ExprKind::Name(name) => match self.names.get(name) {
                Some((module, name)) => Some((module, name)),
                None => BUILTINS.iter().find(|builtin| ***builtin == **name).map(|&builtin| ("builtins", builtin)),
            },
            ExprKind::Attribute { value, name } => {
                let ExprKind::Name(module) = ast.expr(*value) else { return None };
                Some((self.modules.get(module)?, name))
            }
            _ => None,
        }
    }
}
