//! A whole lowered program, put into a Cranelift module: in memory or in a file.

use super::compile::{Written, compile};
use super::data::{Contents, start_memory};
use super::translate::{signature, translate};
use super::{NativeError, Purpose, files};
use cranelift_codegen::ir::types::I64;
use cranelift_codegen::ir::{AbiParam, Function, InstBuilder, MemFlagsData, Signature, UserFuncName, Value};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_module::{DataDescription, DataId, FuncId, Linkage, Module};
use naja_ir::entity::{PrimaryMap, SecondaryMap};
use naja_ir::layout::{Layout, NATIVE64, OBJECT_ALIGN};
use naja_ir::lltype::StructId;
use naja_ir::lowlevel::{CellId, LlFunc, LlProgram, StaticId};
use naja_ir::prim::Prim;
use std::collections::BTreeMap;

/// Before the names of the program's functions: one may be called `write` or `main`.
pub(super) const PREFIX: &str = "py.";

/// The outside world: functions as the rows of the table of primitives say, those
/// for memory and for arguments with the address of what they know before the rest.
pub(super) struct Platform {
    pub write: FuncId,
    pub read: FuncId,
    pub args_sizes: FuncId,
    pub args: FuncId,
    pub clock: FuncId,
    pub sleep: FuncId,
    pub exit: FuncId,
    pub memory: FuncId,
    pub memmove: FuncId,
    pub memset: FuncId,
    /// What the program uses of the operations on files.
    pub files: BTreeMap<Prim, FuncId>,
    /// What `memory` knows of the heap. The first word: where it begins.
    pub heap: DataId,
    /// What `args_sizes` and `args` know of the program's arguments.
    pub arguments: DataId,
}

/// The symbols of a program in its module, and the layouts of its structs.
pub(super) struct Declarations {
    pub functions: SecondaryMap<LlFunc, FuncId>,
    pub platform: Platform,
    pub layouts: PrimaryMap<StructId, Layout>,
    pub statics: SecondaryMap<StaticId, DataId>,
    pub cells: SecondaryMap<CellId, DataId>,
    /// `() -> i64`, by the platform's convention: prepares the memory, runs the
    /// program and gives its exit status.
    pub start: FuncId,
}

/// Names every function and piece of data. `linkage` is the platform's:
/// imported, or defined in the same module.
pub(super) fn declare(program: &LlProgram, module: &mut dyn Module, linkage: Linkage) -> Declarations {
    let platform = Platform {
        write: platform_function(module, "naja_write", linkage, 3, 1),
        read: platform_function(module, "naja_read", linkage, 3, 1),
        args_sizes: platform_function(module, "naja_args_sizes", linkage, 1, 1),
        args: platform_function(module, "naja_args", linkage, 3, 1),
        clock: platform_function(module, "naja_clock", linkage, 1, 1),
        sleep: platform_function(module, "naja_sleep", linkage, 2, 1),
        exit: platform_function(module, "naja_exit", linkage, 1, 0),
        memory: platform_function(module, "naja_memory", linkage, 2, 1),
        memmove: platform_function(module, "memmove", Linkage::Import, 3, 1),
        memset: platform_function(module, "memset", Linkage::Import, 3, 1),
        files: files::declare(program, module),
        heap: module.declare_data("naja_heap", linkage, true, false).expect("declared once"),
        arguments: module.declare_data("naja_arguments", linkage, true, false).expect("declared once"),
    };
    let mut functions = SecondaryMap::with_default(FuncId::from_u32(0));
    for (func, function) in program.functions.iter() {
        let name = format!("{PREFIX}{}", function.name);
        let signature = signature(program, func);
        functions[func] =
            module.declare_function(&name, Linkage::Local, &signature).expect("names of functions are unique");
    }
    let mut statics = SecondaryMap::with_default(DataId::from_u32(0));
    let mut cells = SecondaryMap::with_default(DataId::from_u32(0));
    let mut data = || module.declare_anonymous_data(true, false).expect("without a name it is unique");
    program.statics.keys().for_each(|id| statics[id] = data());
    program.cells.keys().for_each(|id| cells[id] = data());
    let start = platform_function(module, "naja_start", Linkage::Local, 0, 1);
    let layouts = program.structs.values().map(|s| NATIVE64.layout(s)).collect();
    Declarations { functions, platform, layouts, statics, cells, start }
}

/// Declares a function of words by the platform's convention.
pub(super) fn platform_function(
    module: &mut dyn Module,
    name: &str,
    linkage: Linkage,
    params: usize,
    results: usize,
) -> FuncId {
    let signature = platform_signature(module, params, results);
    module.declare_function(name, linkage, &signature).expect("declared with one signature")
}

pub(super) fn platform_signature(module: &dyn Module, params: usize, results: usize) -> Signature {
    let mut signature = module.make_signature();
    signature.params = vec![AbiParam::new(I64); params];
    signature.returns = vec![AbiParam::new(I64); results];
    signature
}

/// Defines all that was declared, but for the platform. Gives the bytes of stack
/// that the program needs at most.
pub(super) fn define(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
    purpose: Purpose,
) -> Result<u64, NativeError> {
    let at_start = define_data(program, declarations, module)?;
    let mut context = FunctionBuilderContext::new();
    let mut written = Vec::new();
    for (func, function) in program.functions.iter() {
        written.push(Written {
            id: declarations.functions[func],
            name: function.name.to_string(),
            function: translate(program, declarations, module, func, &mut context),
        });
    }
    written.push(start(program, declarations, &at_start, module, &mut context));
    compile(module, purpose, written)
}

/// Defines the objects and cells; gives those that are still to be filled when
/// the program starts.
fn define_data(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
) -> Result<Vec<(DataId, Contents)>, NativeError> {
    let memory = start_memory(program);
    let statics = program.statics.keys().map(|id| (declarations.statics[id], &memory.statics[id]));
    let cells = program.cells.keys().map(|id| (declarations.cells[id], &memory.cells[id]));
    let mut at_start = Vec::new();
    for (id, contents) in statics.chain(cells) {
        let mut description = DataDescription::new();
        description.set_align(OBJECT_ALIGN as u64);
        if contents.zeros == 0 {
            description.define(contents.bytes.clone().into_boxed_slice());
            for &(at, to) in &contents.pointers {
                let to = module.declare_data_in_data(declarations.statics[to], &mut description);
                description.write_data_addr(at, to, 0);
            }
        } else {
            description.define_zeroinit(contents.size() as usize);
            at_start.push((id, contents.clone()));
        }
        module.define_data(id, &description).map_err(|e| NativeError::Memory(e.to_string()))?;
    }
    Ok(at_start)
}

/// `start`: fills what is stored nowhere, then runs the program's main.
fn start(
    program: &LlProgram,
    declarations: &Declarations,
    at_start: &[(DataId, Contents)],
    module: &mut dyn Module,
    context: &mut FunctionBuilderContext,
) -> Written {
    write_function(module, declarations.start, context, |b, module, _| {
        let plain = MemFlagsData::trusted();
        for (id, contents) in at_start {
            let address = |b: &mut FunctionBuilder, id| {
                let symbol = module.declare_data_in_func(id, b.func);
                b.ins().symbol_value(I64, symbol)
            };
            let object = address(b, *id);
            for (i, word) in contents.bytes.chunks_exact(8).enumerate() {
                let word = i64::from_le_bytes(word.try_into().expect("a chunk of 8 bytes"));
                let value = b.ins().iconst(I64, word);
                b.ins().store(plain, value, object, i as i32 * 8);
            }
            for &(at, to) in &contents.pointers {
                let to = address(b, declarations.statics[to]);
                b.ins().store(plain, to, object, at as i32);
            }
        }
        let main = module.declare_func_in_func(declarations.functions[program.main], b.func);
        let call = b.ins().call(main, &[]);
        let status = b.inst_results(call)[0];
        b.ins().return_(&[status]);
    })
}

/// Writes a function that was declared, and that has one entry; `body` gets its parameters.
pub(super) fn write_function(
    module: &mut dyn Module,
    id: FuncId,
    context: &mut FunctionBuilderContext,
    body: impl FnOnce(&mut FunctionBuilder, &mut dyn Module, &[Value]),
) -> Written {
    let declaration = module.declarations().get_function_decl(id);
    let name = declaration.linkage_name(id).into_owned();
    let mut function = Function::with_name_signature(UserFuncName::user(0, id.as_u32()), declaration.signature.clone());
    let config = module.target_config();
    let mut b = FunctionBuilder::new(&mut function, context);
    let entry = b.create_block();
    b.append_block_params_for_function_params(entry);
    b.switch_to_block(entry);
    let params = b.block_params(entry).to_vec();
    body(&mut b, module, &params);
    b.seal_all_blocks();
    b.finalize(config);
    Written { id, name, function }
}
