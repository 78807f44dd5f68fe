//! The shared lowering: makes explicit what low-level graphs leave implicit, so
//! that an emitter only has to translate operations one by one.
//!
//! The *lowered form* is again an [`LlProgram`], which
//! `ir::verify::ll_program(&p, true)` accepts, and in which
//!
//! - a function that may raise has one more result, the last: `Ptr(EXCEPTION)`,
//!   null where nothing was raised. Where it is not null the other results are
//!   zeros and are not read. A `Call`'s results are those of its callee, so a call
//!   that cannot raise has no such result. No `Guard` is left: the caller tests
//!   the exception with `IsNull` and a `Branch`;
//! - a function from which control can come into a cycle of calls has one more
//!   parameter, the last: an i64, the number of calls in cycles so far. `Call`s pass it;
//! - there is no `*_ovf` operation, but `*_flag` and a branch; no `New`, `NewTail`,
//!   `Raise` or `Reraise`, but calls of the [`Hooks`](naja_ir::lowlevel::Hooks),
//!   and `InitObject` for the header of a new object;
//! - no reference lives across a call that may allocate, but in a frame on the
//!   shadow stack, where the collector finds it, and so it finds the references in
//!   cells, which are fields of the shadow stack. Writes of references are followed by
//!   a barrier where the object may be old;
//! - a program that has fuel counts its calls and the rounds of its loops;
//! - there are only functions, statics and cells that `main` reaches; the
//!   functions stand in the order of their first call, `main` first. Structs
//!   keep their numbers, which the program may compare;
//! - `main` takes nothing and gives one i64, the exit status. It never raises:
//!   what no handler caught ends it with status 1.
//!
//! Exceptional code is cold and shared: one block for each function, or for each
//! handler, adds the traceback's entry, and takes the frame as a parameter.

pub mod depth;

mod allocation;
mod barriers;
mod calls;
mod collecting;
mod collector;
mod exceptions;
mod frames;
mod fuel;
mod reachable;
mod room;
mod roots;

use naja_ir::entity::EntitySet;
use naja_ir::layout::Target;
use naja_ir::lowlevel::{LlFunc, LlOp, LlProgram};
use naja_ir::prim::Prim;
use naja_ir::source::SourceMap;

type Pass = fn(&mut LlProgram, &mut Facts, &SourceMap, Target);

/// What passes find out for later ones.
#[derive(Default)]
pub struct Facts {
    /// The functions that may run a collection and then return without an exception.
    moving: EntitySet<LlFunc>,
}

/// In their order: what may raise must stand there before exceptions are made
/// explicit, and only then it is known which hooks are called. Roots come late: every
/// call that may allocate stands there then.
const PASSES: &[Pass] = &[
    room::run,
    allocation::run,
    depth::run,
    collecting::run,
    exceptions::run,
    fuel::run,
    barriers::run,
    reachable::run,
    roots::run,
    collector::run,
];

/// Makes exceptions, allocation and recursion depth explicit, for one target's layout.
pub fn lower(program: &LlProgram, sources: &SourceMap, target: Target) -> LlProgram {
    let mut lowered = program.clone();
    let mut facts = Facts::default();
    for pass in PASSES {
        pass(&mut lowered, &mut facts, sources, target);
    }
    #[cfg(debug_assertions)]
    if let Err(error) = naja_ir::verify::ll_program(&lowered, true) {
        panic!("the shared lowering made a malformed program: {error}");
    }
    #[cfg(any(test, debug_assertions))]
    if let Err(error) = roots::verify(&lowered, &facts) {
        panic!("the shared lowering left a reference behind: {error}");
    }
    lowered
}

#[cfg(test)]
mod tests;

/// Is the operation anywhere in the program?
pub fn uses(program: &LlProgram, prim: Prim) -> bool {
    let mut ops = program.functions.values().flat_map(|f| f.graph.blocks.values()).flat_map(|block| &block.ops);
    ops.any(|op| op.kind == LlOp::Prim(prim))
}
