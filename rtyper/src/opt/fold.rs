//! Replaces what is the same in every run by a constant.
//!
//! Wegman and Zadeck, "Constant Propagation with Conditional Branches": a value
//! is taken to be a constant until another one reaches it, along links that
//! control can take under the same assumption. So a variable that a loop leaves
//! as it was is a constant inside the loop as well. The operations mean what
//! [`Prim::eval`] says; simplification of single operations is in `simplify`.

use crate::opt::rename::Renaming;
use crate::opt::{each_function, empty_block, nowhere};
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{LlType, OBJECT, StructId};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low, Place, StaticId, StaticTail, StaticValue};
use naja_ir::prim::Prim;
use naja_ir::{SmallVec, smallvec};

pub fn run(program: &mut LlProgram) {
    each_function(program, |program, _, graph| fold(program, graph));
}

/// A value that is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Constant {
    Int(i64),
    Float(u64),
    Bool(bool),
    Null(StructId),
    Static(StaticId),
}

impl Constant {
    /// What an operation gives that is itself a constant.
    pub fn of(op: &LlOp) -> Option<Constant> {
        Some(match *op {
            LlOp::Int(n) => Constant::Int(n),
            LlOp::Float(bits) => Constant::Float(bits),
            LlOp::Bool(b) => Constant::Bool(b),
            LlOp::Null(id) => Constant::Null(id),
            LlOp::Static(id) => Constant::Static(id),
            _ => return None,
        })
    }

    pub fn op(self) -> LlOp {
        match self {
            Constant::Int(n) => LlOp::Int(n),
            Constant::Float(bits) => LlOp::Float(bits),
            Constant::Bool(b) => LlOp::Bool(b),
            Constant::Null(id) => LlOp::Null(id),
            Constant::Static(id) => LlOp::Static(id),
        }
    }

    /// As [`Prim::eval`] takes it.
    fn bits(self) -> Option<u64> {
        match self {
            Constant::Int(n) => Some(n as u64),
            Constant::Float(bits) => Some(bits),
            Constant::Bool(b) => Some(b as u64),
            Constant::Null(_) | Constant::Static(_) => None,
        }
    }

    fn from_bits(ty: LlType, bits: u64) -> Option<Constant> {
        match ty {
            LlType::I64 => Some(Constant::Int(bits as i64)),
            LlType::F64 => Some(Constant::Float(bits)),
            LlType::Bool => Some(Constant::Bool(bits != 0)),
            LlType::Ptr(_) | LlType::Addr => None,
        }
    }

    pub fn of_static(value: &StaticValue, ty: LlType, program: &LlProgram) -> Option<Constant> {
        match (value, ty) {
            (StaticValue::Int(n), _) => Some(Constant::Int(*n)),
            (StaticValue::Float(bits), _) => Some(Constant::Float(*bits)),
            (StaticValue::Bool(b), _) => Some(Constant::Bool(*b)),
            (StaticValue::Null, LlType::Ptr(id)) => Some(Constant::Null(id)),
            (StaticValue::Ptr(id), LlType::Ptr(ty)) if program.statics[*id].ty == ty => Some(Constant::Static(*id)),
            _ => None,
        }
    }
}

/// The results of an operation on known operands; `None` where they are not known.
pub fn eval(program: &LlProgram, op: &LlOp, args: &[Constant]) -> Option<SmallVec<[Constant; 2]>> {
    let one = |c| Some(smallvec![c]);
    match (op, args) {
        (LlOp::Prim(prim), _) => {
            let bits: SmallVec<[u64; 2]> = args.iter().map(|c| c.bits()).collect::<Option<_>>()?;
            let flagged = match prim {
                Prim::IntAddOvf => Some(Prim::IntAddFlag),
                Prim::IntSubOvf => Some(Prim::IntSubFlag),
                Prim::IntMulOvf => Some(Prim::IntMulFlag),
                _ => None,
            };
            let results = flagged.unwrap_or(*prim).eval(&bits)?;
            if flagged.is_some() && results[1] != 0 {
                return None;
            }
            prim.row().results.iter().zip(results).map(|(&ty, bits)| Constant::from_bits(ty, bits)).collect()
        }
        (LlOp::Cast(to), [Constant::Null(_)]) => one(Constant::Null(*to)),
        (LlOp::Cast(to), [Constant::Static(id)]) if program.statics[*id].ty == *to => one(args[0]),
        (LlOp::PtrEq, [a, b]) => one(Constant::Bool(match (a, b) {
            (Constant::Static(a), Constant::Static(b)) => a == b,
            (a, b) => matches!(a, Constant::Null(_)) == matches!(b, Constant::Null(_)),
        })),
        (LlOp::IsNull, [p]) => one(Constant::Bool(matches!(p, Constant::Null(_)))),
        (LlOp::TypeId, [Constant::Static(id)]) => one(Constant::Int(program.statics[*id].ty.as_u32() as i64)),
        (LlOp::TailLen(_), [Constant::Static(id)]) => one(Constant::Int(program.statics[*id].tail.len() as i64)),
        (LlOp::GetField(id, i), [Constant::Static(object)]) => {
            let field = &program.structs[*id].fields[*i];
            let object = &program.statics[*object];
            if !field.immutable || object.ty != *id {
                return None;
            }
            one(Constant::of_static(&object.fields[*i], field.storage.value_type(), program)?)
        }
        (LlOp::GetItem(id), [Constant::Static(object), Constant::Int(i)]) => {
            let object = &program.statics[*object];
            let ty = program.structs[*id].tail?.value_type();
            if !program.structs[*id].tail_immutable || object.ty != *id {
                return None;
            }
            let i = usize::try_from(*i).ok()?;
            match &object.tail {
                StaticTail::Bytes(bytes) => one(Constant::Int(*bytes.get(i)? as i64)),
                StaticTail::Items(items) => one(Constant::of_static(items.get(i)?, ty, program)?),
                StaticTail::Zeros(_) | StaticTail::None => None,
            }
        }
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Default, Debug)]
enum State {
    /// Nothing reached it yet.
    #[default]
    Unseen,
    Known(Constant),
    Varies,
}

impl State {
    fn meet(self, other: State) -> State {
        match (self, other) {
            (State::Unseen, s) | (s, State::Unseen) => s,
            (a, b) if a == b => a,
            _ => State::Varies,
        }
    }
}

struct Folding<'a> {
    program: &'a LlProgram,
    graph: &'a LlGraph,
    states: SecondaryMap<Value, State>,
    reached: EntitySet<Block>,
    /// To be looked at (again).
    dirty: EntitySet<Block>,
    any_dirty: bool,
    /// The blocks that read a value made in another block.
    readers: SecondaryMap<Value, SmallVec<[Block; 2]>>,
}

/// Constants, and the branches that they decide.
pub fn fold(program: &LlProgram, graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let mut folding = Folding {
        program,
        graph,
        states: SecondaryMap::with_capacity(graph.values.len()),
        reached: EntitySet::with_capacity(graph.blocks.len()),
        dirty: EntitySet::with_capacity(graph.blocks.len()),
        any_dirty: true,
        readers: readers(graph, &order),
    };
    for &param in graph.params() {
        folding.states[param] = State::Varies;
    }
    folding.reached.insert(graph.entry);
    folding.dirty.insert(graph.entry);
    while folding.any_dirty {
        folding.any_dirty = false;
        for &block in &order {
            if folding.dirty.remove(block) {
                folding.visit(block);
            }
        }
    }
    let Folding { states, reached, .. } = folding;
    rewrite(graph, &order, &states, &reached);
}

fn readers(graph: &LlGraph, order: &[Block]) -> SecondaryMap<Value, SmallVec<[Block; 2]>> {
    let mut home: SecondaryMap<Value, Option<Block>> = SecondaryMap::with_capacity(graph.values.len());
    for &block in order {
        let data = &graph.blocks[block];
        for &value in data.params.iter().chain(data.ops.iter().flat_map(|op| &op.results)) {
            home[value] = Some(block);
        }
    }
    let mut readers: SecondaryMap<Value, SmallVec<[Block; 2]>> = SecondaryMap::with_capacity(graph.values.len());
    for &block in order {
        let mut read = |value: Value| {
            if home[value] != Some(block) && readers[value].last() != Some(&block) {
                readers[value].push(block);
            }
        };
        let data = &graph.blocks[block];
        data.ops.iter().flat_map(|op| &op.args).copied().for_each(&mut read);
        data.terminator.for_each_use(&mut read);
    }
    readers
}

impl Folding<'_> {
    fn set(&mut self, value: Value, state: State) {
        let state = self.states[value].meet(state);
        if state != self.states[value] {
            self.states[value] = state;
            for &block in &self.readers[value] {
                if self.reached.contains(block) {
                    self.dirty.insert(block);
                    self.any_dirty = true;
                }
            }
        }
    }

    fn visit(&mut self, block: Block) {
        let graph = self.graph;
        let data = &graph.blocks[block];
        for op in &data.ops {
            self.op(op);
        }
        match &data.terminator {
            Terminator::Jump(link) => self.take(link),
            Terminator::Branch { cond, then, otherwise } => match self.states[*cond] {
                State::Known(Constant::Bool(b)) => self.take(if b { then } else { otherwise }),
                State::Unseen => {}
                _ => {
                    self.take(then);
                    self.take(otherwise);
                }
            },
            Terminator::Switch { value, cases, default } => match self.states[*value] {
                State::Known(Constant::Int(n)) => {
                    self.take(cases.iter().find(|c| c.0 == n).map_or(default, |c| &c.1));
                }
                State::Unseen => {}
                _ => {
                    cases.iter().for_each(|c| self.take(&c.1));
                    self.take(default);
                }
            },
            Terminator::Next { step, .. } => match *step {},
            Terminator::Guard { exc, ok, err, .. } => {
                self.states[*exc] = State::Varies;
                let never_raises = data.ops.last().is_some_and(|op| self.is_folded(op));
                self.take(ok);
                if !never_raises {
                    self.take(err);
                }
            }
            Terminator::Return(_) | Terminator::Unreachable => {}
        }
    }

    /// An operation whose results are known need not be done.
    fn is_folded(&self, op: &Op<Low>) -> bool {
        !op.results.is_empty() && op.results.iter().all(|&r| matches!(self.states[r], State::Known(_)))
    }

    fn take(&mut self, link: &Link) {
        let target = link.target;
        let mut changed = self.reached.insert(target);
        let graph = self.graph;
        for (&arg, &param) in link.args.iter().zip(&graph.blocks[target].params) {
            let before = self.states[param];
            self.set(param, self.states[arg]);
            changed |= self.states[param] != before;
        }
        if changed {
            self.dirty.insert(target);
            self.any_dirty = true;
        }
    }

    fn op(&mut self, op: &Op<Low>) {
        if let Some(constant) = Constant::of(&op.kind) {
            return self.set(op.results[0], State::Known(constant));
        }
        if op.results.is_empty() {
            return;
        }
        let arg = |i: usize| self.states[op.args[i]];
        let state = match op.kind {
            LlOp::Select => match arg(0) {
                State::Unseen => State::Unseen,
                State::Known(Constant::Bool(c)) => arg(if c { 1 } else { 2 }),
                _ => arg(1).meet(arg(2)),
            },
            LlOp::TypeId => match (self.graph.values[op.args[0]], arg(0)) {
                (LlType::Ptr(id), _) if id != OBJECT => State::Known(Constant::Int(id.as_u32() as i64)),
                (_, State::Known(p)) => {
                    eval(self.program, &op.kind, &[p]).map_or(State::Varies, |r| State::Known(r[0]))
                }
                (_, state) => state,
            },
            _ => {
                let mut args: SmallVec<[Constant; 4]> = SmallVec::new();
                let mut state = State::Varies;
                for &arg in &op.args {
                    match self.states[arg] {
                        State::Known(c) => args.push(c),
                        State::Unseen => state = State::Unseen,
                        State::Varies => {
                            state = State::Varies;
                            break;
                        }
                    }
                }
                if args.len() == op.args.len()
                    && let Some(results) = eval(self.program, &op.kind, &args)
                {
                    for (&result, constant) in op.results.iter().zip(results) {
                        self.set(result, State::Known(constant));
                    }
                    return;
                }
                state
            }
        };
        for &result in &op.results {
            self.set(result, state);
        }
    }
}

fn rewrite(graph: &mut LlGraph, order: &[Block], states: &SecondaryMap<Value, State>, reached: &EntitySet<Block>) {
    let known = |value: Value| match states[value] {
        State::Known(constant) => Some(constant),
        _ => None,
    };
    let mut renaming = Renaming::default();
    for &block in order.iter().filter(|&&b| reached.contains(b)) {
        let mut data = std::mem::replace(&mut graph.blocks[block], empty_block());
        let n_ops = data.ops.len();
        let mut ops = Vec::with_capacity(n_ops);
        let mut constant =
            |graph: &mut LlGraph, ops: &mut Vec<Op<Low>>, old: Value, constant: Constant, place: Place| {
                let new = graph.new_value(graph.values[old]);
                ops.push(Op { kind: constant.op(), args: smallvec![], results: smallvec![new], place });
                renaming.set(old, new);
            };
        for &param in &data.params {
            if let Some(c) = known(param) {
                constant(graph, &mut ops, param, c, nowhere());
            }
        }
        for (i, mut op) in data.ops.into_iter().enumerate() {
            let is_known = !op.results.is_empty() && op.results.iter().all(|&r| known(r).is_some());
            if !is_known || Constant::of(&op.kind).is_some() {
                ops.push(op);
                continue;
            }
            if i + 1 == n_ops
                && let Terminator::Guard { ok, .. } = &data.terminator
            {
                data.terminator = Terminator::Jump(ok.clone());
            }
            if let [result] = op.results[..] {
                op.kind = known(result).expect("it is known").op();
                op.args.clear();
                ops.push(op);
            } else {
                for &result in &op.results {
                    constant(graph, &mut ops, result, known(result).expect("it is known"), op.place);
                }
            }
        }
        data.ops = ops;
        graph.blocks[block] = data;
    }
    renaming.apply(graph);
}
