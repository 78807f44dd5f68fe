//! `naja fuzz`

use super::{Error, print};
use clap::Args;
use naja::fuzz::cpython::CPython;
use naja::fuzz::generate;
use naja::fuzz::tree::{Form, Program};
use naja::fuzz::trial::{self, Difference, Verdict, Witnesses};
use naja::fuzz::worker::{self, Worker};
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Compare random programs with CPython
///
/// Each program runs under CPython, in the interpreter of naja's graphs and as Wasm, with and
/// without the optimiser, as native code, and under a collector that always runs. One that
/// differs is made smaller and written to a file. What naja refuses is counted. The exit status
/// is 1 if anything differs. The same seed gives the same programs.
#[derive(Args)]
pub struct Arguments {
    /// Where the sequence of programs begins
    #[arg(long, value_name = "S", default_value_t = 0)]
    seed: u64,

    /// The number of the first program
    #[arg(long, value_name = "N", default_value_t = 0)]
    first: u64,

    /// How many programs; 100 if no time is given either
    #[arg(long, value_name = "N")]
    count: Option<u64>,

    /// Ends after so many seconds
    #[arg(long, value_name = "T")]
    seconds: Option<u64>,

    /// Where to write the programs that differ
    #[arg(long, value_name = "DIRECTORY", default_value = ".")]
    out: PathBuf,

    /// How often a program that differs is tried to be made smaller
    #[arg(long, value_name = "N", default_value_t = 2000)]
    shrink: usize,

    /// Treat a refused program as one that differs
    #[arg(long)]
    refused: bool,

    /// Only by this way; may be given more than once
    #[arg(long, value_name = "WAY", value_parser = clap::builder::PossibleValuesParser::new(worker::WITNESSES))]
    witness: Vec<String>,

    /// Only print the programs
    #[arg(long)]
    print: bool,

    /// The CPython to compare with
    #[arg(long, value_name = "COMMAND", default_value = "python3")]
    python: String,

    /// Answers questions of another `naja fuzz`
    #[arg(long, hide = true)]
    worker: bool,
}

/// How many programs came to what.
#[derive(Default)]
struct Counts {
    programs: u64,
    agree: u64,
    refused: u64,
    skipped: u64,
    differ: u64,
    /// What naja refuses, and how often.
    reasons: BTreeMap<String, u64>,
}

impl Counts {
    fn line(&self) -> String {
        let Counts { programs, agree, refused, skipped, differ, .. } = self;
        format!("{programs} programs: {agree} agree, {refused} refused, {skipped} too slow, {differ} differ")
    }
}

pub fn run(arguments: Arguments) -> Result<ExitCode, Error> {
    if arguments.worker {
        worker::serve().map_err(|e| Error::Message(e.to_string()))?;
        return Ok(ExitCode::SUCCESS);
    }
    let count = arguments.count.or(if arguments.seconds.is_some() { None } else { Some(100) });
    let indices = (arguments.first..).take_while(|i| count.is_none_or(|count| i - arguments.first < count));
    if arguments.print {
        for index in indices {
            print(&format!("# program {index}\n{}\n", generate::program(arguments.seed, index).text(Form::Plain)))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let naja = std::env::current_exe().map_err(|e| Error::Message(format!("cannot find naja itself: {e}")))?;
    let cpython = CPython::new(&arguments.python).map_err(Error::Message)?;
    let worker = Worker::new(naja).map_err(Error::Message)?;
    let ways = match arguments.witness.is_empty() {
        true => worker::WITNESSES.to_vec(),
        false => arguments.witness.iter().map(String::as_str).collect(),
    };
    let mut witnesses = Witnesses { cpython, worker };
    let mut counts = Counts::default();
    let start = Instant::now();
    let mut told = Instant::now();
    for index in indices {
        if arguments.seconds.is_some_and(|seconds| start.elapsed() >= Duration::from_secs(seconds)) {
            break;
        }
        let program = generate::program(arguments.seed, index);
        let verdict = witnesses.judge(&program, &ways).map_err(Error::Message)?;
        counts.programs += 1;
        let difference = match verdict {
            Verdict::Agrees => {
                counts.agree += 1;
                None
            }
            Verdict::Skipped => {
                counts.skipped += 1;
                None
            }
            Verdict::Refused(reasons) => {
                counts.refused += 1;
                for reason in &reasons {
                    *counts.reasons.entry(reason.lines().next().unwrap_or_default().to_string()).or_default() += 1;
                }
                arguments.refused.then(|| trial::refusal(&reasons))
            }
            Verdict::Differs(difference) => Some(difference),
        };
        if let Some(difference) = difference {
            counts.differ += 1;
            report(&arguments, index, program, difference, &mut witnesses)?;
        }
        let pause = if io::stderr().is_terminal() { 1 } else { 10 };
        if told.elapsed() >= Duration::from_secs(pause) {
            told = Instant::now();
            eprintln!("naja fuzz: {}", counts.line());
        }
    }
    let mut reasons: Vec<(&String, &u64)> = counts.reasons.iter().collect();
    reasons.sort_by_key(|(reason, count)| (std::cmp::Reverse(**count), reason.as_str()));
    for (reason, count) in reasons.iter().take(10) {
        eprintln!("naja fuzz: {count} times {reason}");
    }
    print(&format!("{}\n", counts.line()))?;
    Ok(if counts.differ == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes the program smaller, and writes it to a file with what differs.
fn report(
    arguments: &Arguments,
    index: u64,
    program: Program,
    difference: Difference,
    witnesses: &mut Witnesses,
) -> Result<(), Error> {
    eprintln!("naja fuzz: program {index} of seed {} differs; making it smaller", arguments.seed);
    let whole = program.text(Form::Plain);
    let mut told = Instant::now();
    let mut progress = |size: usize| {
        if told.elapsed() >= Duration::from_secs(5) {
            told = Instant::now();
            eprintln!("naja fuzz: it has {size} bytes");
        }
    };
    let shrunk = witnesses.shrink(program, difference, arguments.shrink, &mut progress);
    let (program, difference) = shrunk.map_err(Error::Message)?;
    let text = program.text(Form::Plain);
    let comment: String = difference.text.lines().map(|line| format!("# {line}\n")).collect();
    let path = arguments.out.join(format!("fuzz_{}_{index}.py", arguments.seed));
    write(&path, &format!("{comment}{text}"))?;
    if whole != text {
        write(&path.with_extension("whole.py"), &whole)?;
    }
    eprintln!("naja fuzz: {}: {}", path.display(), difference.text);
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|e| Error::Message(format!("cannot write {}: {e}", path.display())))
}
