//! What a class statement asks Python to make for it: the decorators of classes,
//! as `@dataclass`, and the fields that its annotations declare.

use crate::ast::*;
use crate::errors::Mistake;
use crate::origin::Origins;
use naja_ir::Name;
use naja_ir::diagnostic::Diagnostic;
use naja_ir::flow::Constant;

/// Takes away the bases and keywords of a class that add no members to it.
pub fn bases(ast: &Ast, origins: &Origins, def: &mut ClassDef) {
    let mut is_abc = false;
    let mut mixed = None;
    for &base in &def.bases {
        match (ast.expr(base), origins.meaning(ast, base)) {
            (_, Some(("enum", name))) => {
                def.enumeration = match (name, mixed) {
                    ("Enum", None) => Some(EnumKind::Enum),
                    ("Enum", mixed) => mixed,
                    ("IntEnum", _) => Some(EnumKind::Int),
                    ("StrEnum", _) => Some(EnumKind::Str),
                    ("Flag", _) => Some(EnumKind::Flag),
                    ("IntFlag", _) => Some(EnumKind::IntFlag),
                    _ => None,
                }
            }
            (ExprKind::Name(name), None) if &**name == "int" => mixed = Some(EnumKind::MixedInt),
            (ExprKind::Name(name), None) if &**name == "str" => mixed = Some(EnumKind::MixedStr),
            _ => {}
        }
    }
    if def.enumeration.is_some() {
        let is_mixed = |base: &ExprId| matches!(ast.expr(*base), ExprKind::Name(n) if matches!(&**n, "int" | "str"));
        def.bases.retain(|base| !is_mixed(base) && !matches!(origins.meaning(ast, *base), Some(("enum", _))));
    }
    def.bases.retain(|&base| {
        let root = match ast.expr(base) {
            ExprKind::Subscript { value, .. } => *value,
            _ => base,
        };
        match origins.meaning(ast, root) {
            Some(("abc", "ABC")) => is_abc = true,
            Some(("typing", "Protocol" | "Generic")) => def.is_generic = true,
            Some(("typing", "NamedTuple")) => def.is_named_tuple = true,
            _ => return true,
        }
        false
    });
    def.keywords.retain(|keyword| {
        let is_meta = keyword.name.as_deref() == Some("metaclass");
        let is_abc_meta = is_meta && origins.meaning(ast, keyword.value) == Some(("abc", "ABCMeta"));
        is_abc |= is_abc_meta;
        !is_abc_meta
    });
    def.is_abc = is_abc;
}

/// Takes away the decorators of a class that say only what is made for it.
pub fn decorators(ast: &mut Ast, origins: &Origins, def: &mut ClassDef, mistakes: &mut Vec<Diagnostic>) {
    let mut others = Vec::new();
    for decorator in std::mem::take(&mut def.decorators) {
        let span = ast.span(decorator);
        let (callee, keywords) = match ast.expr(decorator) {
            ExprKind::Call { func, args, keywords } if args.is_empty() => (*func, keywords.as_slice()),
            _ => (decorator, &[][..]),
        };
        let is_called = callee != decorator;
        match origins.meaning(ast, callee) {
            Some(("dataclasses", "dataclass")) => {
                let mut options = Dataclass {
                    span,
                    init: true,
                    repr: true,
                    eq: true,
                    order: false,
                    unsafe_hash: false,
                    frozen: false,
                    kw_only: false,
                };
                for keyword in keywords {
                    let name = keyword.name.as_deref().unwrap_or("**");
                    let option = match name {
                        "init" => &mut options.init,
                        "repr" => &mut options.repr,
                        "eq" => &mut options.eq,
                        "order" => &mut options.order,
                        "unsafe_hash" => &mut options.unsafe_hash,
                        "frozen" => &mut options.frozen,
                        "kw_only" => &mut options.kw_only,
                        // These change nothing that a program can see.
                        "slots" | "match_args" | "weakref_slot" => continue,
                        _ => {
                            let words = format!("dataclass() got an unexpected keyword argument '{name}'");
                            mistakes.push(Mistake::Class { words, help: None }.at(keyword.span));
                            continue;
                        }
                    };
                    match ast.expr(keyword.value) {
                        ExprKind::Constant(Constant::Bool(value)) => *option = *value,
                        _ => not_yet("options of dataclass that are not True or False", keyword.span, mistakes),
                    }
                }
                if options.order && !options.eq {
                    let words = "eq must be true if order is true".into();
                    mistakes.push(Mistake::Class { words, help: None }.at(span));
                }
                def.dataclass = Some(options);
            }
            Some(("functools", "total_ordering")) if !is_called => def.is_ordered = true,
            Some(("enum", "unique")) if !is_called => def.is_unique = true,
            Some(("typing", "final" | "runtime_checkable")) if !is_called => {}
            _ => others.push(decorator),
        }
    }
    def.decorators = others;
}

/// Lists the fields of a class. `field(default=x)` becomes x, and the function of
/// `field(default_factory=f)` gets a name that no attribute has.
pub fn fields(ast: &mut Ast, origins: &Origins, def: &mut ClassDef, mistakes: &mut Vec<Diagnostic>) {
    let mut kw_only = None;
    for &id in &def.body {
        let StmtKind::AnnAssign { target, annotation, value, .. } = *ast.stmt(id) else { continue };
        let ExprKind::Name(name) = ast.expr(target) else { continue };
        let name = name.clone();
        let mut field = Field {
            name: name.clone(),
            span: ast.span(target),
            value: value.map_or(FieldValue::None, FieldValue::Default),
            init: true,
            repr: true,
            compare: true,
            hash: None,
            kw_only,
            is_init_only: false,
        };
        let outer = match ast.expr(annotation) {
            ExprKind::Subscript { value, .. } => *value,
            _ => annotation,
        };
        match origins.meaning(ast, outer) {
            Some(("typing", "ClassVar")) => continue,
            Some(("dataclasses", "KW_ONLY")) => {
                kw_only = Some(true);
                continue;
            }
            Some(("dataclasses", "InitVar")) => field.is_init_only = true,
            _ => {}
        }
        if let Some(value) = value
            && let ExprKind::Call { func, args, keywords } = ast.expr(value)
            && origins.meaning(ast, *func) == Some(("dataclasses", "field"))
        {
            if !args.is_empty() {
                let words = "field() takes 0 positional arguments".into();
                mistakes.push(Mistake::Class { words, help: None }.at(ast.span(args[0])));
            }
            field.value = FieldValue::None;
            for keyword in keywords {
                let value = ast.expr(keyword.value);
                let flag = match value {
                    ExprKind::Constant(Constant::Bool(flag)) => Some(*flag),
                    _ => None,
                };
                let mut set = |option: &mut bool| match flag {
                    Some(flag) => *option = flag,
                    None => not_yet("options of field() that are not True or False", keyword.span, mistakes),
                };
                match keyword.name.as_deref().unwrap_or("**") {
                    "default" => field.value = FieldValue::Default(keyword.value),
                    "default_factory" => {
                        let own: Name = format!("{name}.factory").into();
                        field.value = FieldValue::Factory(keyword.value, own);
                    }
                    "init" => set(&mut field.init),
                    "repr" => set(&mut field.repr),
                    "compare" => set(&mut field.compare),
                    "hash" => field.hash = flag,
                    "kw_only" => field.kw_only = flag,
                    "metadata" => {}
                    name => {
                        let words = format!("field() got an unexpected keyword argument '{name}'");
                        mistakes.push(Mistake::Class { words, help: None }.at(keyword.span));
                    }
                }
            }
            let value = match &field.value {
                FieldValue::None => None,
                FieldValue::Default(value) => Some(*value),
                FieldValue::Factory(factory, own) => {
                    ast.exprs[target].kind = ExprKind::Name(own.clone());
                    Some(*factory)
                }
            };
            if let StmtKind::AnnAssign { value: own, .. } = &mut ast.stmts[id].kind {
                *own = value;
            }
        }
        match def.fields.iter_mut().find(|other| other.name == name) {
            Some(other) => *other = field,
            None => def.fields.push(field),
        }
    }
    if def.is_named_tuple {
        let own = field_lists(ast, def);
        def.body.extend(own);
    }
}

/// The `_fields` and `_field_defaults` of a named tuple, as statements of its class.
fn field_lists(ast: &mut Ast, def: &ClassDef) -> [StmtId; 2] {
    let span = def.name_span;
    let (mut names, mut defaults) = (Vec::new(), Vec::new());
    for field in &def.fields {
        let text = |ast: &mut Ast| {
            let kind = ExprKind::Constant(Constant::Str(field.name.clone()));
            ast.exprs.push(Expr { span, kind })
        };
        names.push(text(ast));
        if let FieldValue::Default(_) = field.value {
            let key = text(ast);
            defaults.push((Some(key), ast.exprs.push(Expr { span, kind: ExprKind::Name(field.name.clone()) })));
        }
    }
    [("_fields", ExprKind::Tuple(names)), ("_field_defaults", ExprKind::Dict(defaults))].map(|(name, kind)| {
        let value = ast.exprs.push(Expr { span, kind });
        let target = ast.exprs.push(Expr { span, kind: ExprKind::Name(name.into()) });
        ast.stmts.push(Stmt { span, kind: StmtKind::Assign { targets: vec![target], value } })
    })
}

fn not_yet(what: &str, span: naja_ir::source::Span, mistakes: &mut Vec<Diagnostic>) {
    mistakes.push(Mistake::NotYet { what: what.into(), help: None }.at(span));
}
