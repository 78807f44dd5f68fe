//! The functions that are no function of the program: what an operation is that
//! takes many instructions, the platform in terms of WASI preview 1, and `_start`.

use super::memory::SCRATCH;
use naja_ir::lltype::LlType;
use naja_ir::prim::Prim;
use wasm_encoder::{BlockType, Instruction, MemArg, ValType};

const PAGE_BITS: i64 = 16;

/// A function that is emitted where an operation needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Helper {
    /// `(a: i64, b: i64) -> i32`: does a * b leave 64 bits?
    MulOverflows,
    /// `(a: i64, b: i64) -> i64`: the upper half of the unsigned product
    UintMulHigh,
    /// `(fd: i64, at: i32, n: i64) -> i64`: the number of bytes written, or -errno
    PlatformWrite,
    /// `(fd: i64, at: i32, n: i64) -> i64`: the number of bytes read, or -errno
    PlatformRead,
    /// `() -> i64`: the number of arguments, and their bytes in the upper half
    PlatformArgsSizes,
    /// `(pointers: i32, bytes: i32) -> i64`: 0, or -errno
    PlatformArgs,
    /// `(id: i64) -> i64`: nanoseconds, or -errno
    PlatformClock,
    /// `(subscription: i32, n: i64) -> i64`: 0, or -errno
    PlatformSleep,
    /// `(n: i64) -> i64`: the new end of memory, or 0
    PlatformMemory,
    /// An operation on files or the environment.
    File(Prim),
}

/// A function of WASI preview 1, in the order of their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Import {
    FdWrite,
    FdRead,
    ArgsSizesGet,
    ArgsGet,
    EnvironSizesGet,
    EnvironGet,
    RandomGet,
    ClockTimeGet,
    PollOneoff,
    PathOpen,
    FdClose,
    FdSeek,
    FdFilestatSetSize,
    PathFilestatGet,
    FdPrestatGet,
    FdPrestatDirName,
    PathCreateDirectory,
    PathRemoveDirectory,
    PathUnlinkFile,
    PathRename,
    FdReaddir,
    ProcExit,
}

impl Import {
    pub const ALL: [Import; 22] = [
        Import::FdWrite,
        Import::FdRead,
        Import::ArgsSizesGet,
        Import::ArgsGet,
        Import::EnvironSizesGet,
        Import::EnvironGet,
        Import::RandomGet,
        Import::ClockTimeGet,
        Import::PollOneoff,
        Import::PathOpen,
        Import::FdClose,
        Import::FdSeek,
        Import::FdFilestatSetSize,
        Import::PathFilestatGet,
        Import::FdPrestatGet,
        Import::FdPrestatDirName,
        Import::PathCreateDirectory,
        Import::PathRemoveDirectory,
        Import::PathUnlinkFile,
        Import::PathRename,
        Import::FdReaddir,
        Import::ProcExit,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Import::FdWrite => "fd_write",
            Import::FdRead => "fd_read",
            Import::ArgsSizesGet => "args_sizes_get",
            Import::ArgsGet => "args_get",
            Import::EnvironSizesGet => "environ_sizes_get",
            Import::EnvironGet => "environ_get",
            Import::RandomGet => "random_get",
            Import::ClockTimeGet => "clock_time_get",
            Import::PollOneoff => "poll_oneoff",
            Import::PathOpen => "path_open",
            Import::FdClose => "fd_close",
            Import::FdSeek => "fd_seek",
            Import::FdFilestatSetSize => "fd_filestat_set_size",
            Import::PathFilestatGet => "path_filestat_get",
            Import::FdPrestatGet => "fd_prestat_get",
            Import::FdPrestatDirName => "fd_prestat_dir_name",
            Import::PathCreateDirectory => "path_create_directory",
            Import::PathRemoveDirectory => "path_remove_directory",
            Import::PathUnlinkFile => "path_unlink_file",
            Import::PathRename => "path_rename",
            Import::FdReaddir => "fd_readdir",
            Import::ProcExit => "proc_exit",
        }
    }

    pub fn signature(self) -> (Vec<ValType>, Vec<ValType>) {
        use ValType::{I32, I64};
        match self {
            Import::ClockTimeGet => (vec![I32, I64, I32], vec![I32]),
            Import::FdWrite | Import::FdRead | Import::PollOneoff => (vec![I32; 4], vec![I32]),
            Import::ArgsSizesGet
            | Import::ArgsGet
            | Import::EnvironSizesGet
            | Import::EnvironGet
            | Import::RandomGet
            | Import::FdPrestatGet => (vec![I32; 2], vec![I32]),
            Import::PathOpen => (vec![I32, I32, I32, I32, I32, I64, I64, I32, I32], vec![I32]),
            Import::FdClose => (vec![I32], vec![I32]),
            Import::FdSeek => (vec![I32, I64, I32, I32], vec![I32]),
            Import::FdFilestatSetSize => (vec![I32, I64], vec![I32]),
            Import::PathFilestatGet => (vec![I32; 5], vec![I32]),
            Import::FdPrestatDirName
            | Import::PathCreateDirectory
            | Import::PathRemoveDirectory
            | Import::PathUnlinkFile => (vec![I32; 3], vec![I32]),
            Import::PathRename => (vec![I32; 6], vec![I32]),
            Import::FdReaddir => (vec![I32, I32, I32, I64, I32], vec![I32]),
            Import::ProcExit => (vec![I32], vec![]),
        }
    }

    /// The operation that needs it; `_start` needs the one that has none.
    pub fn needed_by(self) -> Option<Prim> {
        match self {
            Import::FdWrite => Some(Prim::PlatformWrite),
            Import::FdRead => Some(Prim::PlatformRead),
            Import::ArgsSizesGet => Some(Prim::PlatformArgsSizes),
            Import::ArgsGet => Some(Prim::PlatformArgs),
            Import::EnvironSizesGet => Some(Prim::PlatformEnvironSizes),
            Import::EnvironGet => Some(Prim::PlatformEnviron),
            Import::RandomGet => Some(Prim::PlatformRandom),
            Import::ClockTimeGet => Some(Prim::PlatformClock),
            Import::PollOneoff => Some(Prim::PlatformSleep),
            Import::PathOpen => Some(Prim::PlatformOpen),
            Import::FdClose => Some(Prim::PlatformClose),
            Import::FdSeek => Some(Prim::PlatformSeek),
            Import::FdFilestatSetSize => Some(Prim::PlatformTruncate),
            Import::PathFilestatGet => Some(Prim::PlatformStat),
            Import::FdPrestatGet => Some(Prim::PlatformGranted),
            Import::FdPrestatDirName => Some(Prim::PlatformGrantedName),
            Import::PathCreateDirectory => Some(Prim::PlatformMakeDirectory),
            Import::PathRemoveDirectory => Some(Prim::PlatformRemoveDirectory),
            Import::PathUnlinkFile => Some(Prim::PlatformUnlink),
            Import::PathRename => Some(Prim::PlatformRename),
            Import::FdReaddir => Some(Prim::PlatformReadDirectory),
            Import::ProcExit => None,
        }
    }
}

/// The numbers of the functions in the module.
pub struct Callees {
    /// What is imported, in the order of their numbers.
    pub imports: Vec<Import>,
    /// Of the program's functions, in their order.
    pub first_function: u32,
    first_helper: u32,
    /// Those that are called, in the order of their numbers.
    pub helpers: Vec<Helper>,
}

impl Callees {
    pub fn new(imports: Vec<Import>, n_functions: usize) -> Callees {
        // `_start` is the first behind the imports.
        let first_function = imports.len() as u32 + 1;
        Callees { imports, first_function, first_helper: first_function + n_functions as u32, helpers: Vec::new() }
    }

    /// The number of an import.
    pub fn import(&self, import: Import) -> u32 {
        self.imports.iter().position(|&i| i == import).expect("imported where it is used") as u32
    }

    /// The number of a helper, which is emitted from now on.
    pub fn helper(&mut self, helper: Helper) -> u32 {
        let known = self.helpers.iter().position(|&h| h == helper);
        let i = known.unwrap_or_else(|| {
            self.helpers.push(helper);
            self.helpers.len() - 1
        });
        self.first_helper + i as u32
    }
}

impl Helper {
    pub fn name(self) -> &'static str {
        match self {
            Helper::MulOverflows => "mul_overflows",
            Helper::UintMulHigh => "uint_mul_high",
            Helper::PlatformWrite => "platform_write",
            Helper::PlatformRead => "platform_read",
            Helper::PlatformArgsSizes => "platform_args_sizes",
            Helper::PlatformArgs => "platform_args",
            Helper::PlatformClock => "platform_clock",
            Helper::PlatformSleep => "platform_sleep",
            Helper::PlatformMemory => "platform_memory",
            Helper::File(prim) => prim.row().name,
        }
    }

    pub fn signature(self) -> (Vec<ValType>, Vec<ValType>) {
        use ValType::{I32, I64};
        match self {
            Helper::MulOverflows => (vec![I64, I64], vec![I32]),
            Helper::UintMulHigh => (vec![I64, I64], vec![I64]),
            Helper::PlatformWrite | Helper::PlatformRead => (vec![I64, I32, I64], vec![I64]),
            Helper::PlatformArgsSizes => (vec![], vec![I64]),
            Helper::PlatformArgs => (vec![I32; 2], vec![I64]),
            Helper::PlatformClock | Helper::PlatformMemory => (vec![I64], vec![I64]),
            Helper::PlatformSleep => (vec![I32, I64], vec![I64]),
            Helper::File(prim) => {
                let word = |ty: &LlType| if *ty == LlType::Addr { I32 } else { I64 };
                (prim.row().args.iter().map(word).collect(), vec![I64])
            }
        }
    }

    /// The types of its locals, and its code.
    pub fn code(self, callees: &Callees, heap_base: u32) -> (Vec<ValType>, Vec<Instruction<'static>>) {
        match self {
            Helper::MulOverflows => (vec![], mul_overflows()),
            Helper::UintMulHigh => (vec![ValType::I64; 2], uint_mul_high()),
            Helper::PlatformWrite => (vec![ValType::I32], platform_transfer(callees.import(Import::FdWrite))),
            Helper::PlatformRead => (vec![ValType::I32], platform_transfer(callees.import(Import::FdRead))),
            Helper::PlatformArgsSizes => (vec![], platform_args_sizes(callees.import(Import::ArgsSizesGet))),
            Helper::PlatformArgs => (vec![], platform_args(callees.import(Import::ArgsGet))),
            Helper::PlatformClock => (vec![ValType::I32], platform_clock(callees.import(Import::ClockTimeGet))),
            Helper::PlatformSleep => (vec![], platform_sleep(callees.import(Import::PollOneoff))),
            Helper::PlatformMemory => (vec![], platform_memory(heap_base)),
            Helper::File(prim) => super::files::helper(prim, callees),
        }
    }
}

/// Divides the product by a, which is neither 0 nor -1: what comes out is b unless
/// the product wrapped.
fn mul_overflows() -> Vec<Instruction<'static>> {
    use Instruction::*;
    let (a, b) = (0, 1);
    vec![
        // a + 1 <= 1, unsigned: a is 0 or -1.
        LocalGet(a),
        I64Const(1),
        I64Add,
        I64Const(1),
        I64LeU,
        If(BlockType::Result(ValType::I32)),
        // -1 * b overflows for the least int only.
        LocalGet(a),
        LocalGet(b),
        I64And,
        I64Const(i64::MIN),
        I64Eq,
        Else,
        LocalGet(a),
        LocalGet(b),
        I64Mul,
        LocalGet(a),
        I64DivS,
        LocalGet(b),
        I64Ne,
        End,
        End,
    ]
}

/// By halves of 32 bits: no sum on the way leaves 64 bits.
fn uint_mul_high() -> Vec<Instruction<'static>> {
    use Instruction::*;
    let (a, b, middle, low) = (0, 1, 2, 3);
    let mask = I64Const(u32::MAX as i64);
    let half = I64Const(32);
    vec![
        // middle = (a >> 32) * low(b) + (low(a) * low(b) >> 32)
        LocalGet(a),
        half.clone(),
        I64ShrU,
        LocalGet(b),
        mask.clone(),
        I64And,
        I64Mul,
        LocalGet(a),
        mask.clone(),
        I64And,
        LocalTee(low),
        LocalGet(b),
        mask.clone(),
        I64And,
        I64Mul,
        half.clone(),
        I64ShrU,
        I64Add,
        LocalSet(middle),
        // (a >> 32) * (b >> 32) + (middle >> 32) + (low(a) * (b >> 32) + low(middle) >> 32)
        LocalGet(a),
        half.clone(),
        I64ShrU,
        LocalGet(b),
        half.clone(),
        I64ShrU,
        LocalTee(b),
        I64Mul,
        LocalGet(middle),
        half.clone(),
        I64ShrU,
        I64Add,
        LocalGet(low),
        LocalGet(b),
        I64Mul,
        LocalGet(middle),
        mask,
        I64And,
        I64Add,
        half,
        I64ShrU,
        I64Add,
        End,
    ]
}

/// `fd_write` or `fd_read`.
fn platform_transfer(import: u32) -> Vec<Instruction<'static>> {
    use Instruction::*;
    let (fd, address, n, errno) = (0, 1, 2, 3);
    let word = |i: u64| MemArg { offset: SCRATCH as u64 + 4 * i, align: 2, memory_index: 0 };
    vec![
        // One vector of bytes: its address, its length; behind it the number that went.
        I32Const(0),
        LocalGet(address),
        I32Store(word(0)),
        I32Const(0),
        LocalGet(n),
        I64Store32(word(1)),
        LocalGet(fd),
        I32WrapI64,
        I32Const(SCRATCH as i32),
        I32Const(1),
        I32Const(SCRATCH as i32 + 8),
        Call(import),
        LocalTee(errno),
        If(BlockType::Result(ValType::I64)),
        I64Const(0),
        LocalGet(errno),
        I64ExtendI32U,
        I64Sub,
        Else,
        I32Const(0),
        I64Load32U(word(2)),
        End,
        End,
    ]
}

/// None where the host has none to give.
fn platform_args_sizes(import: u32) -> Vec<Instruction<'static>> {
    use Instruction::*;
    vec![
        I32Const(SCRATCH as i32),
        I32Const(SCRATCH as i32 + 4),
        Call(import),
        If(BlockType::Result(ValType::I64)),
        I64Const(0),
        Else,
        I32Const(0),
        I64Load(MemArg { offset: SCRATCH as u64, align: 2, memory_index: 0 }),
        End,
        End,
    ]
}

fn platform_args(import: u32) -> Vec<Instruction<'static>> {
    use Instruction::*;
    let (pointers, bytes) = (0, 1);
    vec![I64Const(0), LocalGet(pointers), LocalGet(bytes), Call(import), I64ExtendI32U, I64Sub, End]
}

fn platform_clock(import: u32) -> Vec<Instruction<'static>> {
    use Instruction::*;
    let (id, errno) = (0, 1);
    vec![
        LocalGet(id),
        I32WrapI64,
        // As precise as it can.
        I64Const(1),
        I32Const(SCRATCH as i32),
        Call(import),
        LocalTee(errno),
        If(BlockType::Result(ValType::I64)),
        I64Const(0),
        LocalGet(errno),
        I64ExtendI32U,
        I64Sub,
        Else,
        I32Const(0),
        I64Load(MemArg { offset: SCRATCH as u64, align: 3, memory_index: 0 }),
        End,
        End,
    ]
}

/// The subscription takes 48 bytes, the event behind it 32, the number of events 4.
fn platform_sleep(import: u32) -> Vec<Instruction<'static>> {
    use Instruction::*;
    let subscription = 0;
    vec![
        I64Const(0),
        LocalGet(subscription),
        LocalGet(subscription),
        I32Const(48),
        I32Add,
        I32Const(1),
        LocalGet(subscription),
        I32Const(80),
        I32Add,
        Call(import),
        I64ExtendI32U,
        I64Sub,
        End,
    ]
}

/// Grows memory up to heap base + n, rounded up to a page.
fn platform_memory(heap_base: u32) -> Vec<Instruction<'static>> {
    use Instruction::*;
    let n = 0;
    let pages = [MemorySize(0), I64ExtendI32U];
    let mut code = vec![
        // More than 4 GiB do not exist, also where n is negative.
        LocalGet(n),
        I64Const(1 << 32),
        I64GtU,
        If(BlockType::Empty),
        I64Const(0),
        Return,
        End,
        // n = the pages that are needed
        LocalGet(n),
        I64Const(heap_base as i64 + (1 << PAGE_BITS) - 1),
        I64Add,
        I64Const(PAGE_BITS),
        I64ShrU,
        LocalTee(n),
    ];
    code.extend(pages.clone());
    code.extend([I64GtS, If(BlockType::Empty), LocalGet(n)]);
    code.extend(pages.clone());
    code.extend([
        I64Sub,
        I32WrapI64,
        MemoryGrow(0),
        I32Const(-1),
        I32Eq,
        If(BlockType::Empty),
        I64Const(0),
        Return,
        End,
        End,
    ]);
    code.extend(pages);
    code.extend([I64Const(PAGE_BITS), I64Shl, End]);
    code
}

/// Runs the program; a status that is not zero goes to the host.
pub fn start(callees: &Callees, main: u32) -> (Vec<ValType>, Vec<Instruction<'static>>) {
    use Instruction::*;
    let status = 0;
    let code = vec![
        Call(main),
        I32WrapI64,
        LocalTee(status),
        If(BlockType::Empty),
        LocalGet(status),
        Call(callees.import(Import::ProcExit)),
        End,
        End,
    ];
    (vec![ValType::I32], code)
}
