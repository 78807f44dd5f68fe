//! Object files, linked by `cc` and run.

use super::programs::{LIMITS, Shorthand, cell, empty, function, int_array};
use crate::native::{LinkError, clif, emit_object, link};
use naja_ir::lltype::LlType::{Addr, F64, I64, Ptr};
use naja_ir::lltype::{INT_ARRAY, STR};
use naja_ir::lowlevel::{LlOp, LlProgram, Static, StaticTail, StaticValue};
use naja_ir::prim::Prim;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder that is removed with the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("naja-native-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn build_and_run(name: &str, program: &LlProgram) -> Output {
    naja_ir::verify::ll_program(program, true).unwrap();
    let folder = Folder::new(name);
    let executable = folder.0.join("program");
    link(&emit_object(program, &LIMITS).unwrap(), &executable).unwrap();
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 1, "nothing else is left beside the output");
    Command::new(&executable).output().unwrap()
}

/// Writes a text to standard output, then goes on.
fn hello(
    program: &mut LlProgram,
    descriptor: i64,
    then: impl FnOnce(&mut naja_ir::builder::Builder, naja_ir::graph::Value),
) {
    let text = "hello, wörld\n";
    let fields = vec![StaticValue::Int(text.chars().count() as i64)];
    let text = program.statics.push(Static { ty: STR, fields, tail: StaticTail::Bytes(text.into()) });
    program.main = function(program, "main", &[], &[I64], |b, _| {
        let p = b.static_(text, STR);
        let zero = b.int(0);
        let at = b.op1(LlOp::ItemAddr(STR), &[p, zero], Addr);
        let n = b.op1(LlOp::TailLen(STR), &[p], I64);
        let descriptor = b.int(descriptor);
        let written = b.prim(Prim::PlatformWrite, &[descriptor, at, n]);
        then(b, written);
    });
}

#[test]
fn hello_world() {
    let mut program = empty();
    hello(&mut program, 1, |b, written| b.ret(&[written]));
    let output = build_and_run("hello", &program);
    assert_eq!(output.stdout, "hello, wörld\n".as_bytes());
    assert_eq!(output.status.code(), Some(14));
}

#[test]
fn exit_ends_the_program() {
    let mut program = empty();
    hello(&mut program, 2, |b, _| {
        let status = b.int(256 + 3);
        b.op0(LlOp::Prim(Prim::PlatformExit), &[status]);
        let wrong = b.int(1);
        b.ret(&[wrong]);
    });
    let output = build_and_run("exit", &program);
    assert_eq!(output.stderr, "hello, wörld\n".as_bytes());
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn a_failed_write_gives_its_errno() {
    let mut program = empty();
    hello(&mut program, 77, |b, written| {
        let errno = b.prim(Prim::IntSub, &[written, written]);
        let errno = b.prim(Prim::IntSub, &[errno, written]);
        b.ret(&[errno]);
    });
    assert_eq!(build_and_run("errno", &program).status.code(), Some(libc::EBADF));
}

#[test]
fn everything_that_needs_relocation_or_libc() {
    let mut program = empty();
    let array = int_array(&mut program.statics, [5, 6, 7]);
    let names = program.statics.push(Static { ty: INT_ARRAY, fields: vec![], tail: StaticTail::Zeros(100_000) });
    let pointer = cell(&mut program, "pointer", Ptr(INT_ARRAY), StaticValue::Ptr(array));
    // Names of libc and of C: they must not meet the program's.
    let write = function(&mut program, "write", &[F64], &[F64], |b, params| {
        let x = b.prim(Prim::FloatFloor, params);
        let x = b.prim(Prim::FloatNearest, &[x]);
        let x = b.prim(Prim::FloatTrunc, &[x]);
        let x = b.prim(Prim::FloatCeil, &[x]);
        b.ret(&[x]);
    });
    program.main = function(&mut program, "main", &[], &[I64], |b, _| {
        let long = b.static_(names, INT_ARRAY);
        let p = b.op1(LlOp::LoadCell(pointer), &[], Ptr(INT_ARRAY));
        let args = [p, b.int(1), long, b.int(99_998), b.int(2)];
        b.op0(LlOp::CopyItems(INT_ARRAY, INT_ARRAY), &args);
        let last = b.item(long, 99_999);
        let bytes = b.int(3 << 20);
        let end = b.prim(Prim::PlatformMemory, &[bytes]);
        let base = b.prim(Prim::PlatformHeapBase, &[]);
        let room = b.prim(Prim::IntSub, &[end, base]);
        let same = b.prim(Prim::IntEq, &[room, bytes]);
        b.expect(same, 100);
        let eight = b.int(8);
        let at = b.prim(Prim::IntSub, &[end, eight]);
        let none = b.int(0);
        let p = b.op1(LlOp::InitObject(INT_ARRAY), &[at, none], Ptr(INT_ARRAY));
        let items = b.op1(LlOp::TailLen(INT_ARRAY), &[p], I64);
        let too_much = b.int(1 << 40);
        let failed = b.prim(Prim::PlatformMemory, &[too_much]);
        let x = b.float(20.75);
        let x = b.op1(LlOp::Call(write), &[x], F64);
        let x = b.prim(Prim::FloatToInt, &[x]);
        let sum = [items, failed, x].into_iter().fold(last, |sum, v| b.prim(Prim::IntAdd, &[sum, v]));
        b.ret(&[sum]);
    });
    assert_eq!(build_and_run("relocation", &program).status.code(), Some(27));
}

#[test]
fn an_output_that_cannot_be_written() {
    let mut program = empty();
    hello(&mut program, 1, |b, written| b.ret(&[written]));
    let object = emit_object(&program, &LIMITS).unwrap();
    let folder = Folder::new("unwritable");
    let missing = link(&object, &folder.0.join("missing/program")).unwrap_err();
    assert!(matches!(missing, LinkError::Output(..)), "{missing}");
    let directory = link(&object, &folder.0).unwrap_err();
    assert!(matches!(directory, LinkError::Output(..)), "{directory}");
    assert!(matches!(link(b"no object", &folder.0.join("program")), Err(LinkError::Refused(_))));
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 0);
}

#[test]
fn text_names_callees() {
    let mut program = empty();
    let callee = function(&mut program, "callee", &[], &[I64], |b, _| {
        let one = b.int(1);
        b.ret(&[one]);
    });
    program.main = function(&mut program, "main", &[], &[I64], |b, _| {
        let one = b.op1(LlOp::Call(callee), &[], I64);
        b.ret(&[one]);
    });
    let all = clif(&program, &|_| true).unwrap();
    assert!(all.contains("; callee\nfunction"), "{all}");
    assert!(all.lines().any(|l| l.contains("fn0 = colocated") && l.ends_with("; callee")), "{all}");
    let one = clif(&program, &|name| name == "callee").unwrap();
    assert!(!one.contains("; main"), "{one}");
}
