//! Concatenation in loops in linear time: `text += piece` makes the text longer where it
//! lies, if there is room behind it and nobody else has it.
//!
//! Who else has a text is not known at run time, so it is decided here. A text that has
//! room is *open*: it comes from a concatenation of this pass, and one value refers to
//! it. It stays open while it is only moved: over links, as the left operand of the next
//! such concatenation, into a field or cell and out of it again; what only reads it does
//! not matter. Before anything else gets hold of it, its room is forgotten. An operand
//! without room is copied to one that has some, a quarter more than is needed; so there
//! is never anything to be known of where a text comes from.
//!
//! ```text
//! block1(v1, v2):                             block1(v1, v2):
//!     ...                                         ...
//!     v5 = call ll_str_add v2 v4 false            v5 = call ll_str_add v2 v4 true
//!     jump block1(v3, v5)                         jump block1(v3, v5)
//! block2():                                   block2():
//!     return v2                                   forget_room[Str] v2
//!                                                 return v2
//! ```
//!
//! A field takes part if a concatenation reads its left operand there and its result goes
//! back to it, and in between nothing looks at that field of any object. Everywhere else
//! what is read from the field is closed at once.

mod moves;
mod places;
mod readers;

use crate::opt::definitions::{Definition, Definitions};
use crate::opt::each_function;
use crate::opt::effects::Memory;
use naja_ir::entity::{EntityRef, EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Op, Value};
use naja_ir::lltype::{BYTES, LlType, OBJECT, STR};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};

/// The functions that concatenate: `(a, b, grows)`.
const CONCATENATIONS: [&str; 2] = ["rlib.string.ll_str_add", "rlib.bytes.ll_bytes_add"];

/// An operation: its block, and its number there.
type Spot = (Block, usize);

/// What is known of the program.
struct Scene {
    concatenations: EntitySet<LlFunc>,
    /// The concatenations of each function that make their left operand longer.
    sites: SecondaryMap<LlFunc, BTreeSet<Spot>>,
    /// Loads whose value such a concatenation takes, and that need not be closed.
    taken: SecondaryMap<LlFunc, BTreeSet<Spot>>,
    /// Where open texts may lie.
    memories: BTreeSet<Memory>,
    /// The functions that use one of these memories, by themselves or by what they call.
    changers: EntitySet<LlFunc>,
    /// By function and parameter: it is only read, and nobody has it when the function returns.
    readers: BTreeSet<(LlFunc, usize)>,
}

pub fn run(program: &mut LlProgram) {
    let named = |f: &LlFunc| CONCATENATIONS.contains(&&*program.functions[*f].name);
    let mut concatenations: EntitySet<LlFunc> = EntitySet::new();
    concatenations.extend(program.functions.keys().filter(named));
    let mut scene = Scene {
        concatenations,
        sites: SecondaryMap::new(),
        taken: SecondaryMap::new(),
        memories: BTreeSet::new(),
        changers: EntitySet::new(),
        readers: BTreeSet::new(),
    };
    let mut found = false;
    for func in program.functions.keys() {
        let graph = &program.functions[func].graph;
        scene.sites[func] = in_circles(&scene, graph);
        found |= !scene.sites[func].is_empty();
    }
    if !found {
        return;
    }
    places::find(program, &mut scene);
    scene.readers = readers::find(program);
    each_function(program, |_, func, graph| moves::close(&scene, func, graph));
}

impl Scene {
    fn is_concatenation(&self, op: &Op<Low>) -> bool {
        matches!(op.kind, LlOp::Call(callee) if self.concatenations.contains(callee))
    }
}

/// A reference that can be to a text.
fn may_be_text(graph: &LlGraph, value: Value) -> bool {
    matches!(graph.values[value], LlType::Ptr(STR | BYTES | OBJECT))
}

fn loaded(op: &LlOp) -> Option<Memory> {
    match *op {
        LlOp::GetField(id, i) => Some(Memory::Field(id, i as u32)),
        LlOp::LoadCell(cell) => Some(Memory::Cell(cell)),
        _ => None,
    }
}

/// The field or cell that is written, and the value.
fn stored(op: &Op<Low>) -> Option<(Memory, Value)> {
    match op.kind {
        LlOp::SetField(id, i) => Some((Memory::Field(id, i as u32), op.args[1])),
        LlOp::StoreCell(cell) => Some((Memory::Cell(cell), op.args[0])),
        _ => None,
    }
}

/// The concatenations whose result can come to be their own left operand.
fn in_circles(scene: &Scene, graph: &LlGraph) -> BTreeSet<Spot> {
    let order = graph.reverse_postorder();
    let has_site = |b: &Block| graph.blocks[*b].ops.iter().any(|op| scene.is_concatenation(op));
    if !order.iter().any(has_site) {
        return BTreeSet::new();
    }
    let mut memories: BTreeMap<Memory, usize> = BTreeMap::new();
    let n_values = graph.values.len();
    let mut edges: Vec<(usize, usize)> = Vec::new();
    let mut sites: Vec<(Spot, usize, usize)> = Vec::new();
    for &block in &order {
        let data = &graph.blocks[block];
        for (i, op) in data.ops.iter().enumerate() {
            let mut node = |memory| {
                let n = memories.len();
                n_values + *memories.entry(memory).or_insert(n)
            };
            if scene.is_concatenation(op) {
                let (from, to) = (op.args[0].index(), op.results[0].index());
                edges.push((from, to));
                sites.push(((block, i), from, to));
            } else if let LlOp::Cast(_) = op.kind {
                edges.push((op.args[0].index(), op.results[0].index()));
            } else if let Some(memory) = loaded(&op.kind) {
                if may_be_text(graph, op.results[0]) {
                    edges.push((node(memory), op.results[0].index()));
                }
            } else if let Some((memory, value)) = stored(op)
                && may_be_text(graph, value)
            {
                edges.push((value.index(), node(memory)));
            }
        }
        for link in data.terminator.links() {
            for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                if may_be_text(graph, param) {
                    edges.push((arg.index(), param.index()));
                }
            }
        }
    }
    let mut flow = DiGraph::<(), ()>::new();
    for _ in 0..n_values + memories.len() {
        flow.add_node(());
    }
    flow.extend_with_edges(edges.iter().map(|&(a, b)| (NodeIndex::new(a), NodeIndex::new(b))));
    let mut component = vec![0; flow.node_count()];
    for (i, nodes) in kosaraju_scc(&flow).into_iter().enumerate() {
        nodes.into_iter().for_each(|node| component[node.index()] = i);
    }
    sites.into_iter().filter(|&(_, from, to)| component[from] == component[to]).map(|(spot, ..)| spot).collect()
}

/// The value and where it is made, with the casts it comes from undone.
fn origin(graph: &LlGraph, definitions: &Definitions, mut value: Value) -> (Value, Definition) {
    loop {
        match definitions.op(graph, value) {
            Some(Op { kind: LlOp::Cast(_), args, .. }) => value = args[0],
            _ => return (value, definitions.at(value)),
        }
    }
}

/// How often each value is used.
fn count_uses(graph: &LlGraph, order: &[Block]) -> SecondaryMap<Value, u32> {
    let mut uses: SecondaryMap<Value, u32> = SecondaryMap::new();
    for &block in order {
        let data = &graph.blocks[block];
        data.ops.iter().flat_map(|op| &op.args).for_each(|&arg| uses[arg] += 1);
        data.terminator.for_each_use(|value| uses[value] += 1);
    }
    uses
}
