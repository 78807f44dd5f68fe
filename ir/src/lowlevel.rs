//! Level 2: the machine's operations, typed.
//!
//! The rtyper makes these graphs, the optimiser rewrites them, and the backends
//! emit them. Exceptions are still implicit here, as in RPython: an operation
//! that raises leaves the function, or takes the `err` link of the
//! [`Terminator::Guard`](crate::graph::Terminator::Guard) that ends its block.
//! The shared lowering of the backends makes them explicit; after it a call has
//! one more result (the exception, null where there is none).

use crate::Name;
use crate::graph::{Graph, Level};
use crate::lltype::{LlType, Struct, StructId};
use crate::prim::{Effect, Prim};
use crate::source::Span;
use cranelift_entity::{PrimaryMap, entity_impl};

/// The level of machine operations.
#[derive(Clone, Debug)]
pub enum Low {}

impl Level for Low {
    type Op = LlOp;
    type ValueData = LlType;
    type Place = Place;
    type Step = std::convert::Infallible;
    type Guard = Levels;
}

pub type LlGraph = Graph<Low>;

/// How many frames of its place a guarded operation leaves when it raises,
/// counted from the innermost: one more for each call that was inlined between
/// the operation and the handler. These are added to the traceback.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Levels(pub u32);

/// A low-level function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LlFunc(u32);
entity_impl!(LlFunc, "fn");

/// An object that exists when the program starts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaticId(u32);
entity_impl!(StaticId, "static");

/// A cell that outlives every function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(u32);
entity_impl!(CellId, "cell");

/// A place in the source, with the calls that were inlined around it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(u32);
entity_impl!(Place, "place");

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct PlaceData {
    /// The name that a traceback prints; `None` in the library, whose functions
    /// leave no frame.
    pub function: Option<Name>,
    pub span: Span,
    /// The call that was replaced by this operation's function.
    pub inlined_at: Option<Place>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum LlOp {
    /// `-> i64`
    Int(i64),
    /// `-> f64`, by its bits
    Float(u64),
    /// `-> bool`
    Bool(bool),
    /// `-> ptr`: null
    Null(StructId),
    /// `-> ptr`
    Static(StaticId),
    /// As its row in [`crate::prim::PRIMS`] says.
    Prim(Prim),
    /// `c a b -> c ? a : b`; a and b of one type
    Select,
    /// `a1 ... an -> r1 ... rm`, or raises
    Call(LlFunc),
    /// `-> ptr`: a new object, its fields not yet set; or MemoryError
    New(StructId),
    /// `n -> ptr`: a new object with a tail of n items (n >= 0); or MemoryError
    NewTail(StructId),
    /// `p -> value`
    GetField(StructId, usize),
    /// `p value ->`
    SetField(StructId, usize),
    /// `p -> i64`: the number of items in the tail
    TailLen(StructId),
    /// `p i -> value`; 0 <= i < the tail's length
    GetItem(StructId),
    /// `p i value ->`
    SetItem(StructId),
    /// `source i target j n ->`: copies n items of the tail; the two structs have
    /// the same item storage; ranges may overlap (memmove)
    CopyItems(StructId, StructId),
    /// `p i -> addr`: where the tail's item i lies; not to be kept over an allocation
    ItemAddr(StructId),
    /// `p n -> p`: the object, its tail now only the first n items; what it had more is
    /// the object's *room*. The old reference is not to be used again
    LeaveRoom(StructId),
    /// `p n -> p`: the object, its tail now n items long, where its room is enough for
    /// them, or null. The old reference is not to be used again, unless this is null
    TakeRoom(StructId),
    /// `p ->`: the object, if p is not null, has no room any more
    ForgetRoom(StructId),
    /// `p -> p`: the same reference as one to this struct; nothing is checked
    Cast(StructId),
    /// `p q -> bool`: the same object
    PtrEq,
    /// `p -> bool`
    IsNull,
    /// `p -> i64`: the number of the object's struct; p is not null
    TypeId,
    /// `-> value`
    LoadCell(CellId),
    /// `value ->`
    StoreCell(CellId),
    /// `exc ->`: raises it; never returns. The traceback grows by the frames of its place
    Raise,
    /// `exc ->`: raises it again; never returns. The traceback does not grow by the
    /// innermost frame of its place, only by those of the calls inlined around it
    Reraise,
    /// Only after the shared lowering. `address (n) -> ptr`: makes zeroed memory an
    /// object by writing its header, and the length of its tail where it has one
    InitObject(StructId),
    /// Only after the shared lowering. `address -> ptr`: memory as an object of this
    /// struct, of which only the fields are used
    ObjectAt(StructId),
    /// `p -> i64`: where the object lies; until the next allocation
    Address,
    /// Only after the shared lowering. `p -> bool`: must the collector be told that
    /// a reference was written into the object?
    IsWatched,
}

impl LlOp {
    pub fn may_raise(&self) -> bool {
        match self {
            LlOp::Prim(p) => p.row().effect == Effect::Overflow,
            LlOp::Call(_) | LlOp::New(_) | LlOp::NewTail(_) | LlOp::Raise | LlOp::Reraise => true,
            _ => false,
        }
    }

    pub fn always_raises(&self) -> bool {
        matches!(self, LlOp::Raise | LlOp::Reraise)
    }

    /// Gives the same result whenever it is asked with the same operands, and does
    /// nothing else: may be merged and dropped, and done later.
    pub fn is_pure(&self) -> bool {
        match self {
            LlOp::Prim(p) => p.row().effect == Effect::Pure,
            LlOp::Int(_)
            | LlOp::Float(_)
            | LlOp::Bool(_)
            | LlOp::Null(_)
            | LlOp::Static(_)
            | LlOp::Select
            | LlOp::Cast(_)
            | LlOp::PtrEq
            | LlOp::IsNull
            | LlOp::TailLen(_)
            | LlOp::TypeId => true,
            _ => false,
        }
    }

    /// May be done where it was not to be done: pure, and defined whatever its
    /// operands are. Division is not, and neither is what reads an object's header,
    /// which may be that of another kind of object before a check.
    pub fn is_speculatable(&self) -> bool {
        let is_partial = matches!(
            self,
            LlOp::TailLen(_) | LlOp::TypeId | LlOp::Prim(Prim::IntDiv | Prim::IntRem | Prim::UintDiv | Prim::UintRem)
        );
        self.is_pure() && !is_partial
    }

    /// May be dropped when nobody reads its results.
    pub fn is_removable(&self) -> bool {
        self.is_pure()
            || matches!(
                self,
                LlOp::GetField(..)
                    | LlOp::GetItem(_)
                    | LlOp::LoadCell(_)
                    | LlOp::ItemAddr(_)
                    | LlOp::ObjectAt(_)
                    | LlOp::Address
                    // An allocation whose object nobody sees: its MemoryError goes with it.
                    | LlOp::New(_)
            )
    }
}

/// A word of an object that exists when the program starts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StaticValue {
    Int(i64),
    /// By its bits.
    Float(u64),
    Bool(bool),
    Null,
    Ptr(StaticId),
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum StaticTail {
    None,
    Bytes(Vec<u8>),
    Items(Vec<StaticValue>),
    /// That many items, all zero.
    Zeros(u32),
}

impl StaticTail {
    pub fn len(&self) -> u32 {
        match self {
            StaticTail::None => 0,
            StaticTail::Bytes(b) => b.len() as u32,
            StaticTail::Items(v) => v.len() as u32,
            StaticTail::Zeros(n) => *n,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Static {
    pub ty: StructId,
    pub fields: Vec<StaticValue>,
    pub tail: StaticTail,
}

#[derive(Clone, Debug)]
pub struct Cell {
    pub name: Name,
    pub ty: LlType,
    pub init: StaticValue,
}

/// A low-level function: its graph and what it returns. The number and types of
/// its parameters are those of the graph's entry block.
#[derive(Clone, Debug)]
pub struct LlFunction {
    /// Unique in the program; goes into the name section.
    pub name: Name,
    pub results: Vec<LlType>,
    pub graph: LlGraph,
    /// Written in the library: leaves no frame in tracebacks.
    pub is_library: bool,
}

/// Library functions that the shared lowering calls by their role. Present
/// where the program can need them.
#[derive(Clone, Copy, Default, Debug)]
pub struct Hooks {
    /// `(code: i64)`: raises OverflowError; code 0, 1, 2 for `+ - *`.
    pub overflow: Option<LlFunc>,
    /// `()`: raises RecursionError.
    pub recursion: Option<LlFunc>,
    /// `(exc: ptr Exception, frame: ptr Frame)`: adds one entry to the traceback,
    /// nearer to the top than those it has. Never raises.
    pub traceback: Option<LlFunc>,
    /// `(bytes: i64) -> i64`: the address of new zeroed memory, or raises MemoryError.
    /// May move every object.
    pub allocate: Option<LlFunc>,
    /// `(bytes: i64) -> i64`: the same for the hook `traceback`. Moves nothing and
    /// never raises.
    pub allocate_reserve: Option<LlFunc>,
    /// `(object: i64)`: references were written into the watched object.
    pub remember: Option<LlFunc>,
    /// `(object: i64, i: i64)`: a reference was written to item i of the watched
    /// object's tail.
    pub remember_item: Option<LlFunc>,
    /// `(object: i64, n: i64, kind: i64)`: what `LeaveRoom` does; `kind` is the number of
    /// the struct that stands for room.
    pub leave_room: Option<LlFunc>,
    /// `(object: i64, n: i64, kind: i64) -> bool`: is the tail n items long now?
    pub take_room: Option<LlFunc>,
    /// `(object: i64, kind: i64)`
    pub forget_room: Option<LlFunc>,
    /// `()`: ends the program, which has used up its fuel.
    pub exhausted: Option<LlFunc>,
    /// The fuel it has, where it has this hook.
    pub fuel: i64,
}

impl Hooks {
    pub fn each(mut self) -> impl Iterator<Item = LlFunc> {
        self.each_mut().map(|hook| *hook).collect::<Vec<_>>().into_iter().flatten()
    }

    pub fn each_mut(&mut self) -> impl Iterator<Item = &mut Option<LlFunc>> {
        let Hooks { overflow, recursion, traceback, allocate, allocate_reserve, remember, remember_item, .. } = self;
        let hooks = [overflow, recursion, traceback, allocate, allocate_reserve, remember, remember_item];
        hooks.into_iter().chain([&mut self.leave_room, &mut self.take_room, &mut self.forget_room, &mut self.exhausted])
    }
}

/// A whole low-level program. `main` takes nothing and gives the exit status.
#[derive(Clone)]
pub struct LlProgram {
    pub structs: PrimaryMap<StructId, Struct>,
    pub statics: PrimaryMap<StaticId, Static>,
    pub cells: PrimaryMap<CellId, Cell>,
    pub functions: PrimaryMap<LlFunc, LlFunction>,
    pub places: PrimaryMap<Place, PlaceData>,
    pub main: LlFunc,
    pub hooks: Hooks,
}
