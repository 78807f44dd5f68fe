//! The files, environment variables and random bytes that a program can reach. The interface is that of WASI preview 1, of which
//! the numbers of errors, the flags, and what `stat` and `read_directory` give, are.

use super::heap::{Heap, Problem};
use naja_ir::prim::Prim;

/// A number of WASI preview 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Errno(pub u16);

impl Errno {
    pub const BADF: Errno = Errno(8);
    pub const IO: Errno = Errno(29);
}

/// `directory` and `descriptor` are numbers from 3 on. Paths lie below a directory.
pub trait Files {
    /// The length of the name of a directory that was granted.
    fn granted(&mut self, directory: u64) -> Result<&str, Errno>;
    /// `flags` is WASI's oflags + 256 fdflags.
    fn open(&mut self, directory: u64, path: &[u8], flags: u64, rights: u64) -> Result<u64, Errno>;
    fn close(&mut self, descriptor: u64) -> Result<(), Errno>;
    fn read(&mut self, descriptor: u64, bytes: &mut [u8]) -> Result<u64, Errno>;
    fn write(&mut self, descriptor: u64, bytes: &[u8]) -> Result<u64, Errno>;
    fn seek(&mut self, descriptor: u64, offset: i64, whence: u64) -> Result<u64, Errno>;
    fn truncate(&mut self, descriptor: u64, size: u64) -> Result<(), Errno>;
    /// A filestat.
    fn stat(&mut self, directory: u64, path: &[u8]) -> Result<[u8; 64], Errno>;
    fn make_directory(&mut self, directory: u64, path: &[u8]) -> Result<(), Errno>;
    fn remove_directory(&mut self, directory: u64, path: &[u8]) -> Result<(), Errno>;
    fn unlink(&mut self, directory: u64, path: &[u8]) -> Result<(), Errno>;
    fn rename(&mut self, from: (u64, &[u8]), to: (u64, &[u8])) -> Result<(), Errno>;
    /// At most n bytes of dirents, from this cookie on.
    fn read_directory(&mut self, descriptor: u64, n: usize, cookie: u64) -> Result<Vec<u8>, Errno>;
    /// The environment's variables, as `K=V`.
    fn environ(&self) -> &[String];
    /// Fills the bytes with what nobody can foretell.
    fn random(&mut self, bytes: &mut [u8]) -> Result<(), Errno>;
}

/// What an operation gives: a number, or -errno.
pub fn result(result: Result<u64, Errno>) -> u64 {
    result.unwrap_or_else(|errno| -(errno.0 as i64) as u64)
}

/// One operation, by its arguments.
pub fn call(prim: Prim, args: &[u64], files: &mut dyn Files, heap: &mut Heap) -> Result<u64, Problem> {
    let path = |i: usize| heap.bytes(args[i], args[i + 1]);
    let done = |result: Result<(), Errno>| result.map(|()| 0);
    let given = match prim {
        Prim::PlatformOpen => files.open(args[0], &path(1)?, args[3], args[4]),
        Prim::PlatformClose => done(files.close(args[0])),
        Prim::PlatformSeek => files.seek(args[0], args[1] as i64, args[2]),
        Prim::PlatformTruncate => done(files.truncate(args[0], args[1])),
        Prim::PlatformStat => match files.stat(args[0], &path(1)?) {
            Ok(stat) => {
                heap.set_bytes(args[3], &stat)?;
                Ok(0)
            }
            Err(errno) => Err(errno),
        },
        Prim::PlatformGranted => files.granted(args[0]).map(|name| name.len() as u64),
        Prim::PlatformGrantedName => match files.granted(args[0]) {
            Ok(name) => {
                heap.set_bytes(args[1], name.as_bytes())?;
                Ok(0)
            }
            Err(errno) => Err(errno),
        },
        Prim::PlatformMakeDirectory => done(files.make_directory(args[0], &path(1)?)),
        Prim::PlatformRemoveDirectory => done(files.remove_directory(args[0], &path(1)?)),
        Prim::PlatformUnlink => done(files.unlink(args[0], &path(1)?)),
        Prim::PlatformRename => done(files.rename((args[0], &path(1)?), (args[3], &path(4)?))),
        Prim::PlatformReadDirectory => match files.read_directory(args[0], args[2] as usize, args[3]) {
            Ok(bytes) => {
                heap.set_bytes(args[1], &bytes)?;
                Ok(bytes.len() as u64)
            }
            Err(errno) => Err(errno),
        },
        Prim::PlatformEnvironSizes => {
            let variables = files.environ();
            let bytes: usize = variables.iter().map(|variable| variable.len() + 1).sum();
            Ok(variables.len() as u64 + ((bytes as u64) << 32))
        }
        Prim::PlatformEnviron => {
            let bytes: Vec<u8> = files.environ().iter().flat_map(|v| v.bytes().chain([0])).collect();
            heap.set_bytes(args[1], &bytes)?;
            Ok(0)
        }
        Prim::PlatformRandom => {
            let mut bytes = vec![0; args[1] as usize];
            let filled = files.random(&mut bytes);
            heap.set_bytes(args[0], &bytes)?;
            done(filled)
        }
        Prim::PlatformWorkingDirectory => Err(Errno(44)),
        _ => return Err(Problem::Broken(format!("the interpreter has no {}", prim.row().name))),
    };
    Ok(result(given))
}
