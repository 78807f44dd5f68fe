//! `naja run`

use super::{Error, Input, Optimisation, passes};
use clap::Args;
use naja::granted::{Grant, Granted};
use naja::host::{self, Inherited};
use naja::passes::Current;
use naja::pipeline::{self, Heap, OUT_OF_TIME};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::Duration;

/// Compile a program and run it in the Wasm sandbox
///
/// The program gets standard input, output and error and its arguments; of files those in
/// the directories that --dir grants, and of environment variables those that --env gives.
///
/// The exit status is the program's; or 122 if it ends in MemoryError at the limit that
/// --max-memory sets, 123 if it has used up its --fuel, 124 if its --timeout is over.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The program's arguments; behind `--` if they begin with a dash
    #[arg(value_name = "ARGS")]
    args: Vec<String>,

    /// Run native code in place of Wasm: a cross-check, not a sandbox. It has all files and the
    /// environment of its user; the limits hold
    #[arg(long)]
    native: bool,

    /// Grant a directory and all below it, under the name that the program uses for it
    /// (its own if none is given), `:ro` for reading only; `.` is where naja is run
    #[arg(long = "dir", value_name = "HOST[::GUEST][:ro]", value_parser = Grant::parse)]
    dirs: Vec<Grant>,

    /// Give an environment variable to the program, or hand on one of naja's own
    #[arg(long = "env", value_name = "NAME[=VALUE]", value_parser = variable)]
    env: Vec<Variable>,

    #[command(flatten)]
    optimisation: Optimisation,

    /// Bytes of heap, at which the program gets MemoryError; K, M and G stand for
    /// powers of 1024 [default: 1G]
    #[arg(long, value_name = "BYTES", value_parser = bytes)]
    max_memory: Option<i64>,

    /// How many calls and rounds of loops the program may make, the library's included:
    /// the same at each run, wherever it runs
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    fuel: Option<i64>,

    /// How long the program may run; it is ended there, and what it has not written is lost
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    timeout: Option<Duration>,

    /// Collect at each allocation, in full at each N-th
    #[arg(long, value_name = "N", hide = true, value_parser = clap::value_parser!(i64).range(1..))]
    gc_stress: Option<i64>,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    let mut passes = passes(current);
    let heap = Heap { limit: arguments.max_memory, stress: arguments.gc_stress };
    let low_level = arguments.input.low_level_with(heap, arguments.fuel, arguments.optimisation, &mut passes)?;
    // As in CPython, the first is the path as given.
    let args = [vec![arguments.input.file.clone()], arguments.args].concat();
    let status = if arguments.native {
        // Native code reaches every file of the user's, by the names that CPython knows.
        if arguments.dirs.iter().any(|grant| grant.host != grant.guest || grant.read_only) {
            let problem = "native code is in no sandbox: with --native, --dir takes neither a name nor :ro";
            return Err(Error::Message(problem.into()));
        }
        for (name, value) in arguments.env.iter().filter_map(known) {
            // SAFETY: naja's only other thread does nothing but wait for this one.
            unsafe { std::env::set_var(name, value) };
        }
        let mut jit = pipeline::native(&low_level, &mut passes).map_err(|e| Error::Message(e.to_string()))?;
        begin_timeout(arguments.timeout);
        jit.run(&args).map_err(|e| Error::Message(e.to_string()))?
    } else {
        let wasm = pipeline::wasm(&low_level, &mut passes);
        drop(low_level);
        let files = Granted::open(&arguments.dirs).map_err(Error::Message)?.with_environ(environ(&arguments.env));
        begin_timeout(arguments.timeout);
        let (status, Inherited) = host::run(&wasm, args, Inherited, files);
        status.map_err(|e| {
            Error::Message(format!("internal error in the program's module: {e}; this is a bug in naja"))
        })?
    };
    Ok(ExitCode::from(status as u8))
}

/// A variable's name, and its value if that is not naja's own.
type Variable = (String, Option<String>);

fn variable(text: &str) -> Result<Variable, String> {
    let variable = match text.split_once('=') {
        Some((name, value)) => (name.to_string(), Some(value.to_string())),
        None => (text.to_string(), None),
    };
    if variable.0.is_empty() { Err("a name is missing".into()) } else { Ok(variable) }
}

/// With its value; one that naja does not have itself is not there.
fn known((name, value): &Variable) -> Option<(&str, String)> {
    let own = || std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    Some((name, value.clone().or_else(own)?))
}

/// In the order given; of several of one name the last.
fn environ(variables: &[Variable]) -> Vec<String> {
    let is_last = |i: usize, name: &str| variables[i + 1..].iter().all(|later| later.0 != name);
    let last = variables.iter().enumerate().filter(|(i, variable)| is_last(*i, &variable.0));
    last.filter_map(|(_, variable)| known(variable)).map(|(name, value)| format!("{name}={value}")).collect()
}

/// Ends the process when the time is over, whatever the program waits for.
fn begin_timeout(timeout: Option<Duration>) {
    let Some(timeout) = timeout else { return };
    std::thread::spawn(move || {
        std::thread::sleep(timeout);
        // Standard error may be held by a program whose writing is held up.
        let (told, wait) = mpsc::channel();
        std::thread::spawn(move || {
            eprintln!("naja: the program ran longer than {} s", timeout.as_secs_f64());
            let _ = told.send(());
        });
        let _ = wait.recv_timeout(Duration::from_millis(200));
        std::process::exit(OUT_OF_TIME);
    });
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|&s: &f64| s > 0.0);
    seconds.and_then(|s| Duration::try_from_secs_f64(s).ok()).ok_or("a number of seconds, more than 0".into())
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
