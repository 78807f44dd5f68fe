//! Leaves behind what `main` does not reach: functions, statics and cells.
//! Functions are numbered anew in the order of their first call, so that what
//! runs together lies together, and `main` is the first.

use super::Facts;
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::graph::{Block, Terminator};
use naja_ir::layout::Target;
use naja_ir::lowlevel::{CellId, LlFunc, LlOp, LlProgram, StaticId, StaticTail, StaticValue};
use naja_ir::source::SourceMap;

pub fn run(program: &mut LlProgram, facts: &mut Facts, _: &SourceMap, _: Target) {
    let mut reached = Reached::default();
    reached.functions(program);

    let mut functions = PrimaryMap::with_capacity(reached.order.len());
    for &func in &reached.order {
        functions.push(program.functions[func].clone());
    }
    let mut statics = PrimaryMap::new();
    let mut new_static: SecondaryMap<StaticId, Option<StaticId>> = SecondaryMap::new();
    for (id, data) in &program.statics {
        if reached.statics.contains(id) {
            new_static[id] = Some(statics.push(data.clone()));
        }
    }
    let mut cells = PrimaryMap::new();
    let mut new_cell: SecondaryMap<CellId, Option<CellId>> = SecondaryMap::new();
    for (id, data) in &program.cells {
        if reached.cells.contains(id) {
            new_cell[id] = Some(cells.push(data.clone()));
        }
    }

    let missing = "what a reached thing names is reached";
    let renumber = |value: &mut StaticValue| {
        if let StaticValue::Ptr(id) = value {
            *id = new_static[*id].expect(missing);
        }
    };
    for data in statics.values_mut() {
        data.fields.iter_mut().for_each(renumber);
        if let StaticTail::Items(items) = &mut data.tail {
            items.iter_mut().for_each(renumber);
        }
    }
    cells.values_mut().for_each(|cell| renumber(&mut cell.init));
    for function in functions.values_mut() {
        let graph = &mut function.graph;
        let mut reached_blocks = EntitySet::<Block>::with_capacity(graph.blocks.len());
        for block in graph.reverse_postorder() {
            reached_blocks.insert(block);
        }
        for (block, data) in &mut graph.blocks {
            if !reached_blocks.contains(block) {
                data.ops.clear();
                data.terminator = Terminator::Unreachable;
            }
            for op in &mut data.ops {
                match &mut op.kind {
                    LlOp::Call(f) => *f = reached.number[*f].expect(missing),
                    LlOp::Static(id) => *id = new_static[*id].expect(missing),
                    LlOp::LoadCell(c) | LlOp::StoreCell(c) => *c = new_cell[*c].expect(missing),
                    _ => {}
                }
            }
        }
    }
    let moving = std::mem::take(&mut facts.moving);
    facts.moving.extend(reached.order.iter().filter(|&&f| moving.contains(f)).filter_map(|&f| reached.number[f]));
    for hook in program.hooks.each_mut() {
        *hook = hook.and_then(|f| reached.number[f]);
    }
    program.main = reached.number[program.main].expect(missing);
    program.functions = functions;
    program.statics = statics;
    program.cells = cells;
}

#[derive(Default)]
struct Reached {
    order: Vec<LlFunc>,
    number: SecondaryMap<LlFunc, Option<LlFunc>>,
    statics: EntitySet<StaticId>,
    cells: EntitySet<CellId>,
}

impl Reached {
    fn functions(&mut self, program: &LlProgram) {
        let mut numbers = PrimaryMap::<LlFunc, ()>::new();
        let mut work = vec![program.main];
        let mut statics = Vec::new();
        while let Some(func) = work.pop() {
            if self.number[func].is_some() {
                continue;
            }
            self.number[func] = Some(numbers.push(()));
            self.order.push(func);
            let graph = &program.functions[func].graph;
            let mut callees = Vec::new();
            for block in graph.reverse_postorder() {
                for op in &graph.blocks[block].ops {
                    match op.kind {
                        LlOp::Call(callee) => callees.push(callee),
                        LlOp::Static(id) => statics.push(id),
                        LlOp::LoadCell(cell) | LlOp::StoreCell(cell) => {
                            self.cells.insert(cell);
                            statics.extend(pointed(&program.cells[cell].init));
                        }
                        _ => {}
                    }
                }
            }
            // The first call is taken next.
            work.extend(callees.into_iter().rev());
        }
        while let Some(id) = statics.pop() {
            if self.statics.insert(id) {
                let data = &program.statics[id];
                statics.extend(data.fields.iter().filter_map(pointed));
                if let StaticTail::Items(items) = &data.tail {
                    statics.extend(items.iter().filter_map(pointed));
                }
            }
        }
    }
}

fn pointed(value: &StaticValue) -> Option<StaticId> {
    match value {
        StaticValue::Ptr(id) => Some(*id),
        _ => None,
    }
}
