//! A program as an object file, and as text.

use super::image::{declare, define, function_body};
use super::platform::define_platform;
use super::{Limits, NativeError, Purpose, isa};
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
    define(program, &declarations, &mut module)?;
    define_platform(&mut module, &declarations, limits)?;
    let object = module.finish();
    object.emit().map_err(|e| NativeError::Machine(e.to_string()))
}

/// The functions of a program as Cranelift gets them, before it optimises; or
/// only the one of that name.
pub fn clif(program: &LlProgram, only: Option<&str>) -> Result<String, NativeError> {
    let mut module = object_module()?;
    let declarations = declare(program, &mut module, Linkage::Local);
    let mut context = module.make_context();
    let mut builder_context = FunctionBuilderContext::new();
    let mut out = String::new();
    for (func, function) in program.functions.iter() {
        if only.is_some_and(|name| name != &*function.name) {
            continue;
        }
        function_body(program, &declarations, &mut module, func, &mut builder_context, &mut context);
        writeln!(out, "; {}", function.name).expect("a String takes everything");
        for line in context.func.display().to_string().lines() {
            // Declarations of callees name them by number only.
            let callee = line.split_once(" u0:").filter(|_| line.trim_start().starts_with("fn"));
            let number = callee.and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
            let name = number.map(|n| {
                module.declarations().get_function_decl(FuncId::from_u32(n)).linkage_name(FuncId::from_u32(n))
            });
            match name {
                Some(name) => writeln!(out, "{line}  ; {}", name.strip_prefix("py.").unwrap_or(&name)),
                None => writeln!(out, "{line}"),
            }
            .expect("a String takes everything");
        }
        out.push('\n');
        module.clear_context(&mut context);
    }
    Ok(out)
}

fn object_module() -> Result<ObjectModule, NativeError> {
    let builder = ObjectBuilder::new(isa(Purpose::Executable)?, "naja", default_libcall_names())
        .map_err(|e| NativeError::Machine(e.to_string()))?;
    Ok(ObjectModule::new(builder))
}
