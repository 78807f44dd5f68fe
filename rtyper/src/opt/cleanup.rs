//! Removes what says nothing: branches on what is known, blocks that only pass
//! on, parameters that are always the same value, operations that nobody reads,
//! blocks that control never reaches.
//!
//! Every other pass may leave such things behind and rely on this one.

use crate::opt::rename::Renaming;
use crate::opt::{each_function, empty_block};
use naja_ir::SmallVec;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low};

pub fn run(program: &mut LlProgram) {
    each_function(program, |_, _, graph| clean(graph));
}

/// One round may make room for another; this many are enough in practice, and
/// bound the time on graphs that were made to annoy.
const MAX_ROUNDS: usize = 6;

pub fn clean(graph: &mut LlGraph) {
    for _ in 0..MAX_ROUNDS {
        let mut changed = settle_branches(graph);
        changed |= skip_empty_blocks(graph);
        changed |= merge_single_params(graph);
        changed |= merge_chains(graph);
        changed |= drop_dead(graph);
        if !changed {
            break;
        }
    }
    clear_unreachable(graph);
}

/// Jumps where a branch or a switch can go one way only.
fn settle_branches(graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let mut known: SecondaryMap<Value, Option<i64>> = SecondaryMap::new();
    let mut negated: SecondaryMap<Value, Option<Value>> = SecondaryMap::new();
    for &block in &order {
        for op in &graph.blocks[block].ops {
            match op.kind {
                LlOp::Int(n) => known[op.results[0]] = Some(n),
                LlOp::Bool(b) => known[op.results[0]] = Some(b as i64),
                LlOp::Prim(naja_ir::prim::Prim::BoolNot) => negated[op.results[0]] = Some(op.args[0]),
                _ => {}
            }
        }
    }
    let mut changed = false;
    for &block in &order {
        let terminator = &mut graph.blocks[block].terminator;
        let jump = match terminator {
            Terminator::Branch { cond, then, otherwise } => {
                if let Some(inner) = negated[*cond] {
                    *cond = inner;
                    std::mem::swap(then, otherwise);
                    changed = true;
                }
                match known[*cond] {
                    Some(0) => Some(otherwise.clone()),
                    Some(_) => Some(then.clone()),
                    None if then == otherwise => Some(then.clone()),
                    None => None,
                }
            }
            Terminator::Switch { value, cases, default } => {
                let n_cases = cases.len();
                cases.retain(|(_, link)| link != default);
                changed |= cases.len() < n_cases;
                match known[*value] {
                    Some(n) => Some(cases.iter().find(|c| c.0 == n).map_or(&*default, |c| &c.1).clone()),
                    None if cases.is_empty() => Some(default.clone()),
                    None => None,
                }
            }
            _ => None,
        };
        if let Some(link) = jump {
            *terminator = Terminator::Jump(link);
            changed = true;
        }
    }
    changed
}

/// Links lead past blocks that only jump on; jumps to a bare return return.
fn skip_empty_blocks(graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let mut n_uses: SecondaryMap<Value, u32> = SecondaryMap::new();
    for &block in &order {
        let data = &graph.blocks[block];
        for op in &data.ops {
            op.args.iter().for_each(|&v| n_uses[v] += 1);
        }
        data.terminator.for_each_use(|v| n_uses[v] += 1);
    }
    // A block's parameters must not be read behind it.
    let mut only_passes_on = EntitySet::new();
    let mut only_ends = EntitySet::new();
    for &block in &order {
        let data = &graph.blocks[block];
        if block == graph.entry || !data.ops.is_empty() {
            continue;
        }
        match &data.terminator {
            Terminator::Jump(link) if link.target != block => {
                let mut n_own: SmallVec<[u32; 4]> = data.params.iter().map(|_| 0).collect();
                for arg in &link.args {
                    if let Some(i) = data.params.iter().position(|p| p == arg) {
                        n_own[i] += 1;
                    }
                }
                if data.params.iter().zip(n_own).all(|(&p, n)| n_uses[p] == n) {
                    only_passes_on.insert(block);
                }
            }
            Terminator::Return(_) | Terminator::Unreachable => {
                only_ends.insert(block);
            }
            _ => {}
        }
    }
    let mut changed = false;
    for &block in &order {
        let mut terminator = std::mem::replace(&mut graph.blocks[block].terminator, Terminator::Unreachable);
        for link in terminator.links_mut() {
            // Empty blocks can form a circle.
            for _ in 0..64 {
                let Terminator::Jump(next) = &graph.blocks[link.target].terminator else { break };
                if !only_passes_on.contains(link.target) || link.target == block {
                    break;
                }
                let params = &graph.blocks[link.target].params;
                let args = next.args.iter().map(|&arg| passed(params, &link.args, arg)).collect();
                *link = Link { target: next.target, args };
                changed = true;
            }
        }
        if let Terminator::Jump(link) = &terminator
            && only_ends.contains(link.target)
        {
            let end = &graph.blocks[link.target];
            let mut copy = end.terminator.clone();
            copy.for_each_use_mut(|v| *v = passed(&end.params, &link.args, *v));
            terminator = copy;
            changed = true;
        }
        graph.blocks[block].terminator = terminator;
    }
    changed
}

/// What a value of the target is where a link passes `args` for `params`.
fn passed(params: &[Value], args: &[Value], value: Value) -> Value {
    params.iter().position(|&p| p == value).map_or(value, |i| args[i])
}

#[derive(Clone, Copy, PartialEq, Default)]
enum Incoming {
    #[default]
    Nothing,
    One(Value),
    Many,
}

/// A parameter for which every link passes the same value is that value.
fn merge_single_params(graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let mut is_exception = EntitySet::new();
    for &block in &order {
        is_exception.extend(graph.blocks[block].terminator.defines().into_iter().map(|(v, _)| v));
    }
    let mut renaming = Renaming::default();
    let mut merged = EntitySet::new();
    for _ in 0..MAX_ROUNDS {
        let mut incoming: SecondaryMap<Value, Incoming> = SecondaryMap::new();
        for &block in &order {
            for link in graph.blocks[block].terminator.links() {
                for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                    let arg = renaming.resolve(arg);
                    if arg != param && !merged.contains(param) {
                        let state = &mut incoming[param];
                        *state = match *state {
                            // A guard's exception is seen by its link only.
                            _ if is_exception.contains(arg) => Incoming::Many,
                            Incoming::Nothing => Incoming::One(arg),
                            Incoming::One(other) if other == arg => *state,
                            _ => Incoming::Many,
                        };
                    }
                }
            }
        }
        let mut found = false;
        for &block in &order {
            for &param in &graph.blocks[block].params {
                if let Incoming::One(value) = incoming[param]
                    && renaming.resolve(value) != param
                {
                    renaming.set(param, value);
                    merged.insert(param);
                    found = true;
                }
            }
        }
        if !found {
            break;
        }
    }
    if merged.is_empty() {
        return false;
    }
    renaming.apply(graph);
    drop_params(graph, &order, |param| merged.contains(param));
    true
}

/// Removes parameters of blocks, and what links pass for them. The entry keeps its own.
fn drop_params(graph: &mut LlGraph, order: &[Block], is_dropped: impl Fn(Value) -> bool) {
    let mut kept: SecondaryMap<Block, Option<SmallVec<[bool; 4]>>> = SecondaryMap::new();
    for &block in order {
        let params = &mut graph.blocks[block].params;
        if block != graph.entry && params.iter().any(|&p| is_dropped(p)) {
            kept[block] = Some(params.iter().map(|&p| !is_dropped(p)).collect());
            params.retain(|p| !is_dropped(*p));
        }
    }
    for &block in order {
        for link in graph.blocks[block].terminator.links_mut() {
            if let Some(kept) = &kept[link.target] {
                let mut kept = kept.iter();
                link.args.retain(|_| *kept.next().expect("as many arguments as parameters"));
            }
        }
    }
}

/// A block that is entered from one jump only becomes the end of where that
/// jump stands.
fn merge_chains(graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let mut n_links: SecondaryMap<Block, u32> = SecondaryMap::new();
    for &block in &order {
        for link in graph.blocks[block].terminator.links() {
            n_links[link.target] += 1;
        }
    }
    let mut renaming = Renaming::default();
    let mut gone = EntitySet::new();
    let mut changed = false;
    for &block in &order {
        if gone.contains(block) {
            continue;
        }
        while let Terminator::Jump(link) = &graph.blocks[block].terminator {
            let target = link.target;
            if n_links[target] != 1 || target == block || target == graph.entry {
                break;
            }
            let args = link.args.clone();
            let merged = std::mem::replace(&mut graph.blocks[target], empty_block());
            for (param, arg) in merged.params.into_iter().zip(args) {
                renaming.set(param, arg);
            }
            graph.blocks[block].ops.extend(merged.ops);
            graph.blocks[block].terminator = merged.terminator;
            gone.insert(target);
            changed = true;
        }
    }
    renaming.apply(graph);
    changed
}

/// Drops operations and parameters that no effect depends on.
fn drop_dead(graph: &mut LlGraph) -> bool {
    let order = graph.reverse_postorder();
    let live = Liveness::of(graph, &order);
    let mut changed = false;
    for &block in &order {
        let data = &mut graph.blocks[block];
        if let Terminator::Guard { ok, .. } = &data.terminator
            && data.ops.last().is_some_and(|op| !live.keeps(op))
        {
            data.terminator = Terminator::Jump(ok.clone());
        }
        let n_ops = data.ops.len();
        data.ops.retain(|op| live.keeps(op));
        changed |= data.ops.len() < n_ops;
        changed |= block != graph.entry && data.params.iter().any(|&p| !live.values.contains(p));
    }
    drop_params(graph, &order, |param| !live.values.contains(param));
    changed
}

struct Liveness {
    values: EntitySet<Value>,
    /// Objects made here: what is written to them matters only if they are live.
    made: EntitySet<Value>,
}

impl Liveness {
    fn of(graph: &LlGraph, order: &[Block]) -> Liveness {
        let mut live = Liveness { values: EntitySet::new(), made: EntitySet::new() };
        // What becomes live with a value: operands of the operation that gives
        // it, arguments passed for it, what is written into it.
        let mut needs: SecondaryMap<Value, SmallVec<[(Block, u32); 1]>> = SecondaryMap::new();
        let mut passed: SecondaryMap<Value, SmallVec<[Value; 2]>> = SecondaryMap::new();
        for &block in order {
            for op in &graph.blocks[block].ops {
                if let LlOp::New(_) = op.kind {
                    live.made.insert(op.results[0]);
                }
            }
        }
        let mut work = Vec::new();
        for &block in order {
            let data = &graph.blocks[block];
            for (i, op) in data.ops.iter().enumerate() {
                match op.kind {
                    LlOp::SetField(..) if live.made.contains(op.args[0]) => needs[op.args[0]].push((block, i as u32)),
                    _ if op.kind.is_removable() => {
                        for &result in &op.results {
                            needs[result].push((block, i as u32));
                        }
                    }
                    _ => work.extend(&op.args),
                }
            }
            match &data.terminator {
                Terminator::Branch { cond, .. } => work.push(*cond),
                Terminator::Switch { value, .. } => work.push(*value),
                Terminator::Return(values) => work.extend(values),
                _ => {}
            }
            for link in data.terminator.links() {
                for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                    passed[param].push(arg);
                }
            }
        }
        while let Some(value) = work.pop() {
            if live.values.insert(value) {
                work.extend(&passed[value]);
                for &(block, i) in &needs[value] {
                    work.extend(&graph.blocks[block].ops[i as usize].args);
                }
            }
        }
        live
    }

    fn keeps(&self, op: &Op<Low>) -> bool {
        match op.kind {
            LlOp::SetField(..) if self.made.contains(op.args[0]) => self.values.contains(op.args[0]),
            _ => !op.kind.is_removable() || op.results.iter().any(|&r| self.values.contains(r)),
        }
    }
}

/// Empties the blocks that control never reaches.
fn clear_unreachable(graph: &mut LlGraph) {
    let mut reached = EntitySet::with_capacity(graph.blocks.len());
    reached.extend(graph.reverse_postorder());
    for block in graph.blocks.keys() {
        if !reached.contains(block) {
            graph.blocks[block] = empty_block();
        }
    }
}
