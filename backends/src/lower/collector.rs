//! What the collector (rlib/gc.py) asks of the program: each primitive that asks
//! becomes the answer.
//!
//! ```text
//! struct_rows          a Buffer with a row for each struct, by its number:
//!                        u32   bytes before the tail
//!                        u32   bits 0, 1   log2 of the size of an item
//!                              bit 2       the references among the fields are one run
//!                              bit 3       the tail's items are references
//!                              bit 4       there is a tail
//!                              no run:
//!                              bits 5..    a bit for each slot behind the header
//!                              a run:
//!                              bit 5       it begins at 8, not at 4
//!                              bits 6..    its bytes
//! roots_begin          the shadow stack; its references begin 8 bytes behind
//! roots_end            where the frames on it end
//! n_watched_statics, pointer_size
//! ```
//!
//! Structs of which there are no objects have no row.

use super::Facts;
use super::roots::{SHADOW_STACK, frame_bias};
use naja_ir::entity::EntityRef;
use naja_ir::graph::Op;
use naja_ir::layout::{References, Target, is_watched};
use naja_ir::lltype::{BUFFER, LlType, ROOM, Storage, Struct, StructId};
use naja_ir::lowlevel::{CellId, LlOp, LlProgram, Low, Static, StaticId, StaticTail};
use naja_ir::prim::Prim;
use naja_ir::smallvec;
use naja_ir::source::SourceMap;
use std::collections::BTreeSet;

pub fn run(program: &mut LlProgram, _: &mut Facts, _: &SourceMap, target: Target) {
    name_platform(program, target);
    let asks = |op: &Op<Low>| matches!(op.kind, LlOp::Prim(Prim::StructRows));
    if !program.functions.values().flat_map(|f| f.graph.blocks.values()).flat_map(|b| &b.ops).any(asks) {
        return;
    }
    let rows = rows(program, target);
    let tail = StaticTail::Bytes(rows.iter().flat_map(|word| word.to_le_bytes()).collect());
    let rows = program.statics.push(Static { ty: BUFFER, fields: vec![], tail });
    let stack = program.statics.iter().find(|(_, s)| *program.structs[s.ty].name == *SHADOW_STACK);
    let top = program.cells.iter().find(|(_, c)| *c.name == *SHADOW_STACK);
    let answers = Answers {
        pointer: target.pointer as i64,
        bias: frame_bias(target) as i64,
        rows,
        stack: stack.expect("made where something allocates").0,
        stack_type: stack.expect("made where something allocates").1.ty,
        top: top.expect("made with the stack").0,
        n_watched: program.statics.values().filter(|s| is_watched(program, s)).count() as i64,
    };
    for function in program.functions.values_mut() {
        let graph = &mut function.graph;
        for block in graph.reverse_postorder() {
            for op in std::mem::take(&mut graph.blocks[block].ops) {
                let LlOp::Prim(prim) = op.kind else {
                    graph.blocks[block].ops.push(op);
                    continue;
                };
                let mut before = |kind, ty| {
                    let value = graph.values.push(ty);
                    let op = Op { kind, args: smallvec![], results: smallvec![value], place: op.place };
                    graph.blocks[block].ops.push(op);
                    value
                };
                let (kind, args) = match prim {
                    Prim::PointerSize => (LlOp::Int(answers.pointer), smallvec![]),
                    Prim::NWatchedStatics => (LlOp::Int(answers.n_watched), smallvec![]),
                    Prim::StructRows => {
                        (LlOp::Address, smallvec![before(LlOp::Static(answers.rows), LlType::Ptr(BUFFER))])
                    }
                    Prim::RootsBegin => {
                        let ty = LlType::Ptr(answers.stack_type);
                        (LlOp::Address, smallvec![before(LlOp::Static(answers.stack), ty)])
                    }
                    Prim::RootsEnd => {
                        let top = before(LlOp::LoadCell(answers.top), LlType::I64);
                        let bias = before(LlOp::Int(answers.bias), LlType::I64);
                        (LlOp::Prim(Prim::IntAdd), smallvec![top, bias])
                    }
                    _ => (op.kind, op.args),
                };
                graph.blocks[block].ops.push(Op { kind, args, results: op.results, place: op.place });
            }
        }
    }
}

/// Which platform it is, every program may ask.
fn name_platform(program: &mut LlProgram, target: Target) {
    let blocks = program.functions.values_mut().flat_map(|f| f.graph.blocks.values_mut());
    for op in blocks.flat_map(|block| &mut block.ops) {
        if op.kind == LlOp::Prim(Prim::PlatformIsWasi) {
            op.kind = LlOp::Bool(target.pointer == 4);
        }
    }
}

struct Answers {
    pointer: i64,
    bias: i64,
    rows: StaticId,
    stack: StaticId,
    stack_type: StructId,
    top: CellId,
    n_watched: i64,
}

fn rows(program: &LlProgram, target: Target) -> Vec<u32> {
    let mut used = BTreeSet::new();
    for op in program.functions.values().flat_map(|f| f.graph.blocks.values()).flat_map(|b| &b.ops) {
        if let LlOp::InitObject(id) = op.kind {
            used.insert(id);
        }
    }
    if program.hooks.leave_room.is_some() {
        used.insert(ROOM);
    }
    used.extend(program.statics.values().filter(|s| is_watched(program, s)).map(|s| s.ty));
    let n_rows = used.last().map_or(0, |last| last.index() + 1);
    let mut rows = vec![0; 2 * n_rows];
    for id in used {
        rows[2 * id.index()..][..2].copy_from_slice(&row(&program.structs[id], target));
    }
    rows
}

fn row(s: &Struct, target: Target) -> [u32; 2] {
    let layout = target.layout(s);
    let mut info = match target.references(s).expect("the rtyper sees to it") {
        References::Slots(bits) => bits << 5,
        References::Run { first, bytes } => bytes << 6 | ((first == 8) as u32) << 5 | 1 << 2,
    };
    if let Some(storage) = s.tail {
        let is_reference = matches!(storage, Storage::Value(LlType::Ptr(_)));
        info |= layout.item_size.trailing_zeros() | (is_reference as u32) << 3 | 1 << 4;
    }
    [layout.tail, info]
}
