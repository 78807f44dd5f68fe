//! Programs that nobody wrote: arithmetic that must agree with CPython, and
//! mutilated source that must not break the compiler.
//!
//! The seed is fixed; `NAJA_SEED=n` tries others.

mod arithmetic;
mod soup;

use crate::runner::Trial;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for batch in 0..8 {
        trials.push(Trial::new(format!("generated/arithmetic/{batch}"), move || arithmetic::batch(runner(batch))));
    }
    for batch in 0..4 {
        trials.push(Trial::new(format!("generated/soup/{batch}"), move || soup::batch(runner(batch))));
    }
    trials
}

fn runner(batch: u8) -> TestRunner {
    let seed = std::env::var("NAJA_SEED").ok().and_then(|s| s.parse::<u64>().ok()).unwrap_or(0);
    let mut bytes = [batch; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}
