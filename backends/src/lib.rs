//! The backends: a lowering that they share, then one emitter for each target.
//!
//! ```text
//! lower    exceptions, allocation and recursion depth become plain operations
//! wasm     a WASI preview 1 command module; the only folder that names wasm-encoder and wasmparser
//! native   machine code by Cranelift; behind the feature `native`
//! ```

pub mod lower;
#[cfg(feature = "native")]
pub mod native;
pub mod wasm;

#[cfg(test)]
mod testing;
