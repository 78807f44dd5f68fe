//! Functions that the rtyper writes itself, because what they do depends on
//! which members a union of the program has.

use crate::emit::{Emitter, Typed};
use crate::lowering::{ClassText, Lowering};
use crate::operations;
use crate::repr::{components, item_class, shape};
use crate::reprs::{copies, instance, int, special, string, tuple};
use naja_annotator::annotation::{Annotation, Member};
use naja_ir::classes::exception_class;
use naja_ir::entity::EntityRef;
use naja_ir::flow::{Base, BinaryOp, CompareOp};
use naja_ir::graph::{Terminator, Value};
use naja_ir::lltype::{EXCEPTION, LlType, OBJECT, STR, TRACEBACK};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp};
use naja_ir::prim::Prim;
use naja_ir::source::{SourceId, Span};

/// What a synthesized function does; each is written once for its shapes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Synthesis {
    /// `a op b`
    Binary { op: BinaryOp, inplace: bool, a: Annotation, b: Annotation, result: Annotation },
    /// `a op b`, a bool: `==` or an order
    Compare { op: CompareOp, a: Annotation, b: Annotation },
    /// `str(x)`
    Str(Annotation),
    /// `repr(x)`
    Repr(Annotation),
    /// `a == b`, `a < b`, `a <= b` of items as containers store them; what is the same
    /// object is equal
    Items { op: CompareOp, a: Annotation, b: Annotation },
    /// `hash(x)` of a stored item
    ItemHash(Annotation),
    /// `repr(x)` of a stored item
    ItemRepr(Annotation),
    /// `deepcopy(x)`, inside of another
    DeepCopy(Annotation),
    /// The same of a stored item
    ItemDeepCopy(Annotation),
    /// `class_id args -> exc`
    NewException,
    /// `str(exc)`
    ExceptionStr,
    /// `BaseException.__str__(exc)`
    BuiltinExceptionStr,
    /// `repr(exc)`
    ExceptionRepr,
    /// `exc -> i64`: the status that SystemExit asks for; -1 where it is a message
    ExitStatus,
}

impl Synthesis {
    pub fn item_eq(a: &Annotation, b: &Annotation) -> Synthesis {
        Synthesis::Items { op: CompareOp::Eq, a: shape(a), b: shape(b) }
    }

    pub fn item_lt(a: &Annotation, b: &Annotation) -> Synthesis {
        Synthesis::Items { op: CompareOp::Lt, a: shape(a), b: shape(b) }
    }

    pub fn item_le(a: &Annotation, b: &Annotation) -> Synthesis {
        Synthesis::Items { op: CompareOp::Le, a: shape(a), b: shape(b) }
    }

    pub fn item_hash(s: &Annotation) -> Synthesis {
        Synthesis::ItemHash(shape(s))
    }

    pub fn item_repr(s: &Annotation) -> Synthesis {
        Synthesis::ItemRepr(shape(s))
    }

    pub fn name(&self) -> String {
        match self {
            Synthesis::Binary { op, .. } => format!("union.{op:?}").to_lowercase(),
            Synthesis::Compare { op, .. } => format!("union.{op:?}").to_lowercase(),
            Synthesis::Items { op, .. } => format!("item.{op:?}").to_lowercase(),
            Synthesis::ItemHash(_) => "item.hash".into(),
            Synthesis::ItemRepr(_) => "item.repr".into(),
            Synthesis::DeepCopy(_) => "deepcopy".into(),
            Synthesis::ItemDeepCopy(_) => "item.deepcopy".into(),
            Synthesis::Str(_) => "union.str".into(),
            Synthesis::Repr(_) => "union.repr".into(),
            Synthesis::NewException => "exception.new".into(),
            Synthesis::ExceptionStr => "exception.str".into(),
            Synthesis::BuiltinExceptionStr => "exception.builtin_str".into(),
            Synthesis::ExceptionRepr => "exception.repr".into(),
            Synthesis::ExitStatus => "exception.exit_status".into(),
        }
    }

    pub fn params(&self) -> Vec<LlType> {
        match self {
            Synthesis::Binary { a, b, .. } | Synthesis::Compare { a, b, .. } => {
                components(a).into_iter().chain(components(b)).collect()
            }
            Synthesis::Items { a, b, .. } => vec![stored(a), stored(b)],
            Synthesis::ItemHash(s) | Synthesis::ItemRepr(s) | Synthesis::ItemDeepCopy(s) => vec![stored(s)],
            Synthesis::Str(x) | Synthesis::Repr(x) | Synthesis::DeepCopy(x) => components(x),
            Synthesis::NewException => vec![LlType::I64, LlType::Ptr(OBJECT)],
            Synthesis::ExceptionStr
            | Synthesis::BuiltinExceptionStr
            | Synthesis::ExceptionRepr
            | Synthesis::ExitStatus => {
                vec![LlType::Ptr(EXCEPTION)]
            }
        }
    }

    pub fn results(&self) -> Vec<LlType> {
        match self {
            Synthesis::Binary { result, .. } => components(result),
            Synthesis::Compare { .. } | Synthesis::Items { .. } => vec![LlType::Bool],
            Synthesis::ItemHash(_) => vec![LlType::I64],
            Synthesis::DeepCopy(s) => components(s),
            Synthesis::ItemDeepCopy(s) => vec![stored(s)],
            Synthesis::ItemRepr(_)
            | Synthesis::Str(_)
            | Synthesis::Repr(_)
            | Synthesis::ExceptionStr
            | Synthesis::BuiltinExceptionStr
            | Synthesis::ExceptionRepr => {
                vec![LlType::Ptr(STR)]
            }
            Synthesis::NewException => vec![LlType::Ptr(EXCEPTION)],
            Synthesis::ExitStatus => vec![LlType::I64],
        }
    }
}

/// The type of an item as containers store it.
fn stored(s: &Annotation) -> LlType {
    item_class(s).value_type()
}

/// Writes the body.
pub fn lower(l: &mut Lowering, key: &Synthesis, func: LlFunc) {
    // No source: nobody sees a frame of it.
    let place = l.place(None, Span { source: SourceId::new(0), start: 0, end: 0 });
    let mut graph = LlGraph::new(l.program.functions[func].name.clone());
    let entry = graph.entry;
    let params: Vec<Value> = key.params().into_iter().map(|ty| graph.add_param(entry, ty)).collect();
    let mut e = Emitter::new(l, graph, place);
    let results = match key {
        Synthesis::Binary { op, inplace, a, b, result } => {
            let (v_a, v_b) = params.split_at(components(a).len());
            let (a, b) = (Typed { s: a.clone(), v: v_a.to_vec() }, Typed { s: b.clone(), v: v_b.to_vec() });
            operations::binary_cases(&mut e, *op, *inplace, &a, &b, result).v
        }
        Synthesis::Compare { op, a, b } => {
            let (v_a, v_b) = params.split_at(components(a).len());
            let (a, b) = (Typed { s: a.clone(), v: v_a.to_vec() }, Typed { s: b.clone(), v: v_b.to_vec() });
            vec![match op {
                CompareOp::Eq => operations::equal_cases(&mut e, &a, &b),
                _ => operations::order_cases(&mut e, *op, &a, &b),
            }]
        }
        Synthesis::Items { op, a, b } => {
            let (a, b) = (e.unstored(params[0], a), e.unstored(params[1], b));
            vec![match op {
                CompareOp::Eq => tuple::identical_or_equal(&mut e, &a, &b),
                _ => operations::compare(&mut e, *op, &a, &b),
            }]
        }
        Synthesis::ItemHash(s) => {
            let x = e.unstored(params[0], s);
            vec![operations::hash(&mut e, &x)]
        }
        Synthesis::ItemRepr(s) => {
            let x = e.unstored(params[0], s);
            vec![operations::repr(&mut e, &x)]
        }
        Synthesis::DeepCopy(s) => copies::deep(&mut e, &Typed { s: s.clone(), v: params }).v,
        Synthesis::ItemDeepCopy(s) => {
            let x = e.unstored(params[0], s);
            let copy = copies::deep(&mut e, &x);
            vec![e.stored(&copy, s)]
        }
        Synthesis::Str(s) => text(&mut e, &Typed { s: s.clone(), v: params }, operations::str),
        Synthesis::Repr(s) => text(&mut e, &Typed { s: s.clone(), v: params }, operations::repr),
        Synthesis::NewException => {
            let fields = [
                ("class_id", params[0]),
                ("suppress_context", e.bool(false)),
                ("args", params[1]),
                ("traceback", e.null(TRACEBACK)),
                ("context", e.null(EXCEPTION)),
                ("cause", e.null(EXCEPTION)),
                ("attributes", e.null(OBJECT)),
            ];
            let exc = e.op1(LlOp::New(EXCEPTION), &[], LlType::Ptr(EXCEPTION));
            for (name, v) in fields {
                let i = e.l.program.structs[EXCEPTION].field(name).expect("a field of every exception");
                e.op0(LlOp::SetField(EXCEPTION, i), &[exc, v]);
            }
            vec![exc]
        }
        Synthesis::ExceptionStr => {
            own_text(&mut e, params[0], "__str__");
            vec![exception_str(&mut e, params[0])]
        }
        Synthesis::BuiltinExceptionStr => vec![exception_str(&mut e, params[0])],
        Synthesis::ExceptionRepr => {
            own_text(&mut e, params[0], "__repr__");
            let number = instance::class_id(&mut e, params[0]);
            let name = instance::class_text(&mut e, number, ClassText::Name);
            let args = instance::args(&mut e, params[0]);
            let list = text(&mut e, &args, |e, args| {
                let items = e.tuple_items(args);
                let mut pieces = vec![e.string("(")];
                for (i, item) in items.iter().enumerate() {
                    if i > 0 {
                        pieces.push(e.string(", "));
                    }
                    pieces.push(operations::repr(e, item));
                }
                pieces.push(e.string(")"));
                string::concat(e, &pieces)
            });
            vec![string::concat(&mut e, &[name, list[0]])]
        }
        Synthesis::ExitStatus => vec![exit_status(&mut e, params[0])],
    };
    e.end(Terminator::Return(results.as_slice().into()));
    e.l.program.functions[func].graph = e.graph;
}

/// The text of each member of a union.
fn text(e: &mut Emitter, x: &Typed, f: impl Fn(&mut Emitter, &Typed) -> Value) -> Vec<Value> {
    e.dispatch(x, &Annotation::of(Member::Str), &mut |e, x| string::typed(f(e, &x))).v
}

/// Returns what the class says, where it is one of the program's with such a method.
fn own_text(e: &mut Emitter, exc: Value, name: &str) {
    for class in e.l.errors_with(name) {
        let number = instance::class_id(e, exc);
        let wanted = e.l.error_number(class);
        let wanted = e.int(wanted);
        let is = e.prim(Prim::IntEq, &[number, wanted]);
        let (_, other) = e.branch(is);
        let x = Typed::new(e.l.object_member(class).expect("the class has objects"), vec![exc]);
        let text = if name == "__str__" { special::str(e, &x) } else { special::repr(e, &x) };
        e.end(Terminator::Return([text].as_slice().into()));
        e.block = other;
    }
}

/// As `BaseException.__str__`: nothing, the argument, or all as a tuple. KeyError
/// shows its key by repr, OSError its number and text, SyntaxError None for nothing.
fn exception_str(e: &mut Emitter, exc: Value) -> Value {
    let args = instance::given(e, exc);
    text(e, &args, |e, args| {
        let items = e.tuple_items(args);
        match items.as_slice() {
            [] => {
                // Its text is that of its attribute `msg`, which is None.
                let class = exception_class("SyntaxError").expect("a builtin exception");
                if !e.l.may_be_raised(class) {
                    return e.string("");
                }
                let is_syntax_error = instance::is_instance(e, exc, &[Base::Exception(class)]);
                let (none, empty) = (e.string("None"), e.string(""));
                e.op1(LlOp::Select, &[is_syntax_error, none, empty], LlType::Ptr(STR))
            }
            [only] => {
                let class = exception_class("KeyError").expect("a builtin exception");
                if !e.l.may_be_raised(class) {
                    return operations::str(e, only);
                }
                let is_key_error = instance::is_instance(e, exc, &[Base::Exception(class)]);
                e.if_else(
                    is_key_error,
                    &[LlType::Ptr(STR)],
                    |e| vec![operations::repr(e, only)],
                    |e| vec![operations::str(e, only)],
                )[0]
            }
            [number, message] | [number, message, _] | [number, message, _, _, _] => {
                let class = exception_class("OSError").expect("a builtin exception");
                if !e.l.may_be_raised(class) {
                    return operations::repr(e, args);
                }
                let is_os_error = instance::is_instance(e, exc, &[Base::Exception(class)]);
                e.if_else(
                    is_os_error,
                    &[LlType::Ptr(STR)],
                    |e| {
                        let mut pieces = vec![
                            e.string("[Errno "),
                            operations::str(e, number),
                            e.string("] "),
                            operations::str(e, message),
                        ];
                        for (mark, path) in [": ", " -> "].into_iter().zip(items.iter().skip(2).step_by(2)) {
                            pieces.extend([e.string(mark), operations::repr(e, path)]);
                        }
                        vec![string::concat(e, &pieces)]
                    },
                    |e| vec![operations::repr(e, args)],
                )[0]
            }
            _ => operations::repr(e, args),
        }
    })[0]
}

/// No argument or None is 0, an int its low byte, anything else a message.
fn exit_status(e: &mut Emitter, exc: Value) -> Value {
    let args = instance::given(e, exc);
    let int = Annotation::int();
    e.dispatch(&args, &int, &mut |e, args| {
        let items = e.tuple_items(&args);
        match items.as_slice() {
            [] => int::typed(e.int(0)),
            [only] => e.dispatch(only, &Annotation::int(), &mut |e, x| {
                let v = match x.member() {
                    Member::None => e.int(0),
                    Member::Int(_) | Member::Bool(_) => {
                        let n = int::as_int(e, &x);
                        let mask = e.int(0xff);
                        e.prim(Prim::IntAnd, &[n, mask])
                    }
                    _ => e.int(-1),
                };
                int::typed(v)
            }),
            _ => int::typed(e.int(-1)),
        }
    })
    .one()
}
