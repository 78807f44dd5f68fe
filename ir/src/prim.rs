//! The table of primitive low-level operations: each is a row with its name, the
//! types it takes and gives, its effect and its meaning. The printer, the
//! verifier, the constant folder, the interpreter and `rlib`'s `lowlevel` module
//! all read this table; an operation is added here, and the compiler points to
//! the `match`es of the backends that must learn it.

use crate::lltype::LlType::{self, *};
use Effect::*;

/// What an operation does beside giving its results.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing: may be merged, moved and dropped.
    Pure,
    /// Raises OverflowError where the true result leaves 64 bits.
    Overflow,
    /// Talks to the outside world.
    Outside,
}

macro_rules! prims {
    ($($variant:ident $name:literal ($($arg:expr),*) -> ($($res:expr),*) $effect:ident $meaning:literal;)*) => {
        /// A primitive low-level operation. See the table in this file.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Prim { $(#[doc = $meaning] $variant),* }

        /// One row of the table.
        pub struct PrimRow {
            pub prim: Prim,
            pub name: &'static str,
            pub args: &'static [LlType],
            pub results: &'static [LlType],
            pub effect: Effect,
            pub meaning: &'static str,
        }

        pub const PRIMS: &[PrimRow] = &[
            $(PrimRow { prim: Prim::$variant, name: $name, args: &[$($arg),*], results: &[$($res),*],
                        effect: $effect, meaning: $meaning }),*
        ];
    };
}

prims! {
    // 64-bit integers, wrapping.
    IntAdd "int_add" (I64, I64) -> (I64) Pure "r = a + b mod 2^64";
    IntSub "int_sub" (I64, I64) -> (I64) Pure "r = a - b mod 2^64";
    IntMul "int_mul" (I64, I64) -> (I64) Pure "r = a * b mod 2^64";
    IntDiv "int_div" (I64, I64) -> (I64) Pure "r = a / b toward zero; b is not 0, and not -1 where a is the least int";
    IntRem "int_rem" (I64, I64) -> (I64) Pure "r = a - (a / b) * b, with the sign of a; b as for int_div";
    UintDiv "uint_div" (I64, I64) -> (I64) Pure "unsigned a / b; b is not 0";
    UintRem "uint_rem" (I64, I64) -> (I64) Pure "unsigned a % b; b is not 0";
    UintMulHigh "uint_mul_high" (I64, I64) -> (I64) Pure "the upper 64 bits of the unsigned product";
    IntAnd "int_and" (I64, I64) -> (I64) Pure "r = a & b";
    IntOr "int_or" (I64, I64) -> (I64) Pure "r = a | b";
    IntXor "int_xor" (I64, I64) -> (I64) Pure "r = a ^ b";
    IntShl "int_shl" (I64, I64) -> (I64) Pure "r = a << (b mod 64) mod 2^64";
    IntShr "int_shr" (I64, I64) -> (I64) Pure "r = a >> (b mod 64), keeping the sign";
    UintShr "uint_shr" (I64, I64) -> (I64) Pure "r = a >> (b mod 64), filling with zeros";
    IntClz "int_clz" (I64) -> (I64) Pure "the number of leading zero bits; 64 for 0";
    IntCtz "int_ctz" (I64) -> (I64) Pure "the number of trailing zero bits; 64 for 0";
    IntPopcnt "int_popcnt" (I64) -> (I64) Pure "the number of one bits";
    IntEq "int_eq" (I64, I64) -> (Bool) Pure "a == b";
    IntNe "int_ne" (I64, I64) -> (Bool) Pure "a != b";
    IntLt "int_lt" (I64, I64) -> (Bool) Pure "a < b";
    IntLe "int_le" (I64, I64) -> (Bool) Pure "a <= b";
    IntGt "int_gt" (I64, I64) -> (Bool) Pure "a > b";
    IntGe "int_ge" (I64, I64) -> (Bool) Pure "a >= b";
    UintLt "uint_lt" (I64, I64) -> (Bool) Pure "unsigned a < b";
    UintLe "uint_le" (I64, I64) -> (Bool) Pure "unsigned a <= b";

    // Checked arithmetic: Python's int in a machine word.
    IntAddOvf "int_add_ovf" (I64, I64) -> (I64) Overflow "r = a + b, or OverflowError";
    IntSubOvf "int_sub_ovf" (I64, I64) -> (I64) Overflow "r = a - b, or OverflowError";
    IntMulOvf "int_mul_ovf" (I64, I64) -> (I64) Overflow "r = a * b, or OverflowError";
    // What the shared lowering turns them into.
    IntAddFlag "int_add_flag" (I64, I64) -> (I64, Bool) Pure "r = a + b mod 2^64; did it leave 64 bits?";
    IntSubFlag "int_sub_flag" (I64, I64) -> (I64, Bool) Pure "r = a - b mod 2^64; did it leave 64 bits?";
    IntMulFlag "int_mul_flag" (I64, I64) -> (I64, Bool) Pure "r = a * b mod 2^64; did it leave 64 bits?";

    // IEEE double precision.
    FloatAdd "float_add" (F64, F64) -> (F64) Pure "r = a + b";
    FloatSub "float_sub" (F64, F64) -> (F64) Pure "r = a - b";
    FloatMul "float_mul" (F64, F64) -> (F64) Pure "r = a * b";
    FloatDiv "float_div" (F64, F64) -> (F64) Pure "r = a / b by IEEE: no exception";
    FloatNeg "float_neg" (F64) -> (F64) Pure "r = -a, by the sign bit";
    FloatAbs "float_abs" (F64) -> (F64) Pure "r = |a|, by the sign bit";
    FloatSqrt "float_sqrt" (F64) -> (F64) Pure "the correctly rounded square root; nan for a < 0";
    FloatFloor "float_floor" (F64) -> (F64) Pure "the integer below";
    FloatCeil "float_ceil" (F64) -> (F64) Pure "the integer above";
    FloatTrunc "float_trunc" (F64) -> (F64) Pure "the integer toward zero";
    FloatNearest "float_nearest" (F64) -> (F64) Pure "the nearest integer, halves to even";
    FloatCopysign "float_copysign" (F64, F64) -> (F64) Pure "|a| with the sign of b";
    FloatEq "float_eq" (F64, F64) -> (Bool) Pure "a == b";
    FloatNe "float_ne" (F64, F64) -> (Bool) Pure "a != b";
    FloatLt "float_lt" (F64, F64) -> (Bool) Pure "a < b";
    FloatLe "float_le" (F64, F64) -> (Bool) Pure "a <= b";
    FloatGt "float_gt" (F64, F64) -> (Bool) Pure "a > b";
    FloatGe "float_ge" (F64, F64) -> (Bool) Pure "a >= b";

    // Conversions.
    IntToFloat "int_to_float" (I64) -> (F64) Pure "the nearest double, halves to even";
    UintToFloat "uint_to_float" (I64) -> (F64) Pure "the nearest double of the unsigned value";
    FloatToInt "float_to_int" (F64) -> (I64) Pure "toward zero; saturates; 0 for nan";
    FloatBits "float_bits" (F64) -> (I64) Pure "the bit pattern";
    FloatFromBits "float_from_bits" (I64) -> (F64) Pure "the double of that bit pattern";
    BoolToInt "bool_to_int" (Bool) -> (I64) Pure "0 or 1";
    BoolNot "bool_not" (Bool) -> (Bool) Pure "not a";

    // Raw memory: for the collector and the platform layer.
    AddrAdd "addr_add" (Addr, I64) -> (Addr) Pure "a + b bytes";
    AddrToInt "addr_to_int" (Addr) -> (I64) Pure "the address as an unsigned integer";
    IntToAddr "int_to_addr" (I64) -> (Addr) Pure "the address of that number";
    LoadU32 "load_u32" (I64) -> (I64) Outside "the 32 bits at address a, zero-extended";
    LoadI64 "load_i64" (I64) -> (I64) Outside "the 64 bits at address a";
    LoadPtr "load_ptr" (I64) -> (I64) Outside "the reference at address a, as an address";
    StoreU32 "store_u32" (I64, I64) -> () Outside "writes the low 32 bits of b at address a";
    StoreI64 "store_i64" (I64, I64) -> () Outside "writes the 64 bits b at address a";
    StorePtr "store_ptr" (I64, I64) -> () Outside "writes the address b at address a, as a reference";
    CopyMemory "copy_memory" (I64, I64, I64) -> () Outside "copies c bytes from address a to address b (memmove)";
    FillMemory "fill_memory" (I64, I64, I64) -> () Outside "writes the byte b to c bytes from address a on";

    // What the collector knows of the program; the shared lowering puts in their values.
    PointerSize "pointer_size" () -> (I64) Pure "bytes of a reference: 4 or 8";
    StructRows "struct_rows" () -> (I64) Pure "where the rows of the table of structs begin (backends/src/lower/collector.rs)";
    NWatchedStatics "n_watched_statics" () -> (I64) Pure "how many static objects hold references that the program may change";
    RootsBegin "roots_begin" () -> (I64) Pure "where the global references and the shadow stack begin";
    RootsEnd "roots_end" () -> (I64) Outside "where the shadow stack ends now";

    // The platform interface, shaped like WASI preview 1.
    PlatformWrite "platform_write" (I64, Addr, I64) -> (I64) Outside "writes c bytes at b to descriptor a: the number written, or -errno";
    PlatformRead "platform_read" (I64, Addr, I64) -> (I64) Outside "reads at most c bytes from descriptor a to b: their number, 0 at the end, or -errno";
    PlatformArgsSizes "platform_args_sizes" () -> (I64) Outside "the number of the program's arguments; in the upper half their bytes, a zero behind each included";
    PlatformArgs "platform_args" (Addr, Addr) -> (I64) Outside "writes these bytes at b; at a there are 8 bytes of room for each argument, for the platform's own use: 0, or -errno";
    PlatformEnvironSizes "platform_environ_sizes" () -> (I64) Outside "the number of environment variables; in the upper half their bytes, `K=V` and a zero each; or -errno";
    PlatformEnviron "platform_environ" (Addr, Addr) -> (I64) Outside "writes these bytes at b; at a there are 8 bytes of room for each variable, for the platform's own use: 0, or -errno";
    PlatformWorkingDirectory "platform_working_directory" (Addr, I64) -> (I64) Outside "puts the path of the current directory and a zero into b bytes at a: 0, or -errno; WASI has none";
    PlatformRandom "platform_random" (Addr, I64) -> (I64) Outside "puts b bytes that nobody can foretell at a, at most 256: 0 or more, or -errno";
    PlatformClock "platform_clock" (I64) -> (I64) Outside "nanoseconds of clock a, as Linux and WASI number them (0: since 1970, 1: monotonic, 2: of the processor), or -errno";
    PlatformSleep "platform_sleep" (Addr, I64) -> (I64) Outside "waits b nanoseconds; at a there are a subscription of WASI that says so, and room for its event: 0, or -errno";
    PlatformIsWasi "platform_is_wasi" () -> (Bool) Pure "does the platform number errors, flags and fields as WASI preview 1 does? As Linux where not";
    PlatformOpen "platform_open" (I64, Addr, I64, I64, I64) -> (I64) Outside "opens the path of c bytes at b, a zero behind them, below directory a: a descriptor, or -errno. On WASI d is oflags + 256 fdflags, and e the rights; on Linux d is the flags, and a is nothing";
    PlatformClose "platform_close" (I64) -> (I64) Outside "closes descriptor a: 0, or -errno";
    PlatformSeek "platform_seek" (I64, I64, I64) -> (I64) Outside "moves descriptor a by b from the beginning, its place or the end (c: 0, 1, 2): where it is then, or -errno";
    PlatformTruncate "platform_truncate" (I64, I64) -> (I64) Outside "makes the file of descriptor a b bytes long: 0, or -errno";
    PlatformStat "platform_stat" (I64, Addr, I64, Addr) -> (I64) Outside "puts what is known of the path of c bytes at b, below directory a, at d: a filestat, or Linux's statx, of 256 bytes: 0, or -errno";
    PlatformGranted "platform_granted" (I64) -> (I64) Outside "the length of the name of directory a, which the program was given, or -errno";
    PlatformGrantedName "platform_granted_name" (I64, Addr, I64) -> (I64) Outside "puts this name of c bytes at b: 0, or -errno";
    PlatformMakeDirectory "platform_make_directory" (I64, Addr, I64) -> (I64) Outside "makes a directory; paths as for platform_stat: 0, or -errno";
    PlatformRemoveDirectory "platform_remove_directory" (I64, Addr, I64) -> (I64) Outside "removes an empty directory: 0, or -errno";
    PlatformUnlink "platform_unlink" (I64, Addr, I64) -> (I64) Outside "removes a file: 0, or -errno";
    PlatformRename "platform_rename" (I64, Addr, I64, I64, Addr, I64) -> (I64) Outside "gives the first path the name of the second: 0, or -errno";
    PlatformReadDirectory "platform_read_directory" (I64, Addr, I64, I64) -> (I64) Outside "puts entries of directory a into c bytes at b, from cookie d on (on Linux, those that come next): their bytes, or -errno";
    PlatformExit "platform_exit" (I64) -> () Outside "ends the program with that status; does not come back";
    PlatformMemory "platform_memory" (I64) -> (I64) Outside "makes the heap at least a bytes long: its new end as an address, or 0";
    PlatformHeapBase "platform_heap_base" () -> (I64) Outside "where the heap begins";
}

impl Prim {
    pub fn row(self) -> &'static PrimRow {
        &PRIMS[self as usize]
    }

    pub fn by_name(name: &str) -> Option<Prim> {
        PRIMS.iter().find(|row| row.name == name).map(|row| row.prim)
    }

    /// The results of a pure operation on known operands; integers, bools and
    /// bit patterns of floats travel as `u64`. `None` where the operation is not
    /// pure, or where its precondition fails. The constant folder and the
    /// interpreter share this one meaning.
    pub fn eval(self, args: &[u64]) -> Option<[u64; 2]> {
        let a = args.first().copied().unwrap_or(0);
        let b = args.get(1).copied().unwrap_or(0);
        let (ia, ib) = (a as i64, b as i64);
        let (fa, fb) = (f64::from_bits(a), f64::from_bits(b));
        let flag = |(r, o): (i64, bool)| Some([r as u64, o as u64]);
        let one = match self {
            Prim::IntAdd => a.wrapping_add(b),
            Prim::IntSub => a.wrapping_sub(b),
            Prim::IntMul => a.wrapping_mul(b),
            Prim::IntDiv => ia.checked_div(ib)? as u64,
            Prim::IntRem => ia.checked_rem(ib)? as u64,
            Prim::UintDiv => a.checked_div(b)?,
            Prim::UintRem => a.checked_rem(b)?,
            Prim::UintMulHigh => ((a as u128 * b as u128) >> 64) as u64,
            Prim::IntAnd => a & b,
            Prim::IntOr => a | b,
            Prim::IntXor => a ^ b,
            Prim::IntShl => a << (b & 63),
            Prim::IntShr => (ia >> (b & 63)) as u64,
            Prim::UintShr => a >> (b & 63),
            Prim::IntClz => a.leading_zeros() as u64,
            Prim::IntCtz => a.trailing_zeros() as u64,
            Prim::IntPopcnt => a.count_ones() as u64,
            Prim::IntEq => (a == b) as u64,
            Prim::IntNe => (a != b) as u64,
            Prim::IntLt => (ia < ib) as u64,
            Prim::IntLe => (ia <= ib) as u64,
            Prim::IntGt => (ia > ib) as u64,
            Prim::IntGe => (ia >= ib) as u64,
            Prim::UintLt => (a < b) as u64,
            Prim::UintLe => (a <= b) as u64,
            Prim::IntAddFlag => return flag(ia.overflowing_add(ib)),
            Prim::IntSubFlag => return flag(ia.overflowing_sub(ib)),
            Prim::IntMulFlag => return flag(ia.overflowing_mul(ib)),
            Prim::FloatAdd => (fa + fb).to_bits(),
            Prim::FloatSub => (fa - fb).to_bits(),
            Prim::FloatMul => (fa * fb).to_bits(),
            Prim::FloatDiv => (fa / fb).to_bits(),
            Prim::FloatNeg => a ^ (1 << 63),
            Prim::FloatAbs => a & !(1 << 63),
            Prim::FloatSqrt => fa.sqrt().to_bits(),
            Prim::FloatFloor => fa.floor().to_bits(),
            Prim::FloatCeil => fa.ceil().to_bits(),
            Prim::FloatTrunc => fa.trunc().to_bits(),
            Prim::FloatNearest => fa.round_ties_even().to_bits(),
            Prim::FloatCopysign => fa.copysign(fb).to_bits(),
            Prim::FloatEq => (fa == fb) as u64,
            Prim::FloatNe => (fa != fb) as u64,
            Prim::FloatLt => (fa < fb) as u64,
            Prim::FloatLe => (fa <= fb) as u64,
            Prim::FloatGt => (fa > fb) as u64,
            Prim::FloatGe => (fa >= fb) as u64,
            Prim::IntToFloat => (ia as f64).to_bits(),
            Prim::UintToFloat => (a as f64).to_bits(),
            Prim::FloatToInt => fa as i64 as u64,
            Prim::FloatBits | Prim::FloatFromBits | Prim::BoolToInt => a,
            Prim::BoolNot => a ^ 1,
            Prim::AddrAdd => a.wrapping_add(b),
            Prim::AddrToInt | Prim::IntToAddr => a,
            Prim::IntAddOvf
            | Prim::IntSubOvf
            | Prim::IntMulOvf
            | Prim::PlatformWrite
            | Prim::PlatformRead
            | Prim::PlatformArgsSizes
            | Prim::PlatformArgs
            | Prim::PlatformEnvironSizes
            | Prim::PlatformEnviron
            | Prim::PlatformWorkingDirectory
            | Prim::PlatformRandom
            | Prim::PlatformClock
            | Prim::PlatformSleep
            | Prim::PlatformIsWasi
            | Prim::PlatformOpen
            | Prim::PlatformClose
            | Prim::PlatformSeek
            | Prim::PlatformTruncate
            | Prim::PlatformStat
            | Prim::PlatformGranted
            | Prim::PlatformGrantedName
            | Prim::PlatformMakeDirectory
            | Prim::PlatformRemoveDirectory
            | Prim::PlatformUnlink
            | Prim::PlatformRename
            | Prim::PlatformReadDirectory
            | Prim::PlatformExit
            | Prim::PlatformMemory
            | Prim::PlatformHeapBase
            | Prim::LoadU32
            | Prim::LoadI64
            | Prim::LoadPtr
            | Prim::StoreU32
            | Prim::StoreI64
            | Prim::StorePtr
            | Prim::CopyMemory
            | Prim::FillMemory
            | Prim::PointerSize
            | Prim::StructRows
            | Prim::NWatchedStatics
            | Prim::RootsBegin
            | Prim::RootsEnd => return None,
        };
        Some([one, 0])
    }
}
