//! What each operation means for each type: one file per type, and here the one
//! place where two operands meet. A rule takes members, never unions; [`union`]
//! takes unions apart.

pub mod attribute;
pub mod bigint;
pub mod boolean;
pub mod callable;
pub mod exception;
pub mod float;
pub mod int;
pub mod library;
pub mod lowlevel;
pub mod none;
pub mod range;
pub mod string;
pub mod tuple;
pub mod union;

use crate::annotation::{Annotation, Interval, Member, View};
use naja_ir::flow::{BinaryOp, CompareOp, Conversion, UnaryOp};
use std::borrow::Cow;

/// What a rule finds: what the operation gives (nothing where it always raises).
pub type Rule = Result<Annotation, Lack>;

/// Why an operation has no result for these members.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Lack {
    /// CPython raises TypeError (AttributeError for an attribute).
    NoMeaning,
    /// It has a meaning that naja cannot compile: what, as the subject of a sentence.
    NotYet(Cow<'static, str>),
    /// The rule is one for arguments of one type each; see [`callable::answer`].
    Several,
    /// Whether two ints (strings, floats, tuples) are one object is not defined.
    Identity,
}

pub fn not_yet(what: impl Into<Cow<'static, str>>) -> Rule {
    Err(Lack::NotYet(what.into()))
}

pub fn yes_no(known: Option<bool>) -> Rule {
    Ok(Annotation::of(Member::Bool(known)))
}

/// Is it one of the numbers that `+` and its like take: int, bool or float?
fn is_number(m: &Member) -> bool {
    is_integral(m) || matches!(m, Member::Float)
}

fn is_integral(m: &Member) -> bool {
    matches!(m, Member::Int(_) | Member::Bool(_) | Member::BigInt)
}

/// `op a`.
pub fn unary(op: UnaryOp, a: &Annotation) -> Rule {
    if op == UnaryOp::Not {
        return Ok(negated(&truth(a)?));
    }
    union::each(a, |m| match m {
        Member::Int(_) | Member::Bool(_) => int::unary(op, int::interval(m)),
        Member::BigInt => bigint::unary(op),
        Member::Float => float::unary(op),
        Member::Low(ty) => lowlevel::unary(op, *ty),
        _ => Err(Lack::NoMeaning),
    })
}

fn negated(truth: &Annotation) -> Annotation {
    truth.filter_map(|m| match m {
        Member::Bool(known) => Some(Member::Bool(known.map(|b| !b))),
        _ => None,
    })
}

/// `a op b` and `a op= b`.
pub fn binary(op: BinaryOp, a: &Annotation, b: &Annotation) -> Rule {
    union::pairs(a, b, |a, b| binary_members(op, a, b))
}

pub fn binary_members(op: BinaryOp, a: &Member, b: &Member) -> Rule {
    use Member::*;
    match (a, b) {
        (Low(x), Low(y)) => lowlevel::binary(op, *x, *y),
        (Bool(x), Bool(y)) if matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor) => {
            boolean::bitwise(op, *x, *y)
        }
        (Int(_) | Bool(_), Int(_) | Bool(_)) => int::binary(op, int::interval(a), int::interval(b)),
        (BigInt, _) | (_, BigInt) if is_integral(a) && is_integral(b) => bigint::binary(op, b),
        (Float, _) | (_, Float) if is_number(a) && is_number(b) => float::binary(op, a, b),
        (Str, _) | (_, Str) => string::binary(op, a, b),
        (Bytes, Bytes) if op == BinaryOp::Add => Ok(Annotation::of(Bytes)),
        (Tuple(_), _) | (_, Tuple(_)) => tuple::binary(op, a, b),
        // `int | None`: a type, for annotations.
        _ if op == BinaryOp::Or && callable::is_type(a) && callable::is_type(b) => {
            Ok(Annotation::of(Typing("Union".into())))
        }
        _ => Err(Lack::NoMeaning),
    }
}

/// `a op b` for the comparisons.
pub fn compare(op: CompareOp, a: &Annotation, b: &Annotation) -> Rule {
    union::pairs(a, b, |a, b| compare_members(op, a, b))
}

pub fn compare_members(op: CompareOp, a: &Member, b: &Member) -> Rule {
    let not = |r: Rule| r.map(|s| negated(&s));
    match op {
        CompareOp::Eq => equal(a, b),
        CompareOp::Ne => not(equal(a, b)),
        CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge => order(op, a, b),
        CompareOp::Is => identical(a, b),
        CompareOp::IsNot => not(identical(a, b)),
        CompareOp::In => contains(a, b),
        CompareOp::NotIn => not(contains(a, b)),
    }
}

/// `a == b`. Values of unlike types differ; that is no mistake.
fn equal(a: &Member, b: &Member) -> Rule {
    use crate::annotation::Container as C;
    use Member::*;
    match (a, b) {
        (Low(x), Low(y)) => lowlevel::compare(*x, *y),
        (Low(_), _) | (_, Low(_)) => Err(Lack::NoMeaning),
        (Int(_) | Bool(_), Int(_) | Bool(_)) => yes_no(int::interval(a).equal(int::interval(b))),
        _ if is_number(a) && is_number(b) => yes_no(Option::None),
        (Str, Str) | (Range(_), Range(_)) => yes_no(Option::None),
        (Instance(_) | Error(..), Instance(_) | Error(..)) | (Object(_), Object(_)) => yes_no(Option::None),
        (Generator(x), Generator(y)) => {
            yes_no(if x.iter().any(|s| y.iter().any(|t| s == t)) { Option::None } else { Some(false) })
        }
        (ExceptionType(_), ExceptionType(_)) => yes_no(Option::None),
        (ExceptionType(of), ExceptionClass(class)) | (ExceptionClass(class), ExceptionType(of)) => {
            yes_no(if class.is_subclass_of(*of) { Option::None } else { Some(false) })
        }
        (Tuple(x), Tuple(y)) => tuple::equal(x, y),
        (Slice(x), Slice(y)) => tuple::equal(&x[..], &y[..]),
        _ if containers_compare(a, b) => yes_no(Option::None),
        // Each call of `values` gives another view; which is which, naja does not know.
        (DictView(View::Values, _), DictView(View::Values, _)) => not_yet("the comparison of views of dicts"),
        // Alone: see `view_comparison`.
        (
            DictView(View::Keys | View::Items, _),
            DictView(View::Keys | View::Items, _) | Container(C::Set | C::FrozenSet, _),
        )
        | (Container(C::Set | C::FrozenSet, _), DictView(View::Keys | View::Items, _)) => {
            not_yet("the comparison of views of dicts that may be something else")
        }
        (Function(_), Function(_)) => not_yet("the comparison of functions"),
        (Typing(_), Typing(_)) => not_yet("the comparison of types for annotations"),
        (None, None)
        | (Ellipsis, Ellipsis)
        | (NotImplemented, NotImplemented)
        | (Builtin(_), Builtin(_))
        | (ExceptionClass(_), ExceptionClass(_))
        | (Class(_), Class(_))
        | (Library(..), Library(..))
        | (Module(_), Module(_)) => yes_no(Some(a == b)),
        _ => yes_no(Some(false)),
    }
}

/// Are the two containers of one kind, so that `==` looks into them?
fn containers_compare(a: &Member, b: &Member) -> bool {
    use crate::annotation::Container as C;
    use Member::*;
    let is_set = |m: &Member| matches!(m, Container(C::Set | C::FrozenSet, _));
    let is_tuple = |m: &Member| matches!(m, Container(C::Tuple, _) | Tuple(_));
    let is_bytes = |m: &Member| matches!(m, Bytes | ByteArray);
    match (a, b) {
        (Container(C::List, _), Container(C::List, _)) | (Container(C::Dict, _), Container(C::Dict, _)) => true,
        _ => (is_set(a) && is_set(b)) || (is_tuple(a) && is_tuple(b)) || (is_bytes(a) && is_bytes(b)),
    }
}

fn is_dict(m: &Member) -> bool {
    matches!(m, Member::Container(crate::annotation::Container::Dict, _))
}

fn order(op: CompareOp, a: &Member, b: &Member) -> Rule {
    use Member::*;
    match (a, b) {
        (Low(x), Low(y)) => lowlevel::compare(*x, *y),
        (Int(_) | Bool(_), Int(_) | Bool(_)) => int::order(op, int::interval(a), int::interval(b)),
        _ if is_number(a) && is_number(b) => yes_no(Option::None),
        (Str, Str) => yes_no(Option::None),
        (Tuple(x), Tuple(y)) => tuple::order(op, x, y),
        _ if containers_compare(a, b) && !is_dict(a) => yes_no(Option::None),
        _ => Err(Lack::NoMeaning),
    }
}

/// `a is b`, where the answer does not depend on which equal values are one object.
fn identical(a: &Member, b: &Member) -> Rule {
    use crate::annotation::Container as C;
    use Member::*;
    match (a, b) {
        (Bool(Some(x)), Bool(Some(y))) => yes_no(Some(x == y)),
        (Bool(_), Bool(_)) => yes_no(Option::None),
        (Container(C::Tuple | C::FrozenSet, _), Container(C::Tuple | C::FrozenSet, _)) | (Bytes, Bytes) => {
            Err(Lack::Identity)
        }
        (Container(x, _), Container(y, _)) => yes_no(if x == y { Option::None } else { Some(false) }),
        (ByteArray, ByteArray) => yes_no(Option::None),
        (Int(_) | BigInt, Int(_) | BigInt)
        | (Float, Float)
        | (Str, Str)
        | (Tuple(_), Tuple(_))
        | (Range(_), Range(_)) => Err(Lack::Identity),
        (Low(_), _) | (_, Low(_)) => Err(Lack::NoMeaning),
        _ => equal(a, b),
    }
}

/// `a in b`.
fn contains(a: &Member, b: &Member) -> Rule {
    use crate::annotation::Container as C;
    use Member::*;
    match (a, b) {
        (_, Tuple(items)) => tuple::contains(a, items),
        (Str, Str) => yes_no(Option::None),
        (_, Range(facts)) => range::contains(a, *facts),
        (_, Container(C::List | C::Tuple, _) | DictView(..)) => yes_no(Option::None),
        (_, Container(C::Dict | C::Set | C::FrozenSet, _)) => {
            crate::containers::hashable(&Annotation::of(a.clone()))?;
            yes_no(Option::None)
        }
        (Int(_) | Bool(_) | BigInt | Bytes | ByteArray, Bytes | ByteArray) => yes_no(Option::None),
        _ => Err(Lack::NoMeaning),
    }
}

/// What a test of `a` asks: a bool. Everything has a truth but a low-level value.
pub fn truth(a: &Annotation) -> Rule {
    union::each(a, |m| match m {
        Member::Bool(known) => yes_no(*known),
        Member::None => yes_no(Some(false)),
        Member::Int(i) => yes_no(i.equal(Interval::constant(0)).map(|zero| !zero)),
        Member::Float | Member::Str | Member::Range(_) | Member::BigInt | Member::Bytes | Member::ByteArray => {
            yes_no(None)
        }
        Member::Container(..) | Member::DictView(..) => yes_no(None),
        Member::Tuple(items) => yes_no(Some(!items.is_empty())),
        Member::NotImplemented => not_yet("the truth of NotImplemented"),
        // Objects may have a truth of their own: see objects.rs.
        Member::Low(_) | Member::Object(_) | Member::Error(..) => Err(Lack::NoMeaning),
        _ => yes_no(Some(true)),
    })
}

/// `a[i]`.
pub fn get_item(a: &Annotation, i: &Annotation) -> Rule {
    use Member::*;
    union::pairs(a, i, |a, i| match (a, i) {
        (Tuple(items), Int(_) | Bool(_) | BigInt) => tuple::get_item(items, int::interval(i)),
        (Str, Int(_) | Bool(_) | BigInt) => Ok(Annotation::str()),
        (Bytes | ByteArray, Int(_) | Bool(_) | BigInt) => Ok(Annotation::of(Int(Interval { lo: 0, hi: 255 }))),
        (Range(facts), Int(_) | Bool(_) | BigInt) => Ok(Annotation::of(Int(facts.items))),
        (Typing(_), _) => Ok(Annotation::of(a.clone())),
        (Builtin(name), _) if callable::is_type_name(name) => Ok(Annotation::of(Typing("Generic".into()))),
        _ => Err(Lack::NoMeaning),
    })
}

/// `str(x)` and its like: a str. What has an address in its text has none here.
pub fn text(a: &Annotation, _conversion: Conversion) -> Rule {
    union::each(a, |m| text_of_member(m).map(|()| Annotation::str()))
}

pub fn text_of_member(m: &Member) -> Result<(), Lack> {
    match m {
        Member::None
        | Member::Bool(_)
        | Member::Int(_)
        | Member::Float
        | Member::Str
        | Member::Range(_)
        | Member::BigInt
        | Member::Bytes
        | Member::ByteArray
        | Member::Container(..)
        | Member::DictView(..)
        | Member::Instance(_)
        | Member::Ellipsis
        | Member::NotImplemented
        | Member::ExceptionClass(_)
        | Member::ExceptionType(_) => Ok(()),
        Member::Builtin(name) if callable::has_text(name) => Ok(()),
        Member::Builtin(name) => Err(Lack::NotYet(format!("the text of `{name}`").into())),
        Member::Tuple(items) => items.iter().flat_map(|item| item.members()).try_for_each(text_of_member),
        Member::Object(_) | Member::Error(..) | Member::Class(_) => Ok(()),
        Member::Function(_) | Member::Closure(..) => Ok(()),
        Member::Method(..) | Member::Super(..) => Err(Lack::NotYet("the text of a method".into())),
        Member::Slice(bounds) => bounds.iter().flat_map(|s| s.members()).try_for_each(text_of_member),
        Member::ContainerIter(..)
        | Member::ReversedIter(..)
        | Member::DictIter(..)
        | Member::StrIter
        | Member::BytesIter
        | Member::ByteArrayIter
        | Member::EnumerateIter(_)
        | Member::Generator(_)
        | Member::ZipIter(_) => Err(Lack::NotYet("the text of an iterator".into())),
        Member::Module(_) => Err(Lack::NotYet("the text of a module".into())),
        Member::Library(module, name) if &**module == "math" && library::function(module, name).is_some() => Ok(()),
        Member::Library(module, name) => Err(Lack::NotYet(format!("the text of `{module}.{name}`").into())),
        Member::Typing(_) => Err(Lack::NotYet("the text of a type for annotations".into())),
        Member::Unbound | Member::RangeIter(_) | Member::TupleIter(_) | Member::Low(_) | Member::LowFunction(_) => {
            Err(Lack::NoMeaning)
        }
    }
}
