//! The sandbox: runs a Wasm module that needs nothing but standard output and
//! standard error. The only file that knows wasmtime.

use std::fmt;
use std::io::{self, Write};
use wasmtime::{Caller, Config, Engine, Extern, Linker, Module, OptLevel, Store, Trap};

/// Programs count their own depth and raise RecursionError; this is more than
/// that limit can use.
const WASM_STACK: usize = 256 << 20;

/// The least stack of a thread that calls [`run`].
pub const THREAD_STACK: usize = WASM_STACK + (64 << 20);

/// Where a program writes.
pub trait Streams: 'static {
    fn stdout(&mut self, bytes: &[u8]) -> io::Result<()>;
    fn stderr(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// The streams of this process, without a buffer: a program has its own.
pub struct Inherited;

impl Streams for Inherited {
    fn stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush())
    }

    fn stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        io::stderr().lock().write_all(bytes)
    }
}

/// Keeps what a program writes.
#[derive(Default)]
pub struct Captured {
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Streams for Captured {
    fn stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.extend_from_slice(bytes);
        Ok(())
    }

    fn stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stderr.extend_from_slice(bytes);
        Ok(())
    }
}

/// Runs a module's `_start`: the program's exit status, and the streams again.
/// An error is never the program's: the module is not what naja emits, or it trapped.
pub fn run<S: Streams>(wasm: &[u8], streams: S) -> (Result<i32, String>, S) {
    let engine = engine();
    let mut store = Store::new(&engine, streams);
    let status = match start(&engine, &mut store, wasm) {
        Ok(()) => Ok(0),
        Err(error) => match (error.downcast_ref::<Exit>(), error.downcast_ref::<Trap>()) {
            (Some(Exit(status)), _) => Ok(*status),
            (_, Some(trap)) => Err(format!("the module trapped: {trap}")),
            _ => Err(format!("{error:#}")),
        },
    };
    (status, store.into_data())
}

fn engine() -> Engine {
    let mut config = Config::new();
    // wasmtime compares the two, though nothing here is asynchronous.
    config.max_wasm_stack(WASM_STACK).async_stack_size(THREAD_STACK).cranelift_opt_level(OptLevel::Speed);
    Engine::new(&config).expect("the configuration is constant")
}

fn start<S: Streams>(engine: &Engine, store: &mut Store<S>, wasm: &[u8]) -> wasmtime::Result<()> {
    let module = Module::new(engine, wasm)?;
    let mut linker = Linker::new(engine);
    // What naja's modules import of WASI preview 1.
    linker.func_wrap("wasi_snapshot_preview1", "fd_write", fd_write::<S>)?;
    linker.func_wrap("wasi_snapshot_preview1", "proc_exit", |status: i32| -> wasmtime::Result<()> {
        Err(wasmtime::Error::new(Exit(status)))
    })?;
    let instance = linker.instantiate(&mut *store, &module)?;
    instance.get_typed_func::<(), ()>(&mut *store, "_start")?.call(store, ())
}

/// The program ended itself.
#[derive(Debug)]
struct Exit(i32);

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit with status {}", self.0)
    }
}

impl std::error::Error for Exit {}

/// Error numbers of WASI preview 1.
const SUCCESS: i32 = 0;
const EBADF: i32 = 8;
const EFAULT: i32 = 21;
const EIO: i32 = 29;

/// Writes the `count` pieces of memory that the array at `pieces` names, each by
/// its address and length, and puts the number of bytes at `written`.
fn fd_write<S: Streams>(
    mut caller: Caller<'_, S>,
    fd: i32,
    pieces: u32,
    count: u32,
    written: u32,
) -> wasmtime::Result<i32> {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return Ok(EFAULT) };
    let (memory, streams) = memory.data_and_store_mut(&mut caller);
    let Some(bytes) = gather(memory, pieces, count) else { return Ok(EFAULT) };
    let result = match fd {
        1 => streams.stdout(&bytes),
        2 => streams.stderr(&bytes),
        _ => return Ok(EBADF),
    };
    match result {
        Ok(()) => {}
        // Nobody reads any more, as under `| head`: ends quietly.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => return Err(wasmtime::Error::new(Exit(1))),
        Err(_) => return Ok(EIO),
    }
    match memory.get_mut(written as usize..).and_then(|m| m.first_chunk_mut()) {
        Some(place) => *place = (bytes.len() as u32).to_le_bytes(),
        None => return Ok(EFAULT),
    }
    Ok(SUCCESS)
}

fn gather(memory: &[u8], pieces: u32, count: u32) -> Option<Vec<u8>> {
    let word = |at: usize| Some(u32::from_le_bytes(*memory.get(at..)?.first_chunk()?) as usize);
    let mut bytes = Vec::new();
    for i in 0..count as usize {
        let at = (pieces as usize).checked_add(i.checked_mul(8)?)?;
        let (start, len) = (word(at)?, word(at + 4)?);
        bytes.extend_from_slice(memory.get(start..start.checked_add(len)?)?);
    }
    Some(bytes)
}
