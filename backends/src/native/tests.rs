//! Lowered programs, written by hand, through Cranelift: in memory, and as
//! executables where what matters is the process.

mod control;
mod executable;
mod memory;
mod primitives;
mod programs;
