//! What the tests build their programs with.

use crate::native::{Limits, jit};
use naja_ir::builder::Builder;
use naja_ir::entity::{EntityRef, PrimaryMap};
use naja_ir::graph::{Block, Graph, Link, Value};
use naja_ir::lltype::{INT_ARRAY, LlType, StructId, well_known_structs};
use naja_ir::lowlevel::{
    Cell, CellId, Hooks, LlFunc, LlFunction, LlOp, LlProgram, Place, PlaceData, Static, StaticId, StaticTail,
    StaticValue,
};
use naja_ir::prim::Prim;
use naja_ir::source::{SourceId, Span};

pub const LIMITS: Limits = Limits { heap: 1 << 30, stack: 16 << 20 };

/// A program of which `main` is still to be added.
pub fn empty() -> LlProgram {
    let span = Span { source: SourceId::new(0), start: 0, end: 0 };
    let mut places = PrimaryMap::new();
    places.push(PlaceData { function: None, span, inlined_at: None });
    LlProgram {
        structs: well_known_structs(),
        statics: PrimaryMap::new(),
        cells: PrimaryMap::new(),
        functions: PrimaryMap::new(),
        places,
        main: LlFunc::new(0),
        hooks: Hooks::default(),
    }
}

/// Adds a function; `body` writes it, from its first block on.
pub fn function(
    program: &mut LlProgram,
    name: &str,
    params: &[LlType],
    results: &[LlType],
    body: impl FnOnce(&mut Builder, &[Value]),
) -> LlFunc {
    let mut graph = Graph::new(name.into());
    let entry = graph.entry;
    let params: Vec<Value> = params.iter().map(|&ty| graph.add_param(entry, ty)).collect();
    body(&mut Builder { graph: &mut graph, block: entry, place: Place::new(0) }, &params);
    program.functions.push(LlFunction { name: name.into(), results: results.to_vec(), graph, is_library: false })
}

/// Adds `main`, checks the program and runs it in memory.
pub fn run(mut program: LlProgram, body: impl FnOnce(&mut Builder)) -> i32 {
    program.main = function(&mut program, "main", &[], &[LlType::I64], |b, _| body(b));
    run_program(&program)
}

pub fn run_program(program: &LlProgram) -> i32 {
    naja_ir::verify::ll_program(program, true).unwrap();
    jit(program, &LIMITS).unwrap().run(&[]).unwrap()
}

pub fn int_array(statics: &mut PrimaryMap<StaticId, Static>, items: impl IntoIterator<Item = i64>) -> StaticId {
    let tail = StaticTail::Items(items.into_iter().map(StaticValue::Int).collect());
    statics.push(Static { ty: INT_ARRAY, fields: vec![], tail })
}

pub fn cell(program: &mut LlProgram, name: &str, ty: LlType, init: StaticValue) -> CellId {
    program.cells.push(Cell { name: name.into(), ty, init })
}

/// Operations that only tests write often.
pub trait Shorthand {
    fn static_(&mut self, id: StaticId, ty: StructId) -> Value;
    fn item(&mut self, array: Value, i: i64) -> Value;
    fn new_block(&mut self, params: &[LlType]) -> (Block, Vec<Value>);
    /// Goes on in a new block if the condition is true, else returns the number.
    fn expect(&mut self, condition: Value, otherwise: i64);
}

impl Shorthand for Builder<'_> {
    fn static_(&mut self, id: StaticId, ty: StructId) -> Value {
        self.op1(LlOp::Static(id), &[], LlType::Ptr(ty))
    }

    fn item(&mut self, array: Value, i: i64) -> Value {
        let i = self.int(i);
        self.op1(LlOp::GetItem(INT_ARRAY), &[array, i], LlType::I64)
    }

    fn new_block(&mut self, params: &[LlType]) -> (Block, Vec<Value>) {
        let block = self.graph.new_block();
        let params = params.iter().map(|&ty| self.graph.add_param(block, ty)).collect();
        (block, params)
    }

    fn expect(&mut self, condition: Value, otherwise: i64) {
        let (good, _) = self.new_block(&[]);
        let (bad, _) = self.new_block(&[]);
        self.branch(condition, Link::new(good, []), Link::new(bad, []));
        self.block = bad;
        let number = self.int(otherwise);
        self.ret(&[number]);
        self.block = good;
    }
}

/// The word as a value of that type: as it travels in [`Prim::eval`].
pub fn from_word(b: &mut Builder, word: Value, ty: LlType) -> Value {
    match ty {
        LlType::I64 | LlType::Ptr(_) => word,
        LlType::F64 => b.prim(Prim::FloatFromBits, &[word]),
        LlType::Addr => b.prim(Prim::IntToAddr, &[word]),
        LlType::Bool => {
            let zero = b.int(0);
            b.prim(Prim::IntNe, &[word, zero])
        }
    }
}

/// The other way round.
pub fn to_word(b: &mut Builder, value: Value, ty: LlType) -> Value {
    match ty {
        LlType::I64 | LlType::Ptr(_) => value,
        LlType::F64 => b.prim(Prim::FloatBits, &[value]),
        LlType::Addr => b.prim(Prim::AddrToInt, &[value]),
        LlType::Bool => b.prim(Prim::BoolToInt, &[value]),
    }
}
