//! Low-level types: what a machine word can be, and the shape of heap objects.
//!
//! The idea is RPython's `lltypesystem`: a struct says which of its fields are
//! references, so that a collector is precise and a WasmGC backend stays possible.
//!
//! Every heap object begins with a header that holds its [`StructId`]. After its
//! fields a struct may have a *tail*: a number of items that is fixed when the
//! object is made (a string's bytes, an array's items).

use crate::Name;
use cranelift_entity::{PrimaryMap, entity_impl};

/// A kind of heap object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StructId(u32);
entity_impl!(StructId, "struct");

/// The type of a value in a low-level graph. All integer arithmetic is in 64 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LlType {
    Bool,
    I64,
    F64,
    /// A reference to a heap object of this struct, or null. `Ptr(OBJECT)` is a
    /// reference to any object.
    Ptr(StructId),
    /// A raw address: of no interest to the collector, and not to be kept over an
    /// operation that may allocate.
    Addr,
}

/// The type of a field or of a tail's items. Integers narrower than 64 bits are
/// zero-extended when read and truncated when written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Storage {
    U8,
    U16,
    U32,
    Value(LlType),
}

impl Storage {
    /// The type of a value that is read from here or written to here.
    pub fn value_type(self) -> LlType {
        match self {
            Storage::U8 | Storage::U16 | Storage::U32 => LlType::I64,
            Storage::Value(ty) => ty,
        }
    }
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Field {
    pub name: Name,
    pub storage: Storage,
    /// Never written after the object is made: reads of it may be merged over calls.
    pub immutable: bool,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Struct {
    pub name: Name,
    pub fields: Vec<Field>,
    pub tail: Option<Storage>,
    /// The tail's items are never written once the object is made.
    pub tail_immutable: bool,
}

impl Struct {
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| &*f.name == name)
    }
}

/// Any object: only its header is known.
pub const OBJECT: StructId = StructId(0);
/// A str: UTF-8 bytes in the tail, `length` in code points; it is ASCII when the
/// two lengths are equal.
pub const STR: StructId = StructId(1);
/// An exception of any builtin class.
pub const EXCEPTION: StructId = StructId(2);
/// A place in the source as a traceback prints it.
pub const FRAME: StructId = StructId(3);
/// One entry of an exception's traceback; `next` is the frame entered later,
/// nearer to the raise.
pub const TRACEBACK: StructId = StructId(4);
/// An array of 64-bit integers.
pub const INT_ARRAY: StructId = StructId(5);
/// A buffer of bytes that can be written.
pub const BUFFER: StructId = StructId(6);
/// What an int, float, bool becomes where a union holds it beside objects.
pub const BOX_INT: StructId = StructId(7);
pub const BOX_FLOAT: StructId = StructId(8);
pub const BOX_BOOL: StructId = StructId(9);
/// An array of strings.
pub const STR_ARRAY: StructId = StructId(10);

/// The structs that both the compiler and `rlib` name, at their fixed ids.
pub fn well_known_structs() -> PrimaryMap<StructId, Struct> {
    use LlType::*;
    use Storage::*;
    let field = |name: &str, storage, immutable| Field { name: name.into(), storage, immutable };
    let make = |name: &str, fields: Vec<Field>, tail: Option<Storage>, tail_immutable| Struct {
        name: name.into(),
        fields,
        tail,
        tail_immutable,
    };
    let mut structs = PrimaryMap::new();
    for s in [
        make("Object", vec![], None, true),
        make("Str", vec![field("length", U32, true)], Some(U8), false),
        make(
            "Exception",
            vec![
                field("class_id", U32, true),
                field("suppress_context", Value(Bool), false),
                field("args", Value(Ptr(OBJECT)), false),
                field("traceback", Value(Ptr(TRACEBACK)), false),
                field("context", Value(Ptr(EXCEPTION)), false),
                field("cause", Value(Ptr(EXCEPTION)), false),
            ],
            None,
            true,
        ),
        make(
            "Frame",
            vec![
                field("file", Value(Ptr(STR)), true),
                field("function", Value(Ptr(STR)), true),
                field("source", Value(Ptr(STR)), true),
                field("line", U32, true),
                field("caller", Value(Ptr(FRAME)), true),
            ],
            None,
            true,
        ),
        make(
            "Traceback",
            vec![field("frame", Value(Ptr(FRAME)), true), field("next", Value(Ptr(TRACEBACK)), true)],
            None,
            true,
        ),
        make("IntArray", vec![], Some(Value(I64)), false),
        make("Buffer", vec![], Some(U8), false),
        make("BoxInt", vec![field("value", Value(I64), true)], None, true),
        make("BoxFloat", vec![field("value", Value(F64), true)], None, true),
        make("BoxBool", vec![field("value", Value(Bool), true)], None, true),
        make("StrArray", vec![], Some(Value(Ptr(STR))), false),
    ] {
        structs.push(s);
    }
    structs
}
