//! Laws of the passes: printed graphs before and after (`cases/`), and random
//! programs that must mean the same after every pass.

mod assemble;
mod cases;
mod random;

use crate::interpreter::{Limits, Trap, World, interpret};
use naja_ir::lowlevel::LlProgram;
use naja_ir::source::{Source, SourceMap};

/// What a program did.
#[derive(Clone, PartialEq, Debug)]
struct Behaviour {
    status: Result<i64, Trap>,
    written: Vec<u8>,
}

fn behaviour(program: &LlProgram, steps: u64) -> Behaviour {
    let mut sources = SourceMap::default();
    // Operation n stands at byte 2n, in a line of its own.
    sources.add(Source::new("test.py".into(), "x\n".repeat(100_000), false));
    let (mut written, mut errors) = (Vec::new(), Vec::new());
    let limits = Limits { steps, heap: 1 << 24, depth: 200 };
    let world =
        World { args: &[], stdin: &mut std::io::empty(), stdout: &mut written, stderr: &mut errors, files: None };
    let status = interpret(program, &sources, world, limits);
    Behaviour { status, written }
}
