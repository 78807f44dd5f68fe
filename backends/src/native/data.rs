//! The objects and cells that exist when the program starts, as bytes.
//!
//! All of them lie in two pieces of memory, so that one symbol and an offset
//! reach each: `image` is stored in the file, `zeros` is not, and holds the objects
//! whose tails are long runs of zeros. What is not zero in those is written when
//! the program starts.

use naja_ir::entity::SecondaryMap;
use naja_ir::layout::{Layout, NATIVE64, OBJECT_ALIGN, TAIL_LEN_OFFSET};
use naja_ir::lltype::Storage;
use naja_ir::lowlevel::{CellId, LlProgram, StaticId, StaticTail, StaticValue};

/// Tails of zeros from this many bytes on are not stored in the file.
const LONG_ZEROS: u64 = 256;

/// Which piece of memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    Image,
    Zeros,
}

/// Where something lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Location {
    pub piece: Piece,
    pub offset: u32,
}

/// A pointer that the linker or the start of the program writes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer {
    pub at: u32,
    pub to: Location,
}

/// The memory that a program starts with.
pub(super) struct StartMemory {
    pub statics: SecondaryMap<StaticId, Location>,
    pub cells: SecondaryMap<CellId, Location>,
    pub image: Vec<u8>,
    pub pointers: Vec<Pointer>,
    pub zeros_size: u64,
    /// To be written into `zeros` when the program starts: bytes in order of place.
    pub zeros_bytes: Vec<(u32, Vec<u8>)>,
    pub zeros_pointers: Vec<Pointer>,
}

/// Lays out and fills the memory that a program starts with.
pub(super) fn start_memory(program: &LlProgram) -> StartMemory {
    let nowhere = Location { piece: Piece::Image, offset: 0 };
    let mut memory = StartMemory {
        statics: SecondaryMap::with_default(nowhere),
        cells: SecondaryMap::with_default(nowhere),
        image: Vec::new(),
        pointers: Vec::new(),
        zeros_size: 0,
        zeros_bytes: Vec::new(),
        zeros_pointers: Vec::new(),
    };
    let mut image_size = 0;
    for (id, object) in program.statics.iter() {
        let layout = layout(program, id);
        let (piece, end) = match object.tail {
            StaticTail::Zeros(n) if n as u64 * layout.item_size as u64 >= LONG_ZEROS => {
                (Piece::Zeros, &mut memory.zeros_size)
            }
            _ => (Piece::Image, &mut image_size),
        };
        memory.statics[id] = Location { piece, offset: offset(*end) };
        *end += layout.size(object.tail.len() as u64);
    }
    for id in program.cells.keys() {
        memory.cells[id] = Location { piece: Piece::Image, offset: offset(image_size) };
        image_size += 8;
    }
    memory.image = vec![0; image_size as usize];

    for id in program.statics.keys() {
        fill_static(program, id, &mut memory);
    }
    for (id, cell) in program.cells.iter() {
        let at = memory.cells[id].offset;
        let (bytes, to) = encode(&memory, Storage::Value(cell.ty), cell.init);
        memory.image[at as usize..][..bytes.len()].copy_from_slice(&bytes);
        memory.pointers.extend(to.map(|to| Pointer { at, to }));
    }
    memory
}

fn offset(size: u64) -> u32 {
    u32::try_from(size).ok().filter(|&s| s < 1 << 30).expect("what a program starts with stays under 1 GiB")
}

fn layout(program: &LlProgram, id: StaticId) -> Layout {
    NATIVE64.layout(&program.structs[program.statics[id].ty])
}

fn fill_static(program: &LlProgram, id: StaticId, memory: &mut StartMemory) {
    let object = &program.statics[id];
    let struct_ = &program.structs[object.ty];
    let layout = layout(program, id);
    let Location { piece, offset } = memory.statics[id];
    let stored_items = if matches!(object.tail, StaticTail::Zeros(_)) { 0 } else { object.tail.len() as u64 };
    let mut bytes = vec![0; layout.size(stored_items) as usize];
    let mut pointers = Vec::new();
    let mut put = |at: u32, storage: Storage, value: StaticValue| {
        let (encoded, to) = encode(memory, storage, value);
        bytes[at as usize..][..encoded.len()].copy_from_slice(&encoded);
        pointers.extend(to.map(|to| Pointer { at: offset + at, to }));
    };
    put(0, Storage::U32, StaticValue::Int(object.ty.as_u32() as i64));
    if struct_.tail.is_some() {
        put(TAIL_LEN_OFFSET, Storage::U32, StaticValue::Int(object.tail.len() as i64));
    }
    for ((field, &at), &value) in struct_.fields.iter().zip(&layout.fields).zip(&object.fields) {
        put(at, field.storage, value);
    }
    match &object.tail {
        StaticTail::None | StaticTail::Zeros(_) => {}
        StaticTail::Items(items) => {
            let storage = struct_.tail.expect("a static with items has a tail");
            for (i, &item) in items.iter().enumerate() {
                put(layout.tail + i as u32 * layout.item_size, storage, item);
            }
        }
        StaticTail::Bytes(tail) => bytes[layout.tail as usize..][..tail.len()].copy_from_slice(tail),
    }
    match piece {
        Piece::Image => {
            memory.image[offset as usize..][..bytes.len()].copy_from_slice(&bytes);
            memory.pointers.extend(pointers);
        }
        Piece::Zeros => {
            memory.zeros_bytes.push((offset, bytes));
            memory.zeros_pointers.extend(pointers);
        }
    }
}

/// The bytes of a word as it is stored, and where it points to.
fn encode(memory: &StartMemory, storage: Storage, value: StaticValue) -> (Vec<u8>, Option<Location>) {
    let (word, to) = match value {
        StaticValue::Int(n) => (n as u64, None),
        StaticValue::Float(bits) => (bits, None),
        StaticValue::Bool(b) => (b as u64, None),
        StaticValue::Null => (0, None),
        StaticValue::Ptr(id) => (0, Some(memory.statics[id])),
    };
    // The targets of this backend are little-endian.
    (word.to_le_bytes()[..NATIVE64.size(storage) as usize].to_vec(), to)
}

/// Every piece is aligned as objects are.
pub(super) const ALIGN: u64 = OBJECT_ALIGN as u64;
