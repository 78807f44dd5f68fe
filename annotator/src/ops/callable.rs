//! Builtin functions and types: a row each, with how it takes its arguments and
//! the rule that types it; and the types themselves, as `isinstance` sees them.

use super::{Lack, Rule, bigint, compare_members, int, not_yet, range, string, text, tuple, union, yes_no};
use crate::annotation::{Annotation, Interval, Member};
use crate::call::{BuiltinArgs, Params};
use naja_ir::Name;
use naja_ir::classes::{ClassId, exception_class};
use naja_ir::flow::{BinaryOp, CompareOp, Conversion};

/// One row: a function, how it takes its arguments, and what it gives.
pub struct Builtin {
    pub name: &'static str,
    pub params: Params,
    pub rule: fn(&Arguments) -> Rule,
}

/// The arguments of one call, as its parameters took them.
pub struct Arguments<'a> {
    pub bound: &'a BuiltinArgs,
    pub args: &'a [Annotation],
}

const NEVER: &Annotation = &Annotation::NEVER;

impl<'a> Arguments<'a> {
    pub fn get(&self, i: usize) -> Option<&'a Annotation> {
        self.bound.positional[i].map(|i| &self.args[i])
    }

    /// A parameter that has no default.
    pub fn required(&self, i: usize) -> &'a Annotation {
        self.get(i).unwrap_or(NEVER)
    }

    pub fn rest(&self) -> impl Iterator<Item = &'a Annotation> + use<'a, '_> {
        self.bound.rest.iter().map(|&i| &self.args[i])
    }

    pub fn keyword(&self, i: usize) -> Option<&'a Annotation> {
        self.bound.keyword_only[i].map(|i| &self.args[i])
    }
}

const fn params(positional: &'static [&'static str], required: usize) -> Params {
    Params { positional, required, variadic: false, keyword_only: &[] }
}

const fn variadic(keyword_only: &'static [&'static str]) -> Params {
    Params { positional: &[], required: 0, variadic: true, keyword_only }
}

const fn row(name: &'static str, params: Params, rule: fn(&Arguments) -> Rule) -> Builtin {
    Builtin { name, params, rule }
}

/// Every builtin function and type that can be called, but the exceptions, and
/// `exit` and `quit`, which raise one.
pub const BUILTINS: &[Builtin] = &[
    row("abs", params(&[""], 1), abs),
    row("all", params(&[""], 1), all),
    row("any", params(&[""], 1), any),
    row("ascii", params(&[""], 1), ascii),
    row("bin", params(&[""], 1), digits),
    row("bool", params(&[""], 0), bool),
    row("chr", params(&[""], 1), chr),
    row("divmod", params(&["", ""], 2), divmod),
    row("float", params(&[""], 0), float),
    row("hash", params(&[""], 1), hash),
    row("hex", params(&[""], 1), digits),
    row("int", params(&["", "base"], 0), int),
    row("isinstance", params(&["", ""], 2), isinstance),
    row("len", params(&[""], 1), len),
    row("max", variadic(&["key", "default"]), max),
    row("min", variadic(&["key", "default"]), min),
    row("oct", params(&[""], 1), digits),
    row("ord", params(&[""], 1), ord),
    row("pow", params(&["base", "exp", "mod"], 2), pow),
    row("print", variadic(&["sep", "end", "file", "flush"]), print),
    row("range", params(&["", "", ""], 1), range),
    row("repr", params(&[""], 1), repr),
    row("round", params(&["number", "ndigits"], 1), round),
    row("str", params(&["object", "encoding", "errors"], 0), str),
    row("sum", params(&["", "start"], 1), sum),
    row("type", params(&["", "", ""], 1), type_of),
];

pub fn builtin(name: &str) -> Option<&'static Builtin> {
    BUILTINS.iter().find(|b| b.name == name)
}

fn print(args: &Arguments) -> Rule {
    for object in args.rest() {
        text(object, Conversion::Str)?;
    }
    for i in [0, 1] {
        if let Some(s) = args.keyword(i) {
            union::each(s, |m| match m {
                Member::Str | Member::None => Ok(Annotation::none()),
                _ => Err(Lack::NoMeaning),
            })?;
        }
    }
    if let Some(file) = args.keyword(2) {
        match file.single() {
            Some(Member::None) => {}
            Some(Member::Library(module, name)) if super::library::is_stream(module, name) => {}
            _ => return not_yet("`print` to this file"),
        }
    }
    if let Some(flush) = args.keyword(3) {
        super::truth(flush)?;
    }
    Ok(Annotation::none())
}

fn abs(args: &Arguments) -> Rule {
    union::each(args.required(0), |m| match m {
        Member::Int(_) | Member::Bool(_) => Ok(int::known(int::interval(m).absolute())),
        Member::BigInt => Ok(bigint::known()),
        Member::Float => Ok(Annotation::float()),
        _ => Err(Lack::NoMeaning),
    })
}

fn all(args: &Arguments) -> Rule {
    tuple::each_tuple(args.required(0), "`all` of this", |items| tuple::search(items, false))
}

fn any(args: &Arguments) -> Rule {
    tuple::each_tuple(args.required(0), "`any` of this", |items| tuple::search(items, true))
}

fn sum(args: &Arguments) -> Rule {
    let zero = Annotation::of(Member::Int(Interval::constant(0)));
    let start = args.get(1).unwrap_or(&zero);
    if start.members().contains(&Member::Str) {
        return Err(Lack::NoMeaning);
    }
    tuple::each_tuple(args.required(0), "`sum` of this", |items| tuple::sum(items, start))
}

fn ascii(args: &Arguments) -> Rule {
    text(args.required(0), Conversion::Ascii)
}

fn repr(args: &Arguments) -> Rule {
    text(args.required(0), Conversion::Repr)
}

fn str(args: &Arguments) -> Rule {
    if args.get(1).is_some() || args.get(2).is_some() {
        for s in [args.get(1), args.get(2)].into_iter().flatten() {
            alone(s, |m| *m == Member::Str)?.ok_or(Lack::NoMeaning)?;
        }
        let data = alone(args.required(0), is_bytes)?;
        return data.map(|_| Annotation::str()).ok_or(Lack::NoMeaning);
    }
    args.get(0).map_or(Ok(Annotation::str()), |x| text(x, Conversion::Str))
}

/// `bin`, `oct`, `hex`.
fn digits(args: &Arguments) -> Rule {
    integer(args.required(0)).map(|_| Annotation::str())
}

/// An argument that is an int or a bool, and no union of them. A big int counts as
/// an int; where it does not fit, the call raises.
pub fn integer(a: &Annotation) -> Result<Interval, Lack> {
    match alone(a, |m| matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt))? {
        Some(m) => Ok(int::interval(m)),
        None => Err(Lack::NoMeaning),
    }
}

/// The one member of an argument, where it is one that is accepted.
pub fn alone(a: &Annotation, accepts: impl Fn(&Member) -> bool) -> Result<Option<&Member>, Lack> {
    match a.single() {
        Some(m) => Ok(accepts(m).then_some(m)),
        None if a.members().iter().any(accepts) => Err(Lack::Several),
        None => Ok(None),
    }
}

/// Is it a big int?
pub fn is_big(a: &Annotation) -> bool {
    a.single() == Some(&Member::BigInt)
}

fn chr(args: &Arguments) -> Rule {
    let i = integer(args.required(0))?;
    Ok(if i.meet(UNICODE).is_some() { Annotation::str() } else { Annotation::NEVER })
}

const UNICODE: Interval = Interval { lo: 0, hi: 0x10_FFFF };

fn ord(args: &Arguments) -> Rule {
    let text = alone(args.required(0), |m| *m == Member::Str || is_bytes(m))?;
    text.map(|_| int::known(Some(UNICODE))).ok_or(Lack::NoMeaning)
}

fn bool(args: &Arguments) -> Rule {
    args.get(0).map_or(yes_no(Some(false)), super::truth)
}

fn int(args: &Arguments) -> Rule {
    if let Some(base) = args.get(1) {
        let text = alone(args.required(0), |m| *m == Member::Str)?;
        integer(base)?;
        // Whatever is given a big int gives one, parsing too.
        let number = if is_big(base) { bigint::known() } else { Annotation::int() };
        return text.map(|_| number).ok_or(Lack::NoMeaning);
    }
    let Some(x) = args.get(0) else { return Ok(int::known(Some(Interval::constant(0)))) };
    union::each(x, |m| match m {
        Member::Int(_) | Member::Bool(_) => Ok(int::known(Some(int::interval(m)))),
        Member::BigInt => Ok(bigint::known()),
        Member::Float | Member::Str | Member::Bytes => Ok(Annotation::int()),
        _ => Err(Lack::NoMeaning),
    })
}

fn is_bytes(m: &Member) -> bool {
    matches!(m, Member::Bytes | Member::ByteArray)
}

fn float(args: &Arguments) -> Rule {
    let Some(x) = args.get(0) else { return Ok(Annotation::float()) };
    union::each(x, |m| match m {
        Member::Int(_) | Member::Bool(_) | Member::BigInt | Member::Float | Member::Str => Ok(Annotation::float()),
        _ => Err(Lack::NoMeaning),
    })
}

fn divmod(args: &Arguments) -> Rule {
    union::pairs(args.required(0), args.required(1), |a, b| {
        let quotient = super::binary_members(BinaryOp::FloorDiv, a, b)?;
        let rest = match a {
            Member::Str => return Err(Lack::NoMeaning),
            _ => super::binary_members(BinaryOp::Mod, a, b)?,
        };
        let raises = quotient.is_never() || rest.is_never();
        Ok(if raises { Annotation::NEVER } else { Annotation::of(Member::Tuple(vec![quotient, rest])) })
    })
}

fn pow(args: &Arguments) -> Rule {
    let (base, exponent) = (args.required(0), args.required(1));
    match args.get(2) {
        None => super::binary(BinaryOp::Pow, base, exponent),
        Some(modulus) if *modulus == Annotation::none() => not_yet("`pow` with None as modulus"),
        Some(modulus) => {
            integer(base)?;
            integer(exponent)?;
            let interval = integer(modulus)?;
            if [base, exponent, modulus].into_iter().any(is_big) {
                return Ok(bigint::known());
            }
            int::power_modulo(interval)
        }
    }
}

fn round(args: &Arguments) -> Rule {
    let none = Annotation::none();
    let digits = args.get(1).unwrap_or(&none);
    if *digits != none {
        integer(digits)?;
    }
    union::pairs(args.required(0), digits, |x, digits| match (x, digits) {
        (Member::Int(i), Member::None) => Ok(int::known(Some(*i))),
        (Member::Bool(_), Member::None) => Ok(int::known(Some(int::interval(x)))),
        (Member::BigInt, _) => Ok(bigint::known()),
        (Member::Float, Member::None) => Ok(Annotation::int()),
        (Member::Int(_) | Member::Bool(_), Member::Int(_) | Member::Bool(_)) => {
            let keeps = int::interval(digits).lo >= 0;
            Ok(int::known(Some(if keeps { int::interval(x) } else { Interval::FULL })))
        }
        (Member::Int(_) | Member::Bool(_), Member::BigInt) => Ok(Annotation::int()),
        (Member::Float, _) => Ok(Annotation::float()),
        _ => Err(Lack::NoMeaning),
    })
}

fn hash(args: &Arguments) -> Rule {
    crate::containers::hashable(args.required(0))?;
    Ok(Annotation::int())
}

fn len(args: &Arguments) -> Rule {
    union::each(args.required(0), |m| match m {
        Member::Str => Ok(int::known(Some(string::LENGTH))),
        Member::Tuple(items) => Ok(int::known(Some(Interval::constant(items.len() as i64)))),
        Member::Range(_) => Ok(int::known(Some(Interval::NOT_NEGATIVE))),
        Member::Container(..) | Member::DictView(..) | Member::Bytes | Member::ByteArray => {
            Ok(int::known(Some(string::LENGTH)))
        }
        _ => Err(Lack::NoMeaning),
    })
}

fn range(args: &Arguments) -> Rule {
    let first = integer(args.required(0))?;
    let (start, stop) = match args.get(1) {
        Some(stop) => (first, integer(stop)?),
        None => (Interval::constant(0), first),
    };
    let step = args.get(2).map_or(Ok(Interval::constant(1)), integer)?;
    Ok(range::new(start, stop, step))
}

fn min(args: &Arguments) -> Rule {
    extreme(args, CompareOp::Lt, Interval::minimum)
}

fn max(args: &Arguments) -> Rule {
    extreme(args, CompareOp::Gt, Interval::maximum)
}

/// The first argument (or item of the only argument) that no other is before.
fn extreme(args: &Arguments, op: CompareOp, ints: fn(Interval, Interval) -> Interval) -> Rule {
    if args.keyword(0).is_some() || args.keyword(1).is_some() {
        return not_yet("`min` and `max` with a key or a default");
    }
    let all: Vec<&Annotation> = args.rest().collect();
    match all.as_slice() {
        [] => Err(Lack::NoMeaning),
        [only] => match alone(only, |m| matches!(m, Member::Tuple(_) | Member::Range(_) | Member::Str))? {
            Some(Member::Tuple(items)) => best(&items.iter().collect::<Vec<_>>(), op, ints),
            Some(_) => not_yet("`min` and `max` of this"),
            None => Err(Lack::NoMeaning),
        },
        several => best(several, op, ints),
    }
}

fn best(items: &[&Annotation], op: CompareOp, ints: fn(Interval, Interval) -> Interval) -> Rule {
    // Of nothing: ValueError.
    let Some((&first, others)) = items.split_first() else { return Ok(Annotation::NEVER) };
    let mut best = first.clone();
    for next in others {
        best = union::pairs(&best, next, |a, b| match (a, b) {
            (Member::Int(x), Member::Int(y)) => Ok(int::known(Some(ints(*x, *y)))),
            _ => {
                compare_members(op, b, a)?;
                Ok([a.clone(), b.clone()].into_iter().collect())
            }
        })?;
    }
    Ok(best)
}

fn isinstance(args: &Arguments) -> Rule {
    match args.required(1).single() {
        Some(class) => union::each(args.required(0), |m| is_instance(m, class).and_then(yes_no)),
        None => not_yet("`isinstance` with one of several classes"),
    }
}

fn type_of(args: &Arguments) -> Rule {
    if args.get(1).is_some() {
        return not_yet("`type` with three arguments");
    }
    union::each(args.required(0), type_of_member)
}

/// `type(m)`
pub fn type_of_member(m: &Member) -> Rule {
    match (m, type_name(m)) {
        (Member::Instance(class), _) => Ok(class_of(*class)),
        (_, Some(name)) => Ok(Annotation::of(Member::Builtin(name.into()))),
        (_, None) => not_yet("the class of this value"),
    }
}

/// The rule of a builtin function for positional arguments.
pub fn apply(name: &str, args: &[Annotation]) -> Rule {
    let row = builtin(name).ok_or(Lack::NoMeaning)?;
    let bound = crate::call::bind_builtin(&row.params, args.len(), &[]).map_err(|_| Lack::NoMeaning)?;
    answer(row, &bound, args)
}

/// What a builtin function gives: for arguments of several types, what it gives for each
/// combination that has a meaning.
pub fn answer(row: &Builtin, bound: &BuiltinArgs, args: &[Annotation]) -> Rule {
    match (row.rule)(&Arguments { bound, args }) {
        Err(Lack::Several) => {
            let i = first_union(args).ok_or(Lack::NoMeaning)?;
            union::each(&args[i], |m| {
                let mut args = args.to_vec();
                args[i] = Annotation::of(m.clone());
                answer(row, bound, &args)
            })
        }
        rule => rule,
    }
}

/// The first argument of several types.
pub fn first_union(args: &[Annotation]) -> Option<usize> {
    args.iter().position(|s| s.members().len() > 1)
}

/// Does the rule of a builtin function want arguments of one type each, while some are of
/// several?
pub fn wants_one_of_each(row: &Builtin, positional: usize, keywords: &[Name], args: &[Annotation]) -> bool {
    let bound = crate::call::bind_builtin(&row.params, positional, keywords);
    bound.is_ok_and(|bound| (row.rule)(&Arguments { bound: &bound, args }) == Err(Lack::Several))
}

/// Has it a meaning for these?
pub fn has_meaning(row: &Builtin, positional: usize, keywords: &[Name], args: &[Annotation]) -> bool {
    let bound = crate::call::bind_builtin(&row.params, positional, keywords);
    bound.is_ok_and(|bound| answer(row, &bound, args).is_ok())
}

/// What TypeError says of arguments that a builtin function has no meaning for.
pub fn type_error(name: &str, args: &[Annotation], types: &[String]) -> String {
    let wrong = |accepts: fn(&Member) -> bool| {
        let i = args.iter().position(|s| !s.members().iter().all(accepts));
        &types[i.unwrap_or(0)]
    };
    let is_int = |m: &Member| matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt);
    match name {
        "ord" => format!("ord() expected string of length 1, but {} found", types[0]),
        "int" => "int() can't convert non-string with explicit base".into(),
        "max" | "min" => format!("'{}' object is not iterable", types[0]),
        "pow" => format!("unsupported operand type(s) for ** or pow(): '{}'", types.join("', '")),
        "floor" | "ceil" => format!("must be real number, not {}", types[0]),
        "round" | "trunc" if !is_number(&args[0].members()[0]) => {
            format!("type {} doesn't define __{name}__ method", types[0])
        }
        "round" => format!("'{}' object cannot be interpreted as an integer", types[1]),
        "str" => format!("decoding to str: need a bytes-like object, {} found", types[0]),
        _ => format!("'{}' object cannot be interpreted as an integer", wrong(is_int)),
    }
}

fn is_number(m: &Member) -> bool {
    matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt | Member::Float)
}

/// `type(e)` of an exception of this class or of one that inherits from it.
pub fn class_of(class: ClassId) -> Annotation {
    Annotation::of(if class.last() == class.0 { Member::ExceptionClass(class) } else { Member::ExceptionType(class) })
}

/// The builtin type of a value; `None` where it is no builtin one or not known.
fn type_name(m: &Member) -> Option<&'static str> {
    match m {
        Member::None => Some("NoneType"),
        Member::Bool(_) => Some("bool"),
        Member::Int(_) => Some("int"),
        Member::Float => Some("float"),
        Member::Str => Some("str"),
        Member::Tuple(_) => Some("tuple"),
        Member::Range(_) => Some("range"),
        Member::Slice(_) => Some("slice"),
        Member::BigInt => Some("int"),
        Member::Bytes => Some("bytes"),
        Member::ByteArray => Some("bytearray"),
        Member::Container(kind, _) => Some(kind.name()),
        _ => None,
    }
}

/// Does naja know what it prints and what its name is?
pub fn has_text(name: &str) -> bool {
    builtin(name).is_some() || is_type_name(name)
}

/// The builtin types that naja knows.
pub fn is_type_name(name: &str) -> bool {
    matches!(
        name,
        "int"
            | "float"
            | "bool"
            | "str"
            | "tuple"
            | "range"
            | "object"
            | "type"
            | "NoneType"
            | "list"
            | "dict"
            | "set"
            | "frozenset"
            | "bytes"
            | "bytearray"
            | "complex"
            | "slice"
    )
}

/// Is it a type, as an annotation names one?
pub fn is_type(m: &Member) -> bool {
    match m {
        Member::Builtin(name) => is_type_name(name),
        Member::None | Member::ExceptionClass(_) | Member::ExceptionType(_) | Member::Typing(_) => true,
        _ => false,
    }
}

/// `isinstance(x, class)`; the class may be a tuple of classes. `None`: it depends.
pub fn is_instance(x: &Member, class: &Member) -> Result<Option<bool>, Lack> {
    match class {
        Member::Tuple(classes) => {
            let mut any = Some(false);
            for class in classes {
                let Some(class) = class.single() else {
                    return Err(Lack::NotYet("`isinstance` with a class that is not fixed".into()));
                };
                match is_instance(x, class)? {
                    Some(true) => return Ok(Some(true)),
                    Some(false) => {}
                    None => any = None,
                }
            }
            Ok(any)
        }
        Member::ExceptionClass(class) => Ok(match x {
            Member::Instance(has) => is_one_of(*has, &[*class]),
            // In the library an exception is a pointer.
            Member::Low(_) => None,
            _ => Some(false),
        }),
        Member::Builtin(name) if is_type_name(name) => Ok(Some(match (&**name, x) {
            ("object", _) => true,
            ("int", Member::Bool(_)) => true,
            ("type", Member::ExceptionClass(_) | Member::ExceptionType(_)) => true,
            ("type", Member::Builtin(name)) => is_type_name(name),
            (name, x) => type_name(x) == Some(name),
        })),
        Member::Typing(_) => Err(Lack::NotYet("`isinstance` with a type of `typing` or a union".into())),
        _ => Err(Lack::NoMeaning),
    }
}

/// Does an exception of this class, or of one that inherits from it, belong to one
/// of these? `None`: it depends.
pub fn is_one_of(has: ClassId, classes: &[ClassId]) -> Option<bool> {
    if classes.iter().any(|c| has.is_subclass_of(*c)) {
        Some(true)
    } else if classes.iter().any(|c| c.is_subclass_of(has)) {
        None
    } else {
        Some(false)
    }
}

/// Is it the name of a builtin that Python has and naja has not yet?
pub fn is_known_to_python(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "__import__",
        "aiter",
        "anext",
        "breakpoint",
        "bytearray",
        "bytes",
        "callable",
        "classmethod",
        "compile",
        "complex",
        "delattr",
        "dict",
        "dir",
        "enumerate",
        "eval",
        "exec",
        "filter",
        "format",
        "frozenset",
        "getattr",
        "globals",
        "hasattr",
        "hash",
        "help",
        "id",
        "issubclass",
        "iter",
        "list",
        "locals",
        "map",
        "memoryview",
        "next",
        "object",
        "open",
        "property",
        "reversed",
        "set",
        "setattr",
        "delattr",
        "slice",
        "sorted",
        "staticmethod",
        "super",
        "tuple",
        "vars",
        "zip",
    ];
    NAMES.contains(&name) || builtin(name).is_some() || exception_class(name).is_some()
}
