//! Tidies a graph that was just made, so that it reads as a person would draw it:
//!
//! 1. a check for unboundness goes where no way leaves the variable unbound;
//! 2. a block's parameter goes where all its links give the same value, or
//!    refinements of one value that together say nothing new;
//! 3. what nobody uses goes: constants, refinements, loads, parameters;
//! 4. blocks that only follow each other become one;
//! 5. blocks and values are numbered in reverse postorder.

use naja_ir::entity::packed_option::PackedOption;
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::flow::{CompareOp, Constant, Flow, FlowGraph, FlowOp, Refinement};
use naja_ir::graph::{Block, BlockData, Link, Terminator, Value};
use naja_ir::{SmallVec, graph};
use std::collections::VecDeque;

/// `unbound`: the parameters that may be given a variable that is unbound.
pub fn graph(graph: &mut FlowGraph, unbound: &[bool], is_library: bool) {
    // Without a check an exceptional way may vanish, and with it the reason for another check.
    for _ in 0..4 {
        if !drop_checks(graph, unbound, is_library) {
            break;
        }
    }
    drop_trivial_params(graph);
    drop_unused(graph);
    thread_jumps(graph);
    merge_blocks(graph);
    renumber(graph);
}

/// The values that some way may leave unbound. The library's variables never are.
pub fn maybe_unbound(graph: &FlowGraph, unbound: &[bool], is_library: bool) -> EntitySet<Value> {
    let order = graph.reverse_postorder();
    let mut flows: SecondaryMap<Value, SmallVec<[Value; 2]>> = SecondaryMap::new();
    let mut maybe_unbound = EntitySet::new();
    let given = graph.params().iter().zip(unbound).filter(|(_, maybe)| **maybe);
    let mut fresh: Vec<Value> = given.map(|(&param, _)| param).collect();
    for &block in &order {
        for op in &graph.blocks[block].ops {
            match op.kind {
                FlowOp::LoadGlobal(_) if is_library => {}
                FlowOp::Const(Constant::Unbound) | FlowOp::LoadGlobal(_) | FlowOp::LoadCell => {
                    fresh.push(op.results[0])
                }
                FlowOp::Refine(_) => flows[op.args[0]].push(op.results[0]),
                _ => {}
            }
        }
        for link in graph.blocks[block].terminator.links() {
            for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                flows[arg].push(param);
            }
        }
    }
    while let Some(value) = fresh.pop() {
        if maybe_unbound.insert(value) {
            fresh.extend(&flows[value]);
        }
    }
    maybe_unbound
}

/// Removes the checks of values that no way leaves unbound. Has a block become unreachable?
fn drop_checks(graph: &mut FlowGraph, unbound: &[bool], is_library: bool) -> bool {
    let maybe_unbound = maybe_unbound(graph, unbound, is_library);
    let order = graph.reverse_postorder();
    let mut alias: Aliases = Aliases::default();
    let mut unguarded = false;
    for &block in &order {
        let data = &mut graph.blocks[block];
        let is_needless =
            |op: &graph::Op<Flow>| matches!(op.kind, FlowOp::CheckBound { .. }) && !maybe_unbound.contains(op.args[0]);
        if let Terminator::Guard { ok, .. } = &data.terminator
            && data.ops.last().is_some_and(is_needless)
        {
            data.terminator = Terminator::Jump(ok.clone());
            unguarded = true;
        }
        data.ops.retain(|op| {
            let needless = is_needless(op);
            if needless {
                alias.set(op.results[0], op.args[0]);
            }
            !needless
        });
    }
    alias.apply(graph);
    unguarded
}

/// Values that stand for others.
#[derive(Default)]
struct Aliases {
    of: SecondaryMap<Value, PackedOption<Value>>,
    any: bool,
}

impl Aliases {
    fn set(&mut self, value: Value, other: Value) {
        self.of[value] = other.into();
        self.any = true;
    }

    fn find(&mut self, value: Value) -> Value {
        let mut root = value;
        while let Some(next) = self.of[root].expand() {
            root = next;
        }
        let mut at = value;
        while let Some(next) = self.of[at].expand() {
            self.of[at] = root.into();
            at = next;
        }
        root
    }

    fn apply(mut self, graph: &mut FlowGraph) {
        if !self.any {
            return;
        }
        for data in graph.blocks.values_mut() {
            for op in &mut data.ops {
                op.args.iter_mut().for_each(|arg| *arg = self.find(*arg));
            }
            data.terminator.for_each_use_mut(|value| *value = self.find(*value));
        }
    }
}

/// What a refinement was made from.
#[derive(Clone)]
struct Refined {
    from: Value,
    refinement: Refinement,
    other: Option<Value>,
}

/// How far up a chain of refinements is looked, and how many values are compared.
const FAR: usize = 16;
const MANY: usize = 8;

fn drop_trivial_params(graph: &mut FlowGraph) {
    let mut search = Trivial::new(graph);
    while let Some(param) = search.queue.pop_front() {
        search.queued.remove(param);
        if search.alias.of[param].is_some() {
            continue;
        }
        if let Some(value) = search.only_value(param) {
            search.replace(param, value);
        }
    }
    let alias = search.alias;
    let is_alias = |value: Value| alias.of[value].is_some();
    remove_params(graph, is_alias);
    alias.apply(graph);
}

struct Trivial {
    alias: Aliases,
    /// What the links give to each parameter.
    incoming: SecondaryMap<Value, Vec<Value>>,
    /// The parameters that a value is given to.
    users: SecondaryMap<Value, Vec<Value>>,
    refined: SecondaryMap<Value, Option<Box<Refined>>>,
    refinements: SecondaryMap<Value, Vec<Value>>,
    /// What terminators define is visible on one link only, and never replaces a parameter.
    of_links: EntitySet<Value>,
    queue: VecDeque<Value>,
    queued: EntitySet<Value>,
}

impl Trivial {
    fn new(graph: &FlowGraph) -> Trivial {
        let mut search = Trivial {
            alias: Aliases::default(),
            incoming: SecondaryMap::new(),
            users: SecondaryMap::new(),
            refined: SecondaryMap::new(),
            refinements: SecondaryMap::new(),
            of_links: EntitySet::new(),
            queue: VecDeque::new(),
            queued: EntitySet::new(),
        };
        for block in graph.reverse_postorder() {
            let data = &graph.blocks[block];
            for op in &data.ops {
                if let FlowOp::Refine(refinement) = &op.kind {
                    let (result, from) = (op.results[0], op.args[0]);
                    let refinement = refinement.clone();
                    search.refined[result] =
                        Some(Box::new(Refined { from, refinement, other: op.args.get(1).copied() }));
                    search.refinements[from].push(result);
                }
            }
            search.of_links.extend(data.terminator.defines().into_iter().map(|(v, _)| v));
            for link in data.terminator.links() {
                for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                    search.incoming[param].push(arg);
                    search.users[arg].push(param);
                }
            }
            if block != graph.entry {
                for &param in &data.params {
                    search.queue.push_back(param);
                    search.queued.insert(param);
                }
            }
        }
        search
    }

    /// The parameter stands for `value`: what it was given to is looked at again.
    fn replace(&mut self, param: Value, value: Value) {
        let mut stack = vec![param];
        while let Some(value) = stack.pop() {
            for i in 0..self.users[value].len() {
                let param = self.users[value][i];
                if self.queued.insert(param) {
                    self.queue.push_back(param);
                }
            }
            stack.extend(&self.refinements[value]);
        }
        self.alias.set(param, value);
        for lists in [&mut self.users, &mut self.refinements] {
            let mut moved = std::mem::take(&mut lists[param]);
            let list = &mut lists[value];
            // The shorter list moves, so that long ones are not moved time and again.
            if list.len() < moved.len() {
                std::mem::swap(list, &mut moved);
            }
            list.extend(moved);
        }
    }

    fn parent(&mut self, value: Value) -> Option<Value> {
        let from = self.refined[value].as_ref()?.from;
        Some(self.alias.find(from))
    }

    fn is_refined_from(&mut self, value: Value, ancestor: Value) -> bool {
        let mut at = value;
        for _ in 0..FAR {
            if at == ancestor {
                return true;
            }
            match self.parent(at) {
                Some(parent) => at = parent,
                None => return false,
            }
        }
        false
    }

    /// The one value that a parameter stands for, if there is one.
    fn only_value(&mut self, param: Value) -> Option<Value> {
        let mut values: SmallVec<[Value; MANY]> = SmallVec::new();
        for i in 0..self.incoming[param].len() {
            let value = self.alias.find(self.incoming[param][i]);
            if values.contains(&value) || self.is_refined_from(value, param) {
                continue;
            }
            if values.len() == MANY {
                return None;
            }
            values.push(value);
        }
        while values.len() > 1 {
            let (i, j, both) = self.mergeable(&values)?;
            values.swap_remove(i.max(j));
            values.swap_remove(i.min(j));
            if !values.contains(&both) {
                values.push(both);
            }
        }
        values.first().copied().filter(|&value| !self.of_links.contains(value))
    }

    /// Two values that say no more, together, than one that both come from.
    fn mergeable(&mut self, values: &[Value]) -> Option<(usize, usize, Value)> {
        for i in 0..values.len() {
            for j in 0..values.len() {
                if i == j {
                    continue;
                }
                if self.is_refined_from(values[j], values[i]) {
                    return Some((i, j, values[i]));
                }
                if let (Some(a), Some(b)) = (&self.refined[values[i]], &self.refined[values[j]])
                    && are_opposite(a, b)
                {
                    let (from, other) = (a.from, b.from);
                    let from = self.alias.find(from);
                    if from == self.alias.find(other) {
                        return Some((i, j, from));
                    }
                }
            }
        }
        None
    }
}

fn are_opposite(a: &Refined, b: &Refined) -> bool {
    use Refinement::*;
    match (&a.refinement, &b.refinement) {
        (IsNone, NotNone) | (Truthy, Falsy) => true,
        (IsInstance, NotInstance) => a.other == b.other,
        (Compare(x), Compare(y)) => a.other == b.other && opposite(*x) == Some(*y),
        _ => false,
    }
}

fn opposite(op: CompareOp) -> Option<CompareOp> {
    match op {
        CompareOp::Eq => Some(CompareOp::Ne),
        CompareOp::Lt => Some(CompareOp::Ge),
        CompareOp::Le => Some(CompareOp::Gt),
        // The pairs are asked for both ways round.
        _ => None,
    }
}

/// Removes parameters of blocks, the entry's aside, with what links give to them.
fn remove_params(graph: &mut FlowGraph, drop: impl Fn(Value) -> bool) {
    let mut kept: SecondaryMap<Block, Option<SmallVec<[bool; 4]>>> = SecondaryMap::new();
    for (block, data) in graph.blocks.iter_mut().filter(|(block, _)| *block != graph.entry) {
        if data.params.iter().any(|&param| drop(param)) {
            kept[block] = Some(data.params.iter().map(|&param| !drop(param)).collect());
            data.params.retain(|param| !drop(*param));
        }
    }
    for data in graph.blocks.values_mut() {
        for link in data.terminator.links_mut() {
            if let Some(kept) = &kept[link.target] {
                let mut kept = kept.iter();
                link.args.retain(|_| *kept.next().expect("a link gives each parameter a value"));
            }
        }
    }
}

/// May an operation go if nobody uses its result?
fn is_only_a_value(op: &FlowOp) -> bool {
    matches!(
        op,
        FlowOp::Const(_)
            | FlowOp::Refine(_)
            | FlowOp::LoadGlobal(_)
            | FlowOp::Slice
            | FlowOp::Closure(_)
            | FlowOp::NewCell
            | FlowOp::LoadCell
    )
}

fn drop_unused(graph: &mut FlowGraph) {
    let order = graph.reverse_postorder();
    let mut needs: SecondaryMap<Value, SmallVec<[Value; 2]>> = SecondaryMap::new();
    let mut used = EntitySet::new();
    let mut fresh: Vec<Value> = Vec::new();
    for &block in &order {
        let data = &mut graph.blocks[block];
        for op in &data.ops {
            match is_only_a_value(&op.kind) {
                true => needs[op.results[0]].extend(op.args.iter().copied()),
                false => fresh.extend(&op.args),
            }
        }
        data.terminator.for_each_operand_mut(|value| fresh.push(*value));
        let data = &graph.blocks[block];
        for link in data.terminator.links() {
            for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                needs[param].push(arg);
            }
        }
    }
    while let Some(value) = fresh.pop() {
        if used.insert(value) {
            fresh.extend(&needs[value]);
        }
    }
    for &block in &order {
        graph.blocks[block].ops.retain(|op| !is_only_a_value(&op.kind) || used.contains(op.results[0]));
    }
    remove_params(graph, |param| !used.contains(param));
}

/// The parameters of a block that only jumps, and where it goes.
type Onward = (SmallVec<[Value; 4]>, Link);

/// A link to a block that only jumps on goes where that block goes.
fn thread_jumps(graph: &mut FlowGraph) {
    let order = graph.reverse_postorder();
    let mut uses: SecondaryMap<Value, u32> = SecondaryMap::new();
    for &block in &order {
        let data = &graph.blocks[block];
        data.ops.iter().flat_map(|op| &op.args).for_each(|&arg| uses[arg] += 1);
        data.terminator.for_each_use(|value| uses[value] += 1);
    }
    let mut onward: SecondaryMap<Block, Option<Onward>> = SecondaryMap::new();
    for &block in order.iter().filter(|&&block| block != graph.entry) {
        let data = &graph.blocks[block];
        if let Terminator::Jump(link) = &data.terminator
            && data.ops.is_empty()
            && link.target != block
        {
            let mine = |param: Value| link.args.iter().filter(|&&arg| arg == param).count() as u32;
            if data.params.iter().all(|&param| uses[param] == mine(param)) {
                onward[block] = Some((data.params.clone(), link.clone()));
            }
        }
    }
    for &block in &order {
        for link in graph.blocks[block].terminator.links_mut() {
            // Bounded: blocks that only jump may form a circle.
            for _ in 0..FAR {
                let Some((params, next)) = &onward[link.target] else { break };
                let give = |value: &Value| match params.iter().position(|param| param == value) {
                    Some(i) => link.args[i],
                    None => *value,
                };
                *link = Link { target: next.target, args: next.args.iter().map(give).collect() };
            }
        }
    }
}

/// Two blocks of which the second follows the first, and only that, become one.
fn merge_blocks(graph: &mut FlowGraph) {
    let order = graph.reverse_postorder();
    let mut entries: SecondaryMap<Block, u32> = SecondaryMap::new();
    for &block in &order {
        graph.blocks[block].terminator.links().iter().for_each(|link| entries[link.target] += 1);
    }
    let mut alias = Aliases::default();
    let mut merged: EntitySet<Block> = EntitySet::new();
    for &block in &order {
        if merged.contains(block) {
            continue;
        }
        while let Terminator::Jump(link) = &graph.blocks[block].terminator
            && entries[link.target] == 1
            && link.target != block
        {
            let link = link.clone();
            merged.insert(link.target);
            let next = &mut graph.blocks[link.target];
            for (&param, &arg) in next.params.iter().zip(&link.args) {
                alias.set(param, arg);
            }
            let ops = std::mem::take(&mut next.ops);
            let terminator = std::mem::replace(&mut next.terminator, Terminator::Unreachable);
            next.params.clear();
            let data = &mut graph.blocks[block];
            data.ops.extend(ops);
            data.terminator = terminator;
        }
    }
    alias.apply(graph);
}

fn renumber(graph: &mut FlowGraph) {
    let order = graph.reverse_postorder();
    let mut values: SecondaryMap<Value, PackedOption<Value>> = SecondaryMap::new();
    let mut names: PrimaryMap<Value, _> = PrimaryMap::new();
    let mut numbers: SecondaryMap<Block, Block> = SecondaryMap::with_default(graph.entry);
    let mut blocks: PrimaryMap<Block, BlockData<Flow>> = PrimaryMap::with_capacity(order.len());
    for &block in &order {
        let data = std::mem::replace(
            &mut graph.blocks[block],
            BlockData { params: SmallVec::new(), ops: Vec::new(), terminator: Terminator::Unreachable },
        );
        let results = data.ops.iter().flat_map(|op| op.results.iter().copied());
        for value in
            data.params.iter().copied().chain(results).chain(data.terminator.defines().into_iter().map(|(v, _)| v))
        {
            values[value] = names.push(graph.values[value].take()).into();
        }
        numbers[block] = blocks.push(data);
    }
    let number = |value: &mut Value| *value = values[*value].expect("a value is used that nothing defines");
    for data in blocks.values_mut() {
        data.params.iter_mut().for_each(number);
        for op in &mut data.ops {
            op.args.iter_mut().chain(&mut op.results).for_each(number);
        }
        data.terminator.for_each_use_mut(number);
        match &mut data.terminator {
            Terminator::Next { step, raised, .. } => {
                number(&mut step.item);
                number(&mut step.rest);
                raised.iter_mut().for_each(|(exc, _)| number(exc));
            }
            Terminator::Guard { exc, .. } => number(exc),
            _ => {}
        }
        for link in data.terminator.links_mut() {
            link.target = numbers[link.target];
        }
    }
    graph.entry = numbers[graph.entry];
    graph.blocks = blocks;
    graph.values = names;
}
