//! The entries of the program's tables: modules, functions and hidden globals.

use crate::ast::*;
use crate::hints;
use crate::modules::{Module, Origin};
use crate::unit::{Bound, Node, Unit};
use naja_ir::Name;
use naja_ir::flow::{self};
use naja_ir::flow::{
    Class, Constant, Default, FlowGraph, FuncId, Function, Global, GlobalId, ModuleId, Param, ParamKind, Program,
    UserClass,
};
use naja_ir::source::Span;
use std::collections::HashMap;

/// The modules of the library that are Python: the methods of the builtin types.
const PYTHON: &str = "rlib.python.";

/// A module and its top level.
pub fn module(program: &mut Program, name: Name, origin: Origin, ast: Ast, unit: Unit) -> (ModuleId, Module) {
    let span = Span { source: ast.source, start: 0, end: 0 };
    let body_name: Name = "<module>".into();
    let body = program.functions.push(Function {
        name: body_name.clone(),
        qualname: body_name.clone(),
        module: program.modules.next_key(),
        span,
        params: Vec::new(),
        returns: None,
        is_generator: false,
        doc: None,
        graph: FlowGraph::new(body_name),
    });
    let id = program.modules.push(flow::Module {
        name: name.clone(),
        source: ast.source,
        body,
        is_library: origin != Origin::Program,
        is_builtin: name.starts_with(PYTHON),
        is_low_level: origin == Origin::Library && !name.starts_with(PYTHON),
    });
    let all = exports(&ast, &unit);
    let postpones_annotations = unit.bindings.iter().any(|b| match &b.bound {
        Bound::From { stmt, name } => &**name == "annotations" && is_future(&ast, *stmt),
        _ => false,
    });
    let module = Module {
        name,
        is_package: false,
        origin,
        ast,
        unit,
        functions: Vec::new(),
        index_of: HashMap::new(),
        classes: Vec::new(),
        imports: HashMap::new(),
        all,
        postpones_annotations,
    };
    (id, module)
}

fn is_future(ast: &Ast, stmt: StmtId) -> bool {
    matches!(ast.stmt(stmt), StmtKind::ImportFrom { module: Some(module), .. } if &**module == "__future__")
}

/// `__all__`, where it is a plain list of names.
fn exports(ast: &Ast, unit: &Unit) -> Option<(StmtId, Vec<Name>)> {
    let binding = unit.bindings.iter().find(|b| &*b.name == "__all__")?;
    let stmt = ast.body[binding.position];
    let StmtKind::Assign { value, .. } = ast.stmt(stmt) else { return None };
    let (ExprKind::List(items) | ExprKind::Tuple(items)) = ast.expr(*value) else { return None };
    let names = items.iter().map(|&item| match ast.expr(item) {
        ExprKind::Constant(Constant::Str(name)) => Some(name.clone()),
        _ => None,
    });
    Some((stmt, names.collect::<Option<_>>()?))
}

/// A function whose graph is built later. What it captures is added to its
/// parameters when that is known; default values that are computed each time it
/// is made are captured too.
pub fn function(
    program: &mut Program,
    module: ModuleId,
    ast: &Ast,
    node: Node,
    outer: Option<&Name>,
    is_made_once: bool,
) -> FuncId {
    let (name, span, parameters, returns) = match node {
        Node::Def(stmt) => {
            let def = ast.function_def(stmt);
            (def.name.clone(), def.name_span, Some(&def.params), def.returns)
        }
        Node::Lambda(expr) => {
            let ExprKind::Lambda { params, .. } = ast.expr(expr) else { unreachable!("a lambda's node is a lambda") };
            ("<lambda>".into(), ast.span(expr), Some(&**params), None)
        }
        Node::Comprehension(expr) => {
            let name = match ast.comprehension(expr).kind {
                ComprehensionKind::List => "<listcomp>",
                ComprehensionKind::Set => "<setcomp>",
                ComprehensionKind::Dict => "<dictcomp>",
                ComprehensionKind::Generator => "<genexpr>",
            };
            (name.into(), ast.span(expr), None, None)
        }
    };
    let path = match node {
        Node::Def(stmt) => match &ast.function_def(stmt).method {
            Some(method) => format!("{}.{name}", ast.class_def(method.class).path).into(),
            None => name.clone(),
        },
        _ => name.clone(),
    };
    let qualname = qualified(outer, &path);
    let hidden = |name: Name, span| Param { name, kind: ParamKind::Captured, span, default: None, hint: None };
    let mut captured = Vec::new();
    let mut params = Vec::new();
    if let Node::Comprehension(_) = node {
        captured.push(hidden(".0".into(), span));
    }
    let by_position = |p: &&Parameter| p.kind != ParamKind::KeywordOnly;
    let listed = parameters.into_iter().flat_map(|p| {
        let (positional, keyword_only) = (p.list.iter().filter(by_position), p.list.iter().filter(|p| !by_position(p)));
        positional.chain(&p.vararg).chain(keyword_only).chain(&p.kwarg)
    });
    for param in listed {
        let default = param.default.map(|default| match ast.literal(default) {
            Some(literal) => Default::Constant(literal),
            None if is_made_once => {
                let name = format!("{name}.{}", param.name);
                Default::Global(hidden_global(program, module, &name, param.span))
            }
            None => {
                captured.push(hidden(format!("<{}>", param.name).into(), param.span));
                Default::Captured(captured.len() - 1)
            }
        });
        let hint = param.annotation.map(|e| hints::hint(ast, e));
        params.push(Param { name: param.name.clone(), kind: param.kind, span: param.span, default, hint });
    }
    captured.extend(params);
    program.functions.push(Function {
        name: name.clone(),
        qualname,
        module,
        span,
        params: captured,
        returns: returns.map(|e| hints::hint(ast, e)),
        is_generator: false,
        doc: None,
        graph: FlowGraph::new(name),
    })
}

/// The name of what stands in the function `outer`.
fn qualified(outer: Option<&Name>, path: &Name) -> Name {
    match outer {
        Some(outer) => format!("{outer}.<locals>.{path}").into(),
        None => path.clone(),
    }
}

/// A class whose bases and members are found later.
/// Classes of the library whose names CPython's exceptions write with their modules.
const OF_C: &[&str] = &[
    "array.array",
    "collections.OrderedDict",
    "collections.defaultdict",
    "collections.deque",
    "datetime.date",
    "datetime.datetime",
    "datetime.time",
    "datetime.timedelta",
    "datetime.timezone",
    "datetime.tzinfo",
    "functools.partial",
    "re.Match",
    "re.Pattern",
    "types.SimpleNamespace",
];

pub fn class(
    program: &mut Program,
    module: ModuleId,
    origin: Origin,
    def: &ClassDef,
    outer: Option<&Name>,
) -> UserClass {
    let path = format!("{}.{}", program.modules[module].name, def.name);
    let is_of_c = origin == Origin::Standard && OF_C.contains(&path.as_str());
    program.classes.push(Class {
        name: def.name.clone(),
        told: if is_of_c { path.into() } else { def.name.clone() },
        qualname: qualified(outer, &def.path),
        module,
        span: def.name_span,
        bases: Vec::new(),
        mro: Vec::new(),
        members: Vec::new(),
        given: Vec::new(),
        abstract_names: Vec::new(),
        slots: None,
        word: def.enumeration.map(|kind| if kind.is_flag() { "flag" } else { "enum" }),
    })
}

/// A global that no program can name.
pub fn hidden_global(program: &mut Program, module: ModuleId, name: &str, span: Span) -> GlobalId {
    let name = format!("<{name}>").into();
    program.globals.push(Global { name, module, span, starts_unbound: false, init: None, hint: None })
}

/// The global of a library module: a cell with a first value.
pub fn library_global(program: &mut Program, module: ModuleId, ast: &Ast, unit: &Unit, name: &Name) -> GlobalId {
    let binding = unit.bindings.iter().find(|b| b.name == *name).expect("a library global is bound at the top level");
    let init = match &binding.bound {
        Bound::Literal(literal) => Some(literal.clone()),
        other => panic!("library global {name} is bound to {other:?}"),
    };
    let hint = match ast.stmt(ast.body[binding.position]) {
        StmtKind::AnnAssign { annotation, .. } => Some(hints::hint(ast, *annotation)),
        _ => None,
    };
    let name = name.clone();
    program.globals.push(Global { name, module, span: binding.span, starts_unbound: false, init, hint })
}
