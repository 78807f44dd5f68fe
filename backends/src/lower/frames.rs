//! The static objects of tracebacks: a Frame for each line that may raise, and
//! the strings that it points to. Equal ones are one.

use naja_ir::Name;
use naja_ir::entity::{EntityRef, PrimaryMap};
use naja_ir::lltype::{FRAME, STR};
use naja_ir::lowlevel::{LlProgram, Place, PlaceData, Static, StaticId, StaticTail, StaticValue};
use naja_ir::source::{SourceId, SourceMap};
use std::collections::HashMap;
use std::ops::Range;

/// The places of a chain of inlined calls that leave a frame, innermost first,
/// among these of its links.
pub fn frames_of(places: &PrimaryMap<Place, PlaceData>, place: Place, links: Range<usize>) -> Vec<Place> {
    std::iter::successors(Some(place), |&p| places[p].inlined_at)
        .take(links.end)
        .skip(links.start)
        .filter(|&p| places[p].function.is_some())
        .collect()
}

/// Frames by place and strings by text, those of the program included.
pub struct Frames<'a> {
    sources: &'a SourceMap,
    /// The names of Frame's fields, in their order.
    fields: Vec<Name>,
    frames: HashMap<(SourceId, u32, Name), StaticId>,
    strings: HashMap<Vec<u8>, StaticId>,
    n_old: usize,
    new: Vec<Static>,
}

impl<'a> Frames<'a> {
    pub fn new(program: &LlProgram, sources: &'a SourceMap) -> Frames<'a> {
        let mut strings = HashMap::new();
        for (id, data) in &program.statics {
            if let (STR, StaticTail::Bytes(bytes)) = (data.ty, &data.tail) {
                strings.entry(bytes.clone()).or_insert(id);
            }
        }
        Frames {
            sources,
            fields: program.structs[FRAME].fields.iter().map(|f| f.name.clone()).collect(),
            frames: HashMap::new(),
            strings,
            n_old: program.statics.len(),
            new: Vec::new(),
        }
    }

    /// The frame of a place that has a function.
    pub fn intern(&mut self, place: &PlaceData) -> StaticId {
        let function = place.function.clone().expect("only the places of functions leave frames");
        let line = self.sources.line(place.span);
        let key = (place.span.source, line, function.clone());
        if let Some(&frame) = self.frames.get(&key) {
            return frame;
        }
        let source = self.sources.get(place.span.source);
        let file = self.string(&source.path);
        let text = self.string(source.line_text(line).trim());
        let function = self.string(&function);
        let value = |name: &Name| match &**name {
            "file" => StaticValue::Ptr(file),
            "function" => StaticValue::Ptr(function),
            "source" => StaticValue::Ptr(text),
            "line" => StaticValue::Int(line as i64),
            "caller" => StaticValue::Null,
            other => unreachable!("Frame has no field {other}"),
        };
        let fields = self.fields.iter().map(value).collect();
        let frame = self.add(Static { ty: FRAME, fields, tail: StaticTail::None });
        self.frames.insert(key, frame);
        frame
    }

    /// Gives the program what was made.
    pub fn add_statics(self, program: &mut LlProgram) {
        for data in self.new {
            program.statics.push(data);
        }
    }

    fn string(&mut self, text: &str) -> StaticId {
        if let Some(&id) = self.strings.get(text.as_bytes()) {
            return id;
        }
        // Its hash and its index are not made yet.
        let fields = vec![StaticValue::Int(text.chars().count() as i64), StaticValue::Int(0), StaticValue::Null];
        let id = self.add(Static { ty: STR, fields, tail: StaticTail::Bytes(text.into()) });
        self.strings.insert(text.into(), id);
        id
    }

    fn add(&mut self, data: Static) -> StaticId {
        self.new.push(data);
        StaticId::new(self.n_old + self.new.len() - 1)
    }
}
