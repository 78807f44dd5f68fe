//! WebAssembly: a WASI preview 1 command module.

use naja_ir::lowlevel::LlProgram;

/// What the module carries beside its code.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The names of functions, for an engine's stack traces.
    pub names: bool,
}

/// Emits a program that was lowered for [`naja_ir::layout::WASM32`].
pub fn emit(program: &LlProgram, options: Options) -> Vec<u8> {
    let _ = (program, options);
    Vec::new()
}
