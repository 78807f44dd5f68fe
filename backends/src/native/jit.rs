//! A program in memory, run in this process: the platform interface bound to
//! Rust functions.

use super::files;
use super::image::{declare, define};
use super::platform::GROWTH;
use super::{Effort, Limits, NativeError, Purpose, STACK_RESERVE, isa};
use cranelift_jit::{ArenaMemoryProvider, JITBuilder, JITModule};
use cranelift_module::{Linkage, default_libcall_names};
use naja_ir::lowlevel::LlProgram;

/// Address space for code and data: near enough to each other for short
/// references. Pages are taken as they are needed.
const CODE_SPACE: usize = 1 << 30;
/// With less there is no point in trying.
const LEAST_CODE_SPACE: usize = 16 << 20;

/// A program in memory, ready to run.
pub struct Jit {
    /// Present until it is dropped.
    module: Option<JITModule>,
    start: extern "C" fn() -> i64,
    /// Owned; compiled code holds this address, too.
    heap: *mut Heap,
    /// Owned and known alike.
    arguments: *mut Arguments,
    stack: usize,
}

/// Compiles a program that was lowered for NATIVE64 into memory.
pub fn jit(program: &LlProgram, limits: &Limits) -> Result<Jit, NativeError> {
    let mut builder = JITBuilder::with_isa(isa(Purpose::Memory, Effort::Full)?, default_libcall_names());
    builder.memory_provider(Box::new(code_space()?));
    let heap = Box::new(Heap::reserve(limits.heap)?);
    let arguments = Box::new(Arguments::default());
    builder.symbols([
        ("naja_write", write as *const u8),
        ("naja_read", read as *const u8),
        ("naja_args_sizes", args_sizes as *const u8),
        ("naja_args", args as *const u8),
        ("naja_clock", clock as *const u8),
        ("naja_sleep", sleep as *const u8),
        ("naja_arguments", &raw const *arguments as *const u8),
        ("naja_exit", exit as *const u8),
        ("naja_memory", memory as *const u8),
        ("naja_heap", &raw const *heap as *const u8),
        ("memmove", libc::memmove as *const u8),
        ("memset", libc::memset as *const u8),
        // What Cranelift calls where the processor has no such instruction.
        ("floor", floor as *const u8),
        ("ceil", ceil as *const u8),
        ("trunc", trunc as *const u8),
        ("nearbyint", nearest as *const u8),
    ]);
    let mut module = JITModule::new(builder);
    let declarations = declare(program, &mut module, Linkage::Import);
    let needed = define(program, &declarations, &mut module, Purpose::Memory)?;
    files::define(&mut module, &declarations, Purpose::Memory)?;
    module.finalize_definitions().map_err(|e| NativeError::Memory(e.to_string()))?;
    let start = module.get_finalized_function(declarations.start);
    // SAFETY: the signature that `declare` gives to `start`.
    let start = unsafe { std::mem::transmute::<*const u8, extern "C" fn() -> i64>(start) };
    let stack = limits.stack.max(needed + STACK_RESERVE) as usize;
    Ok(Jit { module: Some(module), start, heap: Box::into_raw(heap), arguments: Box::into_raw(arguments), stack })
}

fn code_space() -> Result<ArenaMemoryProvider, NativeError> {
    let mut size = CODE_SPACE;
    loop {
        match ArenaMemoryProvider::new_with_size(size) {
            Ok(space) => return Ok(space),
            Err(_) if size > LEAST_CODE_SPACE => size /= 2,
            Err(e) => return Err(NativeError::Memory(e.to_string())),
        }
    }
}

impl Jit {
    /// Runs the program from its beginning and gives its exit status. Where the
    /// program itself exits, this process ends with its status, and nothing that
    /// Rust buffers is written. To be called once: the program's memory is as it left it.
    pub fn run(&mut self, args: &[String]) -> Result<i32, NativeError> {
        let start = self.start;
        let bytes = args.iter().flat_map(|arg| arg.bytes().chain([0])).collect();
        // SAFETY: this owns them, and its program does not run yet.
        unsafe { *self.arguments = Arguments { count: args.len(), bytes } };
        // Deep recursion must end in the language's own RecursionError.
        let thread = std::thread::Builder::new()
            .stack_size(self.stack)
            .spawn(move || start() as i32)
            .map_err(|e| NativeError::Memory(e.to_string()))?;
        Ok(thread.join().expect("a compiled program does not panic"))
    }

    /// Bytes of heap that the program has taken so far.
    pub fn heap_size(&self) -> u64 {
        // SAFETY: the heap lives as long as this, and its program does not run now.
        unsafe { (*self.heap).size }
    }
}

impl Drop for Jit {
    fn drop(&mut self) {
        if let Some(module) = self.module.take() {
            // SAFETY: `run` has joined its thread, and nothing else runs the code.
            unsafe { module.free_memory() };
        }
        // SAFETY: made by `Box::into_raw`, and the code that knew it is gone.
        drop(unsafe { Box::from_raw(self.heap) });
        // SAFETY: alike.
        drop(unsafe { Box::from_raw(self.arguments) });
    }
}

/// The arguments of one program, with a zero byte behind each.
#[derive(Default)]
struct Arguments {
    count: usize,
    bytes: Vec<u8>,
}

/// The heap of one program: address space, of which the front is accessible.
#[repr(C)]
struct Heap {
    /// Compiled code reads this word.
    base: u64,
    size: u64,
    limit: u64,
}

impl Heap {
    /// As much address space as the limit says, or as the system gives.
    fn reserve(mut limit: u64) -> Result<Heap, NativeError> {
        loop {
            // SAFETY: a mapping of new pages touches nobody's memory.
            let base = unsafe {
                let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
                libc::mmap(std::ptr::null_mut(), limit as usize, libc::PROT_NONE, flags, -1, 0)
            };
            if base != libc::MAP_FAILED {
                return Ok(Heap { base: base as u64, size: 0, limit });
            }
            if limit <= GROWTH {
                let error = std::io::Error::last_os_error();
                return Err(NativeError::Memory(format!("a heap: {error}")));
            }
            limit /= 2;
        }
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        // SAFETY: the mapping is this heap's, and its program has ended.
        unsafe { libc::munmap(self.base as *mut libc::c_void, self.limit as usize) };
    }
}

extern "C" fn memory(heap: &mut Heap, bytes: u64) -> u64 {
    if bytes > heap.size {
        if bytes > heap.limit {
            return 0;
        }
        let size = bytes.next_multiple_of(GROWTH).min(heap.limit);
        // SAFETY: these pages lie in the heap's own mapping.
        let failed = unsafe {
            libc::mprotect(heap.base as *mut libc::c_void, size as usize, libc::PROT_READ | libc::PROT_WRITE)
        };
        if failed != 0 {
            return 0;
        }
        heap.size = size;
    }
    heap.base + heap.size
}

extern "C" fn write(descriptor: i64, address: i64, bytes: i64) -> i64 {
    // SAFETY: the program hands out its own memory.
    let written = unsafe { libc::write(descriptor as i32, address as *const libc::c_void, bytes as usize) };
    if written < 0 {
        return -(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) as i64);
    }
    written as i64
}

extern "C" fn read(descriptor: i64, address: i64, bytes: i64) -> i64 {
    // SAFETY: the program hands out its own memory.
    let read = unsafe { libc::read(descriptor as i32, address as *mut libc::c_void, bytes as usize) };
    if read < 0 {
        return -(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) as i64);
    }
    read as i64
}

extern "C" fn args_sizes(arguments: &Arguments) -> i64 {
    arguments.count as i64 + ((arguments.bytes.len() as i64) << 32)
}

extern "C" fn args(arguments: &Arguments, _pointers: i64, to: *mut u8) -> i64 {
    // SAFETY: the program has made room for as many bytes as `args_sizes` said.
    unsafe { to.copy_from_nonoverlapping(arguments.bytes.as_ptr(), arguments.bytes.len()) };
    0
}

extern "C" fn clock(id: i64) -> i64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: it writes to its own argument.
    if unsafe { libc::clock_gettime(id as libc::clockid_t, &mut time) } != 0 {
        return -(std::io::Error::last_os_error().raw_os_error().unwrap_or(libc::EIO) as i64);
    }
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

extern "C" fn sleep(_subscription: i64, nanoseconds: i64) -> i64 {
    std::thread::sleep(std::time::Duration::from_nanos(nanoseconds as u64));
    0
}

extern "C" fn exit(status: i64) {
    // SAFETY: ends the process, without the ways out of Rust and of libc.
    unsafe { libc::_exit(status as i32) }
}

extern "C" fn floor(x: f64) -> f64 {
    x.floor()
}

extern "C" fn ceil(x: f64) -> f64 {
    x.ceil()
}

extern "C" fn trunc(x: f64) -> f64 {
    x.trunc()
}

extern "C" fn nearest(x: f64) -> f64 {
    x.round_ties_even()
}
