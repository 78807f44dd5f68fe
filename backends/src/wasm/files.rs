//! The operations on files, the environment and chance, in terms of WASI preview 1: each is a call of one function,
//! whose error number is negated, and whose result lies at [`SCRATCH`].

use super::memory::SCRATCH;
use super::runtime::{Callees, Import};
use naja_ir::prim::Prim;
use wasm_encoder::{BlockType, Instruction, MemArg, ValType};

/// An argument of a function of WASI.
enum Arg {
    /// Parameter i of the operation: an address, or a word of 64 bits where one is wanted.
    Same(u32),
    /// The low 32 bits of parameter i.
    Word(u32),
    /// The bits of parameter i that are left behind so many, and so many of them.
    Bits(u32, i64, i64),
    Constant(i32),
    /// Where the result lies.
    Result,
}

/// What an operation gives where it succeeds.
enum Given {
    Zero,
    /// The 32 bits so many bytes behind [`SCRATCH`].
    Word(u64),
    /// The 64 bits there.
    Long,
}

/// The types of the helper's locals, and its code.
pub fn helper(prim: Prim, callees: &Callees) -> (Vec<ValType>, Vec<Instruction<'static>>) {
    if prim == Prim::PlatformWorkingDirectory {
        return (vec![], vec![Instruction::I64Const(-NO_ENTRY), Instruction::End]);
    }
    let (import, args, given) = row(prim);
    (vec![ValType::I32], call(callees.import(import), prim.row().args.len() as u32, &args, given))
}

/// WASI's number for what is not there.
const NO_ENTRY: i64 = 44;

fn row(prim: Prim) -> (Import, Vec<Arg>, Given) {
    use Arg::*;
    // A path below a directory.
    let path = || vec![Word(0), Same(1), Word(2)];
    // Symbolic links are followed.
    let followed = || vec![Word(0), Constant(1), Same(1), Word(2)];
    match prim {
        Prim::PlatformOpen => {
            let how = [Bits(3, 0, 0xFF), Same(4), Same(4), Bits(3, 8, 0xFF), Result];
            (Import::PathOpen, followed().into_iter().chain(how).collect(), Given::Word(0))
        }
        Prim::PlatformClose => (Import::FdClose, vec![Word(0)], Given::Zero),
        Prim::PlatformSeek => (Import::FdSeek, vec![Word(0), Same(1), Word(2), Result], Given::Long),
        Prim::PlatformTruncate => (Import::FdFilestatSetSize, vec![Word(0), Same(1)], Given::Zero),
        Prim::PlatformStat => (Import::PathFilestatGet, followed().into_iter().chain([Same(3)]).collect(), Given::Zero),
        // A tag of four bytes comes first.
        Prim::PlatformGranted => (Import::FdPrestatGet, vec![Word(0), Result], Given::Word(4)),
        Prim::PlatformGrantedName => (Import::FdPrestatDirName, path(), Given::Zero),
        Prim::PlatformMakeDirectory => (Import::PathCreateDirectory, path(), Given::Zero),
        Prim::PlatformRemoveDirectory => (Import::PathRemoveDirectory, path(), Given::Zero),
        Prim::PlatformUnlink => (Import::PathUnlinkFile, path(), Given::Zero),
        Prim::PlatformRename => {
            let to = [Word(3), Same(4), Word(5)];
            (Import::PathRename, path().into_iter().chain(to).collect(), Given::Zero)
        }
        Prim::PlatformReadDirectory => {
            (Import::FdReaddir, path().into_iter().chain([Same(3), Result]).collect(), Given::Word(0))
        }
        Prim::PlatformEnvironSizes => {
            (Import::EnvironSizesGet, vec![Result, Constant(SCRATCH as i32 + 4)], Given::Long)
        }
        Prim::PlatformRandom => (Import::RandomGet, vec![Same(0), Word(1)], Given::Zero),
        Prim::PlatformEnviron => (Import::EnvironGet, vec![Same(0), Same(1)], Given::Zero),
        _ => unreachable!("{prim:?} is no operation on files"),
    }
}

fn call(import: u32, errno: u32, args: &[Arg], given: Given) -> Vec<Instruction<'static>> {
    use Instruction::*;
    let mut code = Vec::new();
    for arg in args {
        match *arg {
            Arg::Same(i) => code.push(LocalGet(i)),
            Arg::Word(i) => code.extend([LocalGet(i), I32WrapI64]),
            Arg::Bits(i, shift, mask) => {
                code.extend([LocalGet(i), I64Const(shift), I64ShrU, I64Const(mask), I64And, I32WrapI64])
            }
            Arg::Constant(n) => code.push(I32Const(n)),
            Arg::Result => code.push(I32Const(SCRATCH as i32)),
        }
    }
    code.extend([
        Call(import),
        LocalTee(errno),
        If(BlockType::Result(ValType::I64)),
        I64Const(0),
        LocalGet(errno),
        I64ExtendI32U,
        I64Sub,
        Else,
    ]);
    let place = |offset: u64, align| MemArg { offset: SCRATCH as u64 + offset, align, memory_index: 0 };
    match given {
        Given::Zero => code.push(I64Const(0)),
        Given::Word(offset) => code.extend([I32Const(0), I64Load32U(place(offset, 2))]),
        Given::Long => code.extend([I32Const(0), I64Load(place(0, 3))]),
    }
    code.extend([End, End]);
    code
}
