//! Representations: how what an annotation promises is held in low-level values.
//!
//! A high-level value is zero or more low-level values side by side (its
//! *components*), so that a tuple travels in registers and `None` costs nothing:
//!
//! ```text
//! None, a function, a class     nothing
//! bool int float str            bool   i64   f64   *Str
//! list dict set                 *Object: which struct it is, is known by the type of its items
//! tuple                         the components of its items; a pointer when they are many
//! range                         start stop step
//! union of scalars              tag payload        tag alone where no member has a payload
//! str | None, E | None          a pointer, null for None
//! any other union               *Object: null, a box, or the object itself
//! ```
//!
//! The idea is RPython's `rmodel.Repr`; the flattening is ours.

use naja_annotator::annotation::{Annotation, Container, Interval, Member, RangeFacts};
use naja_ir::classes::BASE_EXCEPTION;
use naja_ir::lltype::{BIG_INT, BYTE_ARRAY, BYTES, EXCEPTION, ItemClass, LlType, OBJECT, STR};

/// The most components that a tuple has before it becomes a pointer.
const MAX_FLAT_TUPLE: usize = 8;

/// How a union is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum UnionForm {
    /// A tag; no member has a payload.
    Tags,
    /// A tag and 64 bits.
    Scalars,
    /// A pointer of this type; null is the member without components.
    Nullable(LlType),
    /// `*Object`.
    Object,
}

/// What of an annotation decides the representation: intervals, known bools and
/// exception classes are forgotten. Equal shapes are held alike.
pub fn shape(s: &Annotation) -> Annotation {
    s.members().iter().map(member_shape).collect()
}

fn member_shape(m: &Member) -> Member {
    match m {
        Member::Bool(_) => Member::Bool(None),
        Member::Int(_) => Member::Int(Interval::FULL),
        Member::Range(_) => Member::Range(RangeFacts { items: Interval::FULL, step: Interval::FULL }),
        Member::RangeIter(facts) => {
            Member::RangeIter(RangeFacts { items: Interval::FULL, step: step_shape(facts.step) })
        }
        Member::Instance(_) => Member::Instance(BASE_EXCEPTION),
        Member::Error(_, sites) => Member::Error(BASE_EXCEPTION, sites.clone()),
        Member::ExceptionType(_) => Member::ExceptionType(BASE_EXCEPTION),
        _ => m.map(&mut shape, &mut |site| site),
    }
}

/// Loops that count by 1 or -1 are held more simply than the rest.
fn step_shape(step: Interval) -> Interval {
    match step.is_constant() {
        Some(1 | -1) => step,
        _ => Interval::FULL,
    }
}

/// Does a member have no components: is it known by being there?
pub fn is_unit(m: &Member) -> bool {
    match m {
        Member::Unbound
        | Member::None
        | Member::Ellipsis
        | Member::NotImplemented
        | Member::Function(_)
        | Member::Builtin(_)
        | Member::ExceptionClass(_)
        | Member::Module(_)
        | Member::Library(..)
        | Member::LowFunction(_)
        | Member::Class(_)
        | Member::Typing(_) => true,
        Member::Bool(_)
        | Member::Int(_)
        | Member::Float
        | Member::Str
        | Member::Tuple(_)
        | Member::Range(_)
        | Member::RangeIter(_)
        | Member::TupleIter(_)
        | Member::BigInt
        | Member::Bytes
        | Member::ByteArray
        | Member::Container(..)
        | Member::Object(_)
        | Member::Generator(_)
        | Member::Super(..)
        | Member::DictView(..)
        | Member::Slice(_)
        | Member::ContainerIter(..)
        | Member::DictIter(..)
        | Member::ReversedIter(..)
        | Member::StrIter
        | Member::BytesIter
        | Member::ByteArrayIter
        | Member::EnumerateIter(_)
        | Member::ZipIter(_)
        | Member::Closure(..)
        | Member::Method(..)
        | Member::Instance(_)
        | Member::Error(..)
        | Member::ExceptionType(_)
        | Member::Low(_) => false,
    }
}

/// The form of an annotation with several members.
pub fn union_form(s: &Annotation) -> UnionForm {
    let (units, others): (Vec<&Member>, Vec<&Member>) = s.members().iter().partition(|m| is_unit(m));
    if others.is_empty() {
        return UnionForm::Tags;
    }
    if others.iter().all(|m| matches!(m, Member::Bool(_) | Member::Int(_) | Member::Float | Member::ExceptionType(_))) {
        return UnionForm::Scalars;
    }
    if let ([_], [other]) = (units.as_slice(), others.as_slice())
        && let [ty @ LlType::Ptr(_)] = member_components(other).as_slice()
    {
        return UnionForm::Nullable(*ty);
    }
    UnionForm::Object
}

/// The low-level types that hold an annotation, in order.
pub fn components(s: &Annotation) -> Vec<LlType> {
    match s.members() {
        [] => vec![],
        [m] => member_components(m),
        _ => match union_form(s) {
            UnionForm::Tags => vec![LlType::I64],
            UnionForm::Scalars => vec![LlType::I64, LlType::I64],
            UnionForm::Nullable(ty) => vec![ty],
            UnionForm::Object => vec![LlType::Ptr(OBJECT)],
        },
    }
}

/// The low-level types that hold one member by itself.
pub fn member_components(m: &Member) -> Vec<LlType> {
    match m {
        Member::Bool(_) => vec![LlType::Bool],
        Member::Int(_) => vec![LlType::I64],
        Member::Float => vec![LlType::F64],
        Member::Str => vec![LlType::Ptr(STR)],
        Member::Tuple(items) => match flat_tuple(items) {
            Some(flat) => flat,
            None => vec![LlType::Ptr(OBJECT)],
        },
        Member::Range(_) => vec![LlType::I64; 3],
        Member::RangeIter(facts) => match step_shape(facts.step).is_constant() {
            Some(_) => vec![LlType::I64; 2],
            None => vec![LlType::I64; 3],
        },
        Member::TupleIter(items) => {
            let mut all = vec![LlType::I64];
            all.extend(member_components(&Member::Tuple(items.clone())));
            all
        }
        Member::BigInt => vec![LlType::Ptr(BIG_INT)],
        Member::Bytes => vec![LlType::Ptr(BYTES)],
        Member::ByteArray => vec![LlType::Ptr(BYTE_ARRAY)],
        Member::Container(..) | Member::Object(_) | Member::Generator(_) | Member::DictView(..) => {
            vec![LlType::Ptr(OBJECT)]
        }
        // The place of the next item, then what is gone over.
        Member::ContainerIter(Container::Set | Container::FrozenSet, _) => {
            // And how many items there were.
            vec![LlType::I64, LlType::I64, LlType::Ptr(OBJECT)]
        }
        // And how many are left.
        Member::DictIter(..) => vec![LlType::I64, LlType::I64, LlType::I64, LlType::Ptr(OBJECT)],
        Member::ContainerIter(..) | Member::ReversedIter(..) => vec![LlType::I64, LlType::Ptr(OBJECT)],
        Member::StrIter => vec![LlType::I64, LlType::Ptr(STR)],
        Member::BytesIter => vec![LlType::I64, LlType::Ptr(BYTES)],
        Member::ByteArrayIter => vec![LlType::I64, LlType::Ptr(BYTE_ARRAY)],
        Member::EnumerateIter(state) => [vec![LlType::I64], components(state)].concat(),
        Member::Slice(bounds) => bounds.iter().flat_map(components).collect(),
        Member::ZipIter(all) | Member::Closure(_, all) => all.iter().flat_map(components).collect(),
        Member::Method(m, _) | Member::Super(_, m) => member_components(m),
        Member::Instance(_) | Member::Error(..) => vec![LlType::Ptr(EXCEPTION)],
        Member::ExceptionType(_) => vec![LlType::I64],
        Member::Low(ty) => vec![*ty],
        _ => vec![],
    }
}

/// The components of a tuple that travels in registers; `None` where it is a pointer.
pub fn flat_tuple(items: &[Annotation]) -> Option<Vec<LlType>> {
    let flat: Vec<LlType> = items.iter().flat_map(components).collect();
    (flat.len() <= MAX_FLAT_TUPLE).then_some(flat)
}

/// How the items of a container are stored: each is one word. What takes several is
/// put into an object; what takes none is a bool that nobody looks at.
pub fn item_class(s: &Annotation) -> ItemClass {
    match components(s).as_slice() {
        [] => ItemClass::Bool,
        [ty] => ItemClass::of(*ty),
        _ => ItemClass::Object,
    }
}
