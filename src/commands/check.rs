//! `naja check`

use super::{Error, Input, passes, print, print_diagnostics, print_error};
use clap::Args;
use naja::passes::Current;
use naja::pipeline::Analysis;
use naja_annotator::SpecId;
use naja_annotator::display::signature;
use naja_ir::flow::{FuncId, Function};
use std::collections::HashMap;
use std::fmt::Write;
use std::process::ExitCode;

/// Infer types only: errors, signatures of all functions, and what costs speed
///
/// Signatures are printed to standard output, in the order of the source; errors
/// and notes to standard error.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// Refuse what costs speed: variables that hold values of unlike types
    #[arg(long)]
    strict: bool,

    /// Print how long each pass took, to standard error
    #[arg(long)]
    time_passes: bool,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    let mut passes = passes(current);
    let analysis = arguments.input.analyse(arguments.strict, &mut passes)?;
    print(&signatures(&analysis))?;
    print_diagnostics(&analysis.flow.sources, &analysis.annotations.notes, arguments.input.format());
    if arguments.time_passes {
        print_error(&passes.table());
    }
    Ok(ExitCode::SUCCESS)
}

/// A line for each function, module after module, in the order of the source.
fn signatures(analysis: &Analysis) -> String {
    let Analysis { flow, annotations } = analysis;
    let program = &flow.program;
    // A function that unlike callers have in common is analysed for each shape of their arguments.
    let mut analysed: HashMap<FuncId, Vec<SpecId>> = HashMap::new();
    for (spec, data) in annotations.specs.iter() {
        analysed.entry(data.func).or_default().push(spec);
    }
    let mut functions: Vec<(FuncId, &Function)> = program
        .functions
        .iter()
        .filter(|(func, f)| {
            let module = &program.modules[f.module];
            !module.is_library && module.body != *func
        })
        .collect();
    functions.sort_by_key(|(_, f)| (f.module, f.span.start));
    let mut text = String::new();
    for (func, function) in functions {
        let source = flow.sources.get(function.span.source);
        let line = source.line(function.span.start);
        let mut signatures: Vec<String> = match analysed.get(&func) {
            Some(specs) => specs.iter().map(|&spec| signature(program, annotations, spec)).collect(),
            None => vec![format!("def {} is never called", function.qualname)],
        };
        signatures.sort();
        signatures.dedup();
        for signature in signatures {
            writeln!(text, "{}:{line}: {signature}", source.path).expect("a string takes all");
        }
    }
    text
}
