//! Native code, through Cranelift: in memory (`naja run --native`) or as an
//! object file that `cc` links (`naja build --target native`). This folder is
//! the only one that knows Cranelift.
//!
//! ```text
//! image      a whole lowered program, put into any Cranelift module
//!   translate  one function: its blocks and operations
//!   prims      the rows of the table of primitives
//!   compile    from Cranelift's form to machine code
//!   files      the operations on files, over libc
//!   data       the objects and cells that exist when the program starts
//! jit        the image in memory, with the platform interface in Rust
//! object     the image as an object file
//!   platform   the platform interface of an executable, over libc
//! link       from the object file to an executable
//! ```
//!
//! The input is lowered for [`NATIVE64`](naja_ir::layout::NATIVE64): exceptions
//! are results, allocation is a call.

mod compile;
mod data;
mod files;
mod image;
mod jit;
mod link;
mod object;
mod platform;
mod prims;
#[cfg(test)]
mod tests;
mod translate;

pub use jit::{Jit, jit};
pub use link::{LinkError, link};
pub use object::{clif, emit_object};

use cranelift_codegen::isa::OwnedTargetIsa;
use cranelift_codegen::settings::{self, Configurable};
use std::fmt;

/// What the machine grants to a program.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of heap, at which the program gets MemoryError.
    pub heap: u64,
    /// Bytes of stack at least. A program gets as many as it needs to come to the
    /// language's own limit on recursion.
    pub stack: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { heap: 4 << 30, stack: 64 << 20 }
    }
}

/// Stack for the system's own functions, and for what starts the thread.
const STACK_RESERVE: u64 = 256 << 10;

/// Why there is no native code.
#[derive(Debug)]
pub enum NativeError {
    /// Cranelift has no code generator for this machine.
    Machine(String),
    /// A function is larger than the code generator can handle.
    TooLarge { function: String, reason: String },
    /// The system gives no memory for code, heap or stack.
    Memory(String),
}

impl fmt::Display for NativeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NativeError::Machine(reason) => write!(f, "cannot make native code for this machine: {reason}"),
            NativeError::TooLarge { function, reason } => {
                write!(f, "cannot make native code for the function `{function}`: {reason}")
            }
            NativeError::Memory(reason) => write!(f, "no memory to run native code in: {reason}"),
        }
    }
}

impl std::error::Error for NativeError {}

/// For whom code is made.
#[derive(Clone, Copy, PartialEq)]
enum Purpose {
    /// This process: everything that its processor can do.
    Memory,
    /// Any processor of this architecture since about 2009, at any address.
    Executable,
}

/// How hard Cranelift works on a function.
#[derive(Clone, Copy, PartialEq)]
enum Effort {
    /// All it can.
    Full,
    /// No more than time in proportion to the function's length.
    Linear,
}

fn isa(purpose: Purpose, effort: Effort) -> Result<OwnedTargetIsa, NativeError> {
    let mut builder = match purpose {
        Purpose::Memory => cranelift_native::builder().map_err(str::to_string),
        Purpose::Executable => {
            cranelift_codegen::isa::lookup(target_lexicon::Triple::host()).map_err(|e| e.to_string())
        }
    }
    .map_err(NativeError::Machine)?;
    if cfg!(target_arch = "x86_64") {
        // Instructions for rounding and for counting bits, which the collector lives on.
        builder.enable("x86-64-v2").expect("a level of this version of Cranelift");
    }
    let mut flags = settings::builder();
    for (name, value) in [
        ("opt_level", if effort == Effort::Full { "speed" } else { "none" }),
        ("regalloc_algorithm", if effort == Effort::Full { "backtracking" } else { "single_pass" }),
        ("is_pic", if purpose == Purpose::Executable { "true" } else { "false" }),
        ("enable_verifier", if cfg!(debug_assertions) { "true" } else { "false" }),
        // Would need text relocations, which executables at any address do not have.
        ("unwind_info", "false"),
        // 32 bytes: fib is 10 % slower where its first instructions straddle two lines.
        ("log2_min_function_alignment", "5"),
        // More results than registers travel through memory.
        ("enable_multi_ret_implicit_sret", "true"),
        // Large frames must not jump over the stack's guard page.
        ("enable_probestack", "true"),
        ("probestack_strategy", "inline"),
    ] {
        flags.set(name, value).expect("a setting of this version of Cranelift");
    }
    builder.finish(settings::Flags::new(flags)).map_err(|e| NativeError::Machine(e.to_string()))
}
