//! `naja run`

use super::{Error, Input, Optimisation, passes};
use clap::Args;
use naja::host::{self, Inherited};
use naja::passes::Current;
use naja::pipeline::{self, Heap};
use std::process::ExitCode;

/// Compile a program and run it in the Wasm sandbox
///
/// The program gets standard output, standard error and its arguments, and
/// nothing else. The exit status is the program's.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The program's arguments; behind `--` if they begin with a dash
    #[arg(value_name = "ARGS")]
    _args: Vec<String>,

    /// Run native code in place of Wasm, without the sandbox
    #[arg(long)]
    native: bool,

    #[command(flatten)]
    optimisation: Optimisation,

    /// Collect at each allocation, in full at each N-th
    #[arg(long, value_name = "N", hide = true, value_parser = clap::value_parser!(i64).range(1..))]
    gc_stress: Option<i64>,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    let mut passes = passes(current);
    let heap = Heap { stress: arguments.gc_stress, ..Heap::default() };
    let low_level = arguments.input.low_level_with(heap, arguments.optimisation, &mut passes)?;
    let status = if arguments.native {
        pipeline::run_native(&low_level, &mut passes).map_err(|e| Error::Message(e.to_string()))?
    } else {
        let wasm = pipeline::wasm(&low_level, &mut passes);
        drop(low_level);
        let (status, Inherited) = host::run(&wasm, Inherited);
        status.map_err(|e| {
            Error::Message(format!("internal error in the program's module: {e}; this is a bug in naja"))
        })?
    };
    Ok(ExitCode::from(status as u8))
}
