//! Where the parts of a heap object lie, for a target's pointer size.
//!
//! ```text
//! offset 0    u32   the number of the struct; the collector's flags in the upper 8 bits
//!        4    u32   the number of items, where the struct has a tail
//!        ..         the fields, prefix by prefix (`Struct::prefixes`): those that hold
//!                   references, in declared order, without gaps; then the others, each at
//!                   its natural alignment, in declared order
//!        ..         the tail's items
//! ```
//!
//! Narrow fields lie in the first gap that alignment leaves. What a prefix is laid out
//! like depends on nothing behind it.

use crate::lltype::{LlType, Storage, Struct};
use crate::lowlevel::{LlProgram, Static};
use std::ops::Range;

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
        let mut free = Free { at: if s.tail.is_some() { 8 } else { 4 }, gap: 0..0 };
        let mut fields = vec![0; s.fields.len()];
        let mut begin = 0;
        for end in s.prefixes.iter().map(|prefix| prefix.n_fields).chain([s.fields.len()]) {
            let (references, others): (Vec<usize>, Vec<usize>) =
                (begin..end).partition(|&i| is_reference(s.fields[i].storage));
            for i in references {
                fields[i] = free.next(self.pointer);
            }
            for i in others {
                fields[i] = free.fill(self.size(s.fields[i].storage));
            }
            begin = end;
        }
        let item_size = s.tail.map_or(0, |t| self.size(t));
        let tail = if item_size > 0 { free.at.next_multiple_of(item_size) } else { free.at };
        Layout { fields, tail, item_size }
    }

    /// Where the references among the fields lie; `None` where they are neither few nor
    /// side by side, which the collector cannot be told.
    pub fn references(self, s: &Struct) -> Option<References> {
        let layout = self.layout(s);
        let offsets =
            || s.fields.iter().zip(&layout.fields).filter(|(f, _)| is_reference(f.storage)).map(|(_, &at)| at);
        let slots = || offsets().map(|at| at / self.pointer - 1);
        if slots().all(|slot| slot < REFERENCE_SLOTS) {
            return Some(References::Slots(slots().fold(0, |all, slot| all | 1 << slot)));
        }
        let (first, end) = (offsets().min()?, offsets().max()? + self.pointer);
        let bytes = end - first;
        (bytes == self.pointer * offsets().count() as u32 && first <= 8).then_some(References::Run { first, bytes })
    }
}

fn is_reference(storage: Storage) -> bool {
    matches!(storage, Storage::Value(LlType::Ptr(_)))
}

/// What is not yet taken of an object.
struct Free {
    at: u32,
    gap: Range<u32>,
}

impl Free {
    fn next(&mut self, size: u32) -> u32 {
        let found = self.at.next_multiple_of(size);
        if self.gap.is_empty() {
            self.gap = self.at..found;
        }
        self.at = found + size;
        found
    }

    fn fill(&mut self, size: u32) -> u32 {
        let found = self.gap.start.next_multiple_of(size);
        if found + size > self.gap.end {
            return self.next(size);
        }
        self.gap.start = found + size;
        found
    }
}

/// How many slots [`References::Slots`] can tell.
pub const REFERENCE_SLOTS: u32 = 27;

/// Which fields of an object hold references.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum References {
    /// One bit for each slot as large as a pointer, from the first one behind the header on.
    Slots(u32),
    /// So many bytes from offset `first` on, which is 4 or 8.
    Run { first: u32, bytes: u32 },
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
    (program.hooks.remember.is_some() || program.hooks.remember_item.is_some())
        && (s.fields.iter().any(|f| is_reference(f.storage) && !f.immutable)
            || s.tail.is_some_and(is_reference) && !s.tail_immutable)
}
