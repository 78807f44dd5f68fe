//! The sandbox: runs a Wasm module that needs nothing but the standard streams, its
//! arguments, and files of the directories that it is granted. Only this and what is in its folder know wasmtime.

mod files;

use crate::granted::{self, Granted};
use naja_rtyper::interpreter::files::Files;
use std::fmt;
use std::io::{self, Read, Write};
use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime};
use wasmtime::{Caller, Config, Engine, Extern, Linker, Module, OptLevel, Store, Trap};

/// Programs count their own depth and raise RecursionError; this is more than
/// that limit can use.
const WASM_STACK: usize = 256 << 20;

/// The least stack of a thread that calls [`run`].
pub const THREAD_STACK: usize = WASM_STACK + (64 << 20);

/// Where a program reads and writes.
pub trait Streams: 'static {
    /// The number of bytes; 0 at the end.
    fn stdin(&mut self, bytes: &mut [u8]) -> io::Result<usize>;
    fn stdout(&mut self, bytes: &[u8]) -> io::Result<()>;
    fn stderr(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// The streams of this process, without a buffer: a program has its own.
pub struct Inherited;

impl Streams for Inherited {
    /// What there is: it does not wait for more than one byte.
    fn stdin(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        io::stdin().lock().read(bytes)
    }

    fn stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes).and_then(|()| out.flush())
    }

    fn stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        io::stderr().lock().write_all(bytes)
    }
}

/// Keeps what a program writes, and what it is to read.
#[derive(Default)]
pub struct Captured {
    pub stdin: io::Cursor<Vec<u8>>,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

impl Streams for Captured {
    fn stdin(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.stdin.read(bytes)
    }

    fn stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.extend_from_slice(bytes);
        Ok(())
    }

    fn stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stderr.extend_from_slice(bytes);
        Ok(())
    }
}

/// What a program has of the outside.
struct World<S> {
    args: Vec<String>,
    streams: S,
    files: Granted,
}

/// Runs a module's `_start` with these arguments, of which the first is the program's
/// name: its exit status, and the streams again. An error is never the program's: the
/// module is not what naja emits, or it trapped.
pub fn run<S: Streams>(wasm: &[u8], args: Vec<String>, streams: S, files: Granted) -> (Result<i32, String>, S) {
    let engine = engine();
    let mut store = Store::new(&engine, World { args, streams, files });
    let status = match start(&engine, &mut store, wasm) {
        Ok(()) => Ok(0),
        Err(error) => match (error.downcast_ref::<Exit>(), error.downcast_ref::<Trap>()) {
            (Some(Exit(status)), _) => Ok(*status),
            (_, Some(trap)) => Err(format!("the module trapped: {trap}")),
            _ => Err(format!("{error:#}")),
        },
    };
    (status, store.into_data().streams)
}

fn engine() -> Engine {
    let mut config = Config::new();
    // wasmtime compares the two, though nothing here is asynchronous.
    config.max_wasm_stack(WASM_STACK).async_stack_size(THREAD_STACK).cranelift_opt_level(OptLevel::Speed);
    Engine::new(&config).expect("the configuration is constant")
}

const WASI: &str = "wasi_snapshot_preview1";

fn start<S: Streams>(engine: &Engine, store: &mut Store<World<S>>, wasm: &[u8]) -> wasmtime::Result<()> {
    let module = Module::new(engine, wasm)?;
    let mut linker = Linker::new(engine);
    // What naja's modules import of WASI preview 1.
    linker.func_wrap(WASI, "fd_write", fd_write::<S>)?;
    linker.func_wrap(WASI, "fd_read", fd_read::<S>)?;
    add_strings(&mut linker, ("args_sizes_get", "args_get"), |world: &World<S>| &world.args)?;
    add_strings(&mut linker, ("environ_sizes_get", "environ_get"), |world: &World<S>| world.files.environ())?;
    linker.func_wrap(WASI, "random_get", random_get::<S>)?;
    linker.func_wrap(WASI, "clock_time_get", clock_time_get::<S>)?;
    linker.func_wrap(WASI, "poll_oneoff", poll_oneoff::<S>)?;
    files::add(&mut linker)?;
    linker.func_wrap(WASI, "proc_exit", |status: i32| -> wasmtime::Result<()> {
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
const EFAULT: i32 = 21;
const EINVAL: i32 = 28;

/// Writes the `count` pieces of memory that the array at `pieces` names, each by
/// its address and length, and puts the number of bytes at `written`.
fn fd_write<S: Streams>(
    mut caller: Caller<'_, World<S>>,
    fd: i32,
    pieces: u32,
    count: u32,
    written: u32,
) -> wasmtime::Result<i32> {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return Ok(EFAULT) };
    let (memory, World { streams, files, .. }) = memory.data_and_store_mut(&mut caller);
    let Some(bytes) = gather(memory, pieces, count) else { return Ok(EFAULT) };
    let result = match fd {
        1 => streams.stdout(&bytes),
        2 => streams.stderr(&bytes),
        _ => {
            return Ok(match files.write(fd as u64, &bytes) {
                Ok(n) => put_word(memory, written, n as usize).map_or(EFAULT, |()| SUCCESS),
                Err(errno) => errno.0 as i32,
            });
        }
    };
    match result {
        Ok(()) => {}
        Err(e) => return Ok(granted::errno(e).0.into()),
    }
    Ok(put_word(memory, written, bytes.len()).map_or(EFAULT, |()| SUCCESS))
}

/// Reads into the first of the pieces, and puts the number of bytes at `read`.
fn fd_read<S: Streams>(
    mut caller: Caller<'_, World<S>>,
    fd: i32,
    pieces: u32,
    count: u32,
    read: u32,
) -> wasmtime::Result<i32> {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return Ok(EFAULT) };
    let (memory, World { streams, files, .. }) = memory.data_and_store_mut(&mut caller);
    let mut n = 0;
    if count > 0 {
        let Some((start, end)) = piece(memory, pieces as usize) else { return Ok(EFAULT) };
        let bytes = &mut memory[start..end];
        let result = match fd {
            0 => streams.stdin(bytes).map_err(|e| granted::errno(e).0.into()),
            _ => files.read(fd as u64, bytes).map(|n| n as usize).map_err(|errno| errno.0 as i32),
        };
        n = match result {
            Ok(n) => n,
            Err(errno) => return Ok(errno),
        };
    }
    Ok(put_word(memory, read, n).map_or(EFAULT, |()| SUCCESS))
}

/// The strings that a program is given of one kind.
type Strings<S> = fn(&World<S>) -> &[String];

/// Adds the pair of WASI's functions that hand out strings: one puts their number at `count` and
/// that of their bytes at `size`; the other writes them at `bytes`, with a zero behind
/// each, and where each begins at `pointers`.
fn add_strings<S: Streams>(
    linker: &mut Linker<World<S>>,
    (sizes, get): (&str, &str),
    strings: Strings<S>,
) -> wasmtime::Result<()> {
    linker.func_wrap(WASI, sizes, move |mut caller: Caller<'_, World<S>>, count: u32, size: u32| {
        let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return EFAULT };
        let (memory, world) = memory.data_and_store_mut(&mut caller);
        let strings = strings(world);
        let n_bytes = strings.iter().map(|string| string.len() + 1).sum();
        let done = put_word(memory, count, strings.len()).and_then(|()| put_word(memory, size, n_bytes));
        done.map_or(EFAULT, |()| SUCCESS)
    })?;
    linker.func_wrap(WASI, get, move |mut caller: Caller<'_, World<S>>, pointers: u32, bytes: u32| {
        let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return EFAULT };
        let (memory, world) = memory.data_and_store_mut(&mut caller);
        put_strings(memory, strings(world), pointers, bytes).map_or(EFAULT, |()| SUCCESS)
    })?;
    Ok(())
}

fn put_strings(memory: &mut [u8], strings: &[String], mut pointers: u32, mut to: u32) -> Option<()> {
    for string in strings {
        let text: Vec<u8> = string.bytes().chain([0]).collect();
        memory.get_mut(to as usize..)?.get_mut(..text.len())?.copy_from_slice(&text);
        put_word(memory, pointers, to as usize)?;
        (pointers, to) = (pointers.checked_add(4)?, to.checked_add(text.len() as u32)?);
    }
    Some(())
}

fn random_get<S: Streams>(mut caller: Caller<'_, World<S>>, at: u32, n: u32) -> i32 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return EFAULT };
    let (memory, world) = memory.data_and_store_mut(&mut caller);
    let place = memory.get_mut(at as usize..).and_then(|rest| rest.get_mut(..n as usize));
    let Some(place) = place else { return EFAULT };
    world.files.random(place).map_or_else(|errno| errno.0.into(), |()| SUCCESS)
}

/// Puts the nanoseconds of a clock at `time`: since 1970 for clock 0, since some
/// moment of this process for the others.
fn clock_time_get<S: Streams>(mut caller: Caller<'_, World<S>>, id: i32, _precision: i64, time: u32) -> i32 {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let since = match id {
        0 => SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default(),
        1 | 2 => BEGAN.elapsed(),
        _ => return EINVAL,
    };
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return EFAULT };
    let Some(place) = memory.data_mut(&mut caller).get_mut(time as usize..) else { return EFAULT };
    let Some(place) = place.first_chunk_mut() else { return EFAULT };
    *place = (since.as_nanos() as u64).to_le_bytes();
    SUCCESS
}

/// Waits as long as the one subscription says, which is to a clock.
fn poll_oneoff<S: Streams>(
    mut caller: Caller<'_, World<S>>,
    subscription: u32,
    event: u32,
    _count: u32,
    n_events: u32,
) -> i32 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return EFAULT };
    let memory = memory.data_mut(&mut caller);
    let timeout = memory.get(subscription as usize + 24..).and_then(|bytes| bytes.first_chunk());
    let Some(&timeout) = timeout else { return EFAULT };
    std::thread::sleep(Duration::from_nanos(u64::from_le_bytes(timeout)));
    let Some(event) = memory.get_mut(event as usize..event as usize + 32) else { return EFAULT };
    event.fill(0);
    put_word(memory, n_events, 1).map_or(EFAULT, |()| SUCCESS)
}

fn put_word(memory: &mut [u8], at: u32, word: usize) -> Option<()> {
    *memory.get_mut(at as usize..)?.first_chunk_mut()? = (word as u32).to_le_bytes();
    Some(())
}

/// Where the piece of memory begins and ends that the pair of words at `at` names.
fn piece(memory: &[u8], at: usize) -> Option<(usize, usize)> {
    let word = |at: usize| Some(u32::from_le_bytes(*memory.get(at..)?.first_chunk()?) as usize);
    let (start, len) = (word(at)?, word(at + 4)?);
    let end = start.checked_add(len)?;
    memory.get(start..end).map(|_| (start, end))
}

fn gather(memory: &[u8], pieces: u32, count: u32) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for i in 0..count as usize {
        let (start, end) = piece(memory, (pieces as usize).checked_add(i.checked_mul(8)?)?)?;
        bytes.extend_from_slice(&memory[start..end]);
    }
    Some(bytes)
}
