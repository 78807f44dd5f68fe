//! WebAssembly: a WASI preview 1 command module, for every engine that has the MVP
//! and what has shipped everywhere since.
//!
//! ```text
//! memory      where static objects and cells lie
//! switches    switches become tables or branches
//! body        a function without constants, copies and dead code
//! loops       the loops of its control flow, each with one entry
//! structure   blocks, loops and ifs instead of a graph      (Ramsey, ICFP 2022)
//! trees       which values stay on the operand stack
//! locals      the locals of the others
//! code, ops   the instructions
//! runtime     helpers, the platform, _start
//! files       the operations on files
//! ```

mod body;
mod code;
mod files;
mod locals;
mod loops;
mod memory;
mod ops;
mod runtime;
mod structure;
mod switches;
mod trees;
mod validate;

#[cfg(test)]
mod tests;

use crate::lower::uses;
use body::{Body, End};
use locals::val_type;
use loops::{Cfg, Node, NodeKind};
use memory::Memory;
use naja_ir::entity::EntityRef;
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlFunc, LlProgram, StaticValue};
use runtime::{Callees, Import};
use std::collections::HashMap;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, EntityType, ExportKind, ExportSection, Function, FunctionSection,
    GlobalSection, GlobalType, ImportSection, Instruction, MemorySection, MemoryType, Module, NameMap, NameSection,
    TypeSection, ValType,
};

const PAGE: u64 = 1 << 16;
const WASI: &str = "wasi_snapshot_preview1";

/// What the module carries beside its code.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The names of functions, for an engine's stack traces.
    pub names: bool,
}

/// Emits a program that was lowered for [`naja_ir::layout::WASM32`]. The module
/// exports `memory` and `_start`, and imports what it uses of [`Import::ALL`].
pub fn emit(program: &LlProgram, options: Options) -> Vec<u8> {
    let memory = memory::layout(program);
    let imported = Import::ALL.into_iter().filter(|import| import.needed_by().is_none_or(|prim| uses(program, prim)));
    let mut callees = Callees::new(imported.collect(), program.functions.len());
    let mut types = Types::default();

    let mut imports = ImportSection::new();
    let mut names = NameMap::new();
    for (index, import) in callees.imports.iter().enumerate() {
        let (params, results) = import.signature();
        imports.import(WASI, import.name(), EntityType::Function(types.of(params, results)));
        names.append(index as u32, import.name());
    }

    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    let start = callees.first_function - 1;
    let mut add = |index: u32, name: &str, ty: u32, locals: Vec<ValType>, instructions: &[Instruction]| {
        functions.function(ty);
        let mut function = Function::new_with_locals_types(locals);
        for instruction in instructions {
            function.instruction(instruction);
        }
        code.function(&function);
        names.append(index, name);
    };
    let (locals, instructions) = runtime::start(&callees, callees.first_function + program.main.index() as u32);
    add(start, "_start", types.of(vec![], vec![]), locals, &instructions);
    for func in program.functions.keys() {
        let emitted = function(program, &memory, &mut callees, func);
        let index = callees.first_function + func.index() as u32;
        add(
            index,
            &program.functions[func].name,
            types.of_function(program, func),
            emitted.locals,
            &emitted.instructions,
        );
    }
    for helper in callees.helpers.clone() {
        let (params, results) = helper.signature();
        let (locals, instructions) = helper.code(&callees, memory.heap_base);
        add(callees.helper(helper), helper.name(), types.of(params, results), locals, &instructions);
    }

    let mut memories = MemorySection::new();
    let minimum = (memory.heap_base as u64).div_ceil(PAGE);
    memories.memory(MemoryType { minimum, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut exports = ExportSection::new();
    exports.export("memory", ExportKind::Memory, 0);
    exports.export("_start", ExportKind::Func, start);

    let mut module = Module::new();
    module.section(&types.section).section(&imports).section(&functions).section(&memories);
    if !memory.globals.is_empty() {
        module.section(&globals(&memory));
    }
    module.section(&exports).section(&code);
    if !memory.segments.is_empty() {
        module.section(&data(&memory));
    }
    if options.names {
        let mut section = NameSection::new();
        section.functions(&names);
        module.section(&section);
    }
    let bytes = module.finish();
    validate::validate(&bytes, &|index| match index.checked_sub(callees.first_function) {
        Some(i) if (i as usize) < program.functions.len() => {
            program.functions[LlFunc::new(i as usize)].name.to_string()
        }
        _ => format!("function {index}"),
    });
    bytes
}

/// The code of one function of the program.
fn function(program: &LlProgram, memory: &Memory, callees: &mut Callees, func: LlFunc) -> code::Code {
    let function = &program.functions[func];
    let mut graph = function.graph.clone();
    switches::expand(&mut graph);
    let body = body::body(function, &graph, memory);
    let structured = structure::structure(control_flow(&body));
    let trees = trees::plan(program, &body);
    let locals = locals::allocate(&body, &trees, &structured);
    code::emit(program, memory, callees, &body, &trees, &locals, &structured)
}

fn control_flow(body: &Body) -> Cfg {
    let nodes = body.blocks.iter().map(|block| {
        let kind = if let End::Table { .. } = block.end { NodeKind::Table } else { NodeKind::Plain };
        Node::new(kind, block.end.edges().iter().map(|edge| edge.target).collect())
    });
    Cfg { nodes: nodes.collect() }
}

/// The types of functions, each once, in the order of their first use.
#[derive(Default)]
struct Types {
    section: TypeSection,
    known: HashMap<(Vec<ValType>, Vec<ValType>), u32>,
}

impl Types {
    fn of(&mut self, params: Vec<ValType>, results: Vec<ValType>) -> u32 {
        let next = self.known.len() as u32;
        *self.known.entry((params, results)).or_insert_with_key(|(params, results)| {
            self.section.ty().function(params.iter().copied(), results.iter().copied());
            next
        })
    }

    fn of_function(&mut self, program: &LlProgram, func: LlFunc) -> u32 {
        let function = &program.functions[func];
        let params = function.graph.params().iter().map(|&p| val_type(function.graph.values[p])).collect();
        self.of(params, function.results.iter().map(|&ty| val_type(ty)).collect())
    }
}

fn globals(memory: &Memory) -> GlobalSection {
    let mut section = GlobalSection::new();
    for &(ty, init) in &memory.globals {
        let init = match (ty, init) {
            (LlType::I64, StaticValue::Int(n)) => ConstExpr::i64_const(n),
            (LlType::F64, StaticValue::Float(bits)) => ConstExpr::f64_const(f64::from_bits(bits).into()),
            (LlType::Bool, StaticValue::Bool(b)) => ConstExpr::i32_const(b as i32),
            (LlType::Addr, StaticValue::Null) => ConstExpr::i32_const(0),
            _ => unreachable!("a cell of type {ty:?} begins as {init:?}"),
        };
        section.global(GlobalType { val_type: val_type(ty), mutable: true, shared: false }, &init);
    }
    section
}

fn data(memory: &Memory) -> DataSection {
    let mut section = DataSection::new();
    for (address, bytes) in &memory.segments {
        section.active(0, &ConstExpr::i32_const(*address as i32), bytes.iter().copied());
    }
    section
}
