//! Where the parts of a heap object lie, for a target's pointer size.
//!
//! ```text
//! offset 0    u32   the number of the struct; the collector's flags in the upper 8 bits
//!        4    u32   the number of items, where the struct has a tail
//!        ..         the fields that hold references, in declared order, without gaps
//!        ..         the others, each at its natural alignment, in declared order
//!        ..         the tail's items
//! ```
//!
//! Narrow fields lie before the references where there is a gap. So the collector
//! needs no more than the number of references (rlib/gc.py).

use crate::lltype::{LlType, Storage, Struct};
use crate::lowlevel::{LlProgram, Static};

/// Sizes of a target.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Target {
    /// 4 or 8 bytes.
    pub pointer: u32,
}

pub const WASM32: Target = Target { pointer: 4 };
pub const NATIVE64: Target = Target { pointer: 8 };

/// Offset of the tail's length; the tail's length is a u32.
pub const TAIL_LEN_OFFSET: u32 = 4;
/// The bits of the header that are the number of the struct.
pub const STRUCT_MASK: u32 = (1 << 24) - 1;
/// Set in the header where the collector must be told that a reference was written
/// into the object. No other flag is ever seen outside of a collection.
pub const WATCHED: u32 = 1 << 24;
/// Where the byte of the flags lies.
pub const FLAGS_OFFSET: u32 = 3;
/// Every object begins at a multiple of this.
pub const OBJECT_ALIGN: u32 = 8;

impl Target {
    /// Size in bytes, which is also the alignment.
    pub fn size(self, storage: Storage) -> u32 {
        match storage {
            Storage::U8 | Storage::Value(LlType::Bool) => 1,
            Storage::U16 => 2,
            Storage::U32 => 4,
            Storage::Value(LlType::I64 | LlType::F64) => 8,
            Storage::Value(LlType::Ptr(_) | LlType::Addr) => self.pointer,
        }
    }

    pub fn layout(self, s: &Struct) -> Layout {
        let mut gap: u32 = if s.tail.is_some() { 8 } else { 4 };
        let mut at = gap;
        let mut fields = vec![0; s.fields.len()];
        let (references, others): (Vec<usize>, Vec<usize>) =
            (0..s.fields.len()).partition(|&i| matches!(s.fields[i].storage, Storage::Value(LlType::Ptr(_))));
        if !references.is_empty() {
            at = at.next_multiple_of(self.pointer);
        }
        let first = at;
        for i in references {
            fields[i] = at;
            at += self.pointer;
        }
        for i in others {
            let size = self.size(s.fields[i].storage);
            let place = if gap.next_multiple_of(size) + size <= first { &mut gap } else { &mut at };
            fields[i] = place.next_multiple_of(size);
            *place = fields[i] + size;
        }
        let item_size = s.tail.map_or(0, |t| self.size(t));
        let tail = if item_size > 0 { at.next_multiple_of(item_size) } else { at };
        Layout { fields, tail, item_size }
    }
}

/// Byte offsets within one kind of object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Of each field.
    pub fields: Vec<u32>,
    /// Where the tail begins; without a tail, where the object ends.
    pub tail: u32,
    /// Bytes of one item of the tail; 0 without a tail.
    pub item_size: u32,
}

impl Layout {
    /// Bytes of an object with that many items in its tail, padded to [`OBJECT_ALIGN`].
    pub fn size(&self, items: u64) -> u64 {
        (self.tail as u64 + items * self.item_size as u64).next_multiple_of(OBJECT_ALIGN as u64)
    }
}

/// The first 32 bits of a static object.
pub fn static_header(program: &LlProgram, object: &Static) -> u32 {
    object.ty.as_u32() | if is_watched(program, object) { WATCHED } else { 0 }
}

/// Is it of interest to the collector what is written into the object?
pub fn is_watched(program: &LlProgram, object: &Static) -> bool {
    let s = &program.structs[object.ty];
    let is_reference = |storage| matches!(storage, Storage::Value(LlType::Ptr(_)));
    (program.hooks.remember.is_some() || program.hooks.remember_item.is_some())
        && (s.fields.iter().any(|f| is_reference(f.storage) && !f.immutable)
            || s.tail.is_some_and(is_reference) && !s.tail_immutable)
}
