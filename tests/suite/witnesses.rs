//! The ways in which naja itself can run a program.

use crate::cpython::Outcome;
use naja::host::{self, Captured};
use naja::passes::Passes;
use naja::pipeline::{self, Analysis, Heap, LowLevel};
use std::path::Path;
use std::process::Command;

/// Every witness and what the program did there.
pub fn all(
    mut low_level: LowLevel,
    path: &Path,
    argv: &[String],
    passes: &mut Passes,
) -> Result<Vec<(&'static str, Outcome)>, String> {
    let mut outcomes = Vec::new();
    outcomes.push(("interpreter -O0", interpreter(&low_level)?));
    outcomes.push(("Wasm -O0", wasm(&low_level, passes)?));
    pipeline::optimise(&mut low_level, passes);
    outcomes.push(("interpreter", interpreter(&low_level)?));
    outcomes.push(("Wasm", wasm(&low_level, passes)?));
    outcomes.push(("native", native(path, argv, None)?));
    Ok(outcomes)
}

pub fn interpreter(low_level: &LowLevel) -> Result<Outcome, String> {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let status = pipeline::interpret(low_level, &mut stdout, &mut stderr)?;
    // As the system keeps it of a process.
    Ok(Outcome::new(&stdout, &stderr, status as u8 as i32))
}

pub fn wasm(low_level: &LowLevel, passes: &mut Passes) -> Result<Outcome, String> {
    let module = pipeline::wasm(low_level, passes);
    let (status, streams) = host::run(&module, Captured::default());
    Ok(Outcome::new(&streams.stdout, &streams.stderr, status? as u8 as i32))
}

/// The program under a collector that runs at each allocation.
pub fn stressed(
    mut analysis: Analysis,
    path: &Path,
    argv: &[String],
    passes: &mut Passes,
) -> Result<Vec<(&'static str, Outcome)>, String> {
    pipeline::set_heap(&mut analysis, Heap { stress: Some(GC_STRESS), ..Heap::default() });
    let mut low_level = pipeline::low_level(analysis, passes);
    pipeline::optimise(&mut low_level, passes);
    let wasm = wasm(&low_level, passes)?;
    Ok(vec![("Wasm, always collecting", wasm), ("native, always collecting", native(path, argv, Some(GC_STRESS))?)])
}

/// Of so many collections one is full.
const GC_STRESS: i64 = 5;

/// In a process of its own: native code is not in a sandbox.
pub fn native(path: &Path, argv: &[String], stress: Option<i64>) -> Result<Outcome, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
    command.args(["run", "--native"]).args(stress.map(|n| format!("--gc-stress={n}")));
    command.arg(path).arg("--").args(argv);
    Outcome::of(&mut command)
}
