//! Copies blocks, so that different ways through them can be treated
//! differently, and repairs what was computed in them and is read elsewhere: it
//! now comes from the original or from a copy.

use crate::opt::definitions::Definitions;
use crate::opt::ssa::{Construction, Variable};
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Terminator, Value};
use naja_ir::lowlevel::LlGraph;
use std::collections::HashMap;

/// What was copied in a graph, until [`Copies::repair`] closes the matter.
pub struct Copies {
    definitions: Definitions,
    /// The values of copies, with their blocks.
    of: SecondaryMap<Value, Vec<(Block, Value)>>,
    /// The regions that were copied whole, numbered from 1.
    regions: SecondaryMap<Block, u32>,
    n_regions: u32,
}

impl Copies {
    pub fn of(graph: &LlGraph, order: &[Block]) -> Copies {
        Copies {
            definitions: Definitions::of(graph, order),
            of: SecondaryMap::new(),
            regions: SecondaryMap::new(),
            n_regions: 0,
        }
    }

    /// Copies blocks that only the first of them is entered by, and that are not
    /// entered again from where the copies are: within them nothing needs repair.
    pub fn copy_region(&mut self, graph: &mut LlGraph, blocks: &[Block]) -> Vec<Block> {
        self.n_regions += 1;
        blocks.iter().for_each(|&block| self.regions[block] = self.n_regions);
        self.copy(graph, blocks)
    }

    /// Copies blocks; links among them lead to the copies, others where they led.
    /// Gives the copies, in order.
    pub fn copy(&mut self, graph: &mut LlGraph, blocks: &[Block]) -> Vec<Block> {
        let copies: Vec<Block> = blocks.iter().map(|_| graph.new_block()).collect();
        let mut copy_of: HashMap<Block, Block> = HashMap::new();
        let mut values: HashMap<Value, Value> = HashMap::new();
        for (&block, &copy) in blocks.iter().zip(&copies) {
            copy_of.insert(block, copy);
            let mut data = graph.blocks[block].clone();
            let results = data.ops.iter_mut().flat_map(|op| &mut op.results);
            let mut defined: Vec<&mut Value> = data.params.iter_mut().chain(results).collect();
            if let Terminator::Guard { exc, .. } = &mut data.terminator {
                defined.push(exc);
            }
            for value in defined {
                let original = *value;
                *value = graph.values.push(graph.values[original]);
                values.insert(original, *value);
                self.of[original].push((copy, *value));
            }
            graph.blocks[copy] = data;
        }
        for &copy in &copies {
            let data = &mut graph.blocks[copy];
            let rename = |v: &mut Value| {
                if let Some(&new) = values.get(v) {
                    *v = new;
                }
            };
            data.ops.iter_mut().flat_map(|op| &mut op.args).for_each(rename);
            data.terminator.for_each_use_mut(rename);
            for link in data.terminator.links_mut() {
                if let Some(&new) = copy_of.get(&link.target) {
                    link.target = new;
                }
            }
        }
        copies
    }

    /// The same value is made in this block, too.
    pub fn add(&mut self, value: Value, block: Block, copy: Value) {
        self.of[value].push((block, copy));
    }

    /// Uses of copied values elsewhere get what comes on the way there.
    pub fn repair(self, graph: &mut LlGraph) {
        let order = graph.reverse_postorder();
        let mut reached = EntitySet::with_capacity(graph.blocks.len());
        reached.extend(order.iter().copied());
        // Blocks that read a copied value of another block.
        let mut readers: Vec<(Value, Vec<Block>)> = Vec::new();
        let mut index: HashMap<Value, usize> = HashMap::new();
        for &block in &order {
            let mut read = |value: Value| {
                if !self.of[value].is_empty() && !self.is_settled(value, block) {
                    let i = *index.entry(value).or_insert_with(|| {
                        readers.push((value, Vec::new()));
                        readers.len() - 1
                    });
                    if readers[i].1.last() != Some(&block) {
                        readers[i].1.push(block);
                    }
                }
            };
            let data = &graph.blocks[block];
            data.ops.iter().flat_map(|op| &op.args).copied().for_each(&mut read);
            data.terminator.for_each_use(&mut read);
        }
        let mut replaced: HashMap<(Block, Value), Value> = HashMap::new();
        let mut construction = Construction::of(graph);
        for (value, blocks) in readers {
            let mut variable = Variable::new(construction.graph.values[value]);
            let home = self.definitions.block(value).expect("a copied value is made somewhere");
            let definitions = self.of[value].iter().copied().chain([(home, value)]);
            variable.at_end.extend(definitions.filter(|&(block, _)| reached.contains(block)));
            for block in blocks {
                let here = construction.at_entry(&mut variable, block);
                if here != value {
                    replaced.insert((block, value), here);
                }
            }
            construction.close(&mut variable);
        }
        for &block in &order {
            let rename = |v: &mut Value| {
                if let Some(&new) = replaced.get(&(block, *v)) {
                    *v = new;
                }
            };
            let data = &mut graph.blocks[block];
            data.ops.iter_mut().flat_map(|op| &mut op.args).for_each(rename);
            data.terminator.for_each_use_mut(rename);
        }
    }

    /// Does a value mean in this block what it always meant?
    fn is_settled(&self, value: Value, block: Block) -> bool {
        let home = self.definitions.block(value).expect("a copied value is made somewhere");
        home == block || (self.regions[block] != 0 && self.regions[block] == self.regions[home])
    }
}
