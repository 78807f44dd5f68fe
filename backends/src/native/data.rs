//! The objects and cells that exist when the program starts, as bytes.
//!
//! Each is a symbol of its own: Cranelift reaches a symbol by one instruction, a
//! place within one by two. A tail of many zeros is not stored in the file; what is
//! not zero in such an object is written when the program starts.

use naja_ir::entity::SecondaryMap;
use naja_ir::layout::{NATIVE64, TAIL_LEN_OFFSET, static_header};
use naja_ir::lltype::Storage;
use naja_ir::lowlevel::{CellId, LlProgram, StaticId, StaticTail, StaticValue};

/// Tails of zeros from this many bytes on are not stored in the file.
const LONG_ZEROS: u64 = 256;

/// What stands in an object or cell when the program starts.
#[derive(Clone, Default)]
pub(super) struct Contents {
    /// From its beginning on; its length is a multiple of 8.
    pub bytes: Vec<u8>,
    /// The addresses in it, by their offsets.
    pub pointers: Vec<(u32, StaticId)>,
    /// That many bytes of zeros follow. Where it is not 0, nothing is stored.
    pub zeros: u64,
}

/// The memory that a program starts with.
pub(super) struct StartMemory {
    pub statics: SecondaryMap<StaticId, Contents>,
    pub cells: SecondaryMap<CellId, Contents>,
}

pub(super) fn start_memory(program: &LlProgram) -> StartMemory {
    let mut memory = StartMemory { statics: SecondaryMap::new(), cells: SecondaryMap::new() };
    for id in program.statics.keys() {
        memory.statics[id] = static_contents(program, id);
    }
    for (id, cell) in program.cells.iter() {
        let mut contents = Contents { bytes: vec![0; 8], ..Contents::default() };
        contents.put(0, Storage::Value(cell.ty), cell.init);
        memory.cells[id] = contents;
    }
    memory
}

fn static_contents(program: &LlProgram, id: StaticId) -> Contents {
    let object = &program.statics[id];
    let struct_ = &program.structs[object.ty];
    let layout = NATIVE64.layout(struct_);
    let items = object.tail.len();
    let whole = layout.size(items as u64);
    let stored = match object.tail {
        StaticTail::Zeros(n) if n as u64 * layout.item_size as u64 >= LONG_ZEROS => layout.size(0),
        _ => whole,
    };
    let mut contents = Contents { bytes: vec![0; stored as usize], pointers: vec![], zeros: whole - stored };
    contents.put(0, Storage::U32, StaticValue::Int(static_header(program, object) as i64));
    if struct_.tail.is_some() {
        contents.put(TAIL_LEN_OFFSET, Storage::U32, StaticValue::Int(items as i64));
    }
    for ((field, &at), &value) in struct_.fields.iter().zip(&layout.fields).zip(&object.fields) {
        contents.put(at, field.storage, value);
    }
    match &object.tail {
        StaticTail::None | StaticTail::Zeros(_) => {}
        StaticTail::Items(items) => {
            let storage = struct_.tail.expect("a static with items has a tail");
            for (i, &item) in items.iter().enumerate() {
                contents.put(layout.tail + i as u32 * layout.item_size, storage, item);
            }
        }
        StaticTail::Bytes(tail) => contents.bytes[layout.tail as usize..][..tail.len()].copy_from_slice(tail),
    }
    contents
}

impl Contents {
    pub(super) fn size(&self) -> u64 {
        self.bytes.len() as u64 + self.zeros
    }

    fn put(&mut self, at: u32, storage: Storage, value: StaticValue) {
        let word = match value {
            StaticValue::Int(n) => n as u64,
            StaticValue::Float(bits) => bits,
            StaticValue::Bool(b) => b as u64,
            StaticValue::Null => 0,
            StaticValue::Ptr(id) => {
                self.pointers.push((at, id));
                return;
            }
        };
        let size = NATIVE64.size(storage) as usize;
        // The targets of this backend are little-endian.
        self.bytes[at as usize..][..size].copy_from_slice(&word.to_le_bytes()[..size]);
    }
}
