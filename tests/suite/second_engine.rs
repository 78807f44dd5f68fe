//! The modules that naja emits under a second engine, which shares no code generator with
//! wasmtime: wasmi, an interpreter. What they import of WASI preview 1 is written here once
//! more, over the same files.

use naja::granted::Granted;
use naja::host::{Captured, Streams};
use naja_rtyper::interpreter::files::{Errno, Files};
use std::time::{Duration, Instant, SystemTime};
use wasmi::{Caller, Config, Engine, Error, Extern, ExternType, Linker, Module, Store, Val};

/// What a program has of the outside.
struct World {
    args: Vec<String>,
    streams: Captured,
    files: Granted,
    began: Instant,
}

/// Runs a module's `_start`: its exit status, and what it wrote.
pub fn run(wasm: &[u8], args: Vec<String>, streams: Captured, files: Granted) -> Result<(i32, Captured), String> {
    let mut config = Config::default();
    config.set_max_recursion_depth(100_000).set_max_stack_height(256 << 20);
    let engine = Engine::new(&config);
    let module = Module::new(&engine, wasm).map_err(|e| format!("wasmi refuses the module: {e}"))?;
    let mut store = Store::new(&engine, World { args, streams, files, began: Instant::now() });
    let mut linker = Linker::new(&engine);
    for import in module.imports() {
        let ExternType::Func(ty) = import.ty() else { return Err(format!("{import:?} is no function")) };
        let name = import.name().to_string();
        let body = move |mut caller: Caller<'_, World>, args: &[Val], results: &mut [Val]| {
            if name == "proc_exit" {
                return Err(Error::i32_exit(words(args)[0] as i32));
            }
            let Some(Extern::Memory(memory)) = caller.get_export("memory") else {
                return Err(Error::new("the module exports no memory"));
            };
            let (memory, world) = memory.data_and_store_mut(&mut caller);
            let errno = world.call(&name, &words(args), &mut Memory(memory)).err().map_or(0, |errno| errno.0);
            results[0] = Val::I32(errno.into());
            Ok(())
        };
        linker.func_new(import.module(), import.name(), ty.clone(), body).map_err(|e| e.to_string())?;
    }
    let instance = linker.instantiate_and_start(&mut store, &module).map_err(|e| e.to_string())?;
    let start = instance.get_typed_func::<(), ()>(&store, "_start").map_err(|e| e.to_string())?;
    let status = match start.call(&mut store, ()) {
        Ok(()) => 0,
        Err(e) => e.i32_exit_status().ok_or_else(|| format!("the module trapped under wasmi: {e}"))?,
    };
    Ok((status, store.into_data().streams))
}

fn words(args: &[Val]) -> Vec<u64> {
    let word = |arg: &Val| match arg {
        Val::I32(n) => *n as u32 as u64,
        Val::I64(n) => *n as u64,
        other => unreachable!("WASI takes no {other:?}"),
    };
    args.iter().map(word).collect()
}

struct Memory<'a>(&'a mut [u8]);

impl Memory<'_> {
    fn at(&mut self, start: u64, n: u64) -> Result<&mut [u8], Errno> {
        self.0.get_mut(start as usize..(start + n) as usize).ok_or(Errno(21))
    }

    fn put(&mut self, at: u64, bytes: &[u8]) -> Result<(), Errno> {
        self.at(at, bytes.len() as u64).map(|place| place.copy_from_slice(bytes))
    }

    fn put_word(&mut self, at: u64, word: u64) -> Result<(), Errno> {
        self.put(at, &(word as u32).to_le_bytes())
    }

    fn word(&mut self, at: u64) -> Result<u64, Errno> {
        let bytes = self.at(at, 4)?;
        Ok(u32::from_le_bytes(bytes.try_into().expect("four bytes")).into())
    }

    /// The `count` pieces of memory that the array at `pieces` names.
    fn pieces(&mut self, pieces: u64, count: u64) -> Result<Vec<(u64, u64)>, Errno> {
        (0..count).map(|i| Ok((self.word(pieces + 8 * i)?, self.word(pieces + 8 * i + 4)?))).collect()
    }

    fn put_strings(&mut self, strings: &[String], mut pointers: u64, mut to: u64) -> Result<(), Errno> {
        for string in strings {
            self.put_word(pointers, to)?;
            self.put(to, string.as_bytes())?;
            self.put(to + string.len() as u64, &[0])?;
            (pointers, to) = (pointers + 4, to + string.len() as u64 + 1);
        }
        Ok(())
    }
}

fn bytes_of(strings: &[String]) -> u64 {
    strings.iter().map(|string| string.len() as u64 + 1).sum()
}

impl World {
    /// The function of that name, with arguments as WASI's documentation orders them.
    fn call(&mut self, name: &str, args: &[u64], memory: &mut Memory) -> Result<(), Errno> {
        let World { files, streams, .. } = self;
        match (name, args) {
            ("fd_write", &[fd, pieces, count, to]) => {
                let mut n = 0;
                for (at, length) in memory.pieces(pieces, count)? {
                    let bytes = memory.at(at, length)?;
                    n += match fd {
                        1 => streams.stdout(bytes).map(|()| length),
                        2 => streams.stderr(bytes).map(|()| length),
                        _ => Ok(files.write(fd, bytes)?),
                    }
                    .map_err(|_| Errno::IO)?;
                }
                memory.put_word(to, n)
            }
            ("fd_read", &[fd, pieces, count, to]) => {
                let mut n = 0;
                if let Some(&(at, length)) = memory.pieces(pieces, count)?.first() {
                    let bytes = memory.at(at, length)?;
                    n = match fd {
                        0 => streams.stdin(bytes).map_err(|_| Errno::IO)? as u64,
                        _ => files.read(fd, bytes)?,
                    };
                }
                memory.put_word(to, n)
            }
            ("args_sizes_get", &[count, size]) => {
                memory.put_word(count, self.args.len() as u64)?;
                memory.put_word(size, bytes_of(&self.args))
            }
            ("args_get", &[pointers, bytes]) => memory.put_strings(&self.args, pointers, bytes),
            ("environ_sizes_get", &[count, size]) => {
                memory.put_word(count, files.environ().len() as u64)?;
                memory.put_word(size, bytes_of(files.environ()))
            }
            ("environ_get", &[pointers, bytes]) => memory.put_strings(files.environ(), pointers, bytes),
            ("random_get", &[to, n]) => files.random(memory.at(to, n)?),
            ("clock_time_get", &[id, _, to]) => {
                let since = match id {
                    0 => SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default(),
                    _ => self.began.elapsed(),
                };
                memory.put(to, &(since.as_nanos() as u64).to_le_bytes())
            }
            ("poll_oneoff", &[subscription, event, _, n_events]) => {
                let bytes: [u8; 8] = memory.at(subscription + 24, 8)?.try_into().expect("eight bytes");
                std::thread::sleep(Duration::from_nanos(u64::from_le_bytes(bytes)));
                memory.put(event, &[0; 32])?;
                memory.put_word(n_events, 1)
            }
            ("fd_prestat_get", &[fd, to]) => {
                memory.put_word(to, 0)?;
                memory.put_word(to + 4, files.granted(fd)?.len() as u64)
            }
            ("fd_prestat_dir_name", &[fd, to, _]) => memory.put(to, files.granted(fd)?.as_bytes()),
            ("path_open", &[dir, _, path, n, oflags, rights, _, fdflags, to]) => {
                let fd = files.open(dir, memory.at(path, n)?, oflags | fdflags << 8, rights)?;
                memory.put_word(to, fd)
            }
            ("fd_close", &[fd]) => files.close(fd),
            ("fd_seek", &[fd, offset, whence, to]) => {
                let place = files.seek(fd, offset as i64, whence)?;
                memory.put(to, &place.to_le_bytes())
            }
            ("fd_filestat_set_size", &[fd, size]) => files.truncate(fd, size),
            ("path_filestat_get", &[dir, _, path, n, to]) => {
                let stat = files.stat(dir, memory.at(path, n)?)?;
                memory.put(to, &stat)
            }
            ("path_create_directory", &[dir, path, n]) => files.make_directory(dir, memory.at(path, n)?),
            ("path_remove_directory", &[dir, path, n]) => files.remove_directory(dir, memory.at(path, n)?),
            ("path_unlink_file", &[dir, path, n]) => files.unlink(dir, memory.at(path, n)?),
            ("path_rename", &[dir, path, n, to_dir, to, to_n]) => {
                let from = memory.at(path, n)?.to_vec();
                files.rename((dir, &from), (to_dir, memory.at(to, to_n)?))
            }
            ("fd_readdir", &[fd, to, n, cookie, used]) => {
                let entries = files.read_directory(fd, n as usize, cookie)?;
                memory.put(to, &entries)?;
                memory.put_word(used, entries.len() as u64)
            }
            _ => Err(Errno(52)),
        }
    }
}
