//! `types.SimpleNamespace(a=1, b=2)`: a call of the function that was made for these names
//! (`synthesis/namespace.rs`), and the names that a namespace is given later.
//!
//! ```text
//! x = SimpleNamespace(a=1, b=2)     x = SimpleNamespace.(SimpleNamespace(a=, b=))(1, 2)
//! x.c = 3                           x.c = 3
//!                                   types._stored(x, "c")
//! ```
//!
//! A namespace keeps the order of its names, which its text shows. Nobody knows here what `x` is;
//! where it is no namespace the call does nothing, and is not there when the types are known.

use crate::ast::*;
use crate::errors::Mistake;
use crate::modules::{Module, Modules, Origin};
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::{Base, FuncId, Program};

const MODULE: &str = "types";
pub const CLASS: &str = "SimpleNamespace";

pub fn module(ast: &mut Ast, mistakes: &mut Vec<Diagnostic>) {
    let origins = Origins::of(ast);
    if !origins.imports(MODULE) {
        return;
    }
    for id in ast.exprs.keys().collect::<Vec<_>>() {
        let ExprKind::Call { func, args, keywords } = ast.expr(id) else { continue };
        let func = *func;
        if origins.meaning(ast, func) != Some((MODULE, CLASS)) || !args.is_empty() || keywords.is_empty() {
            continue;
        }
        let Some(names) = keywords.iter().map(|keyword| keyword.name.clone()).collect::<Option<Vec<_>>>() else {
            let what = "namespaces of the items of a dict".into();
            let help = Some("name the attributes".into());
            mistakes.push(Mistake::NotYet { what, help }.at(ast.span(id)));
            continue;
        };
        let args = keywords.iter().map(|keyword| keyword.value).collect();
        let span = ast.span(func);
        let func = ast.exprs.push(Expr { span, kind: ExprKind::Attribute { value: func, name: maker(&names) } });
        ast.exprs[id].kind = ExprKind::Call { func, args, keywords: Vec::new() };
    }
}

/// What the function is called that makes a namespace with these names.
pub fn maker(names: &[Name]) -> Name {
    format!("{CLASS}({}=)", names.join("=, ")).into()
}

/// The names that a function of [`maker`] is for.
pub fn made_by(maker: &str) -> Option<Vec<Name>> {
    let names = maker.strip_prefix(CLASS)?.strip_prefix('(')?.strip_suffix("=)")?;
    Some(names.split("=, ").map(Name::from).collect())
}

/// Is it the class itself?
pub fn is_class(module: &Module, def: &ClassDef) -> bool {
    module.origin == Origin::Standard && &*module.name == MODULE && &*def.name == CLASS
}

/// What is called behind statements that may give an attribute to a namespace, or take it.
pub struct Notes {
    pub stored: FuncId,
    pub deleted: FuncId,
    /// A class of the program derives from it: an object of which a method is may be one.
    pub has_subclasses: bool,
}

impl Notes {
    /// None where the program has no namespaces.
    pub fn of(modules: &Modules, program: &Program) -> Option<Notes> {
        let module = &modules.list[*modules.by_name.get(MODULE)?];
        let func = |name: &str| {
            let mut functions = module.functions.iter().map(|function| function.func);
            functions.find(|&func| &*program.functions[func].name == name)
        };
        let class = module.classes.iter().find(|unit| is_class(module, module.ast.class_def(unit.stmt)))?.class;
        let has_subclasses =
            program.classes.iter().any(|(id, other)| id != class && other.mro.contains(&Base::User(class)));
        Some(Notes { stored: func("_stored")?, deleted: func("_deleted")?, has_subclasses })
    }
}
