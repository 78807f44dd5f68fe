//! What integers can be, from where they come and which comparisons were passed
//! on the way; then checks that cannot fail are dropped.
//!
//! A value has one *view* where it is made, and another behind each branch that
//! says something of it (Bodik, Gupta, Sarkar, "ABCD"; the e-SSA form). Views are
//! nodes of a sparse graph; each holds an interval. Intervals grow until nothing
//! changes, are widened at the heads of loops so that this is soon, and then
//! shrink again for a few rounds. A checked sum whose interval fits in 64 bits
//! becomes a plain one; a comparison that the intervals decide, a constant.
//!
//! ```text
//! branch (i < n)     behind it: a view of i, at most the greatest n less 1,
//!                               a view of n, at least the least i plus 1
//! ```
//!
//! Beside intervals, the walk over the dominator tree knows how pairs of values
//! compared on the way, and which conditions hold.

mod interval;
mod rewrite;
mod views;

use crate::opt::each_function;
use naja_ir::lowlevel::{LlGraph, LlProgram};

pub fn run(program: &mut LlProgram) {
    each_function(program, narrow);
}

fn narrow(program: &LlProgram, _: naja_ir::lowlevel::LlFunc, graph: &mut LlGraph) {
    let views = views::Views::of(program, graph);
    rewrite::rewrite(graph, &views);
}
