//! Rewrites low-level graphs so that both backends emit less and faster code.
//!
//! A pass never changes what can be observed: what is written and in what order,
//! which exception is raised where, and the frames of its traceback.

use naja_ir::lowlevel::LlProgram;
use naja_ir::verify;

/// How much is done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// The graphs stay as the rtyper made them.
    None,
    Full,
}

/// One rewriting of the whole program.
struct Pass {
    name: &'static str,
    run: fn(&mut LlProgram),
}

/// In the order in which they run.
const PASSES: &[Pass] = &[];

/// Runs the passes; the observer sees the program after each, before it is
/// verified (which debug builds do after every pass).
pub fn optimise(program: &mut LlProgram, level: Level, observer: &mut dyn FnMut(&'static str, &LlProgram)) {
    let passes = match level {
        Level::None => &[],
        Level::Full => PASSES,
    };
    for pass in passes {
        (pass.run)(program);
        observer(pass.name, program);
        if cfg!(debug_assertions)
            && let Err(problem) = verify::ll_program(program, false)
        {
            panic!("the pass {} broke {problem}", pass.name);
        }
    }
}
