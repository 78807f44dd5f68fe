//! Instances: in this step, exceptions. One struct for all their classes; the
//! class is a number, and subclasses have the numbers behind it.

use crate::emit::{Emitter, Typed};
use crate::lowering::ClassText;
use crate::repr::components;
use crate::synthesis::Synthesis;
use naja_annotator::annotation::Member;
use naja_ir::classes::{ClassId, exception_class};
use naja_ir::flow::Base;
use naja_ir::graph::Value;
use naja_ir::lltype::{EXCEPTION, LlType, OBJECT, STR, STR_ARRAY};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;

/// The index of a field of the exception struct.
fn field(e: &Emitter, name: &str) -> usize {
    e.l.program.structs[EXCEPTION].field(name).expect("a field of every exception")
}

pub fn class_id(e: &mut Emitter, exc: Value) -> Value {
    let i = field(e, "class_id");
    e.op1(LlOp::GetField(EXCEPTION, i), &[exc], LlType::I64)
}

/// `exc.args`: of an OSError's arguments, paths are not among them.
pub fn args(e: &mut Emitter, exc: Value) -> Typed {
    let given = given(e, exc);
    let wanted = given.s.clone();
    let has_paths = |m: &Member| matches!(m, Member::Tuple(items) if matches!(items.len(), 3 | 5));
    if !wanted.members().iter().any(has_paths) {
        return given;
    }
    e.dispatch(&given, &wanted.clone(), &mut |e, args| {
        let wanted = wanted.clone();
        if !has_paths(args.member()) {
            return args;
        }
        let os_error = exception_class("OSError").expect("a builtin exception");
        let is_os_error = is_instance(e, exc, &[Base::Exception(os_error)]);
        let two = e.tuple_items(&args)[..2].to_vec();
        let v = e.if_else(
            is_os_error,
            &components(&wanted),
            |e| {
                let two = e.new_tuple(two);
                e.convert(two, &wanted).v
            },
            |e| e.convert(args, &wanted).v,
        );
        Typed { s: wanted.clone(), v }
    })
}

/// All that it was made of.
pub fn given(e: &mut Emitter, exc: Value) -> Typed {
    let i = field(e, "args");
    let object = e.op1(LlOp::GetField(EXCEPTION, i), &[exc], LlType::Ptr(OBJECT));
    Typed { s: e.l.exception_args.clone(), v: vec![object] }
}

/// The first of `exc.args`, or None.
pub fn first_arg(e: &mut Emitter, exc: Value) -> Typed {
    let args = given(e, exc);
    let wanted = naja_annotator::ops::exception::first_arg(&args.s);
    e.dispatch(&args, &wanted, &mut |e, args| {
        let first = e.tuple_items(&args).into_iter().next();
        first.unwrap_or(Typed::new(Member::None, vec![]))
    })
}

/// An attribute of an OSError that is this one of its arguments.
pub fn os_argument(e: &mut Emitter, exc: Value, place: usize) -> Typed {
    let args = given(e, exc);
    let wanted = naja_annotator::ops::exception::os_argument(&args.s, place);
    e.dispatch(&args, &wanted, &mut |e, args| {
        let items = e.tuple_items(&args);
        let found = items.get(place).filter(|_| matches!(items.len(), 2 | 3 | 5)).cloned();
        found.unwrap_or(Typed::new(Member::None, vec![]))
    })
}

/// Of which class `OSError(number, text)` is: the errors of the system that have one.
const BY_NUMBER: &[(&str, &[i64])] = &[
    ("BlockingIOError", &[11, 114, 115]),
    ("BrokenPipeError", &[32, 108]),
    ("ChildProcessError", &[10]),
    ("ConnectionAbortedError", &[103]),
    ("ConnectionRefusedError", &[111]),
    ("ConnectionResetError", &[104]),
    ("FileExistsError", &[17]),
    ("FileNotFoundError", &[2]),
    ("InterruptedError", &[4]),
    ("IsADirectoryError", &[21]),
    ("NotADirectoryError", &[20]),
    ("PermissionError", &[1, 13]),
    ("ProcessLookupError", &[3]),
    ("TimeoutError", &[110]),
];

/// The number of the class of `class(*args)` where that depends on the arguments.
pub fn os_error_class(e: &mut Emitter, class: ClassId, args: &[Typed]) -> Option<Value> {
    let os_error = exception_class("OSError").expect("a builtin exception");
    let [errno, _, ..] = args else { return None };
    if class != os_error || !matches!(errno.s.single(), Some(Member::Int(_))) {
        return None;
    }
    let errno = errno.one();
    e.l.use_class(os_error);
    let mut number = e.int(os_error.0 as i64);
    for (name, errors) in BY_NUMBER {
        let class = exception_class(name).expect("a builtin exception");
        e.l.use_class(class);
        for &error in *errors {
            let (error, this) = (e.int(error), e.int(class.0 as i64));
            let is = e.prim(Prim::IntEq, &[errno, error]);
            number = e.op1(LlOp::Select, &[is, this, number], LlType::I64);
        }
    }
    Some(number)
}

/// `exc.__cause__` or `exc.__context__`: null is None.
pub fn earlier(e: &mut Emitter, exc: Value, name: &str) -> Typed {
    let i = field(e, name.trim_matches('_'));
    let v = e.op1(LlOp::GetField(EXCEPTION, i), &[exc], LlType::Ptr(EXCEPTION));
    let s = [Member::None, Member::Instance(naja_ir::classes::BASE_EXCEPTION)].into_iter().collect();
    Typed { s, v: vec![v] }
}

/// Sets `exc.args`.
pub fn set_args(e: &mut Emitter, exc: Value, args: &[Typed]) {
    let tuple = e.new_tuple(args.to_vec());
    let object = e.exception_args(tuple);
    let i = field(e, "args");
    e.op0(LlOp::SetField(EXCEPTION, i), &[exc, object]);
}

/// The object that has the attributes of an exception of a class of the program.
pub fn attributes(e: &mut Emitter, exc: Value) -> Value {
    let i = field(e, "attributes");
    e.op1(LlOp::GetField(EXCEPTION, i), &[exc], LlType::Ptr(OBJECT))
}

pub fn set_attributes(e: &mut Emitter, exc: Value, object: Value) {
    let i = field(e, "attributes");
    e.op0(LlOp::SetField(EXCEPTION, i), &[exc, object]);
}

/// Is it of one of these classes? One range test for each builtin class, and the numbers
/// of the program's classes.
pub fn is_instance(e: &mut Emitter, exc: Value, classes: &[Base]) -> Value {
    let number = class_id(e, exc);
    is_subclass(e, number, classes)
}

/// The same of the class of this number.
pub fn is_subclass(e: &mut Emitter, number: Value, classes: &[Base]) -> Value {
    let mut result = None;
    for (first, last) in e.l.class_numbers(classes) {
        let (first, count) = (e.int(first), e.int(last - first));
        let offset = e.prim(Prim::IntSub, &[number, first]);
        let is = e.prim(Prim::UintLe, &[offset, count]);
        result = Some(match result {
            None => is,
            Some(before) => e.op1(LlOp::Select, &[before, before, is], LlType::Bool),
        });
    }
    match result {
        Some(v) => v,
        None => e.bool(false),
    }
}

/// `type(exc)`: the annotator says whether that is known.
pub fn class(e: &mut Emitter, exc: &Typed, class: ClassId) -> Typed {
    let s = naja_annotator::ops::callable::class_of(class);
    match s.single() {
        Some(Member::ExceptionClass(_)) => Typed { s, v: vec![] },
        _ => {
            let number = class_id(e, exc.one());
            Typed { s, v: vec![number] }
        }
    }
}

/// What is written of the class of this number.
pub fn class_text(e: &mut Emitter, number: Value, text: ClassText) -> Value {
    let texts = e.l.class_table(text);
    let table = e.op1(LlOp::Static(texts), &[], LlType::Ptr(STR_ARRAY));
    e.op1(LlOp::GetItem(STR_ARRAY), &[table, number], LlType::Ptr(STR))
}

pub fn str(e: &mut Emitter, exc: Value) -> Value {
    e.call_synthesized(Synthesis::ExceptionStr, &[exc])[0]
}

/// `BaseException.__str__(exc)`
pub fn builtin_str(e: &mut Emitter, exc: Value) -> Value {
    e.call_synthesized(Synthesis::BuiltinExceptionStr, &[exc])[0]
}

pub fn repr(e: &mut Emitter, exc: Value) -> Value {
    e.call_synthesized(Synthesis::ExceptionRepr, &[exc])[0]
}

/// What `raise x` raises: x, or a new instance of the class x.
pub fn to_exception(e: &mut Emitter, x: &Typed) -> Value {
    let exception = naja_annotator::annotation::Annotation::of(Member::Instance(naja_ir::classes::BASE_EXCEPTION));
    e.dispatch(x, &exception, &mut |e, x| match x.member() {
        Member::ExceptionClass(class) => {
            let class = *class;
            let none = e.new_tuple(vec![]);
            Emitter::exception(e.new_exception(class, none))
        }
        Member::Instance(_) | Member::Error(..) => x,
        Member::Low(LlType::Ptr(EXCEPTION)) => Emitter::exception(x.one()),
        _ => {
            e.raise("TypeError", "exceptions must derive from BaseException");
            e.unreachable(&exception)
        }
    })
    .one()
}
