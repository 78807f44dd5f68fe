//! `naja diff`

use super::{Error, Input, passes, print};
use clap::Args;
use naja::passes::Current;
use std::fmt::Write;
use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, ExitCode, Output, Stdio};

/// Run a program under CPython, as Wasm and as native code, and compare
///
/// Compared are standard output, the exit status and the last line of standard
/// error. Standard input is read once, and all three get it; from a terminal nothing
/// is read. The exit status is 1 if anything differs.
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    input: Input,

    /// The program's arguments; behind `--` if they begin with a dash
    #[arg(value_name = "ARGS")]
    args: Vec<String>,

    /// Directories for the program in the sandbox, as for `naja run`. Nobody gets a copy:
    /// what one writes there, the next finds
    #[arg(long = "dir", value_name = "HOST")]
    dirs: Vec<String>,

    /// The CPython to compare with
    #[arg(long, value_name = "COMMAND", default_value = "python3")]
    python: String,
}

/// What one way of running the program did.
struct Outcome {
    name: &'static str,
    stdout: Vec<u8>,
    /// As text: a number, or what ended the process.
    status: String,
    last_line: String,
}

pub fn run(arguments: Arguments, current: &Current) -> Result<ExitCode, Error> {
    // What is refused is told once, here.
    arguments.input.low_level(super::Optimisation { level: 1, no_tracebacks: false }, &mut passes(current))?;
    let modules = tempfile::tempdir().map_err(|e| Error::Message(format!("cannot make a directory: {e}")))?;
    super::rlib::write(modules.path())?;
    let naja = std::env::current_exe().map_err(|e| Error::Message(format!("cannot find naja itself: {e}")))?;
    let mut input = Vec::new();
    let stdin = io::stdin();
    if !stdin.is_terminal() {
        let read = stdin.lock().read_to_end(&mut input);
        read.map_err(|e| Error::Message(format!("cannot read standard input: {e}")))?;
    }
    let granted = arguments.dirs.iter().map(|dir| format!("--dir={dir}"));
    let sandboxed: Vec<String> = [vec!["run".into()], granted.collect(), vec!["--".into()]].concat();
    let sandboxed: Vec<&str> = sandboxed.iter().map(String::as_str).collect();
    let outcomes = [
        outcome("CPython", arguments.python.as_ref(), &["-X", "utf8"], &arguments, &input, Some(modules.path()))?,
        outcome("Wasm", &naja, &sandboxed, &arguments, &input, None)?,
        outcome("native", &naja, &["run", "--native", "--"], &arguments, &input, None)?,
    ];
    match difference(&outcomes) {
        None => {
            let lines = outcomes[0].stdout.iter().filter(|&&b| b == b'\n').count();
            print(&format!("CPython, Wasm and native agree: {lines} lines, exit status {}\n", outcomes[0].status))?;
            Ok(ExitCode::SUCCESS)
        }
        Some(text) => {
            print(&text)?;
            Ok(ExitCode::FAILURE)
        }
    }
}

fn outcome(
    name: &'static str,
    program: &Path,
    options: &[&str],
    arguments: &Arguments,
    input: &[u8],
    modules: Option<&Path>,
) -> Result<Outcome, Error> {
    let mut command = Command::new(program);
    if let Some(modules) = modules {
        let known = std::env::var_os("PYTHONPATH").unwrap_or_default();
        let paths = std::env::split_paths(&known).filter(|path| !path.as_os_str().is_empty());
        // Behind the user's own.
        let paths = std::env::join_paths(paths.chain([modules.to_path_buf()]));
        command.env("PYTHONPATH", paths.map_err(|e| Error::Message(format!("PYTHONPATH: {e}")))?);
    }
    command.args(options).arg(&arguments.input.file).args(&arguments.args);
    let output = run_with_input(&mut command, input);
    let output = output.map_err(|e| Error::Message(format!("cannot run {}: {e}", program.display())))?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    Ok(Outcome {
        name,
        stdout: output.stdout,
        status: output.status.code().map_or(output.status.to_string(), |code| code.to_string()),
        last_line: stderr.lines().last().unwrap_or("").to_string(),
    })
}

/// Runs a command that reads as much of the input as it wants.
fn run_with_input(command: &mut Command, input: &[u8]) -> io::Result<Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut stdin = child.stdin.take().expect("it is piped");
    std::thread::scope(|scope| {
        // That it does not read to the end is its own affair.
        scope.spawn(move || io::Write::write_all(&mut stdin, input));
        child.wait_with_output()
    })
}

/// The first difference among the outcomes, as text.
fn difference(outcomes: &[Outcome]) -> Option<String> {
    let lines: Vec<Vec<&[u8]>> = outcomes.iter().map(|o| o.stdout.split_inclusive(|&b| b == b'\n').collect()).collect();
    let longest = lines.iter().map(Vec::len).max().unwrap_or(0);
    let differs = |i: usize| lines.iter().any(|l| l.get(i) != lines[0].get(i));
    if let Some(i) = (0..longest).find(|&i| differs(i)) {
        let line = |l: &Vec<&[u8]>| match l.get(i) {
            Some(bytes) => format!("{:?}", String::from_utf8_lossy(bytes)),
            None => "(the output has ended)".into(),
        };
        let rows = outcomes.iter().zip(&lines).map(|(o, l)| (o.name, line(l)));
        return Some(table(&format!("standard output differs in line {}", i + 1), rows));
    }
    for (what, of) in [
        ("the exit status differs", (|o| o.status.clone()) as fn(&Outcome) -> String),
        ("the last line of standard error differs", |o| format!("{:?}", o.last_line)),
    ] {
        if outcomes.iter().any(|o| of(o) != of(&outcomes[0])) {
            return Some(table(what, outcomes.iter().map(|o| (o.name, of(o)))));
        }
    }
    None
}

fn table<'a>(title: &str, rows: impl Iterator<Item = (&'a str, String)>) -> String {
    let mut text = format!("{title}\n");
    for (name, value) in rows {
        writeln!(text, "  {:8} {value}", format!("{name}:")).expect("a string takes all");
    }
    text
}
