//! A program as an object file, and as text.

use super::image::{PREFIX, declare, define};
use super::platform::define_platform;
use super::translate::translate;
use super::{Effort, Limits, NativeError, Purpose, STACK_RESERVE, isa};
use cranelift_frontend::FunctionBuilderContext;
use cranelift_module::{FuncId, Linkage, Module, default_libcall_names};
use cranelift_object::{ObjectBuilder, ObjectModule};
use naja_ir::lowlevel::LlProgram;
use std::fmt::Write;

/// Compiles a program that was lowered for NATIVE64 to an object file for
/// [`link`](super::link::link). It needs no more than the architecture's
/// baseline (on x86-64: SSE2), so the executable runs on any such machine.
pub fn emit_object(program: &LlProgram, limits: &Limits) -> Result<Vec<u8>, NativeError> {
    let mut module = object_module()?;
    let declarations = declare(program, &mut module, Linkage::Local);
    let needed = define(program, &declarations, &mut module, Purpose::Executable)?;
    let limits = Limits { stack: limits.stack.max(needed + STACK_RESERVE), ..*limits };
    define_platform(&mut module, &declarations, &limits)?;
    let object = module.finish();
    object.emit().map_err(|e| NativeError::Machine(e.to_string()))
}

/// The chosen functions of a program, by name, as Cranelift gets them: before
/// it optimises.
pub fn clif(program: &LlProgram, chosen: &dyn Fn(&str) -> bool) -> Result<String, NativeError> {
    let mut module = object_module()?;
    let declarations = declare(program, &mut module, Linkage::Local);
    let mut context = FunctionBuilderContext::new();
    let mut out = String::new();
    for (func, _) in program.functions.iter().filter(|(_, f)| chosen(&f.name)) {
        let function = translate(program, &declarations, &mut module, func, &mut context);
        writeln!(out, "; {}", program.functions[func].name).expect("a String takes everything");
        for line in function.display().to_string().lines() {
            match callee(line) {
                Some(id) => {
                    let name = module.declarations().get_function_decl(id).linkage_name(id);
                    writeln!(out, "{line}  ; {}", name.strip_prefix(PREFIX).unwrap_or(&name))
                }
                None => writeln!(out, "{line}"),
            }
            .expect("a String takes everything");
        }
        out.push('\n');
    }
    Ok(out)
}

/// The function that a line declares, which it names by number only.
fn callee(line: &str) -> Option<FuncId> {
    let (declared, named) = line.split_once(" u0:")?;
    let number = named.split(' ').next()?.parse().ok()?;
    declared.trim_start().starts_with("fn").then(|| FuncId::from_u32(number))
}

fn object_module() -> Result<ObjectModule, NativeError> {
    let builder = ObjectBuilder::new(isa(Purpose::Executable, Effort::Full)?, "naja", default_libcall_names())
        .map_err(|e| NativeError::Machine(e.to_string()))?;
    Ok(ObjectModule::new(builder))
}
