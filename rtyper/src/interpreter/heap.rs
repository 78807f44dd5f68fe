//! The interpreter's objects. A reference is the number of the object's first
//! word; 0 is null.
//!
//! ```text
//! word 0     the struct's number, and the tail's length in the upper half
//!      ..    one bit for each field: is it set?
//!      ..    the fields, a word each
//!      ..    the tail's items, packed
//! ```
//!
//! A raw address is a reference in the upper half and an offset in bytes from
//! the first item of the tail in the lower.

use naja_ir::entity::{EntityRef, PrimaryMap, SecondaryMap};
use naja_ir::layout::NATIVE64;
use naja_ir::lltype::{OBJECT, STR, Storage, StructId};
use naja_ir::lowlevel::{LlProgram, StaticId, StaticTail, StaticValue};
use std::collections::HashMap;

/// Why an access was refused.
pub enum Problem {
    /// The heap's limit is reached.
    Full,
    /// What the graphs promise never to do.
    Broken(String),
}

fn broken<T>(problem: String) -> Result<T, Problem> {
    Err(Problem::Broken(problem))
}

pub struct Heap {
    words: Vec<u64>,
    max_words: usize,
    shapes: PrimaryMap<StructId, Shape>,
    /// Items for which an object has room, where that is more than its tail.
    rooms: HashMap<u64, u64>,
}

struct Shape {
    name: naja_ir::Name,
    /// The structs of its first fields.
    prefixes: Vec<StructId>,
    /// The bits of each field that are kept.
    field_masks: Vec<u64>,
    /// Words before the fields.
    fields_at: usize,
    tail: Option<Storage>,
    /// Bytes of an item.
    item_size: usize,
}

impl Shape {
    fn tail_at(&self) -> usize {
        self.fields_at + self.field_masks.len()
    }
}

fn mask(size: usize) -> u64 {
    if size >= 8 { u64::MAX } else { (1 << (size * 8)) - 1 }
}

impl Heap {
    pub fn new(program: &LlProgram, max_bytes: usize) -> Heap {
        let shapes = program
            .structs
            .values()
            .map(|s| Shape {
                name: s.name.clone(),
                prefixes: s.prefixes.iter().map(|prefix| prefix.of).collect(),
                field_masks: s.fields.iter().map(|f| mask(NATIVE64.size(f.storage) as usize)).collect(),
                fields_at: 1 + s.fields.len().div_ceil(64),
                tail: s.tail,
                item_size: s.tail.map_or(0, |t| NATIVE64.size(t) as usize),
            })
            .collect();
        Heap { words: vec![0], max_words: max_bytes / 8, shapes, rooms: HashMap::new() }
    }

    /// Makes the objects that exist from the start; says where they lie.
    pub fn add_statics(&mut self, program: &LlProgram) -> Result<SecondaryMap<StaticId, u64>, Problem> {
        let mut places = SecondaryMap::new();
        for (id, object) in program.statics.iter() {
            places[id] = self.new_object(object.ty, object.tail.len() as u64)?;
        }
        for (id, object) in program.statics.iter() {
            let (p, ty) = (places[id], object.ty);
            for (i, value) in object.fields.iter().enumerate() {
                self.set_field(p, ty, i, static_bits(value, &places))?;
            }
            match &object.tail {
                StaticTail::None | StaticTail::Zeros(_) => {}
                StaticTail::Bytes(bytes) => {
                    for (i, &byte) in bytes.iter().enumerate() {
                        self.set_item(p, ty, i as u64, byte as u64)?;
                    }
                }
                StaticTail::Items(items) => {
                    for (i, value) in items.iter().enumerate() {
                        self.set_item(p, ty, i as u64, static_bits(value, &places))?;
                    }
                }
            }
        }
        Ok(places)
    }

    pub fn new_object(&mut self, id: StructId, items: u64) -> Result<u64, Problem> {
        let shape = &self.shapes[id];
        if (items as i64) < 0 {
            return broken(format!("a tail of {} items", items as i64));
        }
        let at = self.words.len();
        let tail_words = (items as u128 * shape.item_size as u128).div_ceil(8);
        let end = at as u128 + shape.tail_at() as u128 + tail_words;
        if items >= 1 << 31 || end > self.max_words as u128 {
            return Err(Problem::Full);
        }
        self.words.resize(end as usize, 0);
        self.words[at] = id.index() as u64 | items << 32;
        if id == STR {
            // Hash and index of a new text are zero, and need not be set.
            self.words[at + 1] = 0b110;
        }
        Ok(at as u64)
    }

    pub fn type_id(&self, p: u64) -> Result<u64, Problem> {
        match p {
            0 => broken("the type of null".into()),
            _ => Ok(self.words[p as usize] & u32::MAX as u64),
        }
    }

    /// The shape of the object, which must be of that struct.
    fn shape(&self, p: u64, id: StructId) -> Result<&Shape, Problem> {
        if p == 0 {
            return broken(format!("null used as {}", self.shapes[id].name));
        }
        let actual = StructId::new(self.words[p as usize] as u32 as usize);
        let shape = &self.shapes[actual];
        if actual != id && id != OBJECT && !shape.prefixes.contains(&id) {
            return broken(format!("{} used as {}", shape.name, self.shapes[id].name));
        }
        Ok(shape)
    }

    pub fn field(&self, p: u64, id: StructId, field: usize) -> Result<u64, Problem> {
        let shape = self.shape(p, id)?;
        let at = p as usize;
        if self.words[at + 1 + field / 64] >> (field % 64) & 1 == 0 {
            return broken(format!("field {field} of {} is read before it is set", shape.name));
        }
        Ok(self.words[at + shape.fields_at + field])
    }

    pub fn set_field(&mut self, p: u64, id: StructId, field: usize, value: u64) -> Result<(), Problem> {
        let shape = self.shape(p, id)?;
        let (at, fields_at, mask) = (p as usize, shape.fields_at, shape.field_masks[field]);
        self.words[at + 1 + field / 64] |= 1 << (field % 64);
        self.words[at + fields_at + field] = value & mask;
        Ok(())
    }

    pub fn tail_len(&self, p: u64, id: StructId) -> Result<u64, Problem> {
        self.shape(p, id)?;
        Ok(self.words[p as usize] >> 32)
    }

    fn set_tail_len(&mut self, p: u64, n: u64) {
        let word = &mut self.words[p as usize];
        *word = *word & u32::MAX as u64 | n << 32;
    }

    pub fn leave_room(&mut self, p: u64, id: StructId, n: u64) -> Result<u64, Problem> {
        let len = self.tail_len(p, id)?;
        if n > len {
            return broken(format!("leaves {n} items of {len}"));
        }
        self.rooms.insert(p, len);
        self.set_tail_len(p, n);
        Ok(p)
    }

    pub fn take_room(&mut self, p: u64, id: StructId, n: u64) -> Result<u64, Problem> {
        let len = self.tail_len(p, id)?;
        if n < len {
            return broken(format!("{len} items grow to {n}"));
        }
        if self.rooms.get(&p).is_none_or(|&room| room < n) {
            return Ok(0);
        }
        self.set_tail_len(p, n);
        Ok(p)
    }

    pub fn forget_room(&mut self, p: u64) {
        self.rooms.remove(&p);
    }

    /// Where an item lies: its word, the shift within it, its size.
    fn item_at(&self, p: u64, id: StructId, i: u64) -> Result<(usize, usize, usize), Problem> {
        let shape = self.shape(p, id)?;
        let len = self.words[p as usize] >> 32;
        if i >= len {
            return broken(format!("item {} of {} in {}", i as i64, len, shape.name));
        }
        let byte = i as usize * shape.item_size;
        Ok((p as usize + shape.tail_at() + byte / 8, byte % 8 * 8, shape.item_size))
    }

    pub fn item(&self, p: u64, id: StructId, i: u64) -> Result<u64, Problem> {
        let (word, shift, size) = self.item_at(p, id, i)?;
        Ok(self.words[word] >> shift & mask(size))
    }

    pub fn set_item(&mut self, p: u64, id: StructId, i: u64, value: u64) -> Result<(), Problem> {
        let (word, shift, size) = self.item_at(p, id, i)?;
        let mask = mask(size);
        self.words[word] = self.words[word] & !(mask << shift) | (value & mask) << shift;
        Ok(())
    }

    /// From an item of one object to an item of another.
    pub fn copy_items(
        &mut self,
        (from, source, i): (u64, StructId, u64),
        (to, target, j): (u64, StructId, u64),
        n: u64,
    ) -> Result<(), Problem> {
        for (p, id, first) in [(from, source, i), (to, target, j)] {
            let len = self.tail_len(p, id)?;
            if first.checked_add(n).is_none_or(|end| end > len) {
                return broken(format!("copies {} items at {} of {len}", n as i64, first as i64));
            }
        }
        let backwards = from == to && i < j;
        for k in 0..n {
            let k = if backwards { n - 1 - k } else { k };
            let value = self.item(from, source, i + k)?;
            self.set_item(to, target, j + k, value)?;
        }
        Ok(())
    }

    pub fn item_address(&self, p: u64, id: StructId, i: u64) -> Result<u64, Problem> {
        let size = self.shape(p, id)?.item_size as u64;
        let len = self.tail_len(p, id)?;
        if i > len {
            return broken(format!("the address of item {} of {len}", i as i64));
        }
        Ok((p << 32) | (i * size))
    }

    /// The `n` bytes at a raw address, all of one tail.
    pub fn bytes(&self, address: u64, n: u64) -> Result<Vec<u8>, Problem> {
        let (first, offset) = self.bytes_at(address, n)?;
        Ok((offset..offset + n).map(|b| (self.words[first + b as usize / 8] >> (b % 8 * 8)) as u8).collect())
    }

    /// Writes bytes to a raw address.
    pub fn set_bytes(&mut self, address: u64, bytes: &[u8]) -> Result<(), Problem> {
        let (first, offset) = self.bytes_at(address, bytes.len() as u64)?;
        for (b, &byte) in (offset..).zip(bytes) {
            let word = &mut self.words[first + b as usize / 8];
            let shift = b % 8 * 8;
            *word = *word & !(0xFF << shift) | (byte as u64) << shift;
        }
        Ok(())
    }

    /// The first word of the tail that holds these bytes, and their offset.
    fn bytes_at(&self, address: u64, n: u64) -> Result<(usize, u64), Problem> {
        let (p, offset) = (address >> 32, address & u32::MAX as u64);
        if p == 0 || p as usize >= self.words.len() {
            return broken(format!("address {address:#x} is in no object"));
        }
        let shape = &self.shapes[StructId::new((self.words[p as usize] as u32) as usize)];
        let size = (self.words[p as usize] >> 32) * shape.item_size as u64;
        if shape.tail.is_none() || offset.checked_add(n).is_none_or(|end| end > size) {
            return broken(format!("{} bytes at {offset} of {size}", n as i64));
        }
        Ok((p as usize + shape.tail_at(), offset))
    }
}

pub fn static_bits(value: &StaticValue, places: &SecondaryMap<StaticId, u64>) -> u64 {
    match value {
        StaticValue::Int(i) => *i as u64,
        StaticValue::Float(bits) => *bits,
        StaticValue::Bool(b) => *b as u64,
        StaticValue::Null => 0,
        StaticValue::Ptr(id) => places[*id],
    }
}
