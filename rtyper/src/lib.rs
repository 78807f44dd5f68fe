//! Turns annotated flow graphs into low-level graphs, and makes these fast.
//!
//! Starts at [`lower`]; [`opt::optimise`] then rewrites what it made, and
//! [`interpreter::interpret`] runs it after any pass. Knows no backend and
//! nothing of memory layout.
//!
//! ```text
//! lowering     the program: which functions are needed, what they share
//! objects      the structs of objects
//! function     one function: blocks, links, each operation by its kind
//! generator    the body of a generator, split where it yields
//! operations   Python's operations: two operands meet in one `match`
//! call         calls of functions; `builtins` has what Python itself provides
//! stars        calls with stars, whose arguments are counted when the program runs
//! items        `x[i]`; `unpack` has `x, y = z`
//! reprs/       what each type's operations become
//! repr         how an annotation is held in low-level values
//! emit         writing a graph; taking unions apart
//! synthesis    functions that the rtyper writes itself
//! ```

mod builtins;
mod call;
mod emit;
mod function;
mod generator;
pub mod interpreter;
mod items;
mod lowering;
mod objects;
mod operations;
pub mod opt;
mod recursion;
pub mod repr;
mod reprs;
mod stars;
mod synthesis;
mod unpack;

pub use lowering::{Wanted, lower};
