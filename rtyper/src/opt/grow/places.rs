//! The fields and cells in which texts grow (`self.text += x`): those that a concatenation
//! reads and writes again without anybody seeing what is there in between.

use crate::opt::callgraph::CallGraph;
use crate::opt::definitions::{Definition, Definitions};
use crate::opt::effects::Memory;
use crate::opt::grow::{Scene, Spot, count_uses, loaded, origin, stored};
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};
use std::collections::{BTreeMap, BTreeSet};

/// A concatenation between the load of its left operand and the store of its result.
struct Growth {
    func: LlFunc,
    load: Spot,
    site: Spot,
    memory: Memory,
}

pub fn find(program: &LlProgram, scene: &mut Scene) {
    let mut growths: Vec<Growth> = Vec::new();
    for (func, function) in program.functions.iter() {
        if !scene.sites[func].is_empty() {
            in_function(&function.graph, func, &scene.sites[func], &mut growths);
        }
    }
    let calls = CallGraph::of(program);
    let mut users: BTreeMap<Memory, EntitySet<LlFunc>> = BTreeMap::new();
    for growth in growths {
        let users = users.entry(growth.memory).or_insert_with(|| functions_that_use(program, &calls, growth.memory));
        if undisturbed(&program.functions[growth.func].graph, users, &growth) {
            scene.taken[growth.func].insert(growth.load);
            scene.memories.insert(growth.memory);
        }
    }
    for (_, functions) in users.into_iter().filter(|(memory, _)| scene.memories.contains(memory)) {
        functions.keys().for_each(|func| {
            scene.changers.insert(func);
        });
    }
}

/// What the operation reads or writes of memory that can hold a text.
fn touched(op: &Op<Low>) -> Option<Memory> {
    loaded(&op.kind).or_else(|| stored(op).map(|(memory, _)| memory))
}

/// Those that load or store it themselves, or call one that does.
fn functions_that_use(program: &LlProgram, calls: &CallGraph, memory: Memory) -> EntitySet<LlFunc> {
    let mut users = EntitySet::new();
    for component in &calls.components {
        let uses = component.iter().any(|&func| {
            program.functions[func].graph.blocks.values().flat_map(|data| &data.ops).any(|op| uses(op, memory, &users))
        });
        if uses {
            component.iter().for_each(|&func| {
                users.insert(func);
            });
        }
    }
    users
}

fn uses(op: &Op<Low>, memory: Memory, users: &EntitySet<LlFunc>) -> bool {
    match op.kind {
        LlOp::Call(callee) => users.contains(callee),
        _ => touched(op) == Some(memory),
    }
}

fn in_function(graph: &LlGraph, func: LlFunc, sites: &BTreeSet<Spot>, growths: &mut Vec<Growth>) {
    let order = graph.reverse_postorder();
    let definitions = Definitions::of(graph, &order);
    let uses = count_uses(graph, &order);
    let predecessors = graph.predecessors();
    for &site in sites {
        let op = &graph.blocks[site.0].ops[site.1];
        let (value, Definition::Op(block, i)) = origin(graph, &definitions, op.args[0]) else { continue };
        let load = (block, i as usize);
        let Some(memory) = loaded(&graph.blocks[load.0].ops[load.1].kind) else { continue };
        // Only for the concatenation it was loaded.
        if !used_once(graph, &definitions, &uses, op.args[0], value) {
            continue;
        }
        let object = graph.blocks[load.0].ops[load.1].args.first().map(|&p| origin(graph, &definitions, p).0);
        if goes_back(graph, &definitions, &uses, &predecessors, site, memory, object) {
            growths.push(Growth { func, load, site, memory });
        }
    }
}

/// Are the value and all that it is a cast of used only here?
fn used_once(
    graph: &LlGraph,
    definitions: &Definitions,
    uses: &SecondaryMap<Value, u32>,
    mut value: Value,
    first: Value,
) -> bool {
    loop {
        if uses[value] != 1 {
            return false;
        }
        if value == first {
            return true;
        }
        value = definitions.op(graph, value).expect("a cast").args[0];
    }
}

/// Is the result stored there at once, and not used otherwise?
fn goes_back(
    graph: &LlGraph,
    definitions: &Definitions,
    uses: &SecondaryMap<Value, u32>,
    predecessors: &SecondaryMap<Block, Vec<Block>>,
    (mut block, mut at): Spot,
    memory: Memory,
    object: Option<Value>,
) -> bool {
    let result = graph.blocks[block].ops[at].results[0];
    at += 1;
    loop {
        let data = &graph.blocks[block];
        let Some(op) = data.ops.get(at) else {
            let (Terminator::Guard { ok: link, .. } | Terminator::Jump(link)) = &data.terminator else { return false };
            if predecessors[link.target].len() != 1 {
                return false;
            }
            (block, at) = (link.target, 0);
            continue;
        };
        at += 1;
        if let Some((found, value)) = stored(op)
            && found == memory
        {
            let same = match op.kind {
                LlOp::SetField(..) => Some(origin(graph, definitions, op.args[0]).0) == object,
                _ => true,
            };
            return same
                && origin(graph, definitions, value).0 == result
                && used_once(graph, definitions, uses, value, result);
        }
        if op.kind.may_raise() || touched(op) == Some(memory) {
            return false;
        }
    }
}

/// Does nothing that runs between the load and the concatenation use that memory?
fn undisturbed(graph: &LlGraph, users: &EntitySet<LlFunc>, growth: &Growth) -> bool {
    let quiet = |ops: &[Op<Low>]| !ops.iter().any(|op| uses(op, growth.memory, users));
    let (load, site) = (growth.load, growth.site);
    if load.0 == site.0 {
        return load.1 < site.1 && quiet(&graph.blocks[load.0].ops[load.1 + 1..site.1]);
    }
    if !quiet(&graph.blocks[load.0].ops[load.1 + 1..]) || !quiet(&graph.blocks[site.0].ops[..site.1]) {
        return false;
    }
    // Blocks from which the concatenation can be reached; the load is on every way to it.
    let predecessors = graph.predecessors();
    let mut between: EntitySet<Block> = EntitySet::new();
    let mut work = predecessors[site.0].clone();
    while let Some(block) = work.pop() {
        if block == load.0 || !between.insert(block) {
            continue;
        }
        if block == site.0 || !quiet(&graph.blocks[block].ops) {
            return false;
        }
        work.extend(&predecessors[block]);
    }
    true
}
