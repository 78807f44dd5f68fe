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
pub const BYTES: StructId = StructId(11);
/// An int of any size: its digits in base 2^32, the least first.
pub const BIG_INT: StructId = StructId(12);
/// The table of a dict: numbers of entries.
pub const INDEX_ARRAY: StructId = StructId(13);
pub const BOOL_ARRAY: StructId = StructId(14);
pub const FLOAT_ARRAY: StructId = StructId(15);
pub const OBJECT_ARRAY: StructId = StructId(16);
pub const BYTE_ARRAY: StructId = StructId(17);
/// What lies behind an object whose tail may grow: bytes that are its own.
pub const ROOM: StructId = StructId(18);
const FIRST_LIST: u32 = 19;

/// How the items of a container are stored; containers of one class share their code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ItemClass {
    Bool,
    Int,
    Float,
    Object,
}

impl ItemClass {
    pub const ALL: [ItemClass; 4] = [ItemClass::Bool, ItemClass::Int, ItemClass::Float, ItemClass::Object];

    /// The class that holds values of a type.
    pub fn of(ty: LlType) -> ItemClass {
        match ty {
            LlType::Bool => ItemClass::Bool,
            LlType::I64 | LlType::Addr => ItemClass::Int,
            LlType::F64 => ItemClass::Float,
            LlType::Ptr(_) => ItemClass::Object,
        }
    }

    pub fn value_type(self) -> LlType {
        match self {
            ItemClass::Bool => LlType::Bool,
            ItemClass::Int => LlType::I64,
            ItemClass::Float => LlType::F64,
            ItemClass::Object => LlType::Ptr(OBJECT),
        }
    }

    /// An array of such items.
    pub fn array(self) -> StructId {
        match self {
            ItemClass::Bool => BOOL_ARRAY,
            ItemClass::Int => INT_ARRAY,
            ItemClass::Float => FLOAT_ARRAY,
            ItemClass::Object => OBJECT_ARRAY,
        }
    }

    pub fn list(self) -> StructId {
        StructId(FIRST_LIST + self as u32)
    }

    /// A tuple whose length is not known: its items are its tail.
    pub fn tuple(self) -> StructId {
        StructId(FIRST_LIST + 4 + self as u32)
    }

    pub fn set(self) -> StructId {
        StructId(FIRST_LIST + 8 + self as u32)
    }

    pub fn frozenset(self) -> StructId {
        StructId(FIRST_LIST + 12 + self as u32)
    }

    /// A variable that functions share.
    pub fn cell(self) -> StructId {
        StructId(FIRST_LIST + 32 + self as u32)
    }

    /// A dict with keys of this class.
    pub fn dict(self, values: ItemClass) -> StructId {
        StructId(FIRST_LIST + 16 + 4 * self as u32 + values as u32)
    }
}

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
        make(
            "Str",
            vec![field("length", U32, true), field("hash", U32, false), field("index", Value(Ptr(INT_ARRAY)), false)],
            Some(U8),
            false,
        ),
        make(
            "Exception",
            vec![
                field("class_id", U32, true),
                field("suppress_context", Value(Bool), false),
                field("args", Value(Ptr(OBJECT)), false),
                field("traceback", Value(Ptr(TRACEBACK)), false),
                field("context", Value(Ptr(EXCEPTION)), false),
                field("cause", Value(Ptr(EXCEPTION)), false),
                // Of an exception of a class of the program.
                field("attributes", Value(Ptr(OBJECT)), false),
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
        make("Bytes", vec![], Some(U8), false),
        make("BigInt", vec![field("negative", Value(Bool), true)], Some(U32), false),
        make("IndexArray", vec![], Some(U32), false),
        make("BoolArray", vec![], Some(Value(Bool)), false),
        make("FloatArray", vec![], Some(Value(F64)), false),
        make("ObjectArray", vec![], Some(Value(Ptr(OBJECT))), false),
        make(
            "ByteArray",
            vec![field("length", Value(I64), false), field("items", Value(Ptr(BUFFER)), false)],
            None,
            true,
        ),
        make("Room", vec![], Some(U8), false),
    ] {
        structs.push(s);
    }
    for kind in ["List", "Tuple", "Set", "FrozenSet"] {
        for class in ItemClass::ALL {
            let items = Value(Ptr(class.array()));
            let fields = match kind {
                "List" => vec![field("length", Value(I64), false), field("items", items, false)],
                "Tuple" => vec![],
                _ => vec![
                    field("used", Value(I64), false),
                    field("fill", Value(I64), false),
                    field("finger", Value(I64), false),
                    field("hash", Value(I64), false),
                    field("hashes", Value(Ptr(INT_ARRAY)), false),
                    field("keys", items, false),
                ],
            };
            let tail = (kind == "Tuple").then_some(Value(class.value_type()));
            structs.push(make(&format!("{kind}{class:?}"), fields, tail, tail.is_none()));
        }
    }
    for keys in ItemClass::ALL {
        for values in ItemClass::ALL {
            let fields = vec![
                field("used", Value(I64), false),
                field("fill", Value(I64), false),
                field("room", Value(I64), false),
                field("first", Value(I64), false),
                field("indices", Value(Ptr(INDEX_ARRAY)), false),
                field("hashes", Value(Ptr(INT_ARRAY)), false),
                field("keys", Value(Ptr(keys.array())), false),
                field("values", Value(Ptr(values.array())), false),
            ];
            structs.push(make(&format!("Dict{keys:?}{values:?}"), fields, None, true));
        }
    }
    for class in ItemClass::ALL {
        let value = field("value", Value(class.value_type()), false);
        structs.push(make(&format!("Cell{class:?}"), vec![value], None, true));
    }
    structs
}
