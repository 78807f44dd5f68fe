//! Puts variables with several definitions into SSA form: Braun et al., "Simple
//! and Efficient Construction of Static Single Assignment Form".
//!
//! A block that needs the variable and is entered by several links gets a
//! parameter; most of those turn out to be one value, and `cleanup` drops them.

use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::LlGraph;
use std::collections::HashMap;

pub struct Construction<'g> {
    pub graph: &'g mut LlGraph,
    /// Of each block, once for each link.
    predecessors: SecondaryMap<Block, Vec<Block>>,
}

/// What a variable is, where.
pub struct Variable {
    ty: LlType,
    /// Where it is set last in a block.
    pub at_end: HashMap<Block, Value>,
    at_entry: HashMap<Block, Value>,
    /// Blocks whose links do not yet pass the variable.
    open: Vec<Block>,
}

impl Variable {
    pub fn new(ty: LlType) -> Variable {
        Variable { ty, at_end: HashMap::new(), at_entry: HashMap::new(), open: Vec::new() }
    }

    /// A variable that has a value when the function begins.
    pub fn with_initial(ty: LlType, entry: Block, value: Value) -> Variable {
        Variable { at_entry: HashMap::from([(entry, value)]), ..Variable::new(ty) }
    }
}

impl Construction<'_> {
    /// The links of the graph are as they will stay.
    pub fn of(graph: &mut LlGraph) -> Construction<'_> {
        let predecessors = graph.predecessors();
        Construction { graph, predecessors }
    }

    /// The variable where the block begins. Valid code after [`Construction::close`].
    pub fn at_entry(&mut self, variable: &mut Variable, block: Block) -> Value {
        let mut passed = Vec::new();
        let mut at = block;
        let value = loop {
            if let Some(&value) = variable.at_entry.get(&at) {
                break value;
            }
            let [predecessor] = self.predecessors[at][..] else {
                let param = self.graph.add_param(at, variable.ty);
                variable.at_entry.insert(at, param);
                variable.open.push(at);
                break param;
            };
            passed.push(at);
            if let Some(&value) = variable.at_end.get(&predecessor) {
                break value;
            }
            at = predecessor;
        };
        variable.at_entry.extend(passed.into_iter().map(|block| (block, value)));
        value
    }

    /// Lets all links pass the variable that must.
    pub fn close(&mut self, variable: &mut Variable) {
        while let Some(block) = variable.open.pop() {
            let mut predecessors = self.predecessors[block].clone();
            predecessors.dedup();
            for predecessor in predecessors {
                let value = match variable.at_end.get(&predecessor) {
                    Some(&value) => value,
                    None => self.at_entry(variable, predecessor),
                };
                for link in self.graph.blocks[predecessor].terminator.links_mut() {
                    if link.target == block {
                        link.args.push(value);
                    }
                }
            }
        }
    }
}
