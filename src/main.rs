//! The `naja` command.

mod commands;

use clap::{Parser, Subcommand};
use naja::passes::{Current, on_large_stack};
use std::process::ExitCode;

/// Compiles a restricted, implicitly static Python to WebAssembly and native code.
///
/// A program that naja accepts and that finishes prints what CPython prints. What
/// cannot be compiled is refused with its place in the source; types are inferred,
/// nothing has to be annotated.
#[derive(Parser)]
#[command(
    version,
    after_help = "Exit status: the program's own for `run`; else 0, or 1 if the program is refused \
                  or differs, or 2 for a wrong command line.\n\
                  `naja help COMMAND` tells more of each command."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Run(commands::run::Arguments),
    Build(commands::build::Arguments),
    Check(commands::check::Arguments),
    Diff(commands::diff::Arguments),
    Emit(commands::emit::Arguments),
    Fuzz(commands::fuzz::Arguments),
    Rlib(commands::rlib::Arguments),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let current = Current::default();
    let result = on_large_stack(&current, |current| match cli.command {
        Command::Run(arguments) => commands::run::run(arguments, current),
        Command::Build(arguments) => commands::build::run(arguments, current),
        Command::Check(arguments) => commands::check::run(arguments, current),
        Command::Diff(arguments) => commands::diff::run(arguments, current),
        Command::Emit(arguments) => commands::emit::run(arguments, current),
        Command::Fuzz(arguments) => commands::fuzz::run(arguments),
        Command::Rlib(arguments) => commands::rlib::run(arguments),
    });
    match result {
        Ok(Ok(status)) => status,
        Ok(Err(error)) => {
            error.print();
            ExitCode::FAILURE
        }
        Err(internal) => {
            eprintln!("naja: {internal}");
            ExitCode::FAILURE
        }
    }
}
