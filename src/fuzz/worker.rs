//! naja in a process of its own, which may hang or die of a program without an end of
//! everything: runs a program by each way that there is.

use super::Outcome;
use super::process::{Process, Silence};
use crate::files::Disk;
use crate::granted::Granted;
use crate::host::{self, Captured};
use crate::passes::{Current, Passes, on_large_stack};
use crate::pipeline::{self, Heap, LowLevel};
use naja_flowspace::Failure;
use naja_rtyper::interpreter::World;
use serde_json::{Value, json};
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The ways, in the order in which they are gone.
pub const WITNESSES: &[&str] = &["interpreter-O0", "wasm-O0", "interpreter", "wasm", "native", "collecting"];

/// What is known of a program.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The codes and words of what it was refused for.
    Refused(Vec<String>),
    /// What each witness saw.
    Ran(Vec<(String, Outcome)>),
    /// The compiler broke, or a module did.
    Internal(String),
    Late,
    Dead(String),
}

/// The process, and where the program lies that it is to run.
pub struct Worker {
    process: Process,
    folder: tempfile::TempDir,
}

/// Seconds for one program by all ways.
const PATIENCE: u64 = 60;

impl Worker {
    /// `naja` is the command that serves as a worker.
    pub fn new(naja: PathBuf) -> Result<Worker, String> {
        let folder = tempfile::tempdir().map_err(|e| format!("cannot make a directory: {e}"))?;
        let place = folder.path().to_path_buf();
        let process = Process::new(move || {
            let mut command = Command::new(&naja);
            command.args(["fuzz", "--worker"]).current_dir(&place);
            command
        });
        Ok(Worker { process, folder })
    }

    /// Runs the program by these ways.
    pub fn run(&mut self, text: &str, witnesses: &[&str]) -> Result<Answer, String> {
        fs::write(self.folder.path().join("main.py"), text).map_err(|e| format!("cannot write a program: {e}"))?;
        let answer = match self.process.ask(&json!(witnesses).to_string(), Duration::from_secs(PATIENCE)) {
            Ok(answer) => answer,
            Err(Silence::Late) => return Ok(Answer::Late),
            Err(Silence::Dead(how)) => return Ok(Answer::Dead(how)),
            Err(Silence::Absent(why)) => return Err(format!("cannot run naja itself: {why}")),
        };
        let json: Value = serde_json::from_str(&answer).map_err(|e| format!("a worker's answer: {e}"))?;
        let texts = |value: &Value| -> Vec<String> {
            let texts = value.as_array().into_iter().flatten();
            texts.filter_map(|text| text.as_str().map(str::to_string)).collect()
        };
        if let Some(refused) = json.get("refused") {
            return Ok(Answer::Refused(texts(refused)));
        }
        if let Some(internal) = json.get("internal") {
            return Ok(Answer::Internal(internal.as_str().unwrap_or_default().to_string()));
        }
        let ran = json.get("ran").and_then(Value::as_array).ok_or("a worker's answer says nothing")?;
        let outcome = |row: &Value| Some((row.get("name")?.as_str()?.to_string(), Outcome::from_json(row)?));
        Ok(Answer::Ran(ran.iter().filter_map(outcome).collect()))
    }
}

/// Serves until nobody asks any more.
pub fn serve() -> io::Result<()> {
    // What breaks is told to who asked.
    std::panic::set_hook(Box::new(|_| {}));
    for line in io::stdin().lock().lines() {
        let witnesses: Vec<String> = serde_json::from_str(&line?).unwrap_or_default();
        let answer = on_large_stack(&Current::default(), |current| run(&witnesses, current));
        let answer = match answer {
            Ok(Ok(answer)) => answer,
            Ok(Err(message)) => json!({ "internal": message }),
            Err(internal) => json!({ "internal": internal.to_string() }),
        };
        let mut out = io::stdout().lock();
        writeln!(out, "{answer}").and_then(|()| out.flush())?;
    }
    Ok(())
}

const PROGRAM: &str = "main.py";

fn run(witnesses: &[String], current: &Current) -> Result<Value, String> {
    let wanted = |name: &str| witnesses.iter().any(|witness| witness == name);
    let mut passes = Passes::new(true, current);
    let mut rows = Vec::new();
    let mut low_level = match low_level(Heap::default(), &mut passes) {
        Ok(low_level) => low_level,
        Err(failure) => return Ok(json!({ "refused": reasons(&failure) })),
    };
    let mut add = |name: &str, outcome: Outcome| {
        let Outcome { stdout, stderr, status } = outcome;
        rows.push(json!({ "name": name, "stdout": stdout, "stderr": stderr, "status": status }));
    };
    if wanted("interpreter-O0") {
        add("interpreter-O0", interpreted(&low_level)?);
    }
    if wanted("wasm-O0") {
        add("wasm-O0", wasm(&low_level, &mut passes)?);
    }
    pipeline::optimise(&mut low_level, &mut passes);
    if wanted("interpreter") {
        add("interpreter", interpreted(&low_level)?);
    }
    if wanted("wasm") {
        add("wasm", wasm(&low_level, &mut passes)?);
    }
    drop(low_level);
    if wanted("native") {
        add("native", native()?);
    }
    if wanted("collecting") {
        let heap = Heap { stress: Some(GC_STRESS), ..Heap::default() };
        if let Ok(mut low_level) = self::low_level(heap, &mut passes) {
            pipeline::optimise(&mut low_level, &mut passes);
            add("collecting", wasm(&low_level, &mut passes)?);
        }
    }
    Ok(json!({ "ran": rows }))
}

/// Of so many collections one is full.
const GC_STRESS: i64 = 5;

fn low_level(heap: Heap, passes: &mut Passes) -> Result<LowLevel, Failure> {
    let mut analysis = pipeline::analyse(PROGRAM, &Disk, false, passes)?;
    pipeline::set_heap(&mut analysis, heap);
    Ok(pipeline::low_level(analysis, passes))
}

fn reasons(failure: &Failure) -> Vec<String> {
    let format = crate::render::Format::Human { color: false };
    failure.diagnostics.iter().map(|d| crate::render::render(&failure.sources, d, format)).collect()
}

fn interpreted(low_level: &LowLevel) -> Result<Outcome, String> {
    let (mut stdin, mut stdout, mut stderr) = (&b""[..], Vec::new(), Vec::new());
    let args = [PROGRAM.to_string()];
    let world = World { args: &args, stdin: &mut stdin, stdout: &mut stdout, stderr: &mut stderr, files: None };
    let status = pipeline::interpret(low_level, world)?;
    Ok(outcome(&stdout, &stderr, status))
}

fn wasm(low_level: &LowLevel, passes: &mut Passes) -> Result<Outcome, String> {
    let module = pipeline::wasm(low_level, passes);
    let files = Granted::open(&[])?;
    let (status, streams) = host::run(&module, vec![PROGRAM.to_string()], Captured::default(), files);
    Ok(outcome(&streams.stdout, &streams.stderr, i64::from(status?)))
}

/// In a process of its own: native code is in no sandbox.
fn native() -> Result<Outcome, String> {
    let naja = std::env::current_exe().map_err(|e| format!("cannot find naja itself: {e}"))?;
    let mut command = Command::new(naja);
    command.args(["run", "--native", PROGRAM]).stdin(Stdio::null());
    let output = command.output().map_err(|e| format!("cannot run naja itself: {e}"))?;
    match output.status.code() {
        Some(status) => Ok(outcome(&output.stdout, &output.stderr, status.into())),
        None => Err(format!("native code: {}", output.status)),
    }
}

fn outcome(stdout: &[u8], stderr: &[u8], status: i64) -> Outcome {
    Outcome::new(&String::from_utf8_lossy(stdout), &String::from_utf8_lossy(stderr), status & 255)
}
