//! One function, from a lowered graph to Cranelift's form. The two have the same
//! shape: blocks with parameters, branches with arguments.

use super::data::{Location, Piece};
use super::image::{Declarations, Platform};
use super::prims;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::immediates::Imm64;
use cranelift_codegen::ir::types::{F64, I8, I64};
use cranelift_codegen::ir::{
    self, AbiParam, BlockArg, FuncRef, GlobalValue, GlobalValueData, InstBuilder, MemFlagsData, Signature, TrapCode,
    Type,
};
use cranelift_codegen::isa::CallConv;
use cranelift_frontend::{FuncInstBuilder, FunctionBuilder, FunctionBuilderContext, Switch};
use cranelift_module::{DataId, FuncId, Module};
use naja_ir::SmallVec;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Graph, Link, Op, Terminator, Value};
use naja_ir::layout::{NATIVE64, TAIL_LEN_OFFSET};
use naja_ir::lltype::{EXCEPTION, LlType, Storage, StructId};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};

/// The convention between the program's own functions: as the platform's, but
/// eight results fit into registers (a tuple, a union or an exception is several).
const CONVENTION: CallConv = CallConv::Tail;

/// Reached where the lowered program says that control cannot come.
const UNREACHABLE: TrapCode = TrapCode::unwrap_user(1);

pub(super) fn clif_type(ty: LlType) -> Type {
    match ty {
        LlType::Bool => I8,
        LlType::I64 | LlType::Ptr(_) | LlType::Addr => I64,
        LlType::F64 => F64,
    }
}

pub(super) fn signature(program: &LlProgram, func: LlFunc) -> Signature {
    let function = &program.functions[func];
    let graph = &function.graph;
    let mut signature = Signature::new(CONVENTION);
    signature.params.extend(graph.params().iter().map(|&p| AbiParam::new(clif_type(graph.values[p]))));
    signature.returns.extend(function.results.iter().map(|&r| AbiParam::new(clif_type(r))));
    signature
}

/// Writes the body of one function; its signature is set already.
pub(super) fn translate(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
    func: LlFunc,
    context: &mut FunctionBuilderContext,
    out: &mut ir::Function,
) {
    let graph = &program.functions[func].graph;
    let order = graph.reverse_postorder();
    let mut t = Translation {
        program,
        declarations,
        module,
        graph,
        builder: FunctionBuilder::new(out, context),
        blocks: SecondaryMap::with_default(ir::Block::from_u32(0)),
        values: SecondaryMap::with_default(ir::Value::from_u32(0)),
        constants: SecondaryMap::new(),
        callees: SecondaryMap::new(),
        pieces: [None; 2],
    };
    t.declare_blocks(&order);
    for &block in &order {
        t.block(block);
    }
    t.builder.seal_all_blocks();
    let config = t.module.target_config();
    t.builder.finalize(config);
}

/// A function that is being written.
pub(super) struct Translation<'a> {
    program: &'a LlProgram,
    declarations: &'a Declarations,
    module: &'a mut dyn Module,
    graph: &'a LlGraph,
    builder: FunctionBuilder<'a>,
    blocks: SecondaryMap<Block, ir::Block>,
    values: SecondaryMap<Value, ir::Value>,
    /// The values that are known numbers.
    constants: SecondaryMap<Value, Option<i64>>,
    callees: SecondaryMap<FuncId, Option<FuncRef>>,
    pieces: [Option<GlobalValue>; 2],
}

impl<'a> Translation<'a> {
    /// Where the next instruction goes.
    pub(super) fn ins(&mut self) -> FuncInstBuilder<'_, 'a> {
        self.builder.ins()
    }

    pub(super) fn value(&self, value: Value) -> ir::Value {
        self.values[value]
    }

    pub(super) fn constant(&self, value: Value) -> Option<i64> {
        self.constants[value]
    }

    pub(super) fn call_platform(
        &mut self,
        choose: impl Fn(&Platform) -> FuncId,
        args: &[ir::Value],
    ) -> SmallVec<[ir::Value; 2]> {
        self.call(choose(&self.declarations.platform), args)
    }

    /// The address of what the platform knows of the heap; its first word is
    /// where the heap begins.
    pub(super) fn heap(&mut self) -> ir::Value {
        let heap = self.module.declare_data_in_func(self.declarations.platform.heap, self.builder.func);
        self.builder.ins().symbol_value(I64, heap)
    }

    fn declare_blocks(&mut self, order: &[Block]) {
        let cold = cold_blocks(self.program, self.graph, order);
        for &block in order {
            let clif_block = self.builder.create_block();
            self.blocks[block] = clif_block;
            for &param in &self.graph.blocks[block].params {
                let ty = clif_type(self.graph.values[param]);
                self.values[param] = self.builder.append_block_param(clif_block, ty);
            }
            if cold.contains(block) {
                self.builder.set_cold_block(clif_block);
            }
        }
    }

    fn block(&mut self, block: Block) {
        self.builder.switch_to_block(self.blocks[block]);
        let data = &self.graph.blocks[block];
        for op in &data.ops {
            let results = self.op(op);
            debug_assert_eq!(results.len(), op.results.len());
            for (&result, value) in op.results.iter().zip(results) {
                self.values[result] = value;
            }
        }
        self.terminator(&data.terminator);
    }

    fn op(&mut self, op: &Op<Low>) -> SmallVec<[ir::Value; 2]> {
        let arg = |t: &Self, i: usize| t.values[op.args[i]];
        let plain = MemFlagsData::trusted();
        let one = match op.kind {
            LlOp::Int(n) => {
                self.constants[op.results[0]] = Some(n);
                self.ins().iconst(I64, n)
            }
            LlOp::Float(bits) => self.ins().f64const(f64::from_bits(bits)),
            LlOp::Bool(b) => self.ins().iconst(I8, b as i64),
            LlOp::Null(_) => self.ins().iconst(I64, 0),
            LlOp::Static(id) => self.address(self.declarations.memory.statics[id]),
            LlOp::Prim(prim) => return prims::prim(self, prim, op),
            LlOp::Select => {
                let [c, a, b] = [0, 1, 2].map(|i| arg(self, i));
                self.ins().select(c, a, b)
            }
            LlOp::Call(callee) => {
                let args: SmallVec<[ir::Value; 8]> = op.args.iter().map(|&a| self.values[a]).collect();
                return self.call(self.declarations.functions[callee], &args);
            }
            // Loads of immutable fields may not be marked as movable: Cranelift would
            // hoist them over the test that the reference is not null.
            LlOp::GetField(id, i) => {
                let (storage, offset) = self.field(id, i);
                let object = arg(self, 0);
                self.load(storage, object, offset)
            }
            LlOp::SetField(id, i) => {
                let (storage, offset) = self.field(id, i);
                let [object, value] = [0, 1].map(|i| arg(self, i));
                self.store(storage, value, object, offset);
                return SmallVec::new();
            }
            LlOp::TailLen(_) => {
                let object = arg(self, 0);
                self.ins().uload32(plain, object, TAIL_LEN_OFFSET as i32)
            }
            LlOp::GetItem(id) => {
                let (storage, at, offset) = self.item(id, arg(self, 0), arg(self, 1));
                self.load(storage, at, offset)
            }
            LlOp::SetItem(id) => {
                let (storage, at, offset) = self.item(id, arg(self, 0), arg(self, 1));
                self.store(storage, arg(self, 2), at, offset);
                return SmallVec::new();
            }
            LlOp::CopyItems(source_id, target_id) => {
                let [source, i, target, j, n] = [0, 1, 2, 3, 4].map(|i| arg(self, i));
                let from = self.item_address(source_id, source, i);
                let to = self.item_address(target_id, target, j);
                let size = NATIVE64.layout(&self.program.structs[source_id]).item_size;
                let bytes = self.scaled(n, size);
                self.call(self.declarations.platform.memmove, &[to, from, bytes]);
                return SmallVec::new();
            }
            LlOp::ItemAddr(id) => self.item_address(id, arg(self, 0), arg(self, 1)),
            LlOp::Cast(_) => arg(self, 0),
            LlOp::PtrEq => {
                let [p, q] = [0, 1].map(|i| arg(self, i));
                self.ins().icmp(IntCC::Equal, p, q)
            }
            LlOp::IsNull => {
                let object = arg(self, 0);
                self.ins().icmp_imm_u(IntCC::Equal, object, 0)
            }
            LlOp::TypeId => {
                let object = arg(self, 0);
                self.ins().uload32(plain, object, 0)
            }
            LlOp::LoadCell(cell) => {
                let at = self.address(self.declarations.memory.cells[cell]);
                self.load(Storage::Value(self.program.cells[cell].ty), at, 0)
            }
            LlOp::StoreCell(cell) => {
                let at = self.address(self.declarations.memory.cells[cell]);
                self.store(Storage::Value(self.program.cells[cell].ty), arg(self, 0), at, 0);
                return SmallVec::new();
            }
            LlOp::InitObject(id) => {
                let address = arg(self, 0);
                let number = self.ins().iconst(I64, id.as_u32() as i64);
                self.ins().istore32(plain, number, address, 0);
                if self.program.structs[id].tail.is_some() {
                    let n = arg(self, 1);
                    self.ins().istore32(plain, n, address, TAIL_LEN_OFFSET as i32);
                }
                address
            }
            LlOp::New(_) | LlOp::NewTail(_) | LlOp::Raise | LlOp::Reraise => {
                unreachable!("the lowering leaves no {:?}", op.kind)
            }
        };
        naja_ir::smallvec![one]
    }

    fn terminator(&mut self, terminator: &'a Terminator<Low>) {
        match terminator {
            Terminator::Jump(link) => {
                let args = self.link_args(link);
                let target = self.blocks[link.target];
                self.ins().jump(target, &args);
            }
            Terminator::Branch { cond, then, otherwise } => {
                let cond = self.values[*cond];
                let (then_args, otherwise_args) = (self.link_args(then), self.link_args(otherwise));
                let (then, otherwise) = (self.blocks[then.target], self.blocks[otherwise.target]);
                self.ins().brif(cond, then, &then_args, otherwise, &otherwise_args);
            }
            Terminator::Switch { value, cases, default } => self.switch(*value, cases, default),
            Terminator::Return(values) => {
                let values: SmallVec<[ir::Value; 4]> = values.iter().map(|&v| self.values[v]).collect();
                self.ins().return_(&values);
            }
            Terminator::Unreachable => {
                self.ins().trap(UNREACHABLE);
            }
            Terminator::Guard { .. } => unreachable!("the lowering leaves no guards"),
            Terminator::Next { step, .. } => match *step {},
        }
    }

    /// Cranelift's switch passes no arguments: a link that does gets a block that jumps.
    fn switch(&mut self, value: Value, cases: &'a [(i64, Link)], default: &'a Link) {
        let mut jumps = Vec::new();
        let mut target = |t: &mut Self, link: &'a Link| {
            if link.args.is_empty() {
                return t.blocks[link.target];
            }
            let between = t.builder.create_block();
            jumps.push((between, link));
            between
        };
        let mut switch = Switch::new();
        for (number, link) in cases {
            switch.set_entry(*number as u64 as u128, target(self, link));
        }
        let otherwise = target(self, default);
        switch.emit(&mut self.builder, self.values[value], otherwise);
        for (between, link) in jumps {
            self.builder.switch_to_block(between);
            let args = self.link_args(link);
            let target = self.blocks[link.target];
            self.ins().jump(target, &args);
        }
    }

    fn link_args(&self, link: &Link) -> SmallVec<[BlockArg; 4]> {
        link.args.iter().map(|&a| BlockArg::Value(self.values[a])).collect()
    }

    fn call(&mut self, callee: FuncId, args: &[ir::Value]) -> SmallVec<[ir::Value; 2]> {
        let callee = match self.callees[callee] {
            Some(known) => known,
            None => {
                let declared = self.module.declare_func_in_func(callee, self.builder.func);
                self.callees[callee] = Some(declared);
                declared
            }
        };
        let call = self.ins().call(callee, args);
        self.builder.inst_results(call).into()
    }

    fn address(&mut self, location: Location) -> ir::Value {
        let symbol = self.symbol(location);
        self.ins().symbol_value(I64, symbol)
    }

    fn symbol(&mut self, location: Location) -> GlobalValue {
        let piece = match self.pieces[location.piece as usize] {
            Some(known) => known,
            None => {
                let data: DataId = match location.piece {
                    Piece::Image => self.declarations.image,
                    Piece::Zeros => self.declarations.zeros,
                };
                let declared = self.module.declare_data_in_func(data, self.builder.func);
                *self.pieces[location.piece as usize].insert(declared)
            }
        };
        let name = self.builder.func.global_values[piece].symbol_name().clone();
        self.builder.create_global_value(GlobalValueData::Symbol {
            name,
            offset: Imm64::new(location.offset as i64),
            colocated: true,
            tls: false,
        })
    }

    fn field(&self, id: StructId, i: usize) -> (Storage, i32) {
        let struct_ = &self.program.structs[id];
        (struct_.fields[i].storage, NATIVE64.layout(struct_).fields[i] as i32)
    }

    /// How the tail's item is stored, and its place as an address and an offset.
    fn item(&mut self, id: StructId, object: ir::Value, index: ir::Value) -> (Storage, ir::Value, i32) {
        let struct_ = &self.program.structs[id];
        let layout = NATIVE64.layout(struct_);
        let bytes = self.scaled(index, layout.item_size);
        let at = self.ins().iadd(object, bytes);
        (struct_.tail.expect("a struct with items has a tail"), at, layout.tail as i32)
    }

    fn item_address(&mut self, id: StructId, object: ir::Value, index: ir::Value) -> ir::Value {
        let (_, at, offset) = self.item(id, object, index);
        self.ins().iadd_imm_s(at, offset as i64)
    }

    fn scaled(&mut self, n: ir::Value, size: u32) -> ir::Value {
        if size == 1 { n } else { self.ins().ishl_imm_u(n, size.trailing_zeros() as i64) }
    }

    fn load(&mut self, storage: Storage, at: ir::Value, offset: i32) -> ir::Value {
        let flags = MemFlagsData::trusted();
        match storage {
            Storage::U8 => self.ins().uload8(I64, flags, at, offset),
            Storage::U16 => self.ins().uload16(I64, flags, at, offset),
            Storage::U32 => self.ins().uload32(flags, at, offset),
            Storage::Value(ty) => self.ins().load(clif_type(ty), flags, at, offset),
        }
    }

    fn store(&mut self, storage: Storage, value: ir::Value, at: ir::Value, offset: i32) {
        let flags = MemFlagsData::trusted();
        match storage {
            Storage::U8 => self.ins().istore8(flags, value, at, offset),
            Storage::U16 => self.ins().istore16(flags, value, at, offset),
            Storage::U32 => self.ins().istore32(flags, value, at, offset),
            Storage::Value(_) => self.ins().store(flags, value, at, offset),
        };
    }
}

/// The blocks that run only where something is raised: those that call a hook
/// for it, those behind the test of a call's exception, and those between such
/// blocks and the way out. They are placed behind the others, and registers are
/// not saved for their sake.
fn cold_blocks(program: &LlProgram, graph: &Graph<Low>, order: &[Block]) -> EntitySet<Block> {
    let hooks = [program.hooks.overflow, program.hooks.recursion, program.hooks.traceback];
    let mut exceptions: EntitySet<Value> = EntitySet::new();
    let mut tests: EntitySet<Value> = EntitySet::new();
    let mut cold: EntitySet<Block> = EntitySet::new();
    for &block in order {
        for op in &graph.blocks[block].ops {
            match op.kind {
                LlOp::Call(callee) if hooks.contains(&Some(callee)) => {
                    cold.insert(block);
                }
                LlOp::Call(_) => {
                    let exception = op.results.last().filter(|&&v| graph.values[v] == LlType::Ptr(EXCEPTION));
                    exceptions.extend(exception.copied());
                }
                LlOp::IsNull if exceptions.contains(op.args[0]) => {
                    tests.insert(op.results[0]);
                }
                _ => {}
            }
        }
    }
    let predecessors = graph.predecessors();
    for &block in order {
        match &graph.blocks[block].terminator {
            Terminator::Unreachable => {
                cold.insert(block);
            }
            Terminator::Branch { cond, otherwise, .. }
                if tests.contains(*cond) && predecessors[otherwise.target].len() == 1 =>
            {
                cold.insert(otherwise.target);
            }
            _ => {}
        }
    }
    for &block in order.iter().rev() {
        let links = graph.blocks[block].terminator.links();
        if !links.is_empty() && links.iter().all(|l| cold.contains(l.target)) {
            cold.insert(block);
        }
    }
    for &block in order {
        let before = &predecessors[block];
        if !before.is_empty() && before.iter().all(|&p| cold.contains(p)) {
            cold.insert(block);
        }
    }
    // Cranelift wants the way in to be warm.
    cold.remove(graph.entry);
    cold
}
