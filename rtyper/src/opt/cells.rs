//! Cells that need not be cells. A program's globals become them; where only a
//! function that runs once touches one, as the top level of a module does, it is
//! a local variable of that function. A cell that nobody writes is a constant, one
//! that nobody reads is nothing.

use crate::opt::callgraph::CallGraph;
use crate::opt::fold::Constant;
use crate::opt::inline::run_once;
use crate::opt::rename::Renaming;
use crate::opt::ssa::{Construction, Variable};
use crate::opt::{each_function, nowhere};
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Op, Value};
use naja_ir::lowlevel::{CellId, LlFunc, LlGraph, LlOp, LlProgram};
use naja_ir::smallvec;

pub fn run(program: &mut LlProgram) {
    let runs_once = run_once(program, &CallGraph::of(program));
    let mut uses: SecondaryMap<CellId, Uses> = SecondaryMap::new();
    for (func, function) in program.functions.iter() {
        for op in function.graph.blocks.values().flat_map(|data| &data.ops) {
            match op.kind {
                LlOp::LoadCell(cell) => uses[cell].add(func, true),
                LlOp::StoreCell(cell) => uses[cell].add(func, false),
                _ => {}
            }
        }
    }
    let mut fates: SecondaryMap<CellId, Fate> = SecondaryMap::new();
    for (cell, data) in program.cells.iter() {
        let initial = Constant::of_static(&data.init, data.ty, program);
        fates[cell] = match (&uses[cell], initial) {
            (Uses { loaded: false, .. }, _) => Fate::Unread,
            (Uses { stored: false, .. }, Some(constant)) => Fate::Constant(constant),
            (Uses { by: Users::One(func), .. }, Some(constant)) if runs_once[*func] => Fate::Local(*func, constant),
            _ => Fate::Cell,
        };
    }
    each_function(program, |program, func, graph| {
        settle(&fates, graph);
        let mut locals = Vec::new();
        for cell in program.cells.keys() {
            if let Fate::Local(home, constant) = fates[cell]
                && home == func
            {
                locals.push((cell, constant));
            }
        }
        if !locals.is_empty() {
            make_local(program, graph, &locals);
        }
    });
}

#[derive(Clone, Copy, Default)]
struct Uses {
    by: Users,
    loaded: bool,
    stored: bool,
}

#[derive(Clone, Copy, Default)]
enum Users {
    #[default]
    Nobody,
    One(LlFunc),
    Many,
}

impl Uses {
    fn add(&mut self, func: LlFunc, is_load: bool) {
        self.by = match self.by {
            Users::Nobody => Users::One(func),
            Users::One(other) if other == func => self.by,
            _ => Users::Many,
        };
        self.loaded |= is_load;
        self.stored |= !is_load;
    }
}

#[derive(Clone, Copy, Default)]
enum Fate {
    #[default]
    Cell,
    Unread,
    Constant(Constant),
    /// A variable of this function, with its first value.
    Local(LlFunc, Constant),
}

/// Constants, and writes that nobody reads.
fn settle(fates: &SecondaryMap<CellId, Fate>, graph: &mut LlGraph) {
    for data in graph.blocks.values_mut() {
        data.ops.retain_mut(|op| match op.kind {
            LlOp::LoadCell(cell) => {
                if let Fate::Constant(constant) = fates[cell] {
                    op.kind = constant.op();
                }
                true
            }
            LlOp::StoreCell(cell) => !matches!(fates[cell], Fate::Unread),
            _ => true,
        });
    }
}

/// What a function does with one cell, where the block's own writes do not say it.
#[derive(Clone, Default)]
struct Accesses {
    /// Loads that read what the block began with.
    exposed: Vec<(Block, Value)>,
    last: Vec<(Block, Value)>,
}

fn make_local(program: &LlProgram, graph: &mut LlGraph, locals: &[(CellId, Constant)]) {
    let order = graph.reverse_postorder();
    let mut renaming = Renaming::default();
    let mut accesses: SecondaryMap<CellId, Accesses> = SecondaryMap::new();
    let mut is_local: SecondaryMap<CellId, bool> = SecondaryMap::new();
    locals.iter().for_each(|&(cell, _)| is_local[cell] = true);
    for &block in &order {
        graph.blocks[block].ops.retain(|op| match op.kind {
            LlOp::LoadCell(cell) if is_local[cell] => {
                match accesses[cell].last.last() {
                    Some(&(home, value)) if home == block => renaming.set(op.results[0], value),
                    _ => accesses[cell].exposed.push((block, op.results[0])),
                }
                false
            }
            LlOp::StoreCell(cell) if is_local[cell] => {
                let value = renaming.resolve(op.args[0]);
                let last = &mut accesses[cell].last;
                match last.last_mut() {
                    Some((home, held)) if *home == block => *held = value,
                    _ => last.push((block, value)),
                }
                false
            }
            _ => true,
        });
    }
    let entry = graph.entry;
    let mut initials = Vec::with_capacity(locals.len());
    let mut construction = Construction::of(graph);
    for &(cell, constant) in locals {
        let ty = program.cells[cell].ty;
        let initial = construction.graph.new_value(ty);
        let op = Op { kind: constant.op(), args: smallvec![], results: smallvec![initial], place: nowhere() };
        initials.push(op);
        let mut variable = Variable::with_initial(ty, entry, initial);
        variable.at_end.extend(accesses[cell].last.iter().copied());
        for &(block, loaded) in &accesses[cell].exposed {
            let value = construction.at_entry(&mut variable, block);
            renaming.set(loaded, value);
        }
        construction.close(&mut variable);
    }
    graph.blocks[entry].ops.splice(0..0, initials);
    renaming.apply(graph);
}
