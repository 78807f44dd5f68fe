//! One function's code: its structured control flow as Wasm's.

use super::body::{Body, Constant, End, Inst, Kind};
use super::locals::Locals;
use super::loops::NodeKind;
use super::memory::Memory;
use super::runtime::Callees;
use super::structure::{Label, Structured, Token};
use super::trees::Trees;
use naja_ir::entity::EntityRef;
use naja_ir::graph::Value;
use naja_ir::lowlevel::{LlOp, LlProgram};
use wasm_encoder::{BlockType, Instruction, ValType};

/// Everything that a function's emission reads, and the code that it writes.
pub struct Emitter<'a> {
    pub program: &'a LlProgram,
    pub memory: &'a Memory,
    pub callees: &'a mut Callees,
    pub body: &'a Body,
    pub trees: &'a Trees,
    pub locals: &'a Locals,
    pub structured: &'a Structured,
    /// The block whose code is being written.
    pub block: usize,
    pub code: Vec<Instruction<'static>>,
    open: Vec<Open>,
    /// How many of `open` there are up to each label's.
    forward: Vec<usize>,
    back: Vec<usize>,
    /// For each dispatch node, the local that holds the number to go on by.
    selectors: Vec<u32>,
    /// Lie on the operand stack, the last on top, until the branch behind them is done.
    pending: Vec<Value>,
}

/// A block, loop or if that is not ended yet.
struct Open {
    /// What is still on the operand stack behind its end.
    pending: Vec<Value>,
}

/// The code of a function, and the types of its locals.
pub struct Code {
    pub instructions: Vec<Instruction<'static>>,
    pub locals: Vec<ValType>,
}

pub fn emit(
    program: &LlProgram,
    memory: &Memory,
    callees: &mut Callees,
    body: &Body,
    trees: &Trees,
    locals: &Locals,
    structured: &Structured,
) -> Code {
    let n_nodes = structured.cfg.nodes.len();
    let mut types = locals.types.clone();
    let mut selectors = vec![0; n_nodes];
    for (node, data) in structured.cfg.nodes.iter().enumerate() {
        if data.kind == NodeKind::Dispatch {
            selectors[node] = (body.params.len() + types.len()) as u32;
            types.push(ValType::I32);
        }
    }
    let mut emitter = Emitter {
        program,
        memory,
        callees,
        body,
        trees,
        locals,
        structured,
        block: 0,
        code: Vec::new(),
        open: Vec::new(),
        forward: vec![0; n_nodes],
        back: vec![0; n_nodes],
        selectors,
        pending: Vec::new(),
    };
    for at in 0..structured.tokens.len() {
        emitter.token(at);
    }
    emitter.finish();
    Code { instructions: emitter.code, locals: types }
}

impl<'a> Emitter<'a> {
    /// Adds an instruction, or does better with what stands before it.
    pub fn push(&mut self, instruction: Instruction<'static>) {
        match peephole(&self.code, &instruction) {
            None => self.code.push(instruction),
            Some((n_dropped, better)) => {
                self.code.truncate(self.code.len() - n_dropped);
                if let Some(better) = better {
                    self.push(better);
                }
            }
        }
    }

    fn token(&mut self, at: usize) {
        match self.structured.tokens[at] {
            Token::Block(node) => {
                self.forward[node] = self.open(Instruction::Block(BlockType::Empty));
            }
            Token::Loop(header) => {
                self.back[header] = self.open(Instruction::Loop(BlockType::Empty));
            }
            Token::If { node, taken, label } => {
                self.condition(node, taken);
                let behind = std::mem::take(&mut self.pending);
                let depth = self.open(Instruction::If(BlockType::Empty));
                self.open[depth - 1].pending = behind;
                if let Some(label) = label {
                    self.forward[label] = depth;
                }
            }
            Token::Else => self.code.push(Instruction::Else),
            Token::End => self.end(),
            Token::Code(node) => self.node(node, at),
            Token::Edge(node, edge) => self.edge(node, edge),
            Token::Jump(label) => {
                let depth = self.depth(label);
                self.code.push(Instruction::Br(depth));
            }
            Token::JumpIf { node, edge, to } => self.jump_if(node, edge, to),
            Token::EitherEdge(node) => self.either_edge(node),
            Token::Table(node) => self.table(node),
            Token::Leave(node) => self.leave(node),
        }
    }

    fn open(&mut self, instruction: Instruction<'static>) -> usize {
        self.code.push(instruction);
        self.open.push(Open { pending: Vec::new() });
        self.open.len()
    }

    fn end(&mut self) {
        if let Some(Instruction::Else) = self.code.last() {
            self.code.pop();
        }
        self.code.push(Instruction::End);
        let Open { pending } = self.open.pop().expect("an end has a start");
        self.set_all(&pending);
    }

    fn depth(&self, label: Label) -> u32 {
        let level = match label {
            Label::Forward(node) => self.forward[node],
            Label::Back(node) => self.back[node],
        };
        (self.open.len() - level) as u32
    }

    fn node(&mut self, node: usize, at: usize) {
        let Some(block) = self.body.blocks.get(node) else { return };
        self.block = node;
        let roots = block.insts.iter().filter(|inst| self.trees.is_root(inst));
        for inst in roots {
            if self.leaves_results(node, inst, at) {
                self.compute(inst);
                self.pending = inst.results.to_vec();
            } else {
                self.root(inst);
            }
        }
    }

    /// Is this a call whose exception is tested next, by a jump or an if that cannot
    /// come back? Then its other results, which are not read where there is an
    /// exception, stay on the operand stack until the test is done.
    fn leaves_results(&self, node: usize, inst: &Inst, at: usize) -> bool {
        let (Kind::Op(LlOp::Call(_)), [_, .., exc]) = (&inst.kind, &inst.results[..]) else { return false };
        let (edge, next) = match self.structured.tokens.get(at + 1) {
            Some(&Token::JumpIf { edge, .. }) => (edge, true),
            Some(&Token::If { taken, label: None, .. }) => (taken, true),
            _ => (0, false),
        };
        let End::Branch { cond, .. } = &self.body.blocks[node].end else { return false };
        next && edge == 1
            && self.trees.inner.contains(*cond)
            && {
                let test = self.trees.inst(self.body, node, *cond);
                test.kind == Kind::Op(LlOp::IsNull) && test.args[..] == [*exc]
            }
            && self.body.blocks[node]
                .insts
                .iter()
                .rev()
                .find(|i| self.trees.is_root(i))
                .is_some_and(|last| std::ptr::eq(last, inst))
    }

    /// Writes an operation that stands in its own place.
    fn root(&mut self, inst: &Inst) {
        self.compute(inst);
        self.set_all(&inst.results);
    }

    /// Takes values off the operand stack, into their locals if they have some.
    fn set_all(&mut self, values: &[Value]) {
        for &value in values.iter().rev() {
            match self.locals.of[value] {
                Some(local) => self.push(Instruction::LocalSet(local)),
                None => self.push(Instruction::Drop),
            }
        }
    }

    /// Puts on the stack whether the node goes on by this edge of its two. Where
    /// results of a call are pending, their last is what is tested.
    fn condition(&mut self, node: usize, edge: usize) {
        if let Some(exc) = self.pending.pop() {
            if let Some(local) = self.locals.of[exc]
                && self.trees.n_uses[exc] > 1
            {
                self.push(Instruction::LocalTee(local));
            }
            return;
        }
        let End::Branch { cond, .. } = self.body.blocks[node].end else {
            unreachable!("a node with two successors ends in a branch")
        };
        self.condition_value(cond, edge == 1);
    }

    fn jump_if(&mut self, node: usize, edge: usize, to: Label) {
        self.condition(node, edge);
        let pending = std::mem::take(&mut self.pending);
        if self.has_code(node, edge) {
            self.open(Instruction::If(BlockType::Empty));
            self.edge(node, edge);
            let depth = self.depth(to);
            self.code.push(Instruction::Br(depth));
            self.end();
        } else {
            let depth = self.depth(to);
            self.code.push(Instruction::BrIf(depth));
        }
        self.set_all(&pending);
    }

    fn either_edge(&mut self, node: usize) {
        match (self.has_code(node, 0), self.has_code(node, 1)) {
            (false, false) => {
                let End::Branch { cond, .. } = self.body.blocks[node].end else { return };
                // The condition may hold a call.
                self.condition_value(cond, false);
                self.push(Instruction::Drop);
            }
            (first, second) => {
                let taken = if first { 0 } else { 1 };
                self.condition(node, taken);
                self.open(Instruction::If(BlockType::Empty));
                self.edge(node, taken);
                if first && second {
                    self.code.push(Instruction::Else);
                    self.edge(node, 1);
                }
                self.end();
            }
        }
    }

    fn table(&mut self, node: usize) {
        if self.structured.cfg.nodes[node].kind == NodeKind::Dispatch {
            self.push(Instruction::LocalGet(self.selectors[node]));
        } else {
            let End::Table { value, first, .. } = &self.body.blocks[node].end else {
                unreachable!("a table node ends in a table")
            };
            self.wrapped(*value);
            if *first != 0 {
                self.push(Instruction::I32Const(*first as i32));
                self.push(Instruction::I32Sub);
            }
        }
        let n = self.structured.cfg.nodes[node].succs.len();
        let mut depths: Vec<u32> = (0..n).map(|k| self.depth(self.structured.table_label(node, k))).collect();
        let last = depths.pop().expect("a table has a default");
        self.code.push(Instruction::BrTable(depths.into(), last));
    }

    fn leave(&mut self, node: usize) {
        match &self.body.blocks[node].end {
            End::Return(values) => {
                values.iter().for_each(|&v| self.value(v));
                self.code.push(Instruction::Return);
            }
            _ => self.code.push(Instruction::Unreachable),
        }
    }

    fn has_code(&self, node: usize, edge: usize) -> bool {
        self.structured.cfg.nodes[node].selects[edge].is_some() || self.moves(node, edge).next().is_some()
    }

    /// The arguments that are not yet where the parameters are.
    fn moves(&self, node: usize, edge: usize) -> impl Iterator<Item = (Value, Value)> {
        let body = self.body;
        let edge = body.blocks.get(node).map(|block| &block.end.edges()[edge]);
        let pairs = edge.into_iter().flat_map(|e| e.args.iter().zip(&body.blocks[e.target].params));
        let locals = self.locals;
        let is_inner = |v| self.trees.inner.contains(v);
        pairs.map(|(&a, &p)| (a, p)).filter(move |&(a, p)| is_inner(a) || locals.of[a] != locals.of[p])
    }

    /// Everything is read before anything is written: parameters may change places.
    fn edge(&mut self, node: usize, edge: usize) {
        let moves: Vec<(Value, Value)> = self.moves(node, edge).collect();
        self.block = node;
        moves.iter().for_each(|&(arg, _)| self.value(arg));
        let params: Vec<Value> = moves.iter().map(|&(_, param)| param).collect();
        self.set_all(&params);
        let data = &self.structured.cfg.nodes[node];
        if let Some(number) = data.selects[edge] {
            self.push(Instruction::I32Const(number as i32));
            self.push(Instruction::LocalSet(self.selectors[data.succs[edge]]));
        }
    }

    fn finish(&mut self) {
        match self.code.last() {
            Some(Instruction::Return) => {
                self.code.pop();
            }
            // A loop without an end: what follows it is not reached.
            Some(Instruction::End) => self.code.push(Instruction::Unreachable),
            _ => {}
        }
        self.code.push(Instruction::End);
    }

    /// Puts a value on the operand stack.
    pub fn value(&mut self, value: Value) {
        if let Some(constant) = self.body.constants[value] {
            self.push(match constant {
                Constant::I32(n) => Instruction::I32Const(n),
                Constant::I64(n) => Instruction::I64Const(n),
                Constant::F64(bits) => Instruction::F64Const(f64::from_bits(bits).into()),
            });
        } else if self.trees.inner.contains(value) {
            let inst = self.trees.inst(self.body, self.block, value);
            self.compute(inst);
        } else {
            let local = self.locals.of[value].expect("a value that is read has a local");
            self.push(Instruction::LocalGet(local));
        }
    }

    /// The operation of a value that is computed at its use.
    pub fn inner(&self, value: Value) -> Option<&'a Inst> {
        self.trees.inner.contains(value).then(|| self.trees.inst(self.body, self.block, value))
    }

    pub fn int(&self, value: Value) -> Option<i64> {
        match self.body.constants[value] {
            Some(Constant::I64(n)) => Some(n),
            _ => None,
        }
    }

    /// The number of a function in the module.
    pub fn callee(&self, func: naja_ir::lowlevel::LlFunc) -> u32 {
        self.callees.first_function + func.index() as u32
    }
}

/// How many instructions at the end of the code to drop, and what to put there
/// instead of them and of what would come next.
fn peephole(code: &[Instruction], next: &Instruction) -> Option<(usize, Option<Instruction<'static>>)> {
    use Instruction::*;
    let last = code.last()?;
    Some(match (last, next) {
        (&LocalSet(x), &LocalGet(y)) if x == y => (1, Some(LocalTee(x))),
        (&LocalGet(x), &LocalSet(y)) if x == y => (1, None),
        (&LocalTee(x), Drop) => (1, Some(LocalSet(x))),
        (LocalGet(_) | I32Const(_) | I64Const(_) | F64Const(_), Drop) => (1, None),
        (&I64Const(n), I32WrapI64) => (1, Some(I32Const(n as i32))),
        (I64ExtendI32U, I32WrapI64) => (1, None),
        (&I64Load32U(at), I32WrapI64) => (1, Some(I32Load(at))),
        (&I64Load16U(at), I32WrapI64) => (1, Some(I32Load16U(at))),
        (&I64Load8U(at), I32WrapI64) => (1, Some(I32Load8U(at))),
        (&I32Const(0), I32Add | I32Shl) => (1, None),
        (&I32Const(b), I32Add) => match code[..code.len() - 1].last()? {
            &I32Const(a) => (2, Some(I32Const(a.wrapping_add(b)))),
            _ => return None,
        },
        (_, I32Eqz) => (1, Some(opposite(last)?)),
        _ => return None,
    })
}

/// The comparison that holds where this one does not. Floats have few, for nan.
fn opposite(comparison: &Instruction) -> Option<Instruction<'static>> {
    use Instruction::*;
    Some(match comparison {
        I64Eq => I64Ne,
        I64Ne => I64Eq,
        I64LtS => I64GeS,
        I64GeS => I64LtS,
        I64GtS => I64LeS,
        I64LeS => I64GtS,
        I64LtU => I64GeU,
        I64GeU => I64LtU,
        I64GtU => I64LeU,
        I64LeU => I64GtU,
        I32Eq => I32Ne,
        I32Ne => I32Eq,
        F64Eq => F64Ne,
        F64Ne => F64Eq,
        _ => return None,
    })
}
