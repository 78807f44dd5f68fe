//! What a program in the sandbox can reach: the files of the directories that it was
//! granted, by the numbers of WASI preview 1, and the environment variables that it was given. The only file that knows cap-std, which
//! lets no path lead out of its directory: not by `..`, not by symbolic links.

use cap_std::ambient_authority;
use cap_std::fs::{Dir, File, Metadata, OpenOptions};
use naja_rtyper::interpreter::files::{Errno, Files};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::SystemTime;

/// What `--dir` says.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// The directory.
    pub host: String,
    /// Its name for the program.
    pub guest: String,
    pub read_only: bool,
}

impl Grant {
    /// `HOST[::GUEST][:ro]`
    pub fn parse(text: &str) -> Result<Grant, String> {
        let (text, read_only) = match text.strip_suffix(":ro") {
            Some(text) => (text, true),
            None => (text, false),
        };
        let (host, guest) = text.split_once("::").unwrap_or((text, text));
        if host.is_empty() || guest.is_empty() {
            return Err("a directory is missing".into());
        }
        Ok(Grant { host: host.into(), guest: guest.into(), read_only })
    }
}

/// The granted directories and variables, and what the program has opened.
#[derive(Default)]
pub struct Granted {
    /// By descriptors, of which the first is [`FIRST`].
    entries: Vec<Option<Entry>>,
    /// As `K=V`.
    environ: Vec<String>,
}

const FIRST: u64 = 3;
/// A program may have so many files open at once.
const MOST: usize = 1024;

enum Entry {
    Directory {
        dir: Dir,
        /// Of one that was granted.
        name: Option<String>,
        read_only: bool,
    },
    File(File),
}

impl Granted {
    /// Opens the directories; the error says which cannot be.
    pub fn open(grants: &[Grant]) -> Result<Granted, String> {
        let entries = grants.iter().map(|grant| {
            let dir = Dir::open_ambient_dir(&grant.host, ambient_authority())
                .map_err(|e| format!("cannot grant the directory {}: {e}", grant.host))?;
            Ok(Some(Entry::Directory { dir, name: Some(grant.guest.clone()), read_only: grant.read_only }))
        });
        Ok(Granted { entries: entries.collect::<Result<_, String>>()?, environ: Vec::new() })
    }

    /// The same with these environment variables, each as `K=V`.
    pub fn with_environ(mut self, environ: Vec<String>) -> Granted {
        self.environ = environ;
        self
    }

    fn entry(&mut self, descriptor: u64) -> Result<&mut Entry, Errno> {
        let index = descriptor.checked_sub(FIRST).ok_or(Errno::BADF)?;
        self.entries.get_mut(index as usize).and_then(Option::as_mut).ok_or(Errno::BADF)
    }

    fn file(&mut self, descriptor: u64) -> Result<&mut File, Errno> {
        match self.entry(descriptor)? {
            Entry::File(file) => Ok(file),
            Entry::Directory { .. } => Err(IS_DIRECTORY),
        }
    }

    fn directory(&mut self, descriptor: u64) -> Result<(&Dir, bool), Errno> {
        match self.entry(descriptor)? {
            Entry::Directory { dir, read_only, .. } => Ok((dir, *read_only)),
            Entry::File(_) => Err(NO_DIRECTORY),
        }
    }

    /// One that may be written to.
    fn own_directory(&mut self, descriptor: u64) -> Result<&Dir, Errno> {
        match self.directory(descriptor)? {
            (_, true) => Err(READ_ONLY),
            (dir, false) => Ok(dir),
        }
    }

    fn add(&mut self, entry: Entry) -> Result<u64, Errno> {
        let free = self.entries.iter().position(Option::is_none);
        let index = free.unwrap_or_else(|| {
            self.entries.push(None);
            self.entries.len() - 1
        });
        if index >= MOST {
            return Err(TOO_MANY);
        }
        self.entries[index] = Some(entry);
        Ok(index as u64 + FIRST)
    }
}

impl Files for Granted {
    fn granted(&mut self, directory: u64) -> Result<&str, Errno> {
        match self.entry(directory)? {
            Entry::Directory { name: Some(name), .. } => Ok(name),
            _ => Err(Errno::BADF),
        }
    }

    fn open(&mut self, directory: u64, path: &[u8], flags: u64, rights: u64) -> Result<u64, Errno> {
        let (dir, read_only) = self.directory(directory)?;
        let path = text(path)?;
        let has = |flag: u64| flags & flag != 0;
        let writes = rights & RIGHT_WRITE != 0 || has(CREATE | TRUNCATE | APPEND);
        if writes && read_only {
            // As a file system that is mounted so: what is not there is not found.
            let creates = has(CREATE) || dir.metadata(path).is_ok();
            return Err(if creates { READ_ONLY } else { NOT_FOUND });
        }
        if has(DIRECTORY) {
            let dir = dir.open_dir(path).map_err(errno)?;
            return self.add(Entry::Directory { dir, name: None, read_only });
        }
        let mut options = OpenOptions::new();
        options.read(rights & RIGHT_READ != 0).write(rights & RIGHT_WRITE != 0).append(has(APPEND));
        options.create(has(CREATE)).create_new(has(CREATE) && has(EXCLUSIVE)).truncate(has(TRUNCATE));
        let file = dir.open_with(path, &options).map_err(errno)?;
        self.add(Entry::File(file))
    }

    fn close(&mut self, descriptor: u64) -> Result<(), Errno> {
        self.entry(descriptor)?;
        self.entries[(descriptor - FIRST) as usize] = None;
        Ok(())
    }

    fn read(&mut self, descriptor: u64, bytes: &mut [u8]) -> Result<u64, Errno> {
        self.file(descriptor)?.read(bytes).map(|n| n as u64).map_err(errno)
    }

    fn write(&mut self, descriptor: u64, bytes: &[u8]) -> Result<u64, Errno> {
        self.file(descriptor)?.write(bytes).map(|n| n as u64).map_err(errno)
    }

    fn seek(&mut self, descriptor: u64, offset: i64, whence: u64) -> Result<u64, Errno> {
        let to = match whence {
            0 => SeekFrom::Start(u64::try_from(offset).map_err(|_| INVALID)?),
            1 => SeekFrom::Current(offset),
            2 => SeekFrom::End(offset),
            _ => return Err(INVALID),
        };
        self.file(descriptor)?.seek(to).map_err(errno)
    }

    fn truncate(&mut self, descriptor: u64, size: u64) -> Result<(), Errno> {
        self.file(descriptor)?.set_len(size).map_err(errno)
    }

    fn stat(&mut self, directory: u64, path: &[u8]) -> Result<[u8; 64], Errno> {
        let (dir, _) = self.directory(directory)?;
        dir.metadata(text(path)?).map(|metadata| filestat(&metadata)).map_err(errno)
    }

    fn make_directory(&mut self, directory: u64, path: &[u8]) -> Result<(), Errno> {
        self.own_directory(directory)?.create_dir(text(path)?).map_err(errno)
    }

    fn remove_directory(&mut self, directory: u64, path: &[u8]) -> Result<(), Errno> {
        self.own_directory(directory)?.remove_dir(text(path)?).map_err(errno)
    }

    fn unlink(&mut self, directory: u64, path: &[u8]) -> Result<(), Errno> {
        self.own_directory(directory)?.remove_file(text(path)?).map_err(errno)
    }

    fn rename(&mut self, from: (u64, &[u8]), to: (u64, &[u8])) -> Result<(), Errno> {
        let target = self.own_directory(to.0)?.try_clone().map_err(errno)?;
        self.own_directory(from.0)?.rename(text(from.1)?, &target, text(to.1)?).map_err(errno)
    }

    fn environ(&self) -> &[String] {
        &self.environ
    }

    fn random(&mut self, bytes: &mut [u8]) -> Result<(), Errno> {
        std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(bytes)).map_err(errno)
    }

    fn read_directory(&mut self, descriptor: u64, n: usize, cookie: u64) -> Result<Vec<u8>, Errno> {
        let (dir, _) = self.directory(descriptor)?;
        let mut bytes = Vec::new();
        for (i, entry) in dir.entries().map_err(errno)?.enumerate().skip(cookie as usize) {
            let entry = entry.map_err(errno)?;
            let name = entry.file_name();
            let name = name.as_encoded_bytes();
            let kind = entry.file_type().map_err(errno)?;
            bytes.extend((i as u64 + 1).to_le_bytes());
            bytes.extend(0u64.to_le_bytes());
            bytes.extend((name.len() as u32).to_le_bytes());
            bytes.extend(u32::from(file_type(kind.is_dir(), kind.is_file(), kind.is_symlink())).to_le_bytes());
            bytes.extend(name);
            if bytes.len() >= n {
                bytes.truncate(n);
                break;
            }
        }
        Ok(bytes)
    }
}

const CREATE: u64 = 1;
const DIRECTORY: u64 = 2;
const EXCLUSIVE: u64 = 4;
const TRUNCATE: u64 = 8;
const APPEND: u64 = 1 << 8;
const RIGHT_READ: u64 = 1 << 1;
const RIGHT_WRITE: u64 = 1 << 6;

const INVALID: Errno = Errno(28);
const IS_DIRECTORY: Errno = Errno(31);
const TOO_MANY: Errno = Errno(33);
const NOT_FOUND: Errno = Errno(44);
const NO_DIRECTORY: Errno = Errno(54);
const NOT_PERMITTED: Errno = Errno(63);
const READ_ONLY: Errno = Errno(69);

fn text(path: &[u8]) -> Result<&Path, Errno> {
    // No file of the host's has another name.
    std::str::from_utf8(path).map(Path::new).map_err(|_| NOT_FOUND)
}

fn file_type(is_dir: bool, is_file: bool, is_symlink: bool) -> u8 {
    match (is_dir, is_file, is_symlink) {
        (true, _, _) => 3,
        (_, true, _) => 4,
        (_, _, true) => 7,
        _ => 0,
    }
}

fn filestat(metadata: &Metadata) -> [u8; 64] {
    let kind = metadata.file_type();
    let mut stat = [0; 64];
    let mut put = |at: usize, word: u64| stat[at..at + 8].copy_from_slice(&word.to_le_bytes());
    put(16, file_type(kind.is_dir(), kind.is_file(), kind.is_symlink()).into());
    put(32, metadata.len());
    let times = [(40, metadata.accessed()), (48, metadata.modified()), (56, metadata.modified())];
    for (at, time) in times {
        let since = time.ok().and_then(|t| t.into_std().duration_since(SystemTime::UNIX_EPOCH).ok());
        put(at, since.map_or(0, |since| since.as_nanos() as u64));
    }
    stat
}

/// The number for what the system says.
pub fn errno(error: io::Error) -> Errno {
    if let Some(code) = error.raw_os_error() {
        // Linux's numbers; those that are not here are EIO.
        return Errno(match code {
            1 => 63,
            2 => 44,
            4 => 27,
            6 => 60,
            9 => 8,
            11 => 6,
            12 => 48,
            13 => 2,
            16 => 10,
            17 => 20,
            18 => 75,
            19 => 43,
            20 => 54,
            21 => 31,
            22 => 28,
            23 => 41,
            24 => 33,
            26 => 74,
            27 => 22,
            28 => 51,
            29 => 70,
            30 => 69,
            31 => 34,
            32 => 64,
            36 => 37,
            39 => 55,
            40 => 32,
            95 => 58,
            122 => 19,
            _ => 29,
        });
    }
    match error.kind() {
        // What cap-std says of a path that leads out.
        ErrorKind::PermissionDenied => NOT_PERMITTED,
        ErrorKind::NotFound => NOT_FOUND,
        ErrorKind::InvalidInput => INVALID,
        _ => Errno::IO,
    }
}
