//! Linear memory before the program starts.
//!
//! ```text
//! 0        never an object: the null reference
//! 8        scratch space of the platform functions
//! 24       objects that are never written, then those that are,
//!          those that begin as zeros last; then cells that hold references
//! ..       the heap
//! ```
//!
//! Cells of references lie in memory, where a collector will find them; the
//! others are globals of the module.

use naja_ir::entity::SecondaryMap;
use naja_ir::layout::{OBJECT_ALIGN, TAIL_LEN_OFFSET, WASM32, static_header};
use naja_ir::lltype::{LlType, Storage};
use naja_ir::lowlevel::{CellId, LlProgram, Static, StaticId, StaticTail, StaticValue};

/// Where the platform functions keep what they pass to the host: 16 bytes.
pub const SCRATCH: u32 = 8;
const FIRST_STATIC: u32 = 24;
/// A data segment costs about so many bytes: a shorter run of zeros is written out.
const SEGMENT_COST: usize = 8;

/// Where a cell lives.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CellHome {
    /// The number of a global.
    Global(u32),
    /// An address.
    Memory(u32),
}

impl Default for CellHome {
    fn default() -> CellHome {
        CellHome::Memory(0)
    }
}

pub struct Memory {
    /// The address of each static object.
    pub statics: SecondaryMap<StaticId, u32>,
    pub cells: SecondaryMap<CellId, CellHome>,
    /// The type and first value of each global.
    pub globals: Vec<(LlType, StaticValue)>,
    /// Bytes with their addresses; what is not there is zero.
    pub segments: Vec<(u32, Vec<u8>)>,
    pub heap_base: u32,
}

/// Lays out a program's static objects and cells.
pub fn layout(program: &LlProgram) -> Memory {
    let mut order: Vec<StaticId> = program.statics.keys().collect();
    order.sort_by_key(|&id| rank(program, id));

    let mut memory = Memory {
        statics: SecondaryMap::new(),
        cells: SecondaryMap::new(),
        globals: Vec::new(),
        segments: Vec::new(),
        heap_base: 0,
    };
    let mut at = FIRST_STATIC as u64;
    for &id in &order {
        let data = &program.statics[id];
        memory.statics[id] = at as u32;
        at += WASM32.layout(&program.structs[data.ty]).size(data.tail.len() as u64);
    }
    for (id, cell) in &program.cells {
        memory.cells[id] = match cell.ty {
            LlType::Ptr(_) => {
                at += WASM32.pointer as u64;
                CellHome::Memory((at - WASM32.pointer as u64) as u32)
            }
            _ => {
                memory.globals.push((cell.ty, cell.init));
                CellHome::Global(memory.globals.len() as u32 - 1)
            }
        };
    }
    at = at.next_multiple_of(OBJECT_ALIGN as u64);
    assert!(at < u32::MAX as u64, "static objects of {at} bytes do not fit into 32-bit memory");
    memory.heap_base = at as u32;

    let mut segments = Segments::default();
    for &id in &order {
        let data = &program.statics[id];
        write_object(&mut segments, &memory, program, id, data);
    }
    for (id, cell) in &program.cells {
        if let CellHome::Memory(address) = memory.cells[id] {
            write_value(&mut segments, &memory, address, Storage::Value(cell.ty), cell.init);
        }
    }
    memory.segments = segments.finish();
    memory
}

/// Objects of a lower rank lie before those of a higher one.
fn rank(program: &LlProgram, id: StaticId) -> u8 {
    let data = &program.statics[id];
    let s = &program.structs[data.ty];
    match data.tail {
        StaticTail::Zeros(_) => 2,
        // A string's tail is written only while it is made.
        _ if s.fields.iter().all(|f| f.immutable) && (s.tail_immutable || data.ty == naja_ir::lltype::STR) => 0,
        _ => 1,
    }
}

fn write_object(segments: &mut Segments, memory: &Memory, program: &LlProgram, id: StaticId, data: &Static) {
    let s = &program.structs[data.ty];
    let base = memory.statics[id];
    let layout = WASM32.layout(s);
    segments.write(base, &static_header(program, data).to_le_bytes());
    if s.tail.is_some() {
        segments.write(base + TAIL_LEN_OFFSET, &data.tail.len().to_le_bytes());
    }
    let mut fields: Vec<_> = layout.fields.iter().zip(&s.fields).zip(&data.fields).collect();
    fields.sort_by_key(|((offset, _), _)| **offset);
    for ((offset, field), &value) in fields {
        write_value(segments, memory, base + offset, field.storage, value);
    }
    let tail = base + layout.tail;
    match &data.tail {
        // In pieces, so that zeros between them are left out.
        StaticTail::Bytes(bytes) => {
            for (i, piece) in bytes.chunks(SEGMENT_COST).enumerate() {
                segments.write(tail + (i * SEGMENT_COST) as u32, piece);
            }
        }
        StaticTail::Items(items) => {
            let storage = s.tail.expect("an object with items has a tail");
            for (i, &value) in items.iter().enumerate() {
                write_value(segments, memory, tail + i as u32 * layout.item_size, storage, value);
            }
        }
        StaticTail::None | StaticTail::Zeros(_) => {}
    }
}

fn write_value(segments: &mut Segments, memory: &Memory, address: u32, storage: Storage, value: StaticValue) {
    let bits = match value {
        StaticValue::Int(n) => n as u64,
        StaticValue::Float(bits) => bits,
        StaticValue::Bool(b) => b as u64,
        StaticValue::Null => 0,
        StaticValue::Ptr(id) => memory.statics[id] as u64,
    };
    segments.write(address, &bits.to_le_bytes()[..WASM32.size(storage) as usize]);
}

/// Collects bytes at rising addresses, without long runs of zeros.
#[derive(Default)]
struct Segments {
    done: Vec<(u32, Vec<u8>)>,
}

impl Segments {
    fn write(&mut self, address: u32, bytes: &[u8]) {
        let Some(first) = bytes.iter().position(|&b| b != 0) else { return };
        let last = bytes.iter().rposition(|&b| b != 0).expect("there is one");
        let (address, bytes) = (address + first as u32, &bytes[first..=last]);
        if let Some((start, segment)) = self.done.last_mut() {
            let gap = address as usize - (*start as usize + segment.len());
            if gap < SEGMENT_COST {
                segment.resize(segment.len() + gap, 0);
                segment.extend_from_slice(bytes);
                return;
            }
        }
        self.done.push((address, bytes.to_vec()));
    }

    fn finish(self) -> Vec<(u32, Vec<u8>)> {
        self.done
    }
}
