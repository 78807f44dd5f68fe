//! `naja emit`

use super::{Error, Input, Optimisation, passes, print};
use clap::{Args, ValueEnum};
use naja::passes::{Current, Passes};
use naja::pipeline::{self, Analysis};
use naja_backends::native;
use naja_ir::flow::{Function, Program};
use naja_ir::layout::NATIVE64;
use naja_ir::print;
use std::process::ExitCode;

/// Print what a phase makes of a program
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The phase
    #[arg(long, value_enum)]
    phase: Phase,

    /// Only the functions of this name
    #[arg(long, value_name = "NAME")]
    function: Option<String>,

    #[command(flatten)]
    optimisation: Optimisation,
}

#[derive(Clone, Copy, ValueEnum, PartialEq)]
enum Phase {
    /// The flow graphs: Python's operations in SSA form
    Flow,
    /// The same with what every value can hold
    Types,
    /// The machine's operations, as the backends get them
    Lowlevel,
    /// The Wasm module as text
    Wat,
    /// Native code in Cranelift's form
    Clif,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    let mut passes = passes(current);
    let text = match arguments.phase {
        Phase::Flow => flow_graphs(&arguments, &mut passes)?,
        Phase::Types => annotated_graphs(&arguments, &mut passes)?,
        Phase::Lowlevel | Phase::Wat | Phase::Clif => machine_operations(&arguments, &mut passes)?,
    };
    match &arguments.function {
        Some(name) if text.is_empty() => Err(Error::Message(format!(
            "{}: there is no function `{name}`, or it was inlined: try -O0",
            arguments.input.file
        ))),
        _ => print(&text).map(|()| ExitCode::SUCCESS),
    }
}

fn full_name(program: &Program, function: &Function) -> String {
    format!("{}.{}", program.modules[function.module].name, function.qualname)
}

/// The program's own functions; the library's where one is asked for by name.
fn is_chosen(arguments: &Arguments, program: &Program, function: &Function) -> bool {
    match &arguments.function {
        Some(name) => is_named(&full_name(program, function), name),
        None => !program.modules[function.module].is_library,
    }
}

fn flow_graphs(arguments: &Arguments, passes: &mut Passes) -> Result<String, Error> {
    let flow = arguments.input.graphs(passes)?;
    let functions = flow.program.functions.values().filter(|f| is_chosen(arguments, &flow.program, f));
    Ok(functions.map(|f| print::flow_function(&flow.program, f)).collect())
}

fn annotated_graphs(arguments: &Arguments, passes: &mut Passes) -> Result<String, Error> {
    let Analysis { flow, annotations, .. } = arguments.input.analyse(false, passes)?;
    let program = &flow.program;
    let chosen = |func| is_chosen(arguments, program, &program.functions[func]);
    let specs = annotations.live.iter().filter(|&spec| chosen(annotations.specs[spec].func));
    Ok(specs.map(|spec| naja_annotator::print::spec(program, &annotations, spec)).collect())
}

fn machine_operations(arguments: &Arguments, passes: &mut Passes) -> Result<String, Error> {
    let low_level = arguments.input.low_level(arguments.optimisation, passes)?;
    let chosen = |full: &str| arguments.function.as_ref().is_none_or(|name| is_named(full, name));
    match arguments.phase {
        Phase::Lowlevel => {
            let program = &low_level.program;
            let functions = program.functions.iter().filter(|(_, f)| chosen(&f.name));
            Ok(functions.map(|(func, _)| print::ll_function(program, func)).collect())
        }
        Phase::Wat => {
            let module = pipeline::wasm(&low_level, passes);
            let text = wasmprinter::print_bytes(module).map_err(|e| Error::Message(format!("{e:#}")))?;
            Ok(if arguments.function.is_some() { wat_functions(&text, chosen) } else { text })
        }
        _ => {
            let lowered = pipeline::lower(&low_level, NATIVE64, passes);
            native::clif(&lowered, &chosen).map_err(|e| Error::Message(e.to_string()))
        }
    }
}

/// Is this the function that was asked for? `f`, `m.f` and `C.f` all name
/// `m.C.f`; a specialisation has a number behind its name.
fn is_named(full: &str, name: &str) -> bool {
    let base = full.trim_end_matches(|c: char| c.is_ascii_digit());
    [Some(full), base.strip_suffix('.')]
        .into_iter()
        .flatten()
        .any(|full| full.strip_suffix(name).is_some_and(|before| before.is_empty() || before.ends_with('.')))
}

/// The functions of a module's text whose name is chosen.
fn wat_functions(text: &str, chosen: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("  (func $") {
            let name = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next(),
                None => rest.split([' ', ')']).next(),
            };
            inside = name.is_some_and(&chosen);
        }
        if inside {
            out += line;
            out += "\n";
        }
        inside &= line != "  )";
    }
    out
}
