//! Variables of a function that keep what one call gave to themselves: if that is a
//! generator, nobody else has it when the function returns, and it is closed then.
//!
//! ```text
//! it = numbers()           a statement of the function's body itself, the only one that binds `it`
//! for x in it: ...         all else that is done with it: loops over it, `next(it)`,
//! it.send(1)               and calls of its methods
//! ```

use crate::ast::*;
use naja_ir::Name;
use std::collections::HashMap;

/// Their names, each with the number of the statement that binds it.
pub fn variables(ast: &Ast, body: &Body) -> Vec<(usize, Name)> {
    let mut kept: Vec<(usize, Name)> = Vec::new();
    for (position, &stmt) in body.iter().enumerate() {
        if let StmtKind::Assign { targets, value } = ast.stmt(stmt)
            && let [target] = targets[..]
            && let (ExprKind::Name(name), ExprKind::Call { .. }) = (ast.expr(target), ast.expr(*value))
        {
            kept.push((position, name.clone()));
        }
    }
    if kept.is_empty() {
        return kept;
    }
    let mut uses: HashMap<&Name, Uses> = HashMap::new();
    let mut stack: Vec<(StmtId, bool)> = body.iter().map(|&stmt| (stmt, true)).collect();
    while let Some((stmt, is_own)) = stack.pop() {
        for expr in ast.statement_exprs(stmt) {
            count(ast, expr, is_own, &mut uses);
        }
        if let (StmtKind::For { iter, .. }, true) = (ast.stmt(stmt), is_own) {
            harmless(ast, *iter, &mut uses);
        }
        stack.extend(ast.blocks(stmt).into_iter().flatten().map(|&stmt| (stmt, is_own)));
        match ast.stmt(stmt) {
            StmtKind::FunctionDef(def) => stack.extend(def.body.iter().map(|&stmt| (stmt, false))),
            StmtKind::ClassDef(def) => stack.extend(def.body.iter().map(|&stmt| (stmt, false))),
            _ => {}
        }
    }
    // One of all its uses is the assignment.
    kept.retain(|(_, name)| uses.get(name).is_some_and(|uses| uses.all == uses.harmless + 1));
    kept
}

#[derive(Default)]
struct Uses {
    all: u32,
    harmless: u32,
}

fn count<'a>(ast: &'a Ast, root: ExprId, is_own: bool, uses: &mut HashMap<&'a Name, Uses>) {
    let mut stack = vec![(root, is_own)];
    while let Some((id, is_own)) = stack.pop() {
        let mut children_are_own = is_own;
        match ast.expr(id) {
            ExprKind::Name(name) => uses.entry(name).or_default().all += 1,
            ExprKind::Lambda { .. } | ExprKind::Comprehension(_) => children_are_own = false,
            ExprKind::Call { func, args, .. } if is_own => match ast.expr(*func) {
                ExprKind::Name(name) if &**name == "next" => {
                    args.first().into_iter().for_each(|&arg| harmless(ast, arg, uses));
                }
                ExprKind::Attribute { value, name } if ["send", "throw", "close"].contains(&&**name) => {
                    harmless(ast, *value, uses);
                }
                _ => {}
            },
            _ => {}
        }
        stack.extend(ast.children(id).into_iter().map(|child| (child, children_are_own)));
    }
}

fn harmless<'a>(ast: &'a Ast, id: ExprId, uses: &mut HashMap<&'a Name, Uses>) {
    if let ExprKind::Name(name) = ast.expr(id) {
        uses.entry(name).or_default().harmless += 1;
    }
}
