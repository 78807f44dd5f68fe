//! `naja build`

use super::{Error, Input, Optimisation, passes, print_error};
use clap::{Args, ValueEnum};
use naja::passes::Current;
use naja::pipeline;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Compile a program to a Wasm module or a native executable
///
/// The module is a WASI preview 1 command: any engine that has WASI runs it.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// What to write [default: PROG.wasm, or PROG for native]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What to make
    #[arg(long, value_enum, default_value = "wasm")]
    target: Target,

    #[command(flatten)]
    optimisation: Optimisation,

    /// Print how long each pass took, to standard error
    #[arg(long)]
    time_passes: bool,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
enum Target {
    /// A WebAssembly module
    Wasm,
    /// An executable for this machine, linked by `cc`
    Native,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    let mut passes = passes(current);
    let output = arguments.output.clone().unwrap_or_else(|| default_output(&arguments.input.file, arguments.target));
    if is_same_file(&output, Path::new(&arguments.input.file)) {
        return Err(Error::Message(format!("the output would replace the program: {}", output.display())));
    }
    let low_level = arguments.input.low_level(arguments.optimisation, &mut passes)?;
    match arguments.target {
        Target::Wasm => {
            let wasm = pipeline::wasm(&low_level, &mut passes);
            let written = passes.run("write", || write(&output, &wasm));
            written.map_err(|e| Error::Message(format!("cannot write {}: {e}", output.display())))?;
        }
        Target::Native => {
            let object = pipeline::object(&low_level, &mut passes).map_err(|e| Error::Message(e.to_string()))?;
            let linked = passes.run("link", || naja_backends::native::link(&object, &output));
            linked.map_err(|e| Error::Message(e.to_string()))?;
        }
    }
    if arguments.time_passes {
        print_error(&passes.table());
    }
    Ok(ExitCode::SUCCESS)
}

fn default_output(file: &str, target: Target) -> PathBuf {
    let mut output = PathBuf::from(Path::new(file).file_stem().unwrap_or_default());
    if target == Target::Wasm {
        output.set_extension("wasm");
    }
    output
}

fn is_same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Whole or not at all: under another name first, in the same folder.
fn write(output: &Path, bytes: &[u8]) -> io::Result<()> {
    match std::fs::metadata(output) {
        Ok(data) if data.is_dir() => return Err(io::Error::from(io::ErrorKind::IsADirectory)),
        // A device or a pipe must not be replaced by a file.
        Ok(data) if !data.is_file() => return std::fs::write(output, bytes),
        _ => {}
    }
    let folder = match output.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".naja-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(output).map_err(|e| e.error)?;
    Ok(())
}
