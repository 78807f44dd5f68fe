//! Where the parts of a heap object lie, for a target's pointer size.
//!
//! ```text
//! offset 0    u32   the number of the struct
//!        4    u32   the number of items, where the struct has a tail
//!        ..         the fields, each at its natural alignment, in declared order
//!        ..         the tail's items
//! ```

use crate::lltype::{LlType, Storage, Struct};

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
        let mut at: u32 = if s.tail.is_some() { 8 } else { 4 };
        let fields = s
            .fields
            .iter()
            .map(|f| {
                let size = self.size(f.storage);
                at = at.next_multiple_of(size);
                let offset = at;
                at += size;
                offset
            })
            .collect();
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
