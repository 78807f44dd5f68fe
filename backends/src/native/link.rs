//! From an object file to an executable, through the system's `cc`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fmt, fs, io};

/// Why there is no executable.
#[derive(Debug)]
pub enum LinkError {
    /// `cc` could not be started.
    NoLinker(io::Error),
    /// `cc` ran and refused.
    Refused(String),
    /// A file could not be written.
    Output(PathBuf, io::Error),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkError::NoLinker(e) if e.kind() == io::ErrorKind::NotFound => {
                write!(f, "an executable needs a C compiler to link it, and there is no `cc` here")
            }
            LinkError::NoLinker(e) => write!(f, "cannot start `cc`, which links executables: {e}"),
            LinkError::Refused(message) => write!(f, "`cc` could not link the executable: {}", message.trim_end()),
            LinkError::Output(path, e) => write!(f, "cannot write {}: {e}", path.display()),
        }
    }
}

impl std::error::Error for LinkError {}

/// Makes an executable of what [`emit_object`](super::object::emit_object) gave.
/// The output appears when it is complete, or not at all.
pub fn link(object: &[u8], output: &Path) -> Result<(), LinkError> {
    let failed = |e| LinkError::Output(output.to_owned(), e);
    let workspace = Workspace::beside(output).map_err(failed)?;
    let object_path = workspace.path.join("program.o");
    let executable = workspace.path.join("program");
    fs::write(&object_path, object).map_err(failed)?;
    let run = Command::new("cc")
        .arg("-o")
        .args([&executable, &object_path])
        .args(["-pthread", "-Wl,--as-needed", "-lm"])
        .output()
        .map_err(LinkError::NoLinker)?;
    if !run.status.success() {
        return Err(LinkError::Refused(String::from_utf8_lossy(&run.stderr).into_owned()));
    }
    fs::rename(&executable, output).map_err(failed)
}

/// A folder beside the output, so that the executable can be renamed into place.
struct Workspace {
    path: PathBuf,
}

impl Workspace {
    fn beside(output: &Path) -> io::Result<Workspace> {
        let folder = output.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut attempt = 0;
        loop {
            let path = folder.join(format!(".naja-{}-{attempt}", std::process::id()));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Workspace { path }),
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => attempt += 1,
                Err(e) => return Err(e),
            }
        }
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        // What cannot be removed does no harm.
        let _ = fs::remove_dir_all(&self.path);
    }
}
