//! naja, a whole-program compiler from a restricted, implicitly static Python to
//! WebAssembly and native code. The facade: the phases in their order, and the
//! only code that reads files, prints and runs programs.
//!
//! ```text
//! files     the files of the disk
//! passes    runs, times and verifies each pass
//! pipeline  from a source file to each form of a program
//! render    diagnostics as people and tools read them
//! granted   the files that a program in the sandbox can reach
//! host      runs Wasm modules
//! fuzz      random programs against CPython
//! ```

pub mod files;
pub mod fuzz;
pub mod granted;
pub mod host;
pub mod passes;
pub mod pipeline;
pub mod render;

pub use naja_flowspace::standard;
use naja_ir::diagnostic::Code;

/// The codes of all diagnostics.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    naja_flowspace::errors::CODES.iter().chain(naja_annotator::errors::CODES)
}
