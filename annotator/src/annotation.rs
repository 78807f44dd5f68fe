//! The lattice of annotations: what a variable can hold.
//!
//! An annotation is a set of [`Member`]s, at most one of each kind: empty
//! (nothing arrives here), one (an ordinary type) or several (a union). Joining
//! is set union, member by member; it never converts and never fails. RPython's
//! `SomeXxx` objects are the model; unions in place of its `UnionError` are ours.

use naja_ir::classes::ClassId;
use naja_ir::entity::entity_impl;
use naja_ir::flow::{FuncId, ModuleId, UserClass};
use naja_ir::lltype::LlType;
use naja_ir::{Name, SmallVec};

/// The ints from `lo` to `hi`, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Interval {
    pub lo: i64,
    pub hi: i64,
}

/// A place where containers are made; when the analysis has ended, a type of
/// containers: equal ones are one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Site(u32);
entity_impl!(Site, "site");

/// The sites that a container can come from, in order. What its items are is in
/// the [`Heap`](crate::heap::Heap).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Sites(SmallVec<[Site; 2]>);

impl Sites {
    pub fn of(site: Site) -> Sites {
        Sites(SmallVec::from_slice(&[site]))
    }

    pub fn iter(&self) -> impl Iterator<Item = Site> + use<'_> {
        self.0.iter().copied()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The only one, when the analysis has ended.
    pub fn one(&self) -> Site {
        self.0[0]
    }

    pub fn join(&self, other: &Sites) -> Sites {
        self.iter().chain(other.iter()).collect()
    }

    pub fn map(&self, f: impl FnMut(Site) -> Site) -> Sites {
        self.iter().map(f).collect()
    }
}

impl FromIterator<Site> for Sites {
    fn from_iter<I: IntoIterator<Item = Site>>(sites: I) -> Sites {
        let mut sites: SmallVec<[Site; 2]> = sites.into_iter().collect();
        sites.sort();
        sites.dedup();
        Sites(sites)
    }
}

/// What a loop over a dict, or a view of one, gives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum View {
    Keys,
    Values,
    Items,
}

/// The kinds of containers whose items are in the heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Container {
    List,
    /// A tuple whose length is not known.
    Tuple,
    Dict,
    Set,
    FrozenSet,
    /// A variable that functions share: no value of Python.
    Cell,
}

impl Container {
    /// The name of the class.
    pub fn name(self) -> &'static str {
        match self {
            Container::List => "list",
            Container::Tuple => "tuple",
            Container::Dict => "dict",
            Container::Set => "set",
            Container::FrozenSet => "frozenset",
            Container::Cell => "cell",
        }
    }
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
    /// An int of any size; it takes up the ints that it is joined with.
    BigInt,
    Float,
    Str,
    Bytes,
    ByteArray,
    /// A tuple of known length, item by item. Tuples of unlike length are unlike members.
    Tuple(Vec<Annotation>),
    /// Its items are those of its sites.
    Container(Container, Sites),
    /// An object of a class of the program: a site for each class that it can be of.
    Object(Sites),
    /// A generator, or the like: a site for each function that it can run.
    Generator(Sites),
    /// `d.keys()` and its like, as values.
    DictView(View, Sites),
    /// `slice(start, stop, step)`: each an int or None.
    Slice(Box<[Annotation; 3]>),
    /// A `range` object.
    Range(RangeFacts),
    /// The state of a `for` loop over a range.
    RangeIter(RangeFacts),
    /// The state of a `for` loop over a tuple of these items.
    TupleIter(Vec<Annotation>),
    /// The state of a loop over a list, a tuple or a set.
    ContainerIter(Container, Sites),
    /// The same over a dict.
    DictIter(View, Sites),
    /// The same backwards over a list or a tuple.
    ReversedIter(Container, Sites),
    StrIter,
    BytesIter,
    ByteArrayIter,
    /// `enumerate`: the state of a loop over what it counts.
    EnumerateIter(Box<Annotation>),
    /// `zip`: a state for each.
    ZipIter(Vec<Annotation>),
    /// An exception of this class or of one that inherits from it.
    Instance(ClassId),
    /// An exception of a class of the program, which inherits from this builtin one: a
    /// site for each class that it can be of.
    Error(ClassId, Sites),
    Ellipsis,
    NotImplemented,
    /// A function of the program, as a value.
    Function(FuncId),
    /// A function with the values that it captured.
    Closure(FuncId, Vec<Annotation>),
    /// A method, bound to what it is a method of.
    Method(Box<Member>, Name),
    /// A function that a helper of the library takes: it exists at the low level
    /// alone, by its number there.
    LowFunction(u32),
    /// A builtin function or type (`print`, `int`).
    Builtin(Name),
    /// An exception class, as a value.
    ExceptionClass(ClassId),
    /// A class of the program, as a value.
    Class(UserClass),
    /// `super()` in a method of this class, for an object or a class.
    Super(UserClass, Box<Member>),
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
            | (Member::Instance(_) | Member::Error(..), Member::Instance(_) | Member::Error(..))
            | (Member::ExceptionType(_), Member::ExceptionType(_)) => true,
            (Member::Int(_) | Member::BigInt, Member::Int(_) | Member::BigInt) => true,
            (Member::Tuple(a), Member::Tuple(b))
            | (Member::TupleIter(a), Member::TupleIter(b))
            | (Member::ZipIter(a), Member::ZipIter(b)) => a.len() == b.len(),
            (Member::Closure(f, _), Member::Closure(g, _)) => f == g,
            (Member::Container(a, _), Member::Container(b, _))
            | (Member::ContainerIter(a, _), Member::ContainerIter(b, _))
            | (Member::ReversedIter(a, _), Member::ReversedIter(b, _)) => a == b,
            (Member::DictView(a, _), Member::DictView(b, _)) | (Member::DictIter(a, _), Member::DictIter(b, _)) => {
                a == b
            }
            (Member::Slice(_), Member::Slice(_)) | (Member::EnumerateIter(_), Member::EnumerateIter(_)) => true,
            (Member::Method(a, f), Member::Method(b, g)) => f == g && a.same_kind(b),
            (Member::Super(c, a), Member::Super(d, b)) => c == d && a.same_kind(b),
            (Member::Object(_), Member::Object(_)) | (Member::Generator(_), Member::Generator(_)) => true,
            _ => self == other,
        }
    }

    fn join(&self, other: &Member) -> Member {
        match (self, other) {
            (Member::Bool(a), Member::Bool(b)) => Member::Bool(if a == b { *a } else { None }),
            (Member::Int(a), Member::Int(b)) => Member::Int(a.join(*b)),
            (Member::Range(a), Member::Range(b)) => Member::Range(a.join(*b)),
            (Member::RangeIter(a), Member::RangeIter(b)) => Member::RangeIter(a.join(*b)),
            (Member::Error(a, s), Member::Error(b, t)) => Member::Error(a.common_base(*b), s.join(t)),
            (Member::Instance(a) | Member::Error(a, _), Member::Instance(b) | Member::Error(b, _)) => {
                Member::Instance(a.common_base(*b))
            }
            (Member::ExceptionType(a), Member::ExceptionType(b)) => Member::ExceptionType(a.common_base(*b)),
            (Member::Int(_), Member::BigInt) => Member::BigInt,
            (Member::Tuple(a), Member::Tuple(b)) => Member::Tuple(join_all(a, b)),
            (Member::TupleIter(a), Member::TupleIter(b)) => Member::TupleIter(join_all(a, b)),
            (Member::ZipIter(a), Member::ZipIter(b)) => Member::ZipIter(join_all(a, b)),
            (Member::Closure(f, a), Member::Closure(_, b)) => Member::Closure(*f, join_all(a, b)),
            (Member::Container(c, a), Member::Container(_, b)) => Member::Container(*c, a.join(b)),
            (Member::ContainerIter(c, a), Member::ContainerIter(_, b)) => Member::ContainerIter(*c, a.join(b)),
            (Member::ReversedIter(c, a), Member::ReversedIter(_, b)) => Member::ReversedIter(*c, a.join(b)),
            (Member::DictView(v, a), Member::DictView(_, b)) => Member::DictView(*v, a.join(b)),
            (Member::DictIter(v, a), Member::DictIter(_, b)) => Member::DictIter(*v, a.join(b)),
            (Member::EnumerateIter(a), Member::EnumerateIter(b)) => Member::EnumerateIter(Box::new(a.join(b))),
            (Member::Slice(a), Member::Slice(b)) => {
                Member::Slice(Box::new([a[0].join(&b[0]), a[1].join(&b[1]), a[2].join(&b[2])]))
            }
            (Member::Method(a, name), Member::Method(b, _)) => Member::Method(Box::new(a.join(b)), name.clone()),
            (Member::Super(class, a), Member::Super(_, b)) => Member::Super(*class, Box::new(a.join(b))),
            (Member::Object(a), Member::Object(b)) => Member::Object(a.join(b)),
            (Member::Generator(a), Member::Generator(b)) => Member::Generator(a.join(b)),
            _ => self.clone(),
        }
    }

    /// The same with the annotations and sites inside it replaced.
    pub fn map(
        &self,
        annotation: &mut dyn FnMut(&Annotation) -> Annotation,
        site: &mut dyn FnMut(Site) -> Site,
    ) -> Member {
        let sites = |s: &Sites, site: &mut dyn FnMut(Site) -> Site| s.map(&mut *site);
        let mut all = |items: &[Annotation]| items.iter().map(&mut *annotation).collect::<Vec<_>>();
        match self {
            Member::Tuple(items) => Member::Tuple(all(items)),
            Member::TupleIter(items) => Member::TupleIter(all(items)),
            Member::ZipIter(items) => Member::ZipIter(all(items)),
            Member::Closure(f, items) => Member::Closure(*f, all(items)),
            Member::EnumerateIter(s) => Member::EnumerateIter(Box::new(annotation(s))),
            Member::Slice(s) => Member::Slice(Box::new([annotation(&s[0]), annotation(&s[1]), annotation(&s[2])])),
            Member::Container(c, s) => Member::Container(*c, sites(s, site)),
            Member::ContainerIter(c, s) => Member::ContainerIter(*c, sites(s, site)),
            Member::ReversedIter(c, s) => Member::ReversedIter(*c, sites(s, site)),
            Member::DictView(v, s) => Member::DictView(*v, sites(s, site)),
            Member::DictIter(v, s) => Member::DictIter(*v, sites(s, site)),
            Member::Method(m, name) => Member::Method(Box::new(m.map(annotation, site)), name.clone()),
            Member::Super(class, m) => Member::Super(*class, Box::new(m.map(annotation, site))),
            Member::Object(s) => Member::Object(sites(s, site)),
            Member::Error(base, s) => Member::Error(*base, sites(s, site)),
            Member::Generator(s) => Member::Generator(sites(s, site)),
            _ => self.clone(),
        }
    }

    /// The sites of this member itself.
    pub fn sites(&self) -> Option<&Sites> {
        match self {
            Member::Container(_, s)
            | Member::ContainerIter(_, s)
            | Member::ReversedIter(_, s)
            | Member::DictView(_, s)
            | Member::DictIter(_, s)
            | Member::Object(s)
            | Member::Error(_, s)
            | Member::Generator(s) => Some(s),
            Member::Method(m, _) | Member::Super(_, m) => m.sites(),
            _ => None,
        }
    }

    /// The annotations inside this member.
    pub fn inner(&self) -> &[Annotation] {
        match self {
            Member::Tuple(items) | Member::TupleIter(items) | Member::ZipIter(items) | Member::Closure(_, items) => {
                items
            }
            Member::EnumerateIter(s) => std::slice::from_ref(s),
            Member::Slice(s) => s.as_slice(),
            Member::Method(m, _) | Member::Super(_, m) => m.inner(),
            _ => &[],
        }
    }
}

fn join_all(a: &[Annotation], b: &[Annotation]) -> Vec<Annotation> {
    a.iter().zip(b).map(|(x, y)| x.join(y)).collect()
}

impl RangeFacts {
    pub const ANY: RangeFacts = RangeFacts { items: Interval::FULL, step: Interval::FULL };

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

    /// Without what is known of ints, bools and ranges beyond their type: as the
    /// items of containers are known.
    pub fn coarse(&self) -> Annotation {
        self.filter_map(|m| {
            Some(match m {
                Member::Int(_) => Member::Int(Interval::FULL),
                Member::Bool(_) => Member::Bool(None),
                Member::Range(_) => Member::Range(RangeFacts::ANY),
                // How it is held depends on the step.
                Member::RangeIter(facts) => Member::RangeIter(RangeFacts { step: facts.step, ..RangeFacts::ANY }),
                m => m.map(&mut Annotation::coarse, &mut |site| site),
            })
        })
    }

    /// The same with other sites.
    pub fn map_sites(&self, site: &mut dyn FnMut(Site) -> Site) -> Annotation {
        if self.members.iter().all(|m| m.sites().is_none() && m.inner().is_empty()) {
            return self.clone();
        }
        let mut members = Vec::with_capacity(self.members.len());
        for m in &self.members {
            // One closure at a time may use `site`.
            let inner: Vec<Annotation> = m.inner().iter().map(|s| s.map_sites(&mut *site)).collect();
            let mut inner = inner.into_iter();
            members.push(m.map(&mut |_| inner.next().expect("as many as there were"), &mut *site));
        }
        members.sort();
        Annotation { members }
    }

    /// Its members that are of the kinds of another annotation's.
    pub fn of_kinds(&self, other: &Annotation) -> Annotation {
        self.filter(|m| other.members().iter().any(|kind| m.same_kind(kind)))
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
