//! Programs that nobody wrote: arithmetic and whole programs (`naja fuzz`) that must agree
//! with CPython, and mutilated source that must not break the compiler.
//!
//! The seed is fixed; `NAJA_SEED=n` tries others.

mod arithmetic;
mod soup;

use crate::runner::Trial;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::fs;
use std::process::Command;

pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for batch in 0..8 {
        trials.push(Trial::new(format!("generated/arithmetic/{batch}"), move || arithmetic::batch(runner(batch))));
    }
    for batch in 0..4 {
        trials.push(Trial::new(format!("generated/soup/{batch}"), move || soup::batch(runner(batch))));
    }
    for batch in 0..PROGRAMS / BATCH {
        trials.push(Trial::new(format!("generated/programs/{batch}"), move || programs(batch)));
    }
    trials
}

/// So many whole programs are compared, so many in each trial.
const PROGRAMS: u64 = 40;
const BATCH: u64 = 10;

/// What `naja fuzz` says of some programs of the seed.
fn programs(batch: u64) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
    let numbers = [("--seed", seed()), ("--first", batch * BATCH), ("--count", BATCH)];
    let mut command = Command::new(env!("CARGO_BIN_EXE_naja"));
    command.arg("fuzz").args(numbers.map(|(name, n)| format!("{name}={n}"))).arg("--out").arg(folder.path());
    command.args(std::env::var("NAJA_PYTHON").map(|python| format!("--python={python}")).ok());
    let output = command.output().map_err(|e| e.to_string())?;
    match output.status.success() {
        true => Ok(()),
        false => {
            let programs = fs::read_dir(folder.path()).map_err(|e| e.to_string())?;
            let programs = programs.filter_map(|file| fs::read_to_string(file.ok()?.path()).ok());
            let programs: String = programs.min_by_key(String::len).into_iter().collect();
            Err(format!("{}\n{programs}", String::from_utf8_lossy(&output.stderr)))
        }
    }
}

fn seed() -> u64 {
    std::env::var("NAJA_SEED").ok().and_then(|s| s.parse::<u64>().ok()).unwrap_or(0)
}

fn runner(batch: u8) -> TestRunner {
    let seed = seed();
    let mut bytes = [batch; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}
