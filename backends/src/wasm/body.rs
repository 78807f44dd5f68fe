//! A function as the emitter wants it. Constants, casts and the parameters of
//! blocks that are entered once are no values of their own any more; what nobody
//! reads is gone; a checked operation is two, the sum and the question whether it
//! overflowed; a switch is a table where it is dense, and branches where not.

use super::memory::Memory;
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::graph::{Block, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlFunction, LlGraph, LlOp};
use naja_ir::prim::Prim;
use naja_ir::{SmallVec, smallvec};

/// A value that is written down wherever it is used.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Constant {
    I32(i32),
    I64(i64),
    /// By its bits.
    F64(u64),
}

#[derive(Clone, PartialEq, Debug)]
pub enum Kind {
    Op(LlOp),
    /// `a b sum -> bool`
    AddOverflows,
    /// `a b difference -> bool`
    SubOverflows,
    /// `a b -> bool`
    MulOverflows,
}

#[derive(Debug)]
pub struct Inst {
    pub kind: Kind,
    pub args: SmallVec<[Value; 3]>,
    pub results: SmallVec<[Value; 2]>,
}

/// A way into a block; only the arguments of parameters that are read.
#[derive(Clone, Debug)]
pub struct Edge {
    pub target: usize,
    pub args: Vec<Value>,
}

#[derive(Debug)]
pub enum End {
    Jump(Edge),
    /// The first edge is taken where the condition holds.
    Branch {
        cond: Value,
        edges: [Edge; 2],
    },
    /// By the value less `first`; its edges take no arguments, the last is the default's.
    Table {
        value: Value,
        first: i64,
        edges: Vec<Edge>,
    },
    Return(Vec<Value>),
    Unreachable,
}

#[derive(Debug)]
pub struct BodyBlock {
    /// Those that are read.
    pub params: Vec<Value>,
    pub insts: Vec<Inst>,
    pub end: End,
}

/// A function's blocks, the entry first, in reverse postorder.
pub struct Body {
    /// The function's parameters, also where nobody reads them.
    pub params: Vec<Value>,
    pub blocks: Vec<BodyBlock>,
    pub types: PrimaryMap<Value, LlType>,
    pub constants: SecondaryMap<Value, Option<Constant>>,
}

impl End {
    pub fn edges(&self) -> &[Edge] {
        match self {
            End::Jump(edge) => std::slice::from_ref(edge),
            End::Branch { edges, .. } => edges,
            End::Table { edges, .. } => edges,
            End::Return(_) | End::Unreachable => &[],
        }
    }

    fn edges_mut(&mut self) -> &mut [Edge] {
        match self {
            End::Jump(edge) => std::slice::from_mut(edge),
            End::Branch { edges, .. } => edges,
            End::Table { edges, .. } => edges,
            End::Return(_) | End::Unreachable => &mut [],
        }
    }

    /// What the end itself reads, the arguments of edges excluded.
    pub fn operands(&self) -> &[Value] {
        match self {
            End::Branch { cond, .. } => std::slice::from_ref(cond),
            End::Table { value, .. } => std::slice::from_ref(value),
            End::Return(values) => values,
            End::Jump(_) | End::Unreachable => &[],
        }
    }
}

impl Kind {
    /// Does nothing but give its results.
    fn is_removable(&self) -> bool {
        match self {
            Kind::Op(op) => op.is_removable(),
            Kind::AddOverflows | Kind::SubOverflows | Kind::MulOverflows => true,
        }
    }
}

/// Prepares one function, whose switches are expanded already.
pub fn body(function: &LlFunction, graph: &LlGraph, memory: &Memory) -> Body {
    let order = graph.reverse_postorder();
    let mut number: SecondaryMap<Block, usize> = SecondaryMap::new();
    let mut n_ways: SecondaryMap<Block, u32> = SecondaryMap::new();
    for (i, &block) in order.iter().enumerate() {
        number[block] = i;
        for link in graph.blocks[block].terminator.links() {
            n_ways[link.target] += 1;
        }
    }
    let mut same = Same::of(graph, &order, &n_ways);
    let mut constants: SecondaryMap<Value, Option<Constant>> = SecondaryMap::new();
    // What is zero just where the value is not.
    let mut opposite: SecondaryMap<Value, Option<Value>> = SecondaryMap::new();
    let mut blocks = Vec::with_capacity(order.len());
    for &block in &order {
        let data = &graph.blocks[block];
        let mut insts = Vec::with_capacity(data.ops.len());
        for op in &data.ops {
            let mut args: SmallVec<[Value; 3]> = op.args.iter().map(|&a| same.find(a)).collect();
            let results: SmallVec<[Value; 2]> = op.results.iter().copied().collect();
            match op.kind {
                LlOp::IsNull | LlOp::Prim(Prim::BoolNot) => opposite[results[0]] = Some(args[0]),
                LlOp::Select => {
                    // wasmi 2.0.0 takes `select x y (eqz y)` for x.
                    while let Some(other) = opposite[args[0]] {
                        args[0] = other;
                        args.swap(1, 2);
                    }
                }
                _ => {}
            }
            let constant = match &op.kind {
                LlOp::Int(n) => Constant::I64(*n),
                LlOp::Float(bits) => Constant::F64(*bits),
                LlOp::Bool(b) => Constant::I32(*b as i32),
                LlOp::Null(_) => Constant::I32(0),
                LlOp::Static(id) => Constant::I32(memory.statics[*id] as i32),
                LlOp::Prim(Prim::PlatformHeapBase) => Constant::I64(memory.heap_base as i64),
                LlOp::Cast(_) => continue,
                LlOp::Address if constants[args[0]].is_some() => match constants[args[0]] {
                    Some(Constant::I32(address)) => Constant::I64(address as u32 as i64),
                    other => unreachable!("{other:?} is the address of an object"),
                },
                LlOp::Prim(prim @ (Prim::IntAddFlag | Prim::IntSubFlag | Prim::IntMulFlag)) => {
                    insts.extend(checked(*prim, args, results));
                    continue;
                }
                other => {
                    insts.push(Inst { kind: Kind::Op(other.clone()), args, results });
                    continue;
                }
            };
            constants[op.results[0]] = Some(constant);
        }
        let mut edge = |link: &naja_ir::graph::Link| {
            let args = match n_ways[link.target] {
                1 => Vec::new(),
                _ => link.args.iter().map(|&a| same.find(a)).collect(),
            };
            Edge { target: number[link.target], args }
        };
        let end = match &data.terminator {
            Terminator::Jump(link) => End::Jump(edge(link)),
            Terminator::Branch { cond, then, otherwise } => {
                let edges = [edge(then), edge(otherwise)];
                End::Branch { cond: same.find(*cond), edges }
            }
            Terminator::Switch { value, cases, default } => {
                let first = cases.iter().map(|c| c.0).min().unwrap_or(0);
                let span = cases.iter().map(|c| c.0).max().map_or(0, |last| (last - first + 1) as usize);
                let mut edges = vec![edge(default); span + 1];
                for (n, link) in cases {
                    edges[(n - first) as usize] = edge(link);
                }
                End::Table { value: same.find(*value), first, edges }
            }
            Terminator::Return(values) => End::Return(values.iter().map(|&v| same.find(v)).collect()),
            Terminator::Unreachable => End::Unreachable,
            Terminator::Guard { .. } => unreachable!("{}: a guard is left after lowering", function.name),
            Terminator::Next { step, .. } => match *step {},
        };
        let params = if n_ways[block] == 1 { Vec::new() } else { data.params.to_vec() };
        blocks.push(BodyBlock { params, insts, end });
    }
    let mut body = Body { params: graph.params().to_vec(), blocks, types: graph.values.clone(), constants };
    drop_unread(&mut body);
    skip_empty_blocks(&mut body);
    body
}

/// The two halves of a checked operation.
fn checked(prim: Prim, args: SmallVec<[Value; 3]>, results: SmallVec<[Value; 2]>) -> [Inst; 2] {
    let (arithmetic, question) = match prim {
        Prim::IntAddFlag => (Prim::IntAdd, Kind::AddOverflows),
        Prim::IntSubFlag => (Prim::IntSub, Kind::SubOverflows),
        _ => (Prim::IntMul, Kind::MulOverflows),
    };
    let mut asked = args.clone();
    if question != Kind::MulOverflows {
        asked.push(results[0]);
    }
    [
        Inst { kind: Kind::Op(LlOp::Prim(arithmetic)), args, results: smallvec![results[0]] },
        Inst { kind: question, args: asked, results: smallvec![results[1]] },
    ]
}

/// Which values are the same as an earlier one.
struct Same {
    original: SecondaryMap<Value, Option<Value>>,
}

impl Same {
    fn of(graph: &LlGraph, order: &[Block], n_ways: &SecondaryMap<Block, u32>) -> Same {
        let mut same = Same { original: SecondaryMap::new() };
        for &block in order {
            let data = &graph.blocks[block];
            for op in &data.ops {
                if let LlOp::Cast(_) = op.kind {
                    same.original[op.results[0]] = Some(op.args[0]);
                }
            }
            for link in data.terminator.links() {
                if n_ways[link.target] == 1 {
                    for (&param, &arg) in graph.blocks[link.target].params.iter().zip(&link.args) {
                        same.original[param] = Some(arg);
                    }
                }
            }
        }
        same
    }

    /// The first of the values that are this one.
    fn find(&mut self, value: Value) -> Value {
        let mut root = value;
        while let Some(before) = self.original[root] {
            root = before;
        }
        let mut at = value;
        while let Some(before) = self.original[at] {
            self.original[at] = Some(root);
            at = before;
        }
        root
    }
}

/// Removes operations and parameters of blocks that nothing reads, where that
/// changes nothing; a parameter that only feeds itself round a loop is not read.
fn drop_unread(body: &mut Body) {
    let mut read = EntitySet::with_capacity(body.types.len());
    let mut work: Vec<Value> = Vec::new();
    // Where a value comes from.
    let mut inst_of: SecondaryMap<Value, Option<(usize, usize)>> = SecondaryMap::new();
    let mut sources: SecondaryMap<Value, Vec<Value>> = SecondaryMap::new();
    for (b, block) in body.blocks.iter().enumerate() {
        for (i, inst) in block.insts.iter().enumerate() {
            for &result in &inst.results {
                inst_of[result] = Some((b, i));
            }
            if !inst.kind.is_removable() {
                work.extend(&inst.args);
            }
        }
        work.extend(block.end.operands());
        for edge in block.end.edges() {
            for (&param, &arg) in body.blocks[edge.target].params.iter().zip(&edge.args) {
                sources[param].push(arg);
            }
        }
    }
    while let Some(value) = work.pop() {
        if read.insert(value) {
            match inst_of[value] {
                Some((b, i)) => work.extend(&body.blocks[b].insts[i].args),
                None => work.extend(&sources[value]),
            }
        }
    }
    let is_read_param: Vec<Vec<bool>> =
        body.blocks.iter().map(|b| b.params.iter().map(|&p| read.contains(p)).collect()).collect();
    for (b, block) in body.blocks.iter_mut().enumerate() {
        block.insts.retain(|inst| !inst.kind.is_removable() || inst.results.iter().any(|&r| read.contains(r)));
        keep(&mut block.params, &is_read_param[b]);
        for edge in block.end.edges_mut() {
            keep(&mut edge.args, &is_read_param[edge.target]);
        }
    }
}

fn keep(values: &mut Vec<Value>, is_kept: &[bool]) {
    let mut kept = is_kept.iter();
    values.retain(|_| kept.next() != Some(&false));
}

/// Leads the ways into a block that does nothing straight to where it goes on,
/// where that needs no more code: there is one way, or no arguments to pass.
fn skip_empty_blocks(body: &mut Body) {
    let mut n_ways = vec![0; body.blocks.len()];
    for edge in body.blocks.iter().flat_map(|block| block.end.edges()) {
        n_ways[edge.target] += 1;
    }
    let mut onward: Vec<Option<Edge>> = vec![None; body.blocks.len()];
    // Backwards, so that most ways that pass several such blocks are led over all.
    for b in (1..body.blocks.len()).rev() {
        let block = &body.blocks[b];
        if let End::Jump(edge) = &block.end
            && (block.insts.is_empty() && block.params.is_empty() && edge.target != b)
            && (edge.args.is_empty() || n_ways[b] == 1)
        {
            let further = onward[edge.target].clone().filter(|next| next.args.is_empty() || n_ways[b] == 1);
            onward[b] = Some(further.unwrap_or_else(|| edge.clone()));
        }
    }
    for block in &mut body.blocks {
        let is_table = matches!(block.end, End::Table { .. });
        for edge in block.end.edges_mut() {
            if let Some(next) = &onward[edge.target]
                && (!is_table || next.args.is_empty())
            {
                *edge = next.clone();
            }
        }
    }
    let mut is_entered = vec![false; body.blocks.len()];
    for edge in body.blocks.iter().flat_map(|block| block.end.edges()) {
        is_entered[edge.target] = true;
    }
    for (block, is_entered) in body.blocks.iter_mut().zip(is_entered).skip(1) {
        if !is_entered {
            block.end = End::Unreachable;
        }
    }
}
