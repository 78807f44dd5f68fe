//! The lattice of annotations: what a variable can hold.
//!
//! An annotation is a set of [`Member`]s, at most one of each kind: empty
//! (nothing arrives here), one (an ordinary type) or several (a union). Joining
//! is set union, member by member; it never converts and never fails. RPython's
//! `SomeXxx` objects are the model; unions in place of its `UnionError` are ours.

use naja_ir::Name;
use naja_ir::classes::ClassId;
use naja_ir::flow::{FuncId, ModuleId};
use naja_ir::lltype::LlType;

/// The ints from `lo` to `hi`, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Interval {
    pub lo: i64,
    pub hi: i64,
}

/// One kind of thing that a variable can hold. The order of the variants is the
/// order within a union.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Member {
    /// Nothing was bound to the variable.
    Unbound,
    None,
    /// A bool; `Some` where only one value is possible.
    Bool(Option<bool>),
    /// An int in a machine word, checked.
    Int(Interval),
    Float,
    Str,
    /// A tuple of known length, item by item. Tuples of unlike length are unlike members.
    Tuple(Vec<Annotation>),
    /// A `range` object.
    Range(RangeFacts),
    /// The state of a `for` loop over a range.
    RangeIter(RangeFacts),
    /// The state of a `for` loop over a tuple of these items.
    TupleIter(Vec<Annotation>),
    /// An exception of this class or of one that inherits from it.
    Instance(ClassId),
    Ellipsis,
    NotImplemented,
    /// A function of the program, as a value.
    Function(FuncId),
    /// A builtin function or type (`print`, `int`).
    Builtin(Name),
    /// An exception class, as a value.
    ExceptionClass(ClassId),
    /// The class of an exception, known when the program runs: this one, or one
    /// that inherits from it.
    ExceptionType(ClassId),
    Module(ModuleId),
    /// `math.sqrt`, `sys.stderr`: a name of a module that naja provides.
    Library(Name, Name),
    Typing(Name),
    /// A value of the library's low-level dialect: arithmetic on it wraps.
    Low(LlType),
}

/// What is known of a range: all its items lie in `items`. The step is never 0: its
/// interval includes 0 only where both signs are possible.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RangeFacts {
    pub items: Interval,
    pub step: Interval,
}

/// What a variable can hold: members in order, at most one of each kind (see
/// [`Member::same_kind`]).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Annotation {
    members: Vec<Member>,
}

impl Interval {
    pub const FULL: Interval = Interval { lo: i64::MIN, hi: i64::MAX };

    pub fn constant(n: i64) -> Interval {
        Interval { lo: n, hi: n }
    }

    pub fn is_constant(self) -> Option<i64> {
        (self.lo == self.hi).then_some(self.lo)
    }

    pub fn contains(self, other: Interval) -> bool {
        self.lo <= other.lo && other.hi <= self.hi
    }

    pub fn join(self, other: Interval) -> Interval {
        Interval { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    /// `None` where nothing is in both.
    pub fn meet(self, other: Interval) -> Option<Interval> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Interval { lo, hi })
    }
}

impl Member {
    /// Do the two meet in one member when they are joined?
    pub fn same_kind(&self, other: &Member) -> bool {
        match (self, other) {
            (Member::Bool(_), Member::Bool(_))
            | (Member::Int(_), Member::Int(_))
            | (Member::Range(_), Member::Range(_))
            | (Member::RangeIter(_), Member::RangeIter(_))
            | (Member::Instance(_), Member::Instance(_))
            | (Member::ExceptionType(_), Member::ExceptionType(_)) => true,
            (Member::Tuple(a), Member::Tuple(b)) | (Member::TupleIter(a), Member::TupleIter(b)) => a.len() == b.len(),
            _ => self == other,
        }
    }

    fn join(&self, other: &Member) -> Member {
        match (self, other) {
            (Member::Bool(a), Member::Bool(b)) => Member::Bool(if a == b { *a } else { None }),
            (Member::Int(a), Member::Int(b)) => Member::Int(a.join(*b)),
            (Member::Range(a), Member::Range(b)) => Member::Range(a.join(*b)),
            (Member::RangeIter(a), Member::RangeIter(b)) => Member::RangeIter(a.join(*b)),
            (Member::Instance(a), Member::Instance(b)) => Member::Instance(a.common_base(*b)),
            (Member::ExceptionType(a), Member::ExceptionType(b)) => Member::ExceptionType(a.common_base(*b)),
            (Member::Tuple(a), Member::Tuple(b)) => Member::Tuple(a.iter().zip(b).map(|(x, y)| x.join(y)).collect()),
            (Member::TupleIter(a), Member::TupleIter(b)) => {
                Member::TupleIter(a.iter().zip(b).map(|(x, y)| x.join(y)).collect())
            }
            _ => self.clone(),
        }
    }
}

impl RangeFacts {
    fn join(self, other: RangeFacts) -> RangeFacts {
        RangeFacts { items: self.items.join(other.items), step: self.step.join(other.step) }
    }
}

impl Annotation {
    /// Nothing arrives here.
    pub const NEVER: Annotation = Annotation { members: Vec::new() };

    pub fn of(member: Member) -> Annotation {
        Annotation { members: vec![member] }
    }

    pub fn int() -> Annotation {
        Annotation::of(Member::Int(Interval::FULL))
    }

    pub fn bool() -> Annotation {
        Annotation::of(Member::Bool(None))
    }

    pub fn float() -> Annotation {
        Annotation::of(Member::Float)
    }

    pub fn str() -> Annotation {
        Annotation::of(Member::Str)
    }

    pub fn none() -> Annotation {
        Annotation::of(Member::None)
    }

    pub fn members(&self) -> &[Member] {
        &self.members
    }

    pub fn is_never(&self) -> bool {
        self.members.is_empty()
    }

    /// The only member; `None` for a union and for nothing.
    pub fn single(&self) -> Option<&Member> {
        match self.members.as_slice() {
            [member] => Some(member),
            _ => None,
        }
    }

    /// The least annotation that holds what either holds.
    pub fn join(&self, other: &Annotation) -> Annotation {
        let mut members = self.members.clone();
        for m in &other.members {
            match members.iter_mut().find(|k| k.same_kind(m)) {
                Some(k) => *k = k.join(m),
                None => members.push(m.clone()),
            }
        }
        members.sort();
        Annotation { members }
    }

    /// Joins `other` into this; did it grow?
    pub fn grow(&mut self, other: &Annotation) -> bool {
        let joined = self.join(other);
        let grew = joined != *self;
        *self = joined;
        grew
    }

    /// Each member replaced by what `f` makes of it; `None` drops it.
    pub fn filter_map(&self, f: impl FnMut(&Member) -> Option<Member>) -> Annotation {
        self.members.iter().filter_map(f).collect()
    }

    /// The members for which `keep` holds.
    pub fn filter(&self, keep: impl FnMut(&Member) -> bool) -> Annotation {
        let mut keep = keep;
        Annotation { members: self.members.iter().filter(|m| keep(m)).cloned().collect() }
    }
}

impl FromIterator<Member> for Annotation {
    fn from_iter<I: IntoIterator<Item = Member>>(members: I) -> Annotation {
        members.into_iter().fold(Annotation::NEVER, |a, m| a.join(&Annotation::of(m)))
    }
}
