//! The operations on files, the environment and chance, over libc: the same in memory and in executables.

use super::NativeError;
use super::Purpose;
use super::compile::compile;
use super::image::{Declarations, platform_function};
use super::platform::{Shim, shim};
use crate::lower::uses;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::types::{I32, I64};
use cranelift_codegen::ir::{InstBuilder, Value};
use cranelift_module::{FuncId, Linkage, Module};
use naja_ir::lowlevel::LlProgram;
use naja_ir::prim::Prim;
use std::collections::BTreeMap;

/// Writes the function, which is given these arguments.
type Body = fn(&mut Shim, &[Value]);

const FILES: &[(Prim, Body)] = &[
    (Prim::PlatformOpen, |s, args| {
        let flags = s.builder.ins().ireduce(I32, args[3]);
        let mode = s.int32(0o666);
        s.system("open", &[args[1], flags, mode], I32);
    }),
    (Prim::PlatformClose, |s, args| {
        let descriptor = s.builder.ins().ireduce(I32, args[0]);
        s.system("close", &[descriptor], I32);
    }),
    (Prim::PlatformSeek, |s, args| {
        let descriptor = s.builder.ins().ireduce(I32, args[0]);
        let whence = s.builder.ins().ireduce(I32, args[2]);
        s.system("lseek", &[descriptor, args[1], whence], I64);
    }),
    (Prim::PlatformTruncate, |s, args| {
        let descriptor = s.builder.ins().ireduce(I32, args[0]);
        s.system("ftruncate", &[descriptor, args[1]], I32);
    }),
    (Prim::PlatformStat, |s, args| {
        let [here, flags, all] = [libc::AT_FDCWD, 0, libc::STATX_BASIC_STATS as i32].map(|n| s.int32(n));
        s.system("statx", &[here, args[1], flags, all, args[3]], I32);
    }),
    (Prim::PlatformGranted, nothing_granted),
    (Prim::PlatformGrantedName, nothing_granted),
    (Prim::PlatformMakeDirectory, |s, args| {
        let mode = s.int32(0o777);
        s.system("mkdir", &[args[1], mode], I32);
    }),
    (Prim::PlatformRemoveDirectory, |s, args| s.system("rmdir", &[args[1]], I32)),
    (Prim::PlatformUnlink, |s, args| s.system("unlink", &[args[1]], I32)),
    (Prim::PlatformRename, |s, args| s.system("rename", &[args[1], args[4]], I32)),
    (Prim::PlatformReadDirectory, |s, args| {
        let descriptor = s.builder.ins().ireduce(I32, args[0]);
        s.system("getdents64", &[descriptor, args[1], args[2]], I64);
    }),
    (Prim::PlatformEnvironSizes, |s, _| {
        let variables = s.environ();
        let sizes = s.sizes_of_strings(variables);
        s.builder.ins().return_(&[sizes]);
    }),
    (Prim::PlatformEnviron, |s, args| {
        let variables = s.environ();
        s.copy_strings(variables, args[1]);
    }),
    (Prim::PlatformRandom, |s, args| {
        let flags = s.int32(0);
        s.system("getrandom", &[args[0], args[1], flags], I64);
    }),
    (Prim::PlatformWorkingDirectory, |s, args| {
        let path = s.libc("getcwd", args, I64);
        let none = s.builder.ins().icmp_imm_s(IntCC::Equal, path, 0);
        s.when(none, Shim::return_errno);
        let done = s.int(0);
        s.builder.ins().return_(&[done]);
    }),
];

/// Directories are granted to programs in the sandbox only.
fn nothing_granted(s: &mut Shim, _args: &[Value]) {
    let failure = s.int(-(libc::EBADF as i64));
    s.builder.ins().return_(&[failure]);
}

/// Names those that the program uses.
pub(super) fn declare(program: &LlProgram, module: &mut dyn Module) -> BTreeMap<Prim, FuncId> {
    let used = FILES.iter().map(|row| row.0).filter(|&prim| uses(program, prim));
    used.map(|prim| {
        let row = prim.row();
        let name = format!("naja_{}", row.name);
        (prim, platform_function(module, &name, Linkage::Local, row.args.len(), row.results.len()))
    })
    .collect()
}

/// Defines them.
pub(super) fn define(
    module: &mut dyn Module,
    declarations: &Declarations,
    purpose: Purpose,
) -> Result<(), NativeError> {
    let body = |prim: Prim| FILES.iter().find(|row| row.0 == prim).expect("declared from these rows").1;
    let functions = declarations.platform.files.iter().map(|(&prim, &id)| shim(module, id, body(prim))).collect();
    compile(module, purpose, functions)?;
    Ok(())
}
