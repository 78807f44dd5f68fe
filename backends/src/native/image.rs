//! A whole lowered program, put into a Cranelift module: in memory or in a file.

use super::NativeError;
use super::data::{self, Location, Piece, Pointer, StartMemory};
use super::translate::{signature, translate};
use cranelift_codegen::Context;
use cranelift_codegen::ir::types::I64;
use cranelift_codegen::ir::{self, AbiParam, InstBuilder, MemFlagsData, Signature, UserFuncName};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use cranelift_module::{DataDescription, DataId, FuncId, Linkage, Module, ModuleError};
use naja_ir::entity::SecondaryMap;
use naja_ir::lowlevel::{LlFunc, LlProgram};

/// The outside world: `write`, `exit` and `memory` as the rows of the table of
/// primitives say, `memory` with the heap's address before its argument.
pub(super) struct Platform {
    pub write: FuncId,
    pub exit: FuncId,
    pub memory: FuncId,
    pub memmove: FuncId,
    /// What `memory` knows of the heap. The first word: where it begins.
    pub heap: DataId,
}

/// The symbols of a program in its module.
pub(super) struct Declarations {
    pub functions: SecondaryMap<LlFunc, FuncId>,
    pub platform: Platform,
    pub memory: StartMemory,
    pub image: DataId,
    pub zeros: DataId,
    /// `() -> i64`, by the platform's convention: prepares the memory, runs the
    /// program and gives its exit status.
    pub start: FuncId,
}

/// Names every function and piece of data. `linkage` is the platform's:
/// imported, or defined in the same module.
pub(super) fn declare(program: &LlProgram, module: &mut dyn Module, linkage: Linkage) -> Declarations {
    let platform = Platform {
        write: platform_function(module, "naja_write", linkage, 3, 1),
        exit: platform_function(module, "naja_exit", linkage, 1, 0),
        memory: platform_function(module, "naja_memory", linkage, 2, 1),
        memmove: platform_function(module, "memmove", Linkage::Import, 3, 1),
        heap: module.declare_data("naja_heap", linkage, true, false).expect("declared once"),
    };
    let mut functions = SecondaryMap::with_default(FuncId::from_u32(0));
    for (func, function) in program.functions.iter() {
        // With a prefix: a function of the program may be called `write` or `main`.
        let name = format!("py.{}", function.name);
        let signature = signature(program, func);
        functions[func] =
            module.declare_function(&name, Linkage::Local, &signature).expect("names of functions are unique");
    }
    let mut piece = |name| module.declare_data(name, Linkage::Local, true, false).expect("declared once");
    let (image, zeros) = (piece("naja_image"), piece("naja_zeros"));
    let start = platform_function(module, "naja_start", Linkage::Local, 0, 1);
    Declarations { functions, platform, memory: data::start_memory(program), image, zeros, start }
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

/// Defines all that was declared, but for the platform.
pub(super) fn define(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
) -> Result<(), NativeError> {
    define_data(declarations, module)?;
    let mut context = module.make_context();
    let mut builder_context = FunctionBuilderContext::new();
    for (func, function) in program.functions.iter() {
        function_body(program, declarations, module, func, &mut builder_context, &mut context);
        define_function(module, declarations.functions[func], &function.name, &mut context)?;
    }
    start_body(program, declarations, module, &mut builder_context, &mut context);
    define_function(module, declarations.start, "naja_start", &mut context)
}

/// Writes one function of the program into an empty context.
pub(super) fn function_body(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
    func: LlFunc,
    builder_context: &mut FunctionBuilderContext,
    context: &mut Context,
) {
    let id = declarations.functions[func];
    context.func.name = UserFuncName::user(0, id.as_u32());
    context.func.signature = signature(program, func);
    translate(program, declarations, module, func, builder_context, &mut context.func);
}

/// Compiles what was written into a context, and empties it.
pub(super) fn define_function(
    module: &mut dyn Module,
    id: FuncId,
    name: &str,
    context: &mut Context,
) -> Result<(), NativeError> {
    let result = module.define_function(id, context);
    module.clear_context(context);
    result.map_err(|e| match e {
        ModuleError::Allocation { .. } => NativeError::Memory(e.to_string()),
        ModuleError::Compilation(cranelift_codegen::CodegenError::Verifier(errors)) => {
            panic!("native: {name}: {errors}")
        }
        e => NativeError::TooLarge { function: name.into(), reason: e.to_string() },
    })
}

fn define_data(declarations: &Declarations, module: &mut dyn Module) -> Result<(), NativeError> {
    let memory = &declarations.memory;
    let mut image = DataDescription::new();
    image.set_align(data::ALIGN);
    image.define(memory.image.clone().into_boxed_slice());
    let pieces = [declarations.image, declarations.zeros].map(|piece| module.declare_data_in_data(piece, &mut image));
    for &Pointer { at, to } in &memory.pointers {
        image.write_data_addr(at, pieces[to.piece as usize], to.offset as i64);
    }
    let mut zeros = DataDescription::new();
    zeros.set_align(data::ALIGN);
    zeros.define_zeroinit(memory.zeros_size as usize);
    for (id, description) in [(declarations.image, image), (declarations.zeros, zeros)] {
        module.define_data(id, &description).map_err(|e| NativeError::Memory(e.to_string()))?;
    }
    Ok(())
}

/// `start`: what is not zero in `zeros`, then the program's main.
fn start_body(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
    builder_context: &mut FunctionBuilderContext,
    context: &mut Context,
) {
    context.func.name = UserFuncName::user(0, declarations.start.as_u32());
    context.func.signature = platform_signature(module, 0, 1);
    let pieces = [declarations.image, declarations.zeros];
    let [image, zeros] = pieces.map(|piece| module.declare_data_in_func(piece, &mut context.func));
    let main = module.declare_func_in_func(declarations.functions[program.main], &mut context.func);
    let config = module.target_config();

    let mut b = FunctionBuilder::new(&mut context.func, builder_context);
    let entry = b.create_block();
    b.switch_to_block(entry);
    let [image, zeros] = [image, zeros].map(|piece| b.ins().symbol_value(I64, piece));
    let plain = MemFlagsData::trusted();
    for (offset, bytes) in &declarations.memory.zeros_bytes {
        for (i, word) in bytes.chunks_exact(8).enumerate() {
            let word = i64::from_le_bytes(word.try_into().expect("a chunk of 8 bytes"));
            let value = b.ins().iconst(I64, word);
            b.ins().store(plain, value, zeros, *offset as i32 + i as i32 * 8);
        }
    }
    for &Pointer { at, to: Location { piece, offset } } in &declarations.memory.zeros_pointers {
        let base = match piece {
            Piece::Image => image,
            Piece::Zeros => zeros,
        };
        let value = b.ins().iadd_imm_s(base, offset as i64);
        b.ins().store(plain, value, zeros, at as i32);
    }
    let call = b.ins().call(main, &[]);
    let results: Vec<ir::Value> = b.inst_results(call).to_vec();
    b.ins().return_(&results[..1]);
    b.seal_all_blocks();
    b.finalize(config);
}
