//! Annotations and signatures in Python's words.

use crate::annotation::{Annotation, Member};
use crate::{Annotations, SpecId};
use naja_ir::flow::{Default, ParamKind, Program};
use naja_ir::lltype::{LlType, well_known_structs};
use naja_ir::print::constant;

/// `int`, `int | None`, `tuple[int, str]`.
pub fn display(s: &Annotation) -> String {
    if s.is_never() {
        return "Never".into();
    }
    // None comes last, as people write it.
    let (none, others): (Vec<&Member>, Vec<&Member>) = s.members().iter().partition(|m| **m == Member::None);
    let mut words: Vec<String> = Vec::new();
    for m in others.into_iter().chain(none) {
        let word = member(m);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" | ")
}

fn member(m: &Member) -> String {
    match m {
        Member::None => "None".into(),
        Member::Tuple(items) if items.is_empty() => "tuple[()]".into(),
        Member::Tuple(items) => {
            let items: Vec<String> = items.iter().map(display).collect();
            format!("tuple[{}]", items.join(", "))
        }
        Member::Builtin(name) if crate::ops::callable::is_type_name(name) => format!("type[{name}]"),
        Member::ExceptionClass(class) | Member::ExceptionType(class) => format!("type[{}]", class.name()),
        Member::Low(ty) => low(*ty),
        m => class_name(m),
    }
}

fn low(ty: LlType) -> String {
    match ty {
        LlType::Bool => "bool".into(),
        LlType::I64 => "i64".into(),
        LlType::F64 => "f64".into(),
        LlType::Addr => "addr".into(),
        LlType::Ptr(id) => match well_known_structs().get(id) {
            Some(s) => format!("*{}", s.name),
            None => format!("*{id}"),
        },
    }
}

/// The name of a value's class, as CPython's messages say it.
pub fn class_name(m: &Member) -> String {
    match m {
        Member::Unbound => "unbound".into(),
        Member::None => "NoneType".into(),
        Member::Bool(_) => "bool".into(),
        Member::Int(_) => "int".into(),
        Member::Float => "float".into(),
        Member::Str => "str".into(),
        Member::Tuple(_) => "tuple".into(),
        Member::Range(_) => "range".into(),
        Member::RangeIter(_) => "range_iterator".into(),
        Member::TupleIter(_) => "tuple_iterator".into(),
        Member::Instance(class) => class.name().into(),
        Member::Ellipsis => "ellipsis".into(),
        Member::NotImplemented => "NotImplementedType".into(),
        Member::Function(_) => "function".into(),
        Member::Builtin(name) if crate::ops::callable::is_type_name(name) => "type".into(),
        Member::Builtin(_) | Member::Library(..) => "builtin_function_or_method".into(),
        Member::ExceptionClass(_) | Member::ExceptionType(_) => "type".into(),
        Member::Module(_) => "module".into(),
        Member::Typing(name) => format!("typing.{name}"),
        Member::Low(ty) => low(*ty),
    }
}

/// `def f(n: int, x: int | float = 2) -> float`, as inferred.
pub fn signature(program: &Program, annotations: &Annotations, spec: SpecId) -> String {
    let spec = &annotations.specs[spec];
    let function = &program.functions[spec.func];
    let mut parts: Vec<String> = Vec::new();
    let mut star = false;
    for (i, (param, s)) in function.params.iter().zip(&spec.params).enumerate() {
        if param.kind == ParamKind::KeywordOnly && !star {
            star = true;
            parts.push("*".into());
        }
        let default = match &param.default {
            Some(Default::Constant(c)) => format!(" = {}", constant(program, c)),
            Some(Default::Global(_)) => " = ...".into(),
            None => String::new(),
        };
        parts.push(format!("{}: {}{default}", param.name, display(s)));
        let ends = function.params.get(i + 1).is_none_or(|next| next.kind != ParamKind::PositionalOnly);
        if param.kind == ParamKind::PositionalOnly && ends {
            parts.push("/".into());
        }
    }
    format!("def {}({}) -> {}", function.qualname, parts.join(", "), display(&spec.result))
}
