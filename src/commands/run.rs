//! `naja run`

use super::{Error, Input, Optimisation, passes};
use clap::Args;
use naja::granted::{Grant, Granted};
use naja::host::{self, Inherited};
use naja::passes::Current;
use naja::pipeline::{self, Heap};
use std::process::ExitCode;

/// Compile a program and run it in the Wasm sandbox
///
/// The program gets standard input, output and error and its arguments, and
/// of files those in the directories that --dir grants. The exit status is the program's.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The program's arguments; behind `--` if they begin with a dash
    #[arg(value_name = "ARGS")]
    args: Vec<String>,

    /// Run native code in place of Wasm, without the sandbox
    #[arg(long)]
    native: bool,

    /// Grant a directory and all below it, under the name that the program uses for it
    /// (its own if none is given), `:ro` for reading only; `.` is where naja is run
    #[arg(long = "dir", value_name = "HOST[::GUEST][:ro]", value_parser = Grant::parse)]
    dirs: Vec<Grant>,

    #[command(flatten)]
    optimisation: Optimisation,

    /// Bytes of heap, at which the program gets MemoryError; K, M and G stand for
    /// powers of 1024
    #[arg(long, value_name = "BYTES", default_value = "1G", value_parser = bytes)]
    max_memory: i64,

    /// Collect at each allocation, in full at each N-th
    #[arg(long, value_name = "N", hide = true, value_parser = clap::value_parser!(i64).range(1..))]
    gc_stress: Option<i64>,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    let mut passes = passes(current);
    let heap = Heap { limit: Some(arguments.max_memory), stress: arguments.gc_stress };
    let low_level = arguments.input.low_level_with(heap, arguments.optimisation, &mut passes)?;
    // As in CPython, the first is the path as given.
    let args = [vec![arguments.input.file.clone()], arguments.args].concat();
    let status = if arguments.native {
        // Native code reaches every file of the user's, by the names that CPython knows.
        if arguments.dirs.iter().any(|grant| grant.host != grant.guest || grant.read_only) {
            let problem = "native code is in no sandbox: with --native, --dir takes neither a name nor :ro";
            return Err(Error::Message(problem.into()));
        }
        pipeline::run_native(&low_level, &args, &mut passes).map_err(|e| Error::Message(e.to_string()))?
    } else {
        let wasm = pipeline::wasm(&low_level, &mut passes);
        drop(low_level);
        let files = Granted::open(&arguments.dirs).map_err(Error::Message)?;
        let (status, Inherited) = host::run(&wasm, args, Inherited, files);
        status.map_err(|e| {
            Error::Message(format!("internal error in the program's module: {e}; this is a bug in naja"))
        })?
    };
    Ok(ExitCode::from(status as u8))
}

/// The smallest heap in which the library works.
const LEAST_MEMORY: i64 = 64 << 10;
/// Addresses in the sandbox have 32 bits.
const MOST_MEMORY: i64 = 4000 << 20;

fn bytes(text: &str) -> Result<i64, String> {
    let (number, shift) = match text.char_indices().last() {
        Some((end, 'K' | 'k')) => (&text[..end], 10),
        Some((end, 'M' | 'm')) => (&text[..end], 20),
        Some((end, 'G' | 'g')) => (&text[..end], 30),
        _ => (text, 0),
    };
    let bytes = number.parse::<u32>().ok().map(|n| (n as i64) << shift);
    bytes.filter(|n| (LEAST_MEMORY..=MOST_MEMORY).contains(n)).ok_or("from 64K to 4000M".into())
}
