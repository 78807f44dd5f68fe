//! `naja check`

use super::{Error, Input, passes, print, print_diagnostics, print_error};
use clap::Args;
use naja::passes::Current;
use naja::pipeline::Analysis;
use naja_annotator::SpecId;
use naja_annotator::display::{class_line, signature};
use naja_annotator::heap::Containers;
use naja_ir::flow::{FuncId, ModuleId};
use naja_ir::source::Span;
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;
use std::process::ExitCode;

/// Infer types only: errors, signatures of all functions, attributes of all classes, and what costs speed
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

/// A line for each function, and for each class with attributes, module after module, in the
/// order of the source.
fn signatures(analysis: &Analysis) -> String {
    let Analysis { flow, annotations, .. } = analysis;
    let program = &flow.program;
    let is_shown =
        |module: ModuleId, span: Span| !program.modules[module].is_library && !flow.sources.get(span.source).is_library;
    // A function that unlike callers have in common is analysed for each shape of their arguments,
    // and a class for each place whose objects hold unlike things.
    let mut analysed: HashMap<FuncId, Vec<SpecId>> = HashMap::new();
    for spec in annotations.live.iter() {
        analysed.entry(annotations.specs[spec].func).or_default().push(spec);
    }
    let mut lines: BTreeSet<(ModuleId, u32, String)> = BTreeSet::new();
    for (func, function) in program.functions.iter() {
        if !is_shown(function.module, function.span) || program.modules[function.module].body == func {
            continue;
        }
        let place = |text| (function.module, function.span.start, text);
        match analysed.get(&func) {
            Some(specs) => lines.extend(specs.iter().map(|&spec| place(signature(program, annotations, spec)))),
            None => drop(lines.insert(place(format!("def {} is never called", function.qualname)))),
        }
    }
    for &site in annotations.objects.keys() {
        let class = &program.classes[annotations.containers.class(site).0];
        if is_shown(class.module, class.span) {
            lines.insert((class.module, class.span.start, class_line(program, annotations, site)));
        }
    }
    let mut text = String::new();
    for (module, start, line) in lines {
        let source = flow.sources.get(program.modules[module].source);
        writeln!(text, "{}:{}: {line}", source.path, source.line(start)).expect("a string takes all");
    }
    text
}
