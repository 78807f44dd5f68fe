//! The rows of [`naja_ir::prim::PRIMS`], in Cranelift's instructions.

use super::translate::Translation;
use cranelift_codegen::ir::condcodes::{FloatCC, IntCC};
use cranelift_codegen::ir::types::{F64, I64};
use cranelift_codegen::ir::{InstBuilder, MemFlagsData, Value};
use naja_ir::SmallVec;
use naja_ir::graph::Op;
use naja_ir::lowlevel::Low;
use naja_ir::prim::Prim;
use naja_ir::smallvec;

/// The results of one primitive operation.
pub(super) fn prim(t: &mut Translation, prim: Prim, op: &Op<Low>) -> SmallVec<[Value; 2]> {
    let plain = MemFlagsData::trusted();
    let args: SmallVec<[Value; 3]> = op.args.iter().map(|&v| t.value(v)).collect();
    let int_compare = |t: &mut Translation, cc: IntCC| t.ins().icmp(cc, args[0], args[1]);
    let float_compare = |t: &mut Translation, cc: FloatCC| t.ins().fcmp(cc, args[0], args[1]);
    let one = match prim {
        Prim::IntAdd | Prim::AddrAdd => t.ins().iadd(args[0], args[1]),
        Prim::IntSub => t.ins().isub(args[0], args[1]),
        Prim::IntMul => t.ins().imul(args[0], args[1]),
        Prim::IntDiv => t.ins().sdiv(args[0], args[1]),
        Prim::IntRem => t.ins().srem(args[0], args[1]),
        Prim::UintDiv => t.ins().udiv(args[0], args[1]),
        Prim::UintRem => t.ins().urem(args[0], args[1]),
        Prim::UintMulHigh => t.ins().umulhi(args[0], args[1]),
        Prim::IntAnd => t.ins().band(args[0], args[1]),
        Prim::IntOr => t.ins().bor(args[0], args[1]),
        Prim::IntXor => t.ins().bxor(args[0], args[1]),
        // Cranelift takes shift counts mod 64, too.
        Prim::IntShl => t.ins().ishl(args[0], args[1]),
        Prim::IntShr => t.ins().sshr(args[0], args[1]),
        Prim::UintShr => t.ins().ushr(args[0], args[1]),
        Prim::IntClz => t.ins().clz(args[0]),
        Prim::IntCtz => t.ins().ctz(args[0]),
        Prim::IntPopcnt => t.ins().popcnt(args[0]),
        Prim::IntEq => int_compare(t, IntCC::Equal),
        Prim::IntNe => int_compare(t, IntCC::NotEqual),
        Prim::IntLt => int_compare(t, IntCC::SignedLessThan),
        Prim::IntLe => int_compare(t, IntCC::SignedLessThanOrEqual),
        Prim::IntGt => int_compare(t, IntCC::SignedGreaterThan),
        Prim::IntGe => int_compare(t, IntCC::SignedGreaterThanOrEqual),
        Prim::UintLt => int_compare(t, IntCC::UnsignedLessThan),
        Prim::UintLe => int_compare(t, IntCC::UnsignedLessThanOrEqual),

        Prim::IntAddOvf | Prim::IntSubOvf | Prim::IntMulOvf => unreachable!("the lowering leaves no {prim:?}"),
        Prim::IntAddFlag => {
            if let Some(n) = t.constant(op.args[1]) {
                return add_constant(t, args[0], n);
            }
            let (sum, overflow) = t.ins().sadd_overflow(args[0], args[1]);
            return smallvec![sum, overflow];
        }
        Prim::IntSubFlag => {
            if let Some(n) = t.constant(op.args[1]).and_then(i64::checked_neg) {
                return add_constant(t, args[0], n);
            }
            let (difference, overflow) = t.ins().ssub_overflow(args[0], args[1]);
            return smallvec![difference, overflow];
        }
        Prim::IntMulFlag => {
            let (product, overflow) = t.ins().smul_overflow(args[0], args[1]);
            return smallvec![product, overflow];
        }

        Prim::FloatAdd => t.ins().fadd(args[0], args[1]),
        Prim::FloatSub => t.ins().fsub(args[0], args[1]),
        Prim::FloatMul => t.ins().fmul(args[0], args[1]),
        Prim::FloatDiv => t.ins().fdiv(args[0], args[1]),
        Prim::FloatNeg => t.ins().fneg(args[0]),
        Prim::FloatAbs => t.ins().fabs(args[0]),
        Prim::FloatSqrt => t.ins().sqrt(args[0]),
        Prim::FloatFloor => t.ins().floor(args[0]),
        Prim::FloatCeil => t.ins().ceil(args[0]),
        Prim::FloatTrunc => t.ins().trunc(args[0]),
        Prim::FloatNearest => t.ins().nearest(args[0]),
        Prim::FloatCopysign => t.ins().fcopysign(args[0], args[1]),
        Prim::FloatEq => float_compare(t, FloatCC::Equal),
        Prim::FloatNe => float_compare(t, FloatCC::NotEqual),
        Prim::FloatLt => float_compare(t, FloatCC::LessThan),
        Prim::FloatLe => float_compare(t, FloatCC::LessThanOrEqual),
        Prim::FloatGt => float_compare(t, FloatCC::GreaterThan),
        Prim::FloatGe => float_compare(t, FloatCC::GreaterThanOrEqual),

        Prim::IntToFloat => t.ins().fcvt_from_sint(F64, args[0]),
        Prim::UintToFloat => t.ins().fcvt_from_uint(F64, args[0]),
        Prim::FloatToInt => t.ins().fcvt_to_sint_sat(I64, args[0]),
        Prim::FloatBits => t.ins().bitcast(I64, MemFlagsData::new(), args[0]),
        Prim::FloatFromBits => t.ins().bitcast(F64, MemFlagsData::new(), args[0]),
        Prim::BoolToInt => t.ins().uextend(I64, args[0]),
        Prim::BoolNot => t.ins().icmp_imm_u(IntCC::Equal, args[0], 0),
        Prim::AddrToInt | Prim::IntToAddr => args[0],

        Prim::LoadU32 => t.ins().uload32(plain, args[0], 0),
        Prim::LoadI64 | Prim::LoadPtr => t.ins().load(I64, plain, args[0], 0),
        Prim::StoreU32 => {
            t.ins().istore32(plain, args[1], args[0], 0);
            return SmallVec::new();
        }
        Prim::StoreI64 | Prim::StorePtr => {
            t.ins().store(plain, args[1], args[0], 0);
            return SmallVec::new();
        }
        Prim::CopyMemory => {
            t.call_platform(|p| p.memmove, &[args[1], args[0], args[2]]);
            return SmallVec::new();
        }
        Prim::FillMemory => {
            t.call_platform(|p| p.memset, &args);
            return SmallVec::new();
        }
        Prim::PlatformIsWasi
        | Prim::PointerSize
        | Prim::StructRows
        | Prim::NWatchedStatics
        | Prim::RootsBegin
        | Prim::RootsEnd => {
            unreachable!("the lowering leaves no {prim:?}")
        }

        Prim::PlatformWrite => return t.call_platform(|p| p.write, &args),
        Prim::PlatformRead => return t.call_platform(|p| p.read, &args),
        Prim::PlatformArgsSizes => {
            let arguments = t.arguments();
            return t.call_platform(|p| p.args_sizes, &[arguments]);
        }
        Prim::PlatformArgs => {
            let arguments = t.arguments();
            return t.call_platform(|p| p.args, &[arguments, args[0], args[1]]);
        }
        Prim::PlatformClock => return t.call_platform(|p| p.clock, &args),
        Prim::PlatformSleep => return t.call_platform(|p| p.sleep, &args),
        Prim::PlatformExit => return t.call_platform(|p| p.exit, &args),
        Prim::PlatformOpen
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
        | Prim::PlatformEnvironSizes
        | Prim::PlatformEnviron
        | Prim::PlatformRandom
        | Prim::PlatformWorkingDirectory => return t.call_platform(|p| p.files[&prim], &args),
        Prim::PlatformMemory => {
            let heap = t.heap();
            return t.call_platform(|p| p.memory, &[heap, args[0]]);
        }
        Prim::PlatformHeapBase => {
            let heap = t.heap();
            t.ins().load(I64, MemFlagsData::trusted(), heap, 0)
        }
    };
    smallvec![one]
}

/// `a + n` and whether it leaves 64 bits: the sum is then on the wrong side of a.
/// Cheaper than the processor's overflow flag, which Cranelift moves to a
/// register before it branches on it.
fn add_constant(t: &mut Translation, a: Value, n: i64) -> SmallVec<[Value; 2]> {
    let sum = t.ins().iadd_imm_s(a, n);
    let cc = if n >= 0 { IntCC::SignedLessThan } else { IntCC::SignedGreaterThan };
    let overflow = t.ins().icmp(cc, sum, a);
    smallvec![sum, overflow]
}
