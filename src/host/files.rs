//! The functions of WASI preview 1 on files: each takes its arguments from memory, and
//! leaves its result there.

use super::{EFAULT, SUCCESS, Streams, WASI, World, put_word};
use naja_rtyper::interpreter::files::{Errno, Files};
use wasmtime::{Caller, Extern, Linker};

/// A piece of memory: where it begins, and its length.
type Piece = (u32, u32);

pub fn add<S: Streams>(linker: &mut Linker<World<S>>) -> wasmtime::Result<()> {
    linker.func_wrap(WASI, "fd_prestat_get", |mut c: Caller<'_, World<S>>, fd: u32, to: u32| {
        with(&mut c, |memory, files| {
            let length = files.granted(fd.into())?.len();
            put_word(memory, to, 0).and_then(|()| put_word(memory, to.checked_add(4)?, length)).ok_or(FAULT)
        })
    })?;
    linker.func_wrap(WASI, "fd_prestat_dir_name", |mut c: Caller<'_, World<S>>, fd: u32, to: u32, n: u32| {
        with(&mut c, |memory, files| {
            let name = files.granted(fd.into())?.as_bytes();
            let place = at(memory, (to, n))?;
            place.get_mut(..name.len()).ok_or(Errno(37))?.copy_from_slice(name);
            Ok(())
        })
    })?;
    linker.func_wrap(
        WASI,
        "path_open",
        |mut c: Caller<'_, World<S>>,
         dir: u32,
         _follow: u32,
         path: u32,
         n: u32,
         oflags: u32,
         rights: u64,
         _inherited: u64,
         fdflags: u32,
         to: u32| {
            with(&mut c, |memory, files| {
                let flags = u64::from(oflags & 0xFF | (fdflags & 0xFF) << 8);
                let descriptor = files.open(dir.into(), at(memory, (path, n))?, flags, rights)?;
                put_word(memory, to, descriptor as usize).ok_or(FAULT)
            })
        },
    )?;
    linker.func_wrap(WASI, "fd_close", |mut c: Caller<'_, World<S>>, fd: u32| {
        with(&mut c, |_, files| files.close(fd.into()))
    })?;
    linker.func_wrap(WASI, "fd_seek", |mut c: Caller<'_, World<S>>, fd: u32, offset: i64, whence: u32, to: u32| {
        with(&mut c, |memory, files| {
            let place = files.seek(fd.into(), offset, whence.into())?;
            at(memory, (to, 8)).map(|bytes| bytes.copy_from_slice(&place.to_le_bytes()))
        })
    })?;
    linker.func_wrap(WASI, "fd_filestat_set_size", |mut c: Caller<'_, World<S>>, fd: u32, size: u64| {
        with(&mut c, |_, files| files.truncate(fd.into(), size))
    })?;
    linker.func_wrap(
        WASI,
        "path_filestat_get",
        |mut c: Caller<'_, World<S>>, dir: u32, _follow: u32, path: u32, n: u32, to: u32| {
            with(&mut c, |memory, files| {
                let stat = files.stat(dir.into(), at(memory, (path, n))?)?;
                at(memory, (to, 64)).map(|bytes| bytes.copy_from_slice(&stat))
            })
        },
    )?;
    linker.func_wrap(WASI, "path_create_directory", |mut c: Caller<'_, World<S>>, dir: u32, path: u32, n: u32| {
        with(&mut c, |memory, files| files.make_directory(dir.into(), at(memory, (path, n))?))
    })?;
    linker.func_wrap(WASI, "path_remove_directory", |mut c: Caller<'_, World<S>>, dir: u32, path: u32, n: u32| {
        with(&mut c, |memory, files| files.remove_directory(dir.into(), at(memory, (path, n))?))
    })?;
    linker.func_wrap(WASI, "path_unlink_file", |mut c: Caller<'_, World<S>>, dir: u32, path: u32, n: u32| {
        with(&mut c, |memory, files| files.unlink(dir.into(), at(memory, (path, n))?))
    })?;
    linker.func_wrap(
        WASI,
        "path_rename",
        |mut c: Caller<'_, World<S>>, dir: u32, path: u32, n: u32, to_dir: u32, to: u32, to_n: u32| {
            with(&mut c, |memory, files| {
                let from = at(memory, (path, n))?.to_vec();
                files.rename((dir.into(), &from), (to_dir.into(), at(memory, (to, to_n))?))
            })
        },
    )?;
    linker.func_wrap(
        WASI,
        "fd_readdir",
        |mut c: Caller<'_, World<S>>, fd: u32, to: u32, n: u32, cookie: u64, used: u32| {
            with(&mut c, |memory, files| {
                let entries = files.read_directory(fd.into(), n as usize, cookie)?;
                at(memory, (to, n))?[..entries.len()].copy_from_slice(&entries);
                put_word(memory, used, entries.len()).ok_or(FAULT)
            })
        },
    )?;
    Ok(())
}

const FAULT: Errno = Errno(EFAULT as u16);

/// Runs an operation on the program's memory and files: WASI's number for how it went.
fn with<S: Streams>(
    caller: &mut Caller<'_, World<S>>,
    operation: impl FnOnce(&mut [u8], &mut dyn Files) -> Result<(), Errno>,
) -> i32 {
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else { return EFAULT };
    let (memory, World { files, .. }) = memory.data_and_store_mut(caller);
    operation(memory, files).map_or_else(|errno| errno.0.into(), |()| SUCCESS)
}

fn at(memory: &mut [u8], (start, n): Piece) -> Result<&mut [u8], Errno> {
    let start = start as usize;
    memory.get_mut(start..start + n as usize).ok_or(FAULT)
}
