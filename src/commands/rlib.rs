//! `naja rlib`

use super::{Error, print};
use clap::Args;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write the modules of RPython's rlib to a directory, for CPython
///
/// With the directory in PYTHONPATH, CPython runs a program that imports `rpython.rlib`
/// or `rlib`; naja itself needs nothing.
#[derive(Args)]
pub struct Arguments {
    #[arg(value_name = "DIR")]
    directory: PathBuf,
}

pub fn run(arguments: Arguments) -> Result<ExitCode, Error> {
    write(&arguments.directory)?;
    print(&format!("PYTHONPATH={}\n", arguments.directory.display()))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the modules below a directory.
pub fn write(directory: &Path) -> Result<(), Error> {
    for (path, text) in naja_rlib::for_cpython() {
        let path = directory.join(path);
        let written = fs::create_dir_all(path.parent().unwrap_or(directory)).and_then(|()| fs::write(&path, text));
        written.map_err(|e| Error::Message(format!("cannot write {}: {e}", path.display())))?;
    }
    Ok(())
}
