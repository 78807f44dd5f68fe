//! Where each value of a graph is made, as one scan finds it.

use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Op, Value};
use naja_ir::lowlevel::{LlGraph, Low};

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Definition {
    /// In no block that control reaches.
    #[default]
    Nowhere,
    /// By the n-th parameter of a block.
    Param(Block, u32),
    /// By the n-th operation of a block.
    Op(Block, u32),
    /// By the guard that ends a block.
    Exception(Block),
}

pub struct Definitions {
    at: SecondaryMap<Value, Definition>,
}

impl Definitions {
    /// Valid until an operation or a parameter moves.
    pub fn of(graph: &LlGraph, order: &[Block]) -> Definitions {
        let mut at = SecondaryMap::with_capacity(graph.values.len());
        for &block in order {
            let data = &graph.blocks[block];
            for (i, &param) in data.params.iter().enumerate() {
                at[param] = Definition::Param(block, i as u32);
            }
            for (i, op) in data.ops.iter().enumerate() {
                for &result in &op.results {
                    at[result] = Definition::Op(block, i as u32);
                }
            }
            for (value, _) in data.terminator.defines() {
                at[value] = Definition::Exception(block);
            }
        }
        Definitions { at }
    }

    pub fn at(&self, value: Value) -> Definition {
        self.at[value]
    }

    /// The block in which the value is made.
    pub fn block(&self, value: Value) -> Option<Block> {
        match self.at[value] {
            Definition::Param(block, _) | Definition::Op(block, _) | Definition::Exception(block) => Some(block),
            Definition::Nowhere => None,
        }
    }

    /// The operation that gives the value.
    pub fn op<'g>(&self, graph: &'g LlGraph, value: Value) -> Option<&'g Op<Low>> {
        match self.at[value] {
            Definition::Op(block, i) => graph.blocks[block].ops.get(i as usize),
            _ => None,
        }
    }
}
