//! One function, from a lowered graph to Cranelift's form. The two have the same
//! shape: blocks with parameters, branches with arguments.

use super::image::{Declarations, Platform};
use super::prims;
use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::types::{F64, I8, I64};
use cranelift_codegen::ir::{
    self, AbiParam, BlockArg, FuncRef, GlobalValue, InstBuilder, MemFlagsData, Signature, TrapCode, Type, UserFuncName,
};
use cranelift_codegen::isa::CallConv;
use cranelift_frontend::{FuncInstBuilder, FunctionBuilder, FunctionBuilderContext, Switch};
use cranelift_module::{DataId, FuncId, Module};
use naja_ir::SmallVec;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Graph, Link, Op, Terminator, Value};
use naja_ir::layout::{FLAGS_OFFSET, STRUCT_MASK, TAIL_LEN_OFFSET};
use naja_ir::lltype::{EXCEPTION, LlType, Storage, StructId};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};
use std::collections::HashMap;

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

/// Writes one function in Cranelift's form.
pub(super) fn translate(
    program: &LlProgram,
    declarations: &Declarations,
    module: &mut dyn Module,
    func: LlFunc,
    context: &mut FunctionBuilderContext,
) -> ir::Function {
    let name = UserFuncName::user(0, declarations.functions[func].as_u32());
    let mut function = ir::Function::with_name_signature(name, signature(program, func));
    let graph = &program.functions[func].graph;
    let order = graph.reverse_postorder();
    let config = module.target_config();
    let mut t = Translation {
        program,
        declarations,
        module,
        graph,
        builder: FunctionBuilder::new(&mut function, context),
        blocks: SecondaryMap::with_default(ir::Block::from_u32(0)),
        cold: cold_blocks(program, graph, &order),
        between: Vec::new(),
        values: SecondaryMap::with_default(Held::Int(0)),
        callees: HashMap::new(),
        data: HashMap::new(),
    };
    t.declare_blocks(&order);
    for &block in &order {
        t.block(block);
    }
    t.builder.seal_all_blocks();
    t.builder.finalize(config);
    function
}

/// What a value of the graph is here. Constants are written where they are used:
/// their operations may stand far from there, and before a branch to cold code.
#[derive(Clone, Copy)]
enum Held {
    Value(ir::Value),
    Int(i64),
    Bool(bool),
    Float(u64),
    Address(DataId),
}

/// A function that is being written.
pub(super) struct Translation<'a> {
    program: &'a LlProgram,
    declarations: &'a Declarations,
    module: &'a mut dyn Module,
    graph: &'a LlGraph,
    builder: FunctionBuilder<'a>,
    blocks: SecondaryMap<Block, ir::Block>,
    cold: EntitySet<Block>,
    /// To be written behind the current block.
    between: Vec<(ir::Block, &'a Link)>,
    values: SecondaryMap<Value, Held>,
    callees: HashMap<FuncId, FuncRef>,
    data: HashMap<DataId, GlobalValue>,
}

impl<'a> Translation<'a> {
    /// Where the next instruction goes.
    pub(super) fn ins(&mut self) -> FuncInstBuilder<'_, 'a> {
        self.builder.ins()
    }

    /// The value, for the next instruction.
    pub(super) fn value(&mut self, value: Value) -> ir::Value {
        match self.values[value] {
            Held::Value(value) => value,
            Held::Int(n) => self.ins().iconst(I64, n),
            Held::Bool(b) => self.ins().iconst(I8, b as i64),
            Held::Float(bits) => self.ins().f64const(f64::from_bits(bits)),
            Held::Address(data) => self.address(data),
        }
    }

    pub(super) fn constant(&self, value: Value) -> Option<i64> {
        match self.values[value] {
            Held::Int(n) => Some(n),
            _ => None,
        }
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
        self.address(self.declarations.platform.heap)
    }

    /// The address of what the platform knows of the program's arguments.
    pub(super) fn arguments(&mut self) -> ir::Value {
        self.address(self.declarations.platform.arguments)
    }

    fn declare_blocks(&mut self, order: &[Block]) {
        for &block in order {
            let clif_block = self.builder.create_block();
            self.blocks[block] = clif_block;
            for &param in &self.graph.blocks[block].params {
                let ty = clif_type(self.graph.values[param]);
                self.values[param] = Held::Value(self.builder.append_block_param(clif_block, ty));
            }
            if self.cold.contains(block) {
                self.builder.set_cold_block(clif_block);
            }
        }
    }

    fn block(&mut self, block: Block) {
        self.builder.switch_to_block(self.blocks[block]);
        let data = &self.graph.blocks[block];
        for op in &data.ops {
            if let Some(constant) = self.constant_op(op) {
                self.values[op.results[0]] = constant;
                continue;
            }
            let results = self.op(op);
            debug_assert_eq!(results.len(), op.results.len());
            for (&result, value) in op.results.iter().zip(results) {
                self.values[result] = Held::Value(value);
            }
        }
        self.terminator(&data.terminator);
        for (between, link) in std::mem::take(&mut self.between) {
            self.builder.switch_to_block(between);
            self.jump(link);
        }
    }

    fn constant_op(&self, op: &Op<Low>) -> Option<Held> {
        Some(match op.kind {
            LlOp::Int(n) => Held::Int(n),
            LlOp::Float(bits) => Held::Float(bits),
            LlOp::Bool(b) => Held::Bool(b),
            LlOp::Null(_) => Held::Int(0),
            LlOp::Static(id) => Held::Address(self.declarations.statics[id]),
            LlOp::Cast(_) => self.values[op.args[0]],
            _ => return None,
        })
    }

    fn op(&mut self, op: &Op<Low>) -> SmallVec<[ir::Value; 2]> {
        let arg = |t: &mut Self, i: usize| t.value(op.args[i]);
        let plain = MemFlagsData::trusted();
        let one = match op.kind {
            LlOp::Prim(prim) => return prims::prim(self, prim, op),
            LlOp::Select => {
                let [c, a, b] = [0, 1, 2].map(|i| arg(self, i));
                self.ins().select(c, a, b)
            }
            LlOp::Call(callee) => {
                let args: SmallVec<[ir::Value; 8]> = op.args.iter().map(|&a| self.value(a)).collect();
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
                let [object, i] = [0, 1].map(|i| arg(self, i));
                let (storage, at, offset) = self.item(id, object, i);
                self.load(storage, at, offset)
            }
            LlOp::SetItem(id) => {
                let [object, i, value] = [0, 1, 2].map(|i| arg(self, i));
                let (storage, at, offset) = self.item(id, object, i);
                self.store(storage, value, at, offset);
                return SmallVec::new();
            }
            LlOp::CopyItems(source_id, target_id) => {
                let [source, i, target, j, n] = [0, 1, 2, 3, 4].map(|i| arg(self, i));
                let from = self.item_address(source_id, source, i);
                let to = self.item_address(target_id, target, j);
                let bytes = self.scaled(n, self.declarations.layouts[source_id].item_size);
                self.call(self.declarations.platform.memmove, &[to, from, bytes]);
                return SmallVec::new();
            }
            LlOp::ItemAddr(id) => {
                let [object, i] = [0, 1].map(|i| arg(self, i));
                self.item_address(id, object, i)
            }
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
                let header = self.ins().uload32(plain, object, 0);
                self.ins().band_imm_s(header, STRUCT_MASK as i64)
            }
            LlOp::IsWatched => {
                let object = arg(self, 0);
                self.ins().load(I8, plain, object, FLAGS_OFFSET as i32)
            }
            LlOp::Address | LlOp::ObjectAt(_) => arg(self, 0),
            LlOp::LoadCell(cell) => {
                let at = self.address(self.declarations.cells[cell]);
                self.load(Storage::Value(self.program.cells[cell].ty), at, 0)
            }
            LlOp::StoreCell(cell) => {
                let at = self.address(self.declarations.cells[cell]);
                let value = arg(self, 0);
                self.store(Storage::Value(self.program.cells[cell].ty), value, at, 0);
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
            LlOp::Int(_) | LlOp::Float(_) | LlOp::Bool(_) | LlOp::Null(_) | LlOp::Static(_) | LlOp::Cast(_) => {
                unreachable!("known before it is used")
            }
            LlOp::New(_)
            | LlOp::NewTail(_)
            | LlOp::LeaveRoom(_)
            | LlOp::TakeRoom(_)
            | LlOp::ForgetRoom(_)
            | LlOp::Raise
            | LlOp::Reraise => {
                unreachable!("the lowering leaves no {:?}", op.kind)
            }
        };
        naja_ir::smallvec![one]
    }

    fn terminator(&mut self, terminator: &'a Terminator<Low>) {
        match terminator {
            Terminator::Jump(link) => self.jump(link),
            Terminator::Branch { cond, then, otherwise } => {
                let cond = self.value(*cond);
                let [(then, then_args), (otherwise, otherwise_args)] = [then, otherwise].map(|link| {
                    if self.cold.contains(link.target) && !link.args.is_empty() {
                        (self.block_between(link, true), SmallVec::new())
                    } else {
                        (self.blocks[link.target], self.link_args(link))
                    }
                });
                self.ins().brif(cond, then, &then_args, otherwise, &otherwise_args);
            }
            Terminator::Switch { value, cases, default } => self.switch(*value, cases, default),
            Terminator::Return(values) => {
                let values: SmallVec<[ir::Value; 4]> = values.iter().map(|&v| self.value(v)).collect();
                self.ins().return_(&values);
            }
            Terminator::Unreachable => {
                self.ins().trap(UNREACHABLE);
            }
            Terminator::Guard { .. } => unreachable!("the lowering leaves no guards"),
            Terminator::Next { step, .. } => match *step {},
        }
    }

    fn jump(&mut self, link: &Link) {
        let args = self.link_args(link);
        let target = self.blocks[link.target];
        self.ins().jump(target, &args);
    }

    /// Cranelift's switch passes no arguments.
    fn switch(&mut self, value: Value, cases: &'a [(i64, Link)], default: &'a Link) {
        let target = |t: &mut Self, link: &'a Link| match link.args.is_empty() {
            true => t.blocks[link.target],
            false => t.block_between(link, t.cold.contains(link.target)),
        };
        let mut switch = Switch::new();
        for (number, link) in cases {
            switch.set_entry(*number as u64 as u128, target(self, link));
        }
        let otherwise = target(self, default);
        let value = self.value(value);
        switch.emit(&mut self.builder, value, otherwise);
    }

    /// A block that takes the link, so that its arguments are written there and
    /// not before the branch.
    fn block_between(&mut self, link: &'a Link, cold: bool) -> ir::Block {
        let block = self.builder.create_block();
        if cold {
            self.builder.set_cold_block(block);
        }
        self.between.push((block, link));
        block
    }

    fn link_args(&mut self, link: &Link) -> SmallVec<[BlockArg; 4]> {
        link.args.iter().map(|&a| BlockArg::Value(self.value(a))).collect()
    }

    fn call(&mut self, callee: FuncId, args: &[ir::Value]) -> SmallVec<[ir::Value; 2]> {
        let declare = || self.module.declare_func_in_func(callee, self.builder.func);
        let callee = *self.callees.entry(callee).or_insert_with(declare);
        let call = self.ins().call(callee, args);
        self.builder.inst_results(call).into()
    }

    fn address(&mut self, data: DataId) -> ir::Value {
        let declare = || self.module.declare_data_in_func(data, self.builder.func);
        let symbol = *self.data.entry(data).or_insert_with(declare);
        self.ins().symbol_value(I64, symbol)
    }

    fn field(&self, id: StructId, i: usize) -> (Storage, i32) {
        (self.program.structs[id].fields[i].storage, self.declarations.layouts[id].fields[i] as i32)
    }

    /// How the tail's item is stored, and its place as an address and an offset.
    fn item(&mut self, id: StructId, object: ir::Value, index: ir::Value) -> (Storage, ir::Value, i32) {
        let layout = &self.declarations.layouts[id];
        let bytes = self.scaled(index, layout.item_size);
        let at = self.ins().iadd(object, bytes);
        (self.program.structs[id].tail.expect("a struct with items has a tail"), at, layout.tail as i32)
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

/// The blocks that run only where something is raised, or the collector is told
/// something: those that call a hook for it, those behind the test of a call's exception, and those between such
/// blocks and the way out. They are placed behind the others, and registers are
/// not saved for their sake.
fn cold_blocks(program: &LlProgram, graph: &Graph<Low>, order: &[Block]) -> EntitySet<Block> {
    let hooks = program.hooks;
    let hooks = [hooks.overflow, hooks.recursion, hooks.traceback, hooks.remember, hooks.remember_item];
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
