//! The ways in which naja itself can run a program.

use crate::cpython::{Outcome, Workplace};
use crate::expectations::Expectations;
use crate::{node, second_engine};
use naja::granted::{Grant, Granted};
use naja::host::{self, Captured};
use naja::passes::Passes;
use naja::pipeline::{self, Analysis, Heap, LowLevel};
use naja_rtyper::interpreter::World;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a program is given.
#[derive(Default)]
pub struct Given<'a> {
    /// The first is the path.
    pub args: Vec<String>,
    /// As `K=V`.
    pub env: &'a [String],
    pub stdin: &'a [u8],
    /// The directory that it works in a copy of; the empty path for an empty one.
    pub fixture: Option<PathBuf>,
}

impl Given<'_> {
    pub fn new<'a>(path: &Path, expectations: &'a Expectations) -> Given<'a> {
        let args = [vec![path.to_string_lossy().into_owned()], expectations.argv.clone()].concat();
        let fixture = expectations.dir.as_ref().map(|dir| match dir.as_str() {
            "" => PathBuf::new(),
            dir => path.with_file_name(dir),
        });
        Given { args, env: &expectations.env, stdin: &expectations.stdin, fixture }
    }

    pub fn workplace(&self) -> Result<Option<Workplace>, String> {
        self.fixture.as_deref().map(Workplace::new).transpose()
    }
}

/// Every witness and what the program did there.
pub fn all(
    mut low_level: LowLevel,
    given: &Given,
    passes: &mut Passes,
) -> Result<Vec<(&'static str, Outcome)>, String> {
    let mut outcomes = Vec::new();
    outcomes.push(("interpreter -O0", interpreter(&low_level, given)?));
    outcomes.push(("Wasm -O0", wasm(&low_level, given, passes)?));
    pipeline::optimise(&mut low_level, passes);
    outcomes.push(("interpreter", interpreter(&low_level, given)?));
    outcomes.push(("Wasm", wasm(&low_level, given, passes)?));
    let module = pipeline::wasm(&low_level, passes);
    outcomes.push(("wasmi", second_engine(&module, given)?));
    if node::is_there() {
        outcomes.push(("Node", node::run(&module, given)?));
    }
    outcomes.push(("native", native(given, None)?));
    Ok(outcomes)
}

pub fn interpreter(low_level: &LowLevel, given: &Given) -> Result<Outcome, String> {
    let (mut stdin, mut stdout, mut stderr) = (given.stdin, Vec::new(), Vec::new());
    let workplace = given.workplace()?;
    let mut files = granted(given, &workplace)?;
    let world = World {
        args: &given.args,
        stdin: &mut stdin,
        stdout: &mut stdout,
        stderr: &mut stderr,
        files: Some(&mut files),
    };
    let status = pipeline::interpret(low_level, world)?;
    // As the system keeps it of a process.
    Outcome::new(&stdout, &stderr, status as u8 as i32).with_files(&workplace)
}

pub fn wasm(low_level: &LowLevel, given: &Given, passes: &mut Passes) -> Result<Outcome, String> {
    let module = pipeline::wasm(low_level, passes);
    let streams = Captured { stdin: Cursor::new(given.stdin.to_vec()), ..Captured::default() };
    let workplace = given.workplace()?;
    let (status, streams) = host::run(&module, given.args.clone(), streams, granted(given, &workplace)?);
    Outcome::new(&streams.stdout, &streams.stderr, status? as u8 as i32).with_files(&workplace)
}

/// The module under another engine.
fn second_engine(module: &[u8], given: &Given) -> Result<Outcome, String> {
    let streams = Captured { stdin: Cursor::new(given.stdin.to_vec()), ..Captured::default() };
    let workplace = given.workplace()?;
    let (status, streams) = second_engine::run(module, given.args.clone(), streams, granted(given, &workplace)?)?;
    Outcome::new(&streams.stdout, &streams.stderr, status as u8 as i32).with_files(&workplace)
}

/// The place where the program works, by the name that every program has for it.
fn granted(given: &Given, workplace: &Option<Workplace>) -> Result<Granted, String> {
    let grant = |place: &Workplace| Grant {
        host: place.path().to_string_lossy().into_owned(),
        guest: ".".into(),
        read_only: false,
    };
    let granted = Granted::open(&workplace.iter().map(grant).collect::<Vec<_>>())?;
    Ok(granted.with_environ(given.env.to_vec()))
}

/// The program under a collector that runs at each allocation.
pub fn stressed(
    mut analysis: Analysis,
    given: &Given,
    passes: &mut Passes,
) -> Result<Vec<(&'static str, Outcome)>, String> {
    pipeline::set_heap(&mut analysis, Heap { stress: Some(GC_STRESS), ..Heap::default() });
    let mut low_level = pipeline::low_level(analysis, passes);
    pipeline::optimise(&mut low_level, passes);
    let wasm = wasm(&low_level, given, passes)?;
    Ok(vec![("Wasm, always collecting", wasm), ("native, always collecting", native(given, Some(GC_STRESS))?)])
}

/// Of so many collections one is full.
const GC_STRESS: i64 = 5;

/// In a process of its own: native code is not in a sandbox.
pub fn native(given: &Given, stress: Option<i64>) -> Result<Outcome, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
    command.args(["run", "--native"]).args(stress.map(|n| format!("--gc-stress={n}")));
    command.args(given.env.iter().map(|variable| format!("--env={variable}"))).arg("--").args(&given.args);
    let workplace = given.workplace()?;
    if let Some(workplace) = &workplace {
        command.current_dir(workplace.path());
    }
    Outcome::reading(&mut command, given.stdin)?.with_files(&workplace)
}
