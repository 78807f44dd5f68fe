//! The files that a compilation reads.

use naja_flowspace::Files;
use std::io;
use std::path::Path;

/// The files of the disk, by their paths as the operating system takes them.
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &str) -> Option<io::Result<Vec<u8>>> {
        if Path::new(path).is_dir() {
            return Some(Err(io::Error::new(io::ErrorKind::IsADirectory, "is a directory")));
        }
        match std::fs::read(path) {
            // `a.py/b.py` does not exist either.
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => None,
            result => Some(result),
        }
    }
}
