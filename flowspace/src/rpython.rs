//! RPython's conventions: hints to its translator are taken off what they decorate, a
//! mixin becomes a base, and a module that only has a `target` function is called as
//! RPython's translator would have it called.

use crate::ast::*;
use crate::origin::Origins;
use naja_ir::flow::CompareOp;

/// The modules whose decorators give back what they are given.
const HINTS: &[&str] = &["rlib.jit.", "rlib.objectmodel."];
const MIXIN: &str = "rlib.objectmodel.import_from_mixin";

/// Takes hints off functions and classes, and makes mixins bases.
pub fn module(ast: &mut Ast) {
    let origins = Origins::of(ast);
    let stmts: Vec<StmtId> = ast.stmts.keys().collect();
    for id in stmts {
        let is_hint = |decorator: &ExprId| {
            let path = callee(ast, &origins, *decorator);
            path.is_some_and(|path| HINTS.iter().any(|module| path.starts_with(module)))
        };
        let kept = |decorators: &[ExprId]| decorators.iter().copied().filter(|d| !is_hint(d)).collect::<Vec<_>>();
        match &ast.stmts[id].kind {
            StmtKind::FunctionDef(def) if !def.decorators.is_empty() => {
                let kept = kept(&def.decorators);
                let StmtKind::FunctionDef(def) = &mut ast.stmts[id].kind else { unreachable!("just asked") };
                def.decorators = kept;
            }
            StmtKind::ClassDef(def) => {
                let kept = kept(&def.decorators);
                let mixins: Vec<(StmtId, ExprId)> =
                    def.body.iter().filter_map(|&stmt| Some((stmt, mixin(ast, &origins, stmt)?))).collect();
                for (stmt, _) in &mixins {
                    ast.stmts[*stmt].kind = StmtKind::Pass;
                }
                let StmtKind::ClassDef(def) = &mut ast.stmts[id].kind else { unreachable!("just asked") };
                def.decorators = kept;
                let own = std::mem::take(&mut def.bases);
                let is_object =
                    |base: &ExprId| matches!(&ast.exprs[*base].kind, ExprKind::Name(name) if &**name == "object");
                let own = own.into_iter().filter(|base| mixins.is_empty() || !is_object(base));
                def.bases = mixins.iter().map(|(_, class)| *class).chain(own).collect();
            }
            _ => {}
        }
    }
}

/// The class of `import_from_mixin(Mixin)`.
fn mixin(ast: &Ast, origins: &Origins, stmt: StmtId) -> Option<ExprId> {
    let StmtKind::Expr(call) = ast.stmt(stmt) else { return None };
    let ExprKind::Call { args, .. } = ast.expr(*call) else { return None };
    (callee(ast, origins, *call)? == MIXIN && args.len() == 1).then(|| args[0])
}

/// Where what an expression names, or calls, was imported from: `rlib.jit.elidable`.
fn callee(ast: &Ast, origins: &Origins, mut id: ExprId) -> Option<String> {
    if let ExprKind::Call { func, .. } = ast.expr(id) {
        id = *func;
    }
    let mut names = Vec::new();
    while let ExprKind::Attribute { value, name } = ast.expr(id) {
        names.push(&**name);
        id = *value;
    }
    let ExprKind::Name(root) = ast.expr(id) else { return None };
    let mut path = origins.imported(root)?;
    for name in names.into_iter().rev() {
        path = format!("{path}.{name}");
    }
    Some(path.strip_prefix("rpython.").map_or(path.clone(), str::to_string))
}

/// What is added to the text of the main module where it is for RPython's translator:
/// its `target` function is to be called, and gives the function to run.
pub fn entry(ast: &Ast) -> Option<String> {
    let tests_name = |test: ExprId| match ast.expr(test) {
        ExprKind::Compare { left, rest } => {
            let is_name = |id: ExprId| matches!(ast.expr(id), ExprKind::Name(name) if &**name == "__name__");
            is_name(*left) || rest.iter().any(|&(op, right)| op == CompareOp::Eq && is_name(right))
        }
        _ => false,
    };
    let is_main_block = |&stmt: &StmtId| match ast.stmt(stmt) {
        StmtKind::If { arms, .. } => arms.iter().any(|(test, _)| tests_name(*test)),
        StmtKind::Expr(e) => !matches!(ast.expr(*e), ExprKind::Constant(_)),
        _ => false,
    };
    if ast.body.iter().any(is_main_block) {
        return None;
    }
    let def = ast.body.iter().find_map(|&stmt| match ast.stmt(stmt) {
        StmtKind::FunctionDef(def) if &*def.name == "target" => Some(def),
        _ => None,
    })?;
    let is_driver = def.params.list.first().is_some_and(|param| &*param.name == "driver");
    let given = match (def.params.list.len(), &def.params.vararg) {
        (0, Some(_)) => "_Driver(), _sys.argv",
        (1, _) if is_driver => "_Driver()",
        (2, _) if is_driver => "_Driver(), _sys.argv",
        _ => return None,
    };
    let returned = def.body.iter().find_map(|&stmt| match ast.stmt(stmt) {
        StmtKind::Return(value) => *value,
        _ => None,
    })?;
    let item = if matches!(ast.expr(returned), ExprKind::Tuple(_)) { "[0]" } else { "" };
    let imports = "import sys as _sys\nfrom rpython.rlib._entry import Driver as _Driver\n";
    Some(format!("\n{imports}_sys.exit(target({given}){item}(_sys.argv))\n"))
}
