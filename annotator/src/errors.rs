//! Mistakes of the program, and their words.

use crate::annotation::{Annotation, Member};
use crate::call::BindError;
use crate::classes::{binary_methods, classes_of, compare_methods, is_object, unary_method};
use crate::display::{class_name, display};
use crate::fixpoint::{At, Engine};
use crate::ops::Lack;
use crate::specialise::Context;
use crate::why::{Why, an};
use crate::{Functions, SpecId};
use naja_flowspace::errors::similar;
use naja_ir::Name;
use naja_ir::diagnostic::{Code, Diagnostic};
use naja_ir::flow::{BinaryOp, CompareOp, Flow, FlowOp, FuncId, UnaryOp, UserClass};
use naja_ir::graph::{Op, Value};
use naja_ir::source::Span;
use std::borrow::Cow;

pub const REVEALED: &str = "N0371";

pub const CODES: &[Code] = &[
    Code { code: "E0302", summary: "Python has it, naja does not have it yet" },
    Code { code: "E0303", summary: "a tuple that grows without end has no type" },
    Code { code: "E0304", summary: "whether two equal values are one object is not defined" },
    Code { code: "E0311", summary: "an operator with one operand has no meaning for this type" },
    Code { code: "E0312", summary: "an operator has no meaning between these types" },
    Code { code: "E0313", summary: "a comparison has no meaning between these types" },
    Code { code: "E0314", summary: "a value has no such attribute" },
    Code { code: "E0315", summary: "what is called is no function" },
    Code { code: "E0316", summary: "the arguments of a call do not fit the parameters" },
    Code { code: "E0317", summary: "a builtin function has no meaning for arguments of these types" },
    Code { code: "E0318", summary: "what is looped over is not iterable" },
    Code { code: "E0319", summary: "what is unpacked has no items" },
    Code { code: "E0320", summary: "a value has no items, or none that can be assigned" },
    Code { code: "E0321", summary: "only exceptions can be raised, only exception classes be caught" },
    Code { code: "E0322", summary: "a list, a dict or a set is no key of a dict and no item of a set" },
    Code { code: "E0390", summary: "the library breaks the rules of the low-level dialect: a mistake of naja's" },
    Code { code: "W0350", summary: "a type hint contradicts what is inferred" },
    Code {
        code: "N0360",
        summary: "a variable, an attribute or a container holds values of several types, which costs speed",
    },
    Code { code: REVEALED, summary: "what `reveal_type` shows" },
];

/// What can be wrong with one operation.
#[derive(Clone, PartialEq, Debug)]
pub enum Mistake {
    NotYet(Cow<'static, str>),
    TupleGrows,
    Identity(CompareOp),
    Unary(UnaryOp),
    Binary {
        op: BinaryOp,
        inplace: bool,
    },
    Compare(CompareOp),
    Attribute(Name),
    SetAttribute(Name),
    NotCallable,
    /// `func` is the function of the program, where it is one.
    Bind {
        name: Name,
        func: Option<FuncId>,
        error: BindError,
    },
    /// A builtin function's arguments.
    Arguments(Name),
    /// What a method of a builtin type cannot take.
    Unfit(Annotation),
    NotIterable,
    NotUnpackable(usize),
    Unhashable,
    NoItems,
    NoItemAssignment,
    NoItemDeletion,
    /// Used otherwise than by one loop.
    IteratorAsValue,
    NotRaisable,
    NotCatchable,
    NoText,
    NoTruth,
    LowLevel(String),
}

/// Each operation says what it is where a rule found no meaning.
impl Mistake {
    /// Is it one for which CPython raises TypeError or AttributeError?
    pub fn is_of_type(&self) -> bool {
        use Mistake::*;
        matches!(
            self,
            Unary(_)
                | Binary { .. }
                | Compare(_)
                | Arguments(_)
                | Attribute(_)
                | NotCallable
                | NotIterable
                | NotUnpackable(_)
                | NoItems
        )
    }

    fn of(lack: Lack, no_meaning: Mistake) -> Mistake {
        match lack {
            Lack::NoMeaning => no_meaning,
            Lack::NotYet(what) => Mistake::NotYet(what),
            Lack::Several => Mistake::NotYet("an argument of one of several types, here,".into()),
            Lack::Identity => Mistake::Identity(CompareOp::Is),
        }
    }

    pub fn unary(op: UnaryOp, lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::Unary(op))
    }

    pub fn binary(op: BinaryOp, inplace: bool, lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::Binary { op, inplace })
    }

    pub fn compare(op: CompareOp, lack: Lack) -> Mistake {
        match lack {
            Lack::Identity => Mistake::Identity(op),
            lack => Mistake::of(lack, Mistake::Compare(op)),
        }
    }

    pub fn attribute(name: Name, lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::Attribute(name))
    }

    pub fn arguments(name: Name, lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::Arguments(name))
    }

    pub fn iter(lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NotIterable)
    }

    pub fn unpack(n: usize, lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NotUnpackable(n))
    }

    pub fn item(lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NoItems)
    }

    pub fn raise(lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NotRaisable)
    }

    pub fn except(lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NotCatchable)
    }

    pub fn text(lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NoText)
    }

    pub fn truth(lack: Lack) -> Mistake {
        Mistake::of(lack, Mistake::NoTruth)
    }
}

/// A mistake in words, with the places where the types came from. One inside the
/// library is told at the call that led there.
pub fn diagnostic(engine: &Engine, flow: &impl Functions, at: At, mistake: &Mistake) -> Diagnostic {
    let mut found = diagnostic_here(engine, flow, at, mistake);
    let mut from = at.spec;
    let mut inside = None;
    while let Context::Python(func, caller, block, op, _) = engine.context_of(from) {
        let Some(caller) = engine.spec_of(caller) else { break };
        let program = flow.program();
        inside = Some(program.functions[func].name.clone());
        found.span = Some(program.functions[engine.specs[caller].func].place(block, op));
        from = caller;
    }
    if let Some(name) = inside {
        found.related.clear();
        found.message = match mistake {
            Mistake::Unfit(s) => {
                format!("`{}` has no meaning for {}", written(&name), display(s, &engine.heap))
            }
            _ => format!("in `{name}`: {}", found.message),
        };
    }
    found
}

/// How a program writes what a function of `rlib/python` does.
fn written(name: &str) -> &str {
    match name {
        "get_slice" | "set_slice" | "del_slice" => "[:]",
        "add" => "+",
        "iadd" => "+=",
        "mul" => "*",
        "imul" => "*=",
        "mod" => "%",
        name => name,
    }
}

fn diagnostic_here(engine: &Engine, flow: &impl Functions, at: At, mistake: &Mistake) -> Diagnostic {
    let program = flow.program();
    let op = &program.functions[engine.specs[at.spec].func].graph.blocks[at.block].ops[at.op];
    let words = Words { engine, flow, spec: at.spec, op };
    let error = |code, message: String| Diagnostic::error(code, op.place, message);
    let args = |n: usize| -> Vec<Value> { op.args.iter().copied().take(n).collect() };
    match mistake {
        Mistake::NotYet(what) => error("E0302", format!("{what} is not there yet")),
        Mistake::TupleGrows => {
            error("E0303", "this tuple can grow without end: a tuple's length and its items' types are fixed".into())
        }
        Mistake::Identity(compare) => {
            let symbol = compare.symbol();
            let instead = if *compare == CompareOp::IsNot { "!=" } else { "==" };
            let message = format!("`{symbol}` between {} is not defined", words.types(" and "));
            words.explain(error("E0304", message), &args(2)).help(format!("write `{instead}`"))
        }
        Mistake::Unary(unary) => {
            let symbol = match unary {
                UnaryOp::Neg => "-",
                UnaryOp::Pos => "+",
                UnaryOp::Invert => "~",
                UnaryOp::Not => "not",
            };
            let d = words.explain(error("E0311", format!("`{symbol}` has no meaning for {}", words.ty(0))), &args(1));
            words.wants(d, 0, unary_method(*unary))
        }
        Mistake::Binary { op: binary, inplace } => {
            let symbol = format!("{}{}", binary.symbol(), if *inplace { "=" } else { "" });
            let message = format!("`{symbol}` has no meaning between {}", words.types(" and "));
            let d = words.explain(error("E0312", message), &args(2));
            match words.binary_help(*binary) {
                Some(help) => d.help(help),
                None => words.wants(d, 0, binary_methods(*binary).0),
            }
        }
        Mistake::Compare(compare) => {
            let message = format!("`{}` has no meaning between {}", compare.symbol(), words.types(" and "));
            let d = words.explain(error("E0313", message), &args(2));
            let asked = if matches!(compare, CompareOp::In | CompareOp::NotIn) { 1 } else { 0 };
            words.wants(d, asked, compare_methods(*compare).0)
        }
        Mistake::Attribute(name) => {
            let d = words.explain(error("E0314", format!("{} has no attribute `{name}`", words.ty(0))), &args(1));
            let names = engine.attribute_names(program, words.annotation(0));
            match similar(name, names.iter().map(|name| &**name)) {
                Some(name) => d.help(format!("did you mean `{name}`?")),
                None => d,
            }
        }
        Mistake::SetAttribute(name) => {
            let message = format!("the attribute `{name}` of {} cannot be assigned", words.ty(0));
            words.explain(error("E0314", message), &args(1))
        }
        Mistake::NotCallable => {
            let d = words.explain(error("E0315", format!("{} cannot be called", words.ty(0))), &args(1));
            words.wants(d, 0, "__call__")
        }
        Mistake::Bind { name, func, error: bind } => {
            let message = format!("{name}() {}", bind_words(bind));
            match func {
                Some(func) => {
                    let function = &program.functions[*func];
                    let defined = format!("`{}` is defined here", function.qualname);
                    error("E0316", message).related(function.span, defined)
                }
                None => error("E0317", message),
            }
        }
        Mistake::Arguments(name) => {
            let types: Vec<String> = (1..op.args.len()).map(|i| words.ty(i)).collect();
            let message = match types.len() {
                0 => format!("`{name}` needs arguments"),
                _ => format!("`{name}` has no meaning for {}", types.join(", ")),
            };
            let d = words.explain(error("E0317", message), &op.args[1..]);
            match &**name {
                "len" | "abs" | "int" | "float" | "round" | "reversed" | "next" if types.len() == 1 => {
                    words.wants(d, 1, &format!("__{name}__"))
                }
                _ => d,
            }
        }
        Mistake::Unfit(s) => error("E0317", format!("this has no meaning for {}", display(s, &engine.heap))),
        Mistake::NotIterable => {
            let d = words.explain(error("E0318", format!("{} is not iterable", words.ty(0))), &args(1));
            words.wants(d, 0, "__iter__")
        }
        Mistake::NotUnpackable(n) => {
            let message = format!("{} cannot be unpacked into {n} values", words.ty(0));
            words.explain(error("E0319", message), &args(1))
        }
        Mistake::Unhashable => error("E0322", "a key of a dict or an item of a set must be hashable".into()),
        Mistake::NoItems => {
            let message = format!("{} has no items for {}", words.ty(0), words.ty(1));
            words.wants(words.explain(error("E0320", message), &args(2)), 0, "__getitem__")
        }
        Mistake::NoItemAssignment => {
            let message = format!("the items of {} cannot be assigned", words.ty(0));
            words.wants(words.explain(error("E0320", message), &args(1)), 0, "__setitem__")
        }
        Mistake::NoItemDeletion => {
            let message = format!("the items of {} cannot be deleted", words.ty(0));
            words.wants(words.explain(error("E0320", message), &args(1)), 0, "__delitem__")
        }
        Mistake::IteratorAsValue => {
            error("E0302", "an iterator that is not used at once, by one loop or one call, is not there yet".into())
        }
        Mistake::NotRaisable => {
            words.explain(error("E0321", "only an exception can be raised".into()).label(words.ty(0)), &args(1))
        }
        Mistake::NotCatchable => {
            let message = "`except` needs an exception class or a tuple of them".to_string();
            error("E0321", message).label(words.ty(1))
        }
        Mistake::NoText | Mistake::NoTruth => error("E0390", format!("{} has no text and no truth", words.ty(0))),
        Mistake::LowLevel(message) => error("E0390", message.clone()),
    }
}

fn bind_words(error: &BindError) -> String {
    match error {
        BindError::TooMany { most, given } => {
            let s = if *most == 1 { "" } else { "s" };
            let were = if *given == 1 { "was" } else { "were" };
            format!("takes {most} positional argument{s}, but {given} {were} given")
        }
        BindError::Missing(names) => {
            let names: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
            format!("misses {}", names.join(" and "))
        }
        BindError::UnknownKeyword(name) => format!("has no parameter `{name}`"),
        BindError::Twice(name) => format!("got `{name}` twice"),
        BindError::PositionalOnly(name) => format!("takes `{name}` by position only"),
    }
}

/// What is needed to speak about one operation.
struct Words<'e, 'a, F> {
    engine: &'e Engine<'a>,
    flow: &'e F,
    spec: SpecId,
    op: &'e Op<Flow>,
}

impl<F: Functions> Words<'_, '_, F> {
    fn annotation(&self, i: usize) -> &Annotation {
        &self.engine.specs[self.spec].values[self.op.args[i]]
    }

    fn ty(&self, i: usize) -> String {
        display(self.annotation(i), &self.engine.heap)
    }

    fn types(&self, between: &str) -> String {
        format!("{}{between}{}", self.ty(0), self.ty(1))
    }

    /// Adds where the types of these values came from, as far as that is not to be
    /// seen at the operation itself.
    fn explain(&self, mut d: Diagnostic, values: &[Value]) -> Diagnostic {
        let program = self.flow.program();
        let graph = &program.functions[self.engine.specs[self.spec].func].graph;
        let mut why = Why::new(self.engine, program);
        for &value in values {
            let subject = match &graph.values[value] {
                Some(name) => format!("`{name}`"),
                None => "this".into(),
            };
            for m in self.engine.specs[self.spec].values[value].members() {
                if let Some(origin) = why.origin(self.spec, value, m)
                    && !within(origin.span, self.op.place)
                    && !d.related.iter().any(|(span, _)| *span == origin.span)
                {
                    d = d.related(origin.span, format!("{subject} is {} {}", an(m, &self.engine.heap), origin.cause));
                }
            }
        }
        d
    }

    /// Says which method is asked for, where the program's own class lacks it.
    fn wants(&self, d: Diagnostic, i: usize, method: &str) -> Diagnostic {
        let program = self.flow.program();
        let lacking = self.annotation(i).members().iter().find_map(|m| {
            let objects = Some(m).filter(|m| is_object(m))?;
            let lacks = |class: &UserClass| program.find_member(*class, method).is_none();
            classes_of(&self.engine.heap, objects).into_iter().find(lacks)
        });
        match lacking.map(|class| &program.classes[class]) {
            Some(class) if !program.modules[class.module].is_library => {
                d.help(format!("give `{}` a method `{method}`", class.name))
            }
            _ => d,
        }
    }

    /// What to write in place of `a op b`.
    fn binary_help(&self, op: BinaryOp) -> Option<String> {
        let (a, b) = (self.annotation(0), self.annotation(1));
        let is_str = |s: &Annotation| s.single() == Some(&Member::Str);
        let has_none = |s: &Annotation| s.members().contains(&Member::None);
        if op == BinaryOp::Add && is_str(a) && !has_none(b) {
            return Some(format!("write `{} + str({})`", self.source(0)?, self.source(1)?));
        }
        if op == BinaryOp::Add && is_str(b) && !has_none(a) {
            return Some(format!("write `str({}) + {}`", self.source(0)?, self.source(1)?));
        }
        None
    }

    /// An operand as the program writes it.
    fn source(&self, i: usize) -> Option<String> {
        let spec = &self.engine.specs[self.spec];
        let program = self.flow.program();
        let graph = &program.functions[spec.func].graph;
        let value = self.op.args[i];
        let place = Why::new(self.engine, program).place(self.spec, value);
        if let Some(place) = place.filter(|&p| within(p, self.op.place) && p != self.op.place) {
            let text = self.flow.text(place);
            if text.len() <= 40 && !text.contains('\n') {
                return Some(text.into());
            }
        }
        graph.values[value].as_ref().map(|name| name.to_string())
    }
}

fn within(inner: Span, outer: Span) -> bool {
    inner.source == outer.source && outer.start <= inner.start && inner.end <= outer.end
}

/// A member that is not accepted, for warnings.
pub fn class_of(m: &Member) -> String {
    class_name(m)
}

/// Does the operation only look at its operand?
pub fn passes_on(op: &FlowOp) -> bool {
    matches!(op, FlowOp::Refine(_) | FlowOp::CheckBound { .. } | FlowOp::RevealType)
}
