//! What a statement binds whatever happens in it, unless it never ends.

use crate::ast::*;
use naja_ir::Name;
use std::collections::HashSet;

/// The names that a run of statements binds whenever it is run to its end.
pub struct Definite {
    pub names: Vec<Name>,
    /// It never is: it ends in `raise` or `return`.
    never_ends: bool,
}

pub fn definitely_bound(ast: &Ast, body: &[StmtId]) -> Definite {
    let mut names = Vec::new();
    for &id in body {
        match ast.stmt(id) {
            StmtKind::Assign { targets, .. } => {
                for &target in targets {
                    target_names(ast, target, &mut names);
                }
            }
            StmtKind::AugAssign { target, .. } | StmtKind::AnnAssign { target, value: Some(_), .. } => {
                target_names(ast, *target, &mut names);
            }
            StmtKind::FunctionDef(f) => names.push(f.target.clone()),
            StmtKind::ClassDef(c) => {
                let inside = definitely_bound(ast, &c.body);
                names.extend(inside.names);
                if inside.never_ends {
                    return Definite { names, never_ends: true };
                }
                names.push(c.target.clone());
            }
            StmtKind::Import(aliases) => {
                let root = |alias: &Alias| alias.name.split('.').next().unwrap_or_default().into();
                names.extend(aliases.iter().map(|alias| alias.asname.clone().unwrap_or_else(|| root(alias))));
            }
            StmtKind::ImportFrom { names: aliases, .. } => {
                let named = aliases.iter().filter(|alias| &*alias.name != "*");
                names.extend(named.map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).clone()));
            }
            StmtKind::If { arms, orelse } if !orelse.is_empty() => {
                let ways = arms.iter().map(|arm| definitely_bound(ast, &arm.1)).chain([definitely_bound(ast, orelse)]);
                match in_all(ways) {
                    Some(both) => names.extend(both),
                    None => return Definite { names, never_ends: true },
                }
            }
            StmtKind::Try(t) => {
                let mut body = definitely_bound(ast, &t.body);
                let orelse = definitely_bound(ast, &t.orelse);
                body.names.extend(orelse.names);
                body.never_ends |= orelse.never_ends;
                let handlers = t.handlers.iter().map(|h| definitely_bound(ast, &h.body));
                let ways = in_all(std::iter::once(body).chain(handlers));
                names.extend(definitely_bound(ast, &t.finalbody).names);
                match ways {
                    Some(all) => names.extend(all),
                    None => return Definite { names, never_ends: true },
                }
            }
            // Its body may end in an exception that it swallows.
            StmtKind::With { items, .. } => {
                let targets = items.iter().take(1).filter_map(|item| item.1);
                targets
                    .filter(|&t| matches!(ast.expr(t), ExprKind::Name(_)))
                    .for_each(|t| target_names(ast, t, &mut names));
            }
            StmtKind::Raise { .. } | StmtKind::Return(_) => return Definite { names, never_ends: true },
            _ => {}
        }
    }
    Definite { names, never_ends: false }
}

/// The names that every way binds; `None` where no way comes to its end.
fn in_all(ways: impl Iterator<Item = Definite>) -> Option<Vec<Name>> {
    let mut ending = ways.filter(|way| !way.never_ends);
    let first = ending.next()?;
    Some(ending.fold(first.names, |all, way| {
        let names: HashSet<Name> = way.names.into_iter().collect();
        all.into_iter().filter(|name| names.contains(name)).collect()
    }))
}

pub fn target_names(ast: &Ast, root: ExprId, names: &mut Vec<Name>) {
    ast.walk(root, |id| match ast.expr(id) {
        ExprKind::Name(name) => {
            names.push(name.clone());
            false
        }
        ExprKind::Tuple(_) | ExprKind::List(_) | ExprKind::Starred(_) => true,
        _ => false,
    });
}

/// Does a statement run no code of the user's?
pub fn is_inert(ast: &Ast, id: StmtId) -> bool {
    match ast.stmt(id) {
        StmtKind::FunctionDef(f) => {
            f.decorators.is_empty() && f.params.defaults().all(|default| ast.literal(default).is_some())
        }
        StmtKind::Assign { targets, value } => {
            ast.literal(*value).is_some() && targets.iter().all(|&t| matches!(ast.expr(t), ExprKind::Name(_)))
        }
        StmtKind::ClassDef(c) => {
            let is_name = |e: &ExprId| matches!(ast.expr(*e), ExprKind::Name(_));
            c.decorators.is_empty() && c.bases.iter().all(is_name) && c.body.iter().all(|&stmt| is_inert(ast, stmt))
        }
        StmtKind::Expr(e) => ast.literal(*e).is_some(),
        StmtKind::Import(_) | StmtKind::ImportFrom { .. } | StmtKind::Pass | StmtKind::Global(_) => true,
        _ => false,
    }
}
