//! The modules that naja provides: a row for each function and each value.

use super::callable::{Arguments, Builtin, alone, integer, is_big};
use super::{Lack, Rule, bigint, int, not_yet, union};
use crate::annotation::{Annotation, Interval, Member};
use crate::call::Params;
use naja_ir::Name;

const fn params(positional: &'static [&'static str], required: usize) -> Params {
    Params { positional, required, variadic: false, keyword_only: &[] }
}

const ONE: Params = params(&[""], 1);
const TWO: Params = params(&["", ""], 2);
const ONE_OR_TWO: Params = params(&["", ""], 1);
const ANY: Params = Params { positional: &[], required: 0, variadic: true, keyword_only: &[] };

const fn row(name: &'static str, params: Params, rule: fn(&Arguments) -> Rule) -> Builtin {
    Builtin { name, params, rule }
}

/// What of `math` needs no libm and is exactly what CPython computes.
pub const MATH: &[Builtin] = &[
    row("ceil", ONE, whole),
    row("comb", TWO, whole_number),
    row("copysign", TWO, real),
    row("degrees", ONE, real),
    row("fabs", ONE, real),
    row("factorial", ONE, whole_number),
    row("floor", ONE, whole),
    row("fmod", TWO, real),
    row("gcd", ANY, gcd),
    row("isfinite", ONE, test),
    row("isinf", ONE, test),
    row("isnan", ONE, test),
    row("isqrt", ONE, isqrt),
    row("perm", ONE_OR_TWO, permutations),
    row("radians", ONE, real),
    row("sqrt", ONE, real),
    row("trunc", ONE, whole),
];

/// The methods of `sys.stdout` and `sys.stderr`.
pub const STREAM: &[Builtin] = &[row("flush", params(&[], 0), flush), row("write", ONE, write)];

/// What `rpython.rlib` has of the compiler.
const WORD: &[Builtin] = &[row("low64", ONE, low64)];

/// What a name of a module that naja provides is as a value; `None` where it is
/// not there.
pub fn value(module: &Name, name: &Name) -> Option<Annotation> {
    let float = Some(Annotation::float());
    match (&**module, &**name) {
        ("math", "pi" | "e" | "tau" | "inf" | "nan") => float,
        ("rpython.rlib._word", "translated") => Some(Annotation::of(Member::Bool(Some(true)))),
        ("sys", "maxsize") => Some(int::known(Some(Interval::constant(i64::MAX)))),
        ("sys", "exit" | "stdin" | "stdout" | "stderr") => Some(itself(module, name)),
        // As a function, which gives the list: see flowspace.
        ("sys", "argv") => Some(itself(module, name)),
        ("copy", "copy" | "deepcopy") => Some(itself(module, name)),
        // A module itself.
        (_, "") => Some(itself(module, name)),
        (m, _) if super::lowlevel::is_lowlevel(m) => Some(itself(module, name)),
        _ => function(module, name).map(|_| itself(module, name)),
    }
}

fn itself(module: &Name, name: &Name) -> Annotation {
    Annotation::of(Member::Library(module.clone(), name.clone()))
}

/// The row of a function of a module; `sys.exit`, which raises, has none.
pub fn function(module: &str, name: &str) -> Option<&'static Builtin> {
    let rows = match module {
        "math" => MATH,
        "rpython.rlib._word" => WORD,
        "sys.stdout" | "sys.stderr" => STREAM,
        _ => return None,
    };
    rows.iter().find(|b| b.name == name)
}

pub fn is_stream(module: &str, name: &str) -> bool {
    module == "sys" && matches!(name, "stdout" | "stderr")
}

/// Does what a name stands for have an attribute? What is missing is missing from a stream, in whose
/// place an object may stand that has it.
pub fn has(module: &str, name: &str, attribute: &str) -> bool {
    !is_stream(module, name) || function(&format!("{module}.{name}"), attribute).is_some()
}

pub fn is_stdin(m: &Member) -> bool {
    matches!(m, Member::Library(module, name) if &**module == "sys" && &**name == "stdin")
}

/// `sys.stdout.write`: a function of the module `sys.stdout`.
pub fn attribute(module: &Name, name: &Name, attribute: &Name) -> Rule {
    if is_stream(module, name) {
        let stream: Name = format!("{module}.{name}").into();
        return match function(&stream, attribute) {
            Some(_) => Ok(itself(&stream, attribute)),
            // What only an `io.StringIO` has that stands in its place.
            None if &**attribute == "getvalue" => Err(Lack::NoMeaning),
            None => not_yet(format!("`{stream}.{attribute}`")),
        };
    }
    if name.is_empty() {
        return match value(module, attribute) {
            Some(s) if matches!(s.single(), Some(Member::Library(..))) => Ok(s),
            _ => not_yet(format!("`{module}.{attribute}` of a module as a value")),
        };
    }
    Err(Lack::NoMeaning)
}

/// Each parameter is a number; the result a float.
fn real(args: &Arguments) -> Rule {
    for i in 0..args.bound.positional.len() {
        number(args.required(i), |_| Ok(Annotation::float()))?;
    }
    Ok(Annotation::float())
}

fn number(a: &Annotation, mut rule: impl FnMut(&Member) -> Rule) -> Rule {
    union::each(a, |m| match m {
        Member::Int(_) | Member::Bool(_) | Member::BigInt | Member::Float => rule(m),
        _ => Err(Lack::NoMeaning),
    })
}

fn test(args: &Arguments) -> Rule {
    number(args.required(0), |_| Ok(Annotation::bool()))
}

/// `floor`, `ceil`, `trunc`: an int.
fn whole(args: &Arguments) -> Rule {
    let is_number = |m: &Member| matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt | Member::Float);
    match alone(args.required(0), is_number)? {
        Some(Member::Float) => Ok(Annotation::int()),
        Some(Member::BigInt) => Ok(bigint::known()),
        Some(m) => Ok(int::known(Some(int::interval(m)))),
        None => Err(Lack::NoMeaning),
    }
}

/// The low 64 bits, as an int with a sign.
fn low64(args: &Arguments) -> Rule {
    let whole = integer(args.required(0))?;
    Ok(int::known(Some(if is_big(args.required(0)) { Interval::FULL } else { whole })))
}

fn isqrt(args: &Arguments) -> Rule {
    if is_big(args.required(0)) {
        return Ok(bigint::known());
    }
    // Nothing for the ints below 0: ValueError.
    let root = |i: Interval| Interval { lo: 0, hi: i.hi.isqrt() };
    Ok(int::known(integer(args.required(0))?.meet(Interval::NOT_NEGATIVE).map(root)))
}

fn gcd(args: &Arguments) -> Rule {
    for a in args.rest() {
        integer(a)?;
    }
    Ok(if args.rest().any(is_big) { bigint::known() } else { int::known(Some(Interval::NOT_NEGATIVE)) })
}

/// Of whole numbers, a whole number that is not negative.
fn whole_number(args: &Arguments) -> Rule {
    let given = || (0..args.bound.positional.len()).filter_map(|i| args.get(i));
    for a in given() {
        integer(a)?;
    }
    Ok(if given().any(is_big) { bigint::known() } else { int::known(Some(Interval::NOT_NEGATIVE)) })
}

/// `perm(n, None)` is n!, as `perm(n)` is.
fn permutations(args: &Arguments) -> Rule {
    match args.get(1) {
        Some(k) if k.members().len() > 1 => Err(Lack::Several),
        Some(k) if *k == Annotation::none() => {
            integer(args.required(0))?;
            Ok(if is_big(args.required(0)) { bigint::known() } else { int::known(Some(Interval::NOT_NEGATIVE)) })
        }
        _ => whole_number(args),
    }
}

fn write(args: &Arguments) -> Rule {
    union::each(args.required(0), |m| match m {
        Member::Str => Ok(int::known(Some(super::string::LENGTH))),
        _ => Err(Lack::NoMeaning),
    })
}

fn flush(_args: &Arguments) -> Rule {
    Ok(Annotation::none())
}
