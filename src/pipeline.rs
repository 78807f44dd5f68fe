//! The way from a source file to each form of the program, one function a step.
//!
//! ```text
//! analyse              source, flow graphs, annotations    Analysis
//! low_level, optimise  the machine's operations            LowLevel
//! lower                what a target needs made explicit
//! wasm, native, object
//! ```
//!
//! This is the only file that knows the order of the phases.

use crate::passes::Passes;
use naja_annotator::{Annotations, annotate};
use naja_backends::native::{self, Jit, Limits, NativeError};
use naja_backends::{lower, wasm};
use naja_flowspace::{Failure, Files, FlowSpace};
use naja_ir::diagnostic::Diagnostic;
use naja_ir::layout::{NATIVE64, Target, WASM32};
use naja_ir::lowlevel::LlProgram;
use naja_ir::source::SourceMap;
use naja_ir::verify;
use naja_rtyper::interpreter::{self, World};
use naja_rtyper::opt::{self, Level};

/// Everything that is known of a program before it becomes machine operations.
pub struct Analysis {
    pub flow: FlowSpace,
    pub annotations: Annotations,
    pub wanted: naja_rtyper::Wanted,
}

/// A program in machine operations, for any target.
pub struct LowLevel {
    pub program: LlProgram,
    pub sources: SourceMap,
}

/// Reads the program and infers what its variables hold.
pub fn analyse(entry: &str, files: &dyn Files, strict: bool, passes: &mut Passes) -> Result<Analysis, Failure> {
    let mut flow = build(entry, files, passes)?;
    match infer(&mut flow, strict, passes) {
        Ok(annotations) => {
            // What a debug build makes checks its heap, too.
            if cfg!(debug_assertions) {
                flow.set_library_constant("gc", "checks", 1);
            }
            Ok(Analysis { flow, annotations, wanted: naja_rtyper::Wanted::default() })
        }
        Err(diagnostics) => Err(Failure { sources: flow.sources, diagnostics }),
    }
}

/// The flow graphs of the program and of what it takes of the library, whatever mistakes
/// there are in its types.
pub fn graphs(entry: &str, files: &dyn Files, passes: &mut Passes) -> Result<FlowSpace, Failure> {
    let mut flow = build(entry, files, passes)?;
    let _mistakes = infer(&mut flow, false, passes);
    Ok(flow)
}

fn build(entry: &str, files: &dyn Files, passes: &mut Passes) -> Result<FlowSpace, Failure> {
    let flow = passes.run("flowspace", || naja_flowspace::build(entry, files))?;
    passes.check("verifier of flow graphs", || {
        flow.program
            .functions
            .values()
            .try_for_each(|f| verify::flow_graph(&f.graph).map_err(|e| format!("{}: {e}", f.qualname)))
    });
    Ok(flow)
}

fn infer(flow: &mut FlowSpace, strict: bool, passes: &mut Passes) -> Result<Annotations, Vec<Diagnostic>> {
    let entries = [(flow.main, Vec::new())];
    let structs = naja_ir::lltype::well_known_structs();
    let options = naja_annotator::Options { structs: &structs, strict, ..Default::default() };
    passes.run("annotator", || annotate(flow, &entries, &options))
}

/// How much the collector grants, and how often it runs.
#[derive(Clone, Copy, Default, Debug)]
pub struct Heap {
    /// Bytes of all objects, at which the program gets MemoryError; then the status of a
    /// program that this ends is [`OUT_OF_MEMORY`].
    pub limit: Option<i64>,
    /// Each allocation collects, each n-th in full; memory that was freed is poisoned.
    pub stress: Option<i64>,
}

/// Compiles these into the program. To be called before [`low_level`].
pub fn set_heap(analysis: &mut Analysis, heap: Heap) {
    for (name, value) in [("limit", heap.limit), ("stress", heap.stress)] {
        if let Some(value) = value {
            analysis.flow.set_library_constant("gc", name, value);
        }
    }
    if heap.limit.is_some() {
        analysis.flow.set_library_constant("start", "memory_status", OUT_OF_MEMORY);
    }
}

/// Exit statuses of programs that met one of their limits (rlib/start.py, rlib/fuel.py).
pub const OUT_OF_MEMORY: i64 = 122;
pub const OUT_OF_FUEL: i64 = 123;
/// That of `timeout(1)`, too.
pub const OUT_OF_TIME: i32 = 124;

/// Chooses how each value is held.
pub fn low_level(analysis: Analysis, passes: &mut Passes) -> LowLevel {
    let Analysis { mut flow, annotations, wanted } = analysis;
    let program = passes.run("rtyper", || naja_rtyper::lower(&mut flow, annotations, wanted));
    passes.check("verifier behind the rtyper", || verify::ll_program(&program, false));
    LowLevel { program, sources: flow.sources }
}

/// Makes a program faster and smaller.
pub fn optimise(low_level: &mut LowLevel, passes: &mut Passes) {
    passes.run_steps("optimiser", |step| {
        opt::optimise(&mut low_level.program, Level::Full, &mut |pass, program| {
            step(pass, &mut || verify::ll_program(program, false));
        });
    });
}

/// Makes explicit what a target has no operation for.
pub fn lower(low_level: &LowLevel, target: Target, passes: &mut Passes) -> LlProgram {
    let lowered = passes.run("lowering", || lower::lower(&low_level.program, &low_level.sources, target));
    passes.check("verifier behind the lowering", || verify::ll_program(&lowered, true));
    lowered
}

/// The program as a Wasm module.
pub fn wasm(low_level: &LowLevel, passes: &mut Passes) -> Vec<u8> {
    let lowered = lower(low_level, WASM32, passes);
    passes.run("wasm", || wasm::emit(&lowered, wasm::Options { names: true }))
}

/// The program as an object file for this machine.
pub fn object(low_level: &LowLevel, passes: &mut Passes) -> Result<Vec<u8>, NativeError> {
    let lowered = lower(low_level, NATIVE64, passes);
    passes.run("native", || native::emit_object(&lowered, &Limits::default()))
}

/// The program as native code in this process, ready to run.
pub fn native(low_level: &LowLevel, passes: &mut Passes) -> Result<Jit, NativeError> {
    let lowered = lower(low_level, NATIVE64, passes);
    passes.run("native", || native::jit(&lowered, &Limits::default()))
}

/// Runs the program's graphs as they are: its exit status.
pub fn interpret(low_level: &LowLevel, world: World) -> Result<i64, String> {
    let limits = interpreter::Limits::default();
    interpreter::interpret(&low_level.program, &low_level.sources, world, limits).map_err(|e| e.to_string())
}
