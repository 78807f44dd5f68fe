//! From Cranelift's form to machine code, several functions at a time.

use super::{Effort, NativeError, Purpose, isa};
use crate::lower::depth::RECURSION_LIMIT;
use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::{CodegenError, Context, ir};
use cranelift_module::{FuncId, Module, ModuleReloc};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Some of Cranelift's passes take time by the square of the number of blocks.
/// Functions beyond this, which are long rather than hot, go without them.
const LARGE: usize = 3000;
/// Enough for Cranelift, whatever the function.
const STACK: usize = 8 << 20;

/// A function that is written, to be compiled.
pub(super) struct Written {
    pub id: FuncId,
    /// For messages.
    pub name: String,
    pub function: ir::Function,
}

/// A function on its way.
struct Job {
    written: Written,
    code: Option<Result<Code, NativeError>>,
}

struct Code {
    bytes: Vec<u8>,
    /// Bytes of stack that a call takes.
    frame: u64,
    alignment: u64,
    relocations: Vec<ModuleReloc>,
}

/// Compiles the functions and defines them in the module, in their order. Gives
/// the bytes of stack that they need at most: the shared lowering limits calls in
/// cycles, for the program and again for a hook, and any other function stands on
/// the stack once for each.
pub(super) fn compile(module: &mut dyn Module, purpose: Purpose, functions: Vec<Written>) -> Result<u64, NativeError> {
    let is_large = |f: &Written| f.function.layout.blocks().count() > LARGE;
    let linear = functions.iter().any(is_large).then(|| isa(purpose, Effort::Linear)).transpose()?;
    let full = module.isa();
    let jobs: Vec<Mutex<Job>> = functions.into_iter().map(|written| Mutex::new(Job { written, code: None })).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut job = job.lock().expect("nobody else takes this job");
            let isa = linear.as_deref().filter(|_| is_large(&job.written)).unwrap_or(full);
            job.code = Some(machine_code(isa, &mut job.written));
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get()).min(jobs.len());
        let start = || std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        // Where there are no more threads, this one does the work.
        let others: Vec<_> = (1..threads).filter_map(|_| start().ok()).collect();
        work();
        for thread in others {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
    });
    let (mut largest, mut all) = (0, 0);
    for job in jobs {
        let Job { written, code } = job.into_inner().expect("a thread that panicked was joined");
        let code = code.expect("every job was done")?;
        module
            .define_function_bytes(written.id, code.alignment, &code.bytes, &code.relocations)
            .map_err(|e| NativeError::Memory(e.to_string()))?;
        largest = code.frame.max(largest);
        all += code.frame;
    }
    Ok(2 * (largest * (RECURSION_LIMIT as u64 + 1) + all))
}

fn machine_code(isa: &dyn TargetIsa, written: &mut Written) -> Result<Code, NativeError> {
    let function = std::mem::replace(&mut written.function, ir::Function::new());
    let mut context = Context::for_function(function);
    let compiled = context.compile(isa, &mut ControlPlane::default()).map_err(|e| match e.inner {
        CodegenError::Verifier(errors) => panic!("native: {}: {errors}", written.name),
        e => NativeError::TooLarge { function: written.name.clone(), reason: e.to_string() },
    })?;
    let (bytes, alignment) = (compiled.code_buffer().to_vec(), compiled.buffer.alignment as u64);
    let compiled = context.compiled_code().expect("it was compiled");
    let relocations =
        compiled.buffer.relocs().iter().map(|r| ModuleReloc::from_mach_reloc(r, &context.func, written.id)).collect();
    let layout = compiled.buffer.frame_layout().expect("every function has a frame");
    // Above the frame pointer: itself, the return address and the arguments.
    let frame = layout.frame_to_fp_offset as u64 + 16 + 8 * context.func.signature.params.len() as u64;
    Ok(Code { bytes, frame, alignment, relocations })
}
