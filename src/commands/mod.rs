//! One file for each subcommand, and what they share.

pub mod build;
pub mod check;
pub mod diff;
pub mod emit;
pub mod fuzz;
pub mod rlib;
pub mod run;

use clap::{Args, ValueEnum};
use naja::files::Disk;
use naja::passes::{Current, Passes};
use naja::pipeline::{self, Analysis, Heap, LowLevel};
use naja::render::{self, Format};
use naja_flowspace::{Failure, FlowSpace};
use naja_ir::diagnostic::Diagnostic;
use naja_ir::source::SourceMap;
use std::io::{self, IsTerminal, Write};

/// What every command takes.
#[derive(Args, Clone)]
pub struct Input {
    /// The program's main file; its imports are looked for beside it
    #[arg(value_name = "PROG.py")]
    pub file: String,

    /// How errors are written, to standard error
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human")]
    pub message_format: MessageFormat,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
pub enum MessageFormat {
    /// Source lines with carets
    Human,
    /// One JSON object a line
    Json,
}

/// How far programs are optimised.
#[derive(Args, Clone, Copy)]
pub struct Optimisation {
    /// 0: not at all, to see what each step made of the program; 1: all
    #[arg(short = 'O', value_name = "LEVEL", default_value = "1", value_parser = clap::value_parser!(u8).range(0..=1))]
    pub level: u8,

    /// Leave out what tells where an exception came from: smaller, and an error is one line
    #[arg(long)]
    pub no_tracebacks: bool,
}

/// Why a command ends with status 1, once it was told.
pub enum Error {
    /// The program is refused.
    Refused { failure: Failure, format: Format },
    /// A sentence: the command itself could not be carried out.
    Message(String),
}

impl Error {
    pub fn print(&self) {
        match self {
            Error::Refused { failure, format } => print_diagnostics(&failure.sources, &failure.diagnostics, *format),
            Error::Message(text) => print_error(&format!("naja: error: {text}\n")),
        }
    }
}

impl Input {
    pub fn format(&self) -> Format {
        match self.message_format {
            MessageFormat::Human => {
                Format::Human { color: io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() }
            }
            MessageFormat::Json => Format::Json,
        }
    }

    /// The program with its types.
    pub fn analyse(&self, strict: bool, passes: &mut Passes) -> Result<Analysis, Error> {
        pipeline::analyse(&self.file, &Disk, strict, passes)
            .map_err(|failure| Error::Refused { failure, format: self.format() })
    }

    /// Its flow graphs, though there may be mistakes in its types.
    pub fn graphs(&self, passes: &mut Passes) -> Result<FlowSpace, Error> {
        pipeline::graphs(&self.file, &Disk, passes).map_err(|failure| Error::Refused { failure, format: self.format() })
    }

    /// The program as machine operations, optimised as far as asked.
    pub fn low_level(&self, optimisation: Optimisation, passes: &mut Passes) -> Result<LowLevel, Error> {
        self.low_level_with(Heap::default(), None, optimisation, passes)
    }

    /// The same with a heap of its own kind, and bounded fuel.
    pub fn low_level_with(
        &self,
        heap: Heap,
        fuel: Option<i64>,
        optimisation: Optimisation,
        passes: &mut Passes,
    ) -> Result<LowLevel, Error> {
        let mut analysis = self.analyse(false, passes)?;
        pipeline::set_heap(&mut analysis, heap);
        analysis.wanted = naja_rtyper::Wanted { fuel, tracebacks: !optimisation.no_tracebacks };
        let mut low_level = pipeline::low_level(analysis, passes);
        if optimisation.level > 0 {
            pipeline::optimise(&mut low_level, passes);
        }
        Ok(low_level)
    }
}

/// Passes are verified in debug builds; in release builds the tests do it.
pub fn passes(current: &Current) -> Passes {
    Passes::new(cfg!(debug_assertions), current)
}

pub fn print_diagnostics<'a>(
    sources: &SourceMap,
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    format: Format,
) {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text += &render::render(sources, diagnostic, format);
    }
    print_error(&text);
}

/// To standard error; that nobody listens is no reason to fail.
fn print_error(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// To standard output. That the reader has gone, as under `| head`, is no error.
pub fn print(text: &str) -> Result<(), Error> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(Error::Message(format!("standard output: {e}"))),
        _ => Ok(()),
    }
}
