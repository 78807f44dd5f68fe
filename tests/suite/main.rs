//! All of naja's end-to-end tests, as one binary: `cargo test --release --test
//! suite -- int/` runs those whose name contains `int/`.

mod collector;
mod command;
mod conformance;
mod cpython;
mod expectations;
mod faults;
mod generated;
mod house;
mod large;
mod node;
mod programs;
mod runner;
mod sandbox;
mod second_engine;
mod witnesses;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut trials = programs::trials();
    trials.extend(command::trials());
    trials.extend(collector::trials());
    trials.extend(house::trials());
    trials.extend(large::trials());
    trials.extend(conformance::trials());
    trials.extend(generated::trials());
    trials.extend(sandbox::trials());
    trials.extend(faults::trials());
    trials.extend(node::trials());
    runner::run(trials)
}
