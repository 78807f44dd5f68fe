//! Writing low-level graphs, an operation at a time, at the end of a block.

use crate::graph::{Block, Link, Op, Terminator, Value};
use crate::lltype::{LlType, StructId};
use crate::lowlevel::{Levels, LlGraph, LlOp, Low, Place};
use crate::prim::Prim;
use crate::smallvec;

/// Adds operations to one block of a graph; the block can be changed.
pub struct Builder<'a> {
    pub graph: &'a mut LlGraph,
    pub block: Block,
    /// The place of the operations to come.
    pub place: Place,
}

impl Builder<'_> {
    /// An operation with any number of results.
    pub fn op(&mut self, kind: LlOp, args: &[Value], results: &[LlType]) -> Vec<Value> {
        let results: Vec<Value> = results.iter().map(|&ty| self.graph.new_value(ty)).collect();
        self.graph.blocks[self.block].ops.push(Op {
            kind,
            args: args.into(),
            results: results.as_slice().into(),
            place: self.place,
        });
        results
    }

    /// An operation with one result.
    pub fn op1(&mut self, kind: LlOp, args: &[Value], result: LlType) -> Value {
        let value = self.graph.new_value(result);
        self.graph.blocks[self.block].ops.push(Op {
            kind,
            args: args.into(),
            results: smallvec![value],
            place: self.place,
        });
        value
    }

    /// An operation without a result.
    pub fn op0(&mut self, kind: LlOp, args: &[Value]) {
        self.op(kind, args, &[]);
    }

    /// A primitive with exactly one result.
    pub fn prim(&mut self, prim: Prim, args: &[Value]) -> Value {
        self.op1(LlOp::Prim(prim), args, prim.row().results[0])
    }

    pub fn int(&mut self, n: i64) -> Value {
        self.op1(LlOp::Int(n), &[], LlType::I64)
    }

    pub fn float(&mut self, x: f64) -> Value {
        self.op1(LlOp::Float(x.to_bits()), &[], LlType::F64)
    }

    pub fn bool(&mut self, b: bool) -> Value {
        self.op1(LlOp::Bool(b), &[], LlType::Bool)
    }

    pub fn null(&mut self, id: StructId) -> Value {
        self.op1(LlOp::Null(id), &[], LlType::Ptr(id))
    }

    pub fn cast(&mut self, id: StructId, p: Value) -> Value {
        self.op1(LlOp::Cast(id), &[p], LlType::Ptr(id))
    }

    pub fn end(&mut self, terminator: Terminator<Low>) {
        self.graph.blocks[self.block].terminator = terminator;
    }

    pub fn jump(&mut self, target: Block, args: &[Value]) {
        self.end(Terminator::Jump(Link::new(target, args.iter().copied())));
    }

    pub fn branch(&mut self, cond: Value, then: Link, otherwise: Link) {
        self.end(Terminator::Branch { cond, then, otherwise });
    }

    pub fn ret(&mut self, values: &[Value]) {
        self.end(Terminator::Return(values.into()));
    }

    /// Ends the block with a guard on its last operation; gives the exception's
    /// value, to be passed by `err`. `ok` and `err` are completed by the caller.
    pub fn guard(&mut self, ok: Link, err: impl FnOnce(Value) -> Link) {
        let exc = self.graph.new_value(LlType::Ptr(crate::lltype::EXCEPTION));
        let err = err(exc);
        self.end(Terminator::Guard { exc, ok, err, guard: Levels(1) });
    }
}
