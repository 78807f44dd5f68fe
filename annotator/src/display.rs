//! Annotations and signatures in Python's words.

use crate::annotation::{Annotation, Container, Member, Site, Sites, View};
use crate::heap::Containers;
use crate::ops::library::is_stream;
use crate::{Annotations, SpecId};
use naja_ir::flow::{Default, ParamKind, Program};
use naja_ir::lltype::{LlType, well_known_structs};
use naja_ir::print::constant;

/// `int`, `int | None`, `list[tuple[int, str]]`.
pub fn display(s: &Annotation, containers: &dyn Containers) -> String {
    Words { containers, depth: DEEPEST, numbers: false, around: None }.annotation(s)
}

/// The same, and functions with their numbers; what is nested deeper is `...`.
pub fn display_to_depth(s: &Annotation, containers: &dyn Containers, depth: usize) -> String {
    Words { containers, depth, numbers: true, around: None }.annotation(s)
}

const DEEPEST: usize = 8;

#[derive(Clone, Copy)]
struct Words<'c> {
    containers: &'c dyn Containers,
    depth: usize,
    /// Are functions told apart?
    numbers: bool,
    around: Option<&'c Around<'c>>,
}

/// The containers around what is being written, the innermost first: what holds itself is
/// written `list[...]` inside.
struct Around<'c> {
    sites: &'c Sites,
    further: Option<&'c Around<'c>>,
}

impl Around<'_> {
    fn has(&self, sites: &Sites) -> bool {
        sites.iter().any(|site| self.sites.iter().any(|s| s == site)) || self.further.is_some_and(|a| a.has(sites))
    }
}

impl Words<'_> {
    fn annotation(self, s: &Annotation) -> String {
        if s.is_never() {
            return "Never".into();
        }
        // None comes last, as people write it.
        let (none, others): (Vec<&Member>, Vec<&Member>) = s.members().iter().partition(|m| **m == Member::None);
        let mut words: Vec<String> = Vec::new();
        for m in others.into_iter().chain(none) {
            let word = self.member(m);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.join(" | ")
    }

    fn member(self, m: &Member) -> String {
        let Some(depth) = self.depth.checked_sub(1) else { return "...".into() };
        let inner = Words { depth, ..self };
        match m {
            Member::Tuple(items) if items.is_empty() => "tuple[()]".into(),
            Member::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|s| inner.annotation(s)).collect();
                format!("tuple[{}]", items.join(", "))
            }
            Member::Container(kind, sites) if !self.numbers && self.around.is_some_and(|a| a.has(sites)) => {
                format!("{}[...]", kind.name())
            }
            Member::Container(kind, sites) => {
                let around = Around { sites, further: self.around };
                let inner = Words { around: Some(&around), ..inner };
                let held = self.containers.contents(sites);
                let items = inner.annotation(&held.items);
                match kind {
                    Container::Dict => format!("dict[{items}, {}]", inner.annotation(&held.values)),
                    Container::Tuple => format!("tuple[{items}, ...]"),
                    kind => format!("{}[{items}]", kind.name()),
                }
            }
            Member::Builtin(name) if crate::ops::callable::is_type_name(name) => format!("type[{name}]"),
            Member::ExceptionClass(class) | Member::ExceptionType(class) => format!("type[{}]", class.name()),
            Member::Function(f) if self.numbers => format!("function {f:?}"),
            Member::Closure(f, captured) if self.numbers => {
                let captured: Vec<String> = captured.iter().map(|s| inner.annotation(s)).collect();
                format!("function {f:?}[{}]", captured.join(", "))
            }
            Member::None => "None".into(),
            Member::Low(ty) => low(*ty),
            Member::Object(sites) | Member::Error(_, sites) => {
                let mut names: Vec<String> =
                    sites.iter().map(|site| self.containers.class(site).1.to_string()).collect();
                names.sort();
                names.dedup();
                names.join(" | ")
            }
            Member::Generator(sites) => {
                format!("Iterator[{}]", inner.annotation(&self.containers.contents(sites).items))
            }
            m if self.numbers => self.iterator(m),
            m => class_name(m),
        }
    }

    /// Iterators and views are told apart by what they go over, too. They count as no
    /// level: a comprehension gets an iterator over what its function got.
    fn iterator(self, m: &Member) -> String {
        let mut over: Vec<String> = m.inner().iter().map(|s| self.annotation(s)).collect();
        if let Some(sites) = m.sites() {
            let held = self.containers.contents(sites);
            over.extend([&held.items, &held.values].map(|s| self.annotation(s)));
        }
        if over.is_empty() { class_name(m) } else { format!("{}[{}]", class_name(m), over.join(", ")) }
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
        Member::Int(_) | Member::BigInt => "int".into(),
        Member::Bytes => "bytes".into(),
        Member::ByteArray => "bytearray".into(),
        Member::Container(kind, _) => kind.name().into(),
        Member::DictView(View::Keys, _) => "dict_keys".into(),
        Member::DictView(View::Values, _) => "dict_values".into(),
        Member::DictView(View::Items, _) => "dict_items".into(),
        Member::Slice(_) => "slice".into(),
        Member::ContainerIter(kind, _) => format!("{}_iterator", kind.name()),
        Member::DictIter(..) => "dict_iterator".into(),
        Member::ReversedIter(..) => "reversed".into(),
        Member::StrIter => "str_iterator".into(),
        Member::BytesIter => "bytes_iterator".into(),
        Member::ByteArrayIter => "bytearray_iterator".into(),
        Member::EnumerateIter(_) => "enumerate".into(),
        Member::ZipIter(_) => "zip".into(),
        Member::Closure(..) => "function".into(),
        Member::Object(_) => "object".into(),
        Member::Generator(_) => "generator".into(),
        Member::Class(_) => "type".into(),
        Member::Super(..) => "super".into(),
        Member::Method(..) => "builtin_function_or_method".into(),
        Member::LowFunction(_) => "low-level function".into(),
        Member::Float => "float".into(),
        Member::Str => "str".into(),
        Member::Tuple(_) => "tuple".into(),
        Member::Range(_) => "range".into(),
        Member::RangeIter(_) => "range_iterator".into(),
        Member::TupleIter(_) => "tuple_iterator".into(),
        Member::Instance(class) | Member::Error(class, _) => class.name().into(),
        Member::Ellipsis => "ellipsis".into(),
        Member::NotImplemented => "NotImplementedType".into(),
        Member::Function(_) => "function".into(),
        Member::Builtin(name) if crate::ops::callable::is_type_name(name) => "type".into(),
        Member::Library(module, name) if is_stream(module, name) => "_io.TextIOWrapper".into(),
        Member::Builtin(_) | Member::Library(..) => "builtin_function_or_method".into(),
        Member::ExceptionClass(_) | Member::ExceptionType(_) => "type".into(),
        Member::Module(_) => "module".into(),
        Member::Typing(name) => format!("typing.{name}"),
        Member::Low(ty) => low(*ty),
    }
}

/// `class Stack: items: list[int], size: int`: the attributes of the objects of a site.
pub fn class_line(program: &Program, annotations: &Annotations, site: Site) -> String {
    let attributes = annotations.objects.get(&site).into_iter().flatten().map(|(name, s)| {
        let bound = s.filter(|m| *m != Member::Unbound);
        format!("{name}: {}", display(&bound, &annotations.containers))
    });
    let class = annotations.containers.class(site).0;
    format!("class {}: {}", program.classes[class].qualname, attributes.collect::<Vec<_>>().join(", "))
}

/// `def f(n: int, x: int | float = 2) -> float`, as inferred.
pub fn signature(program: &Program, annotations: &Annotations, spec: SpecId) -> String {
    let spec = &annotations.specs[spec];
    let function = &program.functions[spec.func];
    let mut parts: Vec<String> = Vec::new();
    let mut star = false;
    for (i, (param, s)) in function.params.iter().zip(&spec.params).enumerate() {
        match param.kind {
            ParamKind::Captured => continue,
            ParamKind::VarArgs | ParamKind::VarKeywords => {
                star = true;
                let stars = if param.kind == ParamKind::VarArgs { "*" } else { "**" };
                parts.push(format!("{stars}{}: {}", param.name, display(s, &annotations.containers)));
                continue;
            }
            ParamKind::KeywordOnly if !star => {
                star = true;
                parts.push("*".into());
            }
            _ => {}
        }
        let default = match &param.default {
            Some(Default::Constant(c)) => format!(" = {}", constant(program, c)),
            Some(Default::Global(_) | Default::Captured(_)) => " = ...".into(),
            None => String::new(),
        };
        parts.push(format!("{}: {}{default}", param.name, display(s, &annotations.containers)));
        let ends = function.params.get(i + 1).is_none_or(|next| next.kind != ParamKind::PositionalOnly);
        if param.kind == ParamKind::PositionalOnly && ends {
            parts.push("/".into());
        }
    }
    format!("def {}({}) -> {}", function.qualname, parts.join(", "), display(&spec.result, &annotations.containers))
}
