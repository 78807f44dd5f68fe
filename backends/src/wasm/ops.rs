//! The instructions of each operation.

use super::body::{Constant, Inst, Kind};
use super::code::Emitter;
use super::memory::CellHome;
use super::runtime::{Helper, Import};
use naja_ir::graph::Value;
use naja_ir::layout::{FLAGS_OFFSET, STRUCT_MASK, TAIL_LEN_OFFSET, WASM32};
use naja_ir::lltype::{LlType, Storage, StructId};
use naja_ir::lowlevel::LlOp;
use naja_ir::prim::Prim;
use wasm_encoder::{BlockType, Instruction, MemArg, ValType};

/// No object lies below this address.
const LOWEST_OBJECT: i64 = 24;

impl Emitter<'_> {
    /// Puts the results of an operation on the operand stack.
    pub fn compute(&mut self, inst: &Inst) {
        let args = &inst.args[..];
        match &inst.kind {
            Kind::Op(op) => self.op(op, args, &inst.results),
            Kind::AddOverflows => self.add_overflows(args[0], args[1], args[2]),
            Kind::SubOverflows => self.sub_overflows(args[0], args[1], args[2]),
            Kind::MulOverflows => self.mul_overflows(args[0], args[1]),
        }
    }

    /// Puts an i32 on the stack that is not zero where the bool is true, or where
    /// it is false.
    pub fn condition_value(&mut self, cond: Value, negated: bool) {
        if let Some(inst) = self.inner(cond)
            && let Kind::Op(op) = &inst.kind
        {
            match op {
                LlOp::Prim(Prim::BoolNot) => return self.condition_value(inst.args[0], !negated),
                LlOp::IsNull if negated => return self.value(inst.args[0]),
                _ => {}
            }
        }
        self.value(cond);
        if negated {
            self.push(Instruction::I32Eqz);
        }
    }

    /// An i64 as an i32, its upper half left out.
    pub fn wrapped(&mut self, value: Value) {
        self.value(value);
        self.push(Instruction::I32WrapI64);
    }

    fn op(&mut self, op: &LlOp, args: &[Value], results: &[Value]) {
        match *op {
            LlOp::Prim(prim) => self.prim(prim, args),
            LlOp::Select => {
                self.value(args[1]);
                self.value(args[2]);
                self.condition_value(args[0], false);
                self.push(Instruction::Select);
            }
            LlOp::Call(callee) => {
                args.iter().for_each(|&a| self.value(a));
                let callee = self.callee(callee);
                self.push(Instruction::Call(callee));
            }
            LlOp::GetField(id, i) => {
                let s = &self.program.structs[id];
                let (storage, offset) = (s.fields[i].storage, WASM32.layout(s).fields[i]);
                self.value(args[0]);
                self.push(load(storage, offset));
            }
            LlOp::SetField(id, i) => {
                let s = &self.program.structs[id];
                let (storage, offset) = (s.fields[i].storage, WASM32.layout(s).fields[i]);
                self.value(args[0]);
                self.value(args[1]);
                self.push(store(storage, offset));
            }
            LlOp::TailLen(_) => {
                self.value(args[0]);
                self.push(load(Storage::U32, TAIL_LEN_OFFSET));
            }
            LlOp::TypeId => {
                self.value(args[0]);
                self.push(load(Storage::U32, 0));
                self.push(Instruction::I64Const(STRUCT_MASK as i64));
                self.push(Instruction::I64And);
            }
            LlOp::IsWatched => {
                self.value(args[0]);
                self.push(Instruction::I32Load8U(at(FLAGS_OFFSET, 0)));
            }
            LlOp::Address => {
                self.value(args[0]);
                self.push(Instruction::I64ExtendI32U);
            }
            LlOp::ObjectAt(_) => self.wrapped(args[0]),
            LlOp::GetItem(id) => {
                let offset = self.item(id, args[0], args[1]);
                self.push(load(self.tail(id), offset));
            }
            LlOp::SetItem(id) => {
                let offset = self.item(id, args[0], args[1]);
                self.value(args[2]);
                self.push(store(self.tail(id), offset));
            }
            LlOp::ItemAddr(id) => self.item_address(id, args[0], args[1]),
            LlOp::CopyItems(from, to) => {
                self.item_address(to, args[2], args[3]);
                self.item_address(from, args[0], args[1]);
                self.wrapped(args[4]);
                self.scale(WASM32.size(self.tail(to)));
                self.push(Instruction::MemoryCopy { src_mem: 0, dst_mem: 0 });
            }
            LlOp::PtrEq => {
                args.iter().for_each(|&a| self.value(a));
                self.push(Instruction::I32Eq);
            }
            LlOp::IsNull => {
                self.value(args[0]);
                self.push(Instruction::I32Eqz);
            }
            LlOp::LoadCell(cell) => match self.memory.cells[cell] {
                CellHome::Global(global) => self.push(Instruction::GlobalGet(global)),
                CellHome::Memory(address) => {
                    self.push(Instruction::I32Const(0));
                    self.push(load(Storage::Value(self.program.cells[cell].ty), address));
                }
            },
            LlOp::StoreCell(cell) => match self.memory.cells[cell] {
                CellHome::Global(global) => {
                    self.value(args[0]);
                    self.push(Instruction::GlobalSet(global));
                }
                CellHome::Memory(address) => {
                    self.push(Instruction::I32Const(0));
                    self.value(args[0]);
                    self.push(store(Storage::Value(self.program.cells[cell].ty), address));
                }
            },
            LlOp::InitObject(id) => self.init_object(id, args, results),
            LlOp::Int(_)
            | LlOp::Float(_)
            | LlOp::Bool(_)
            | LlOp::Null(_)
            | LlOp::Static(_)
            | LlOp::Cast(_)
            | LlOp::New(_)
            | LlOp::NewTail(_)
            | LlOp::LeaveRoom(_)
            | LlOp::TakeRoom(_)
            | LlOp::ForgetRoom(_)
            | LlOp::Raise
            | LlOp::Reraise => unreachable!("{op:?} is no operation of a body"),
        }
    }

    fn tail(&self, id: StructId) -> Storage {
        self.program.structs[id].tail.expect("it has a tail")
    }

    /// Writes the header. The object's address goes through its local, if it is read at all.
    fn init_object(&mut self, id: StructId, args: &[Value], results: &[Value]) {
        let Some(object) = self.locals.of[results[0]] else {
            args.iter().for_each(|&a| {
                self.value(a);
                self.push(Instruction::Drop);
            });
            self.push(Instruction::I32Const(0));
            return;
        };
        self.wrapped(args[0]);
        self.push(Instruction::LocalTee(object));
        let number = id.as_u32() as i64;
        match args.get(1).map(|&n| (n, self.int(n))) {
            None => {
                self.push(Instruction::I32Const(number as i32));
                self.push(Instruction::I32Store(at(0, 2)));
            }
            Some((_, Some(n))) => {
                self.push(Instruction::I64Const(n << 32 | number));
                self.push(Instruction::I64Store(at(0, 3)));
            }
            Some((n, None)) => {
                self.push(Instruction::I32Const(number as i32));
                self.push(Instruction::I32Store(at(0, 2)));
                self.push(Instruction::LocalGet(object));
                self.value(n);
                self.push(store(Storage::U32, TAIL_LEN_OFFSET));
            }
        }
        self.push(Instruction::LocalGet(object));
    }

    /// Puts an address on the stack; the item lies at the offset behind it.
    fn item(&mut self, id: StructId, object: Value, index: Value) -> u32 {
        let layout = WASM32.layout(&self.program.structs[id]);
        let (tail, size) = (layout.tail as i64, layout.item_size as i64);
        if let Some(Constant::I32(address)) = self.body.constants[object] {
            self.wrapped(index);
            self.scale(size as u32);
            return address as u32 + tail as u32;
        }
        self.value(object);
        if let Some(n) = self.int(index) {
            if let Some(offset) = n.checked_mul(size).and_then(|o| u32::try_from(o + tail).ok()) {
                return offset;
            }
        } else if let Some((base, n)) = self.base_and_offset(index)
            // Then what is added up before the offset does not wrap round below zero.
            && (n * size <= LOWEST_OBJECT && tail + n * size >= 0)
        {
            self.wrapped(base);
            self.scale(size as u32);
            self.push(Instruction::I32Add);
            return (tail + n * size) as u32;
        }
        self.wrapped(index);
        self.scale(size as u32);
        self.push(Instruction::I32Add);
        tail as u32
    }

    /// Reads at an address that is an i64.
    fn load_raw(&mut self, address: Value, instruction: fn(MemArg) -> Instruction<'static>, align: u32) {
        let offset = self.raw_address(address);
        self.push(instruction(at(offset, align)));
    }

    fn store_raw(&mut self, address: Value, value: Value, instruction: fn(MemArg) -> Instruction<'static>, align: u32) {
        let offset = self.raw_address(address);
        self.value(value);
        self.push(instruction(at(offset, align)));
    }

    /// Puts an address on the stack; what is meant lies at the offset behind it.
    fn raw_address(&mut self, address: Value) -> u32 {
        if let Some((base, n)) = self.base_and_offset(address)
            && n >= 0
        {
            self.wrapped(base);
            return n as u32;
        }
        self.wrapped(address);
        0
    }

    /// The sum of a value and a small constant, where the index is one.
    fn base_and_offset(&self, index: Value) -> Option<(Value, i64)> {
        let inst = self.inner(index)?;
        let n = self.int(*inst.args.get(1)?)?;
        let n = match inst.kind {
            Kind::Op(LlOp::Prim(Prim::IntAdd)) => n,
            Kind::Op(LlOp::Prim(Prim::IntSub)) => n.checked_neg()?,
            _ => return None,
        };
        (n.unsigned_abs() < 1024).then_some((inst.args[0], n))
    }

    fn item_address(&mut self, id: StructId, object: Value, index: Value) {
        let offset = self.item(id, object, index);
        self.push(Instruction::I32Const(offset as i32));
        self.push(Instruction::I32Add);
    }

    /// Multiplies the i32 on the stack by a size.
    fn scale(&mut self, size: u32) {
        if let Some(&Instruction::I32Const(n)) = self.code.last() {
            self.code.pop();
            self.push(Instruction::I32Const(n.wrapping_mul(size as i32)));
        } else {
            self.push(Instruction::I32Const(size.trailing_zeros() as i32));
            self.push(Instruction::I32Shl);
        }
    }

    fn prim(&mut self, prim: Prim, args: &[Value]) {
        use Instruction as I;
        let zero = args.get(1).is_some_and(|&b| self.int(b) == Some(0));
        match prim {
            Prim::IntEq | Prim::IntNe if zero => {
                self.value(args[0]);
                self.push(I::I64Eqz);
                if prim == Prim::IntNe {
                    self.push(I::I32Eqz);
                }
                return;
            }
            Prim::AddrAdd => {
                self.value(args[0]);
                self.wrapped(args[1]);
                self.push(I::I32Add);
                return;
            }
            Prim::PlatformExit => {
                self.wrapped(args[0]);
                self.push(I::Call(self.callees.import(Import::ProcExit)));
                return;
            }
            Prim::LoadU32 => return self.load_raw(args[0], I::I64Load32U, 2),
            Prim::LoadI64 => return self.load_raw(args[0], I::I64Load, 3),
            Prim::LoadPtr => return self.load_raw(args[0], I::I64Load32U, 2),
            Prim::StoreU32 | Prim::StorePtr => return self.store_raw(args[0], args[1], I::I64Store32, 2),
            Prim::StoreI64 => return self.store_raw(args[0], args[1], I::I64Store, 3),
            Prim::CopyMemory => {
                self.wrapped(args[1]);
                self.wrapped(args[0]);
                self.wrapped(args[2]);
                self.push(I::MemoryCopy { src_mem: 0, dst_mem: 0 });
                return;
            }
            Prim::FillMemory => {
                args.iter().for_each(|&a| self.wrapped(a));
                self.push(I::MemoryFill(0));
                return;
            }
            _ => {}
        }
        args.iter().for_each(|&a| self.value(a));
        let instruction = match prim {
            Prim::IntAdd => I::I64Add,
            Prim::IntSub => I::I64Sub,
            Prim::IntMul => I::I64Mul,
            Prim::IntDiv => I::I64DivS,
            Prim::IntRem => I::I64RemS,
            Prim::UintDiv => I::I64DivU,
            Prim::UintRem => I::I64RemU,
            Prim::UintMulHigh => I::Call(self.callees.helper(Helper::UintMulHigh)),
            Prim::IntAnd => I::I64And,
            Prim::IntOr => I::I64Or,
            Prim::IntXor => I::I64Xor,
            Prim::IntShl => I::I64Shl,
            Prim::IntShr => I::I64ShrS,
            Prim::UintShr => I::I64ShrU,
            Prim::IntClz => I::I64Clz,
            Prim::IntCtz => I::I64Ctz,
            Prim::IntPopcnt => I::I64Popcnt,
            Prim::IntEq => I::I64Eq,
            Prim::IntNe => I::I64Ne,
            Prim::IntLt => I::I64LtS,
            Prim::IntLe => I::I64LeS,
            Prim::IntGt => I::I64GtS,
            Prim::IntGe => I::I64GeS,
            Prim::UintLt => I::I64LtU,
            Prim::UintLe => I::I64LeU,
            Prim::FloatAdd => I::F64Add,
            Prim::FloatSub => I::F64Sub,
            Prim::FloatMul => I::F64Mul,
            Prim::FloatDiv => I::F64Div,
            Prim::FloatNeg => I::F64Neg,
            Prim::FloatAbs => I::F64Abs,
            Prim::FloatSqrt => I::F64Sqrt,
            Prim::FloatFloor => I::F64Floor,
            Prim::FloatCeil => I::F64Ceil,
            Prim::FloatTrunc => I::F64Trunc,
            Prim::FloatNearest => I::F64Nearest,
            Prim::FloatCopysign => I::F64Copysign,
            Prim::FloatEq => I::F64Eq,
            Prim::FloatNe => I::F64Ne,
            Prim::FloatLt => I::F64Lt,
            Prim::FloatLe => I::F64Le,
            Prim::FloatGt => I::F64Gt,
            Prim::FloatGe => I::F64Ge,
            Prim::IntToFloat => I::F64ConvertI64S,
            Prim::UintToFloat => I::F64ConvertI64U,
            Prim::FloatToInt => I::I64TruncSatF64S,
            Prim::FloatBits => I::I64ReinterpretF64,
            Prim::FloatFromBits => I::F64ReinterpretI64,
            Prim::BoolToInt | Prim::AddrToInt => I::I64ExtendI32U,
            Prim::BoolNot => I::I32Eqz,
            Prim::IntToAddr => I::I32WrapI64,
            Prim::PlatformWrite => I::Call(self.callees.helper(Helper::PlatformWrite)),
            Prim::PlatformRead => I::Call(self.callees.helper(Helper::PlatformRead)),
            Prim::PlatformArgsSizes => I::Call(self.callees.helper(Helper::PlatformArgsSizes)),
            Prim::PlatformArgs => I::Call(self.callees.helper(Helper::PlatformArgs)),
            Prim::PlatformClock => I::Call(self.callees.helper(Helper::PlatformClock)),
            Prim::PlatformSleep => I::Call(self.callees.helper(Helper::PlatformSleep)),
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
            | Prim::PlatformWorkingDirectory => I::Call(self.callees.helper(Helper::File(prim))),
            Prim::PlatformMemory => I::Call(self.callees.helper(Helper::PlatformMemory)),
            Prim::IntAddOvf
            | Prim::IntSubOvf
            | Prim::IntMulOvf
            | Prim::IntAddFlag
            | Prim::IntSubFlag
            | Prim::IntMulFlag
            | Prim::AddrAdd
            | Prim::PlatformExit
            | Prim::PlatformHeapBase
            | Prim::LoadU32
            | Prim::LoadI64
            | Prim::LoadPtr
            | Prim::StoreU32
            | Prim::StoreI64
            | Prim::StorePtr
            | Prim::CopyMemory
            | Prim::FillMemory
            | Prim::PlatformIsWasi
            | Prim::PointerSize
            | Prim::StructRows
            | Prim::NWatchedStatics
            | Prim::RootsBegin
            | Prim::RootsEnd => unreachable!("{prim:?} is dealt with before"),
        };
        self.push(instruction);
    }

    /// Did a + b leave 64 bits? The sum's sign is that of neither operand; where
    /// one is known, the sum lies on its wrong side.
    fn add_overflows(&mut self, a: Value, b: Value, sum: Value) {
        for (known, other) in [(b, a), (a, b)] {
            if let Some(n) = self.int(known) {
                self.value(sum);
                self.value(other);
                return self.push(if n < 0 { Instruction::I64GtS } else { Instruction::I64LtS });
            }
        }
        self.value(sum);
        self.value(a);
        self.push(Instruction::I64Xor);
        self.value(sum);
        self.value(b);
        self.push(Instruction::I64Xor);
        self.push(Instruction::I64And);
        self.is_negative();
    }

    /// Did a - b leave 64 bits? Then the operands' signs differ, and the
    /// difference's is not a's.
    fn sub_overflows(&mut self, a: Value, b: Value, difference: Value) {
        if let Some(n) = self.int(b) {
            self.value(difference);
            self.value(a);
            return self.push(if n < 0 { Instruction::I64LtS } else { Instruction::I64GtS });
        }
        if let Some(n) = self.int(a) {
            self.value(b);
            // n - b > max where b < n - max; n - b < min where b > n - min.
            let (limit, compare) = match n >= 0 {
                true => (n - i64::MAX, Instruction::I64LtS),
                false => (n.wrapping_sub(i64::MIN), Instruction::I64GtS),
            };
            self.push(Instruction::I64Const(limit));
            return self.push(compare);
        }
        self.value(a);
        self.value(b);
        self.push(Instruction::I64Xor);
        self.value(a);
        self.value(difference);
        self.push(Instruction::I64Xor);
        self.push(Instruction::I64And);
        self.is_negative();
    }

    fn is_negative(&mut self) {
        self.push(Instruction::I64Const(0));
        self.push(Instruction::I64LtS);
    }

    /// Does a * b leave 64 bits? Not where both fit into 32; else a helper says so.
    /// Where one operand is known, the other must lie between two bounds.
    fn mul_overflows(&mut self, a: Value, b: Value) {
        for (known, other) in [(b, a), (a, b)] {
            if let Some(n) = self.int(known) {
                return self.mul_by_constant_overflows(other, n);
            }
        }
        for value in [a, b] {
            self.value(value);
            self.push(Instruction::I64Const(1 << 31));
            self.push(Instruction::I64Add);
        }
        self.push(Instruction::I64Or);
        self.push(Instruction::I64Const(32));
        self.push(Instruction::I64ShrU);
        self.push(Instruction::I64Eqz);
        self.push(Instruction::If(BlockType::Result(ValType::I32)));
        self.push(Instruction::I32Const(0));
        self.push(Instruction::Else);
        self.value(a);
        self.value(b);
        let helper = self.callees.helper(Helper::MulOverflows);
        self.push(Instruction::Call(helper));
        self.push(Instruction::End);
    }

    fn mul_by_constant_overflows(&mut self, a: Value, n: i64) {
        let (lowest, highest) = match n {
            0 | 1 => return self.push(Instruction::I32Const(0)),
            -1 => (-i64::MAX, i64::MAX),
            2.. => (i64::MIN / n, i64::MAX / n),
            _ => (i64::MAX / n, i64::MIN / n),
        };
        self.value(a);
        self.push(Instruction::I64Const(lowest));
        self.push(Instruction::I64Sub);
        self.push(Instruction::I64Const(highest.wrapping_sub(lowest)));
        self.push(Instruction::I64GtU);
    }
}

fn at(offset: u32, align: u32) -> MemArg {
    MemArg { offset: offset as u64, align, memory_index: 0 }
}

fn load(storage: Storage, offset: u32) -> Instruction<'static> {
    match storage {
        Storage::U8 => Instruction::I64Load8U(at(offset, 0)),
        Storage::U16 => Instruction::I64Load16U(at(offset, 1)),
        Storage::U32 => Instruction::I64Load32U(at(offset, 2)),
        Storage::Value(LlType::Bool) => Instruction::I32Load8U(at(offset, 0)),
        Storage::Value(LlType::I64) => Instruction::I64Load(at(offset, 3)),
        Storage::Value(LlType::F64) => Instruction::F64Load(at(offset, 3)),
        Storage::Value(LlType::Ptr(_) | LlType::Addr) => Instruction::I32Load(at(offset, 2)),
    }
}

fn store(storage: Storage, offset: u32) -> Instruction<'static> {
    match storage {
        Storage::U8 => Instruction::I64Store8(at(offset, 0)),
        Storage::U16 => Instruction::I64Store16(at(offset, 1)),
        Storage::U32 => Instruction::I64Store32(at(offset, 2)),
        Storage::Value(LlType::Bool) => Instruction::I32Store8(at(offset, 0)),
        Storage::Value(LlType::I64) => Instruction::I64Store(at(offset, 3)),
        Storage::Value(LlType::F64) => Instruction::F64Store(at(offset, 3)),
        Storage::Value(LlType::Ptr(_) | LlType::Addr) => Instruction::I32Store(at(offset, 2)),
    }
}
