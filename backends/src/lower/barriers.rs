//! Barriers: behind each write of a reference into an object that the collector
//! watches, it is told so. An object that was made since the last call that may
//! collect is young, and is not watched; nor is it of interest that null or a static
//! object is written.
//!
//! ```text
//! setfield p.f q      setfield p.f q
//!                     w = is_watched p
//!                     branch w told() after()
//!                   told():
//!                     a = address p
//!                     call remember a
//!                     jump after()
//! ```

use super::Facts;
use super::calls::collecting_functions;
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::layout::Target;
use naja_ir::lltype::{LlType, Storage, Struct, StructId};
use naja_ir::lowlevel::{Hooks, LlFunc, LlGraph, LlOp, LlProgram, Low};
use naja_ir::smallvec;
use naja_ir::source::SourceMap;
use std::collections::BTreeSet;

pub fn run(program: &mut LlProgram, _: &mut Facts, _: &SourceMap, _: Target) {
    let Some(collecting) = collecting_functions(program) else { return };
    if !collecting.contains(program.main) {
        return;
    }
    let LlProgram { structs, functions, hooks, .. } = program;
    for function in functions.values_mut() {
        Barriers { structs, hooks, collecting: &collecting, graph: &mut function.graph }.write();
    }
}

struct Barriers<'a> {
    structs: &'a PrimaryMap<StructId, Struct>,
    hooks: &'a Hooks,
    collecting: &'a EntitySet<LlFunc>,
    graph: &'a mut LlGraph,
}

impl Barriers<'_> {
    fn write(&mut self) {
        let order = self.graph.reverse_postorder();
        let writes = |b: &Block| self.graph.blocks[*b].ops.iter().any(|op| self.writes_reference(op));
        if !order.iter().any(writes) {
            return;
        }
        let n_ways = self.graph.predecessors();
        let mut constants: EntitySet<Value> = EntitySet::new();
        // Which objects are known to be young where a block ends.
        let mut young_at_end: SecondaryMap<Block, BTreeSet<Value>> = SecondaryMap::new();
        for block in order {
            let mut young = match n_ways[block][..] {
                [before] => young_at_end[before].clone(),
                _ => BTreeSet::new(),
            };
            let mut at = block;
            let old = std::mem::take(&mut self.graph.blocks[block].ops);
            let end = std::mem::replace(&mut self.graph.blocks[block].terminator, Terminator::Unreachable);
            for op in old {
                match op.kind {
                    LlOp::Call(callee) if self.collecting.contains(callee) => young.clear(),
                    LlOp::InitObject(_) => {
                        young.insert(op.results[0]);
                    }
                    LlOp::Cast(_) if young.contains(&op.args[0]) => {
                        young.insert(op.results[0]);
                    }
                    LlOp::Static(_) | LlOp::Null(_) => {
                        constants.insert(op.results[0]);
                    }
                    LlOp::Cast(_) if constants.contains(op.args[0]) => {
                        constants.insert(op.results[0]);
                    }
                    _ => {}
                }
                let told = self.told(&op, &young, &constants);
                self.graph.blocks[at].ops.push(op.clone());
                if let Some((hook, object, item)) = told {
                    at = self.barrier(at, &op, hook, object, item);
                }
            }
            self.graph.blocks[at].terminator = end;
            young_at_end[block] = young;
        }
    }

    fn is_reference(&self, storage: Storage) -> bool {
        matches!(storage, Storage::Value(LlType::Ptr(_)))
    }

    fn writes_reference(&self, op: &Op<Low>) -> bool {
        match op.kind {
            LlOp::SetField(id, i) => self.is_reference(self.structs[id].fields[i].storage),
            LlOp::SetItem(id) | LlOp::CopyItems(_, id) => self.structs[id].tail.is_some_and(|t| self.is_reference(t)),
            _ => false,
        }
    }

    /// The hook to call behind the operation, the object, and the item where it is one.
    fn told(
        &self,
        op: &Op<Low>,
        young: &BTreeSet<Value>,
        constants: &EntitySet<Value>,
    ) -> Option<(LlFunc, Value, Option<Value>)> {
        if !self.writes_reference(op) {
            return None;
        }
        let (hook, object, item, value) = match op.kind {
            LlOp::SetField(..) => (self.hooks.remember, op.args[0], None, Some(op.args[1])),
            LlOp::SetItem(_) => (self.hooks.remember_item, op.args[0], Some(op.args[1]), Some(op.args[2])),
            _ => (self.hooks.remember, op.args[2], None, None),
        };
        if young.contains(&object) || value.is_some_and(|v| constants.contains(v)) {
            return None;
        }
        Some((hook.expect("a program that collects has the hooks for it"), object, item))
    }

    /// Ends the block with the barrier; gives the block to go on in.
    fn barrier(&mut self, at: Block, op: &Op<Low>, hook: LlFunc, object: Value, item: Option<Value>) -> Block {
        let (told, after) = (self.graph.new_block(), self.graph.new_block());
        let watched = self.graph.new_value(LlType::Bool);
        let address = self.graph.new_value(LlType::I64);
        let place = op.place;
        let question = Op { kind: LlOp::IsWatched, args: smallvec![object], results: smallvec![watched], place };
        self.graph.blocks[at].ops.push(question);
        let (then, otherwise) = (Link::new(told, []), Link::new(after, []));
        self.graph.blocks[at].terminator = Terminator::Branch { cond: watched, then, otherwise };
        let args = [address].into_iter().chain(item).collect();
        self.graph.blocks[told].ops = vec![
            Op { kind: LlOp::Address, args: smallvec![object], results: smallvec![address], place },
            Op { kind: LlOp::Call(hook), args, results: smallvec![], place },
        ];
        self.graph.blocks[told].terminator = Terminator::Jump(Link::new(after, []));
        after
    }
}
