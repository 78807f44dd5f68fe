//! Rewrites low-level graphs so that both backends emit less and faster code.
//!
//! A pass never changes what can be observed: what is written and in what order,
//! which exception is raised where, and the frames of its traceback.

mod callgraph;
mod cells;
mod cleanup;
mod definitions;
pub(crate) mod duplicate;
mod effects;
mod floats;
mod fold;
mod grow;
mod gvn;
mod hoist;
mod inline;
mod loops;
mod peel;
mod ranges;
mod rename;
mod repeat;
mod rotate;
mod scalars;
mod select;
mod signatures;
mod simplify;
mod ssa;
#[cfg(test)]
mod tests;
mod thread;
mod unused;

use naja_ir::SmallVec;
use naja_ir::graph::{BlockData, Graph, Terminator};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlProgram, Low, Place};
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
const PASSES: &[Pass] = &[
    // While a concatenation is a call.
    Pass { name: "grow", run: grow::run },
    // What is inlined is small first.
    Pass { name: "cleanup", run: cleanup::run },
    Pass { name: "fold", run: fold::run },
    Pass { name: "simplify", run: simplify::run },
    Pass { name: "gvn", run: gvn::run },
    Pass { name: "cleanup", run: cleanup::run },
    Pass { name: "inline", run: inline::run },
    Pass { name: "unused", run: unused::run },
    // Before `fold`: what becomes constant here decides branches.
    Pass { name: "signatures", run: signatures::run },
    Pass { name: "cells", run: cells::run },
    // Callees see their arguments now: branches fall, checks go.
    Pass { name: "cleanup", run: cleanup::run },
    Pass { name: "fold", run: fold::run },
    Pass { name: "simplify", run: simplify::run },
    Pass { name: "gvn", run: gvn::run },
    Pass { name: "cleanup", run: cleanup::run },
    // Constructors were inlined; what is a variable now, the following passes know.
    Pass { name: "scalars", run: scalars::run },
    Pass { name: "cleanup", run: cleanup::run },
    // Ranges know which member of a union comes where; so these follow.
    Pass { name: "ranges", run: ranges::run },
    Pass { name: "cleanup", run: cleanup::run },
    // What `select` leaves as branches, `thread` may decide.
    Pass { name: "select", run: select::run },
    Pass { name: "simplify", run: simplify::run },
    Pass { name: "thread", run: thread::run },
    Pass { name: "peel", run: peel::run },
    Pass { name: "floats", run: floats::run },
    // What calls itself is as small now as it gets.
    Pass { name: "unroll_recursion", run: inline::run_recursive },
    Pass { name: "fold", run: fold::run },
    Pass { name: "simplify", run: simplify::run },
    Pass { name: "gvn", run: gvn::run },
    Pass { name: "cleanup", run: cleanup::run },
    Pass { name: "ranges", run: ranges::run },
    Pass { name: "simplify", run: simplify::run },
    // Nothing asks anymore what a loop counts up to.
    Pass { name: "rotate", run: rotate::run },
    Pass { name: "hoist", run: hoist::run },
    // What was hoisted from several places is one; what was hoisted is known in the loop.
    Pass { name: "gvn", run: gvn::run },
    Pass { name: "repeat", run: repeat::run },
    Pass { name: "gvn", run: gvn::run },
    Pass { name: "cleanup", run: cleanup::run },
    Pass { name: "ranges", run: ranges::run },
    Pass { name: "signatures", run: signatures::run },
    Pass { name: "unused", run: unused::run },
    Pass { name: "cleanup", run: cleanup::run },
];

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

/// The place of what can never be on a traceback. Any operation has one.
fn nowhere() -> Place {
    Place::from_u32(0)
}

fn empty_block() -> BlockData<Low> {
    BlockData { params: SmallVec::new(), ops: Vec::new(), terminator: Terminator::Unreachable }
}

/// Rewrites one graph after the other; the one being rewritten is out of the
/// program meanwhile.
fn each_function(program: &mut LlProgram, mut rewrite: impl FnMut(&LlProgram, LlFunc, &mut LlGraph)) {
    for func in program.functions.keys() {
        let name = program.functions[func].name.clone();
        let mut graph = std::mem::replace(&mut program.functions[func].graph, Graph::new(name));
        rewrite(program, func, &mut graph);
        program.functions[func].graph = graph;
    }
}
