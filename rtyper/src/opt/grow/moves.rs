//! Follows the open texts of one function, and closes them where they would be shared.

use crate::opt::grow::{Scene, Spot, loaded, may_be_text, readers, stored};
use crate::opt::nowhere;
use naja_ir::entity::{EntitySet, SecondaryMap};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, Low};
use naja_ir::smallvec;
use std::collections::BTreeSet;

/// Makes the concatenations of the function those that make their left operand longer.
pub fn close(scene: &Scene, func: LlFunc, graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let sites = &scene.sites[func];
    if sites.is_empty() && scene.memories.is_empty() {
        return;
    }
    let open = open_values(sites, graph, &order);
    let lives = Lives::of(graph, &order, &open);
    let mut plan = Plan::default();
    for &block in &order {
        plan.block(scene, func, graph, &open, &lives, block);
    }
    plan.carry_out(graph);
}

/// All values that may be an open text.
fn open_values(sites: &BTreeSet<Spot>, graph: &LlGraph, order: &[Block]) -> EntitySet<Value> {
    let mut open: EntitySet<Value> = EntitySet::new();
    sites.iter().for_each(|&(block, i)| {
        open.insert(graph.blocks[block].ops[i].results[0]);
    });
    let mut grows = !sites.is_empty();
    while std::mem::take(&mut grows) {
        for &block in order {
            let data = &graph.blocks[block];
            for op in &data.ops {
                if let LlOp::Cast(_) = op.kind
                    && open.contains(op.args[0])
                {
                    grows |= open.insert(op.results[0]);
                }
            }
            for link in data.terminator.links() {
                for (&arg, &param) in link.args.iter().zip(&graph.blocks[link.target].params) {
                    if open.contains(arg) {
                        grows |= open.insert(param);
                    }
                }
            }
        }
    }
    open
}

/// Which open values are still needed where a block begins.
struct Lives {
    at_entry: SecondaryMap<Block, BTreeSet<Value>>,
}

impl Lives {
    fn of(graph: &LlGraph, order: &[Block], open: &EntitySet<Value>) -> Lives {
        let mut lives = Lives { at_entry: SecondaryMap::new() };
        let mut changed = true;
        while std::mem::take(&mut changed) {
            for &block in order.iter().rev() {
                let data = &graph.blocks[block];
                let mut live = lives.at_end(graph, block, open);
                for op in data.ops.iter().rev() {
                    op.results.iter().for_each(|result| {
                        live.remove(result);
                    });
                    live.extend(op.args.iter().filter(|&&arg| open.contains(arg)));
                }
                data.params.iter().for_each(|param| {
                    live.remove(param);
                });
                if live != lives.at_entry[block] {
                    lives.at_entry[block] = live;
                    changed = true;
                }
            }
        }
        lives
    }

    /// Needed by the block's terminator, or behind it.
    fn at_end(&self, graph: &LlGraph, block: Block, open: &EntitySet<Value>) -> BTreeSet<Value> {
        let terminator = &graph.blocks[block].terminator;
        let mut live = BTreeSet::new();
        terminator.for_each_use(|value| {
            live.extend(Some(value).filter(|&value| open.contains(value)));
        });
        for link in terminator.links() {
            live.extend(&self.at_entry[link.target]);
        }
        live
    }

    /// Needed on that way out of a block.
    fn on(&self, link: &Link, value: Value) -> bool {
        link.args.contains(&value) || self.at_entry[link.target].contains(&value)
    }
}

/// What is to be done.
#[derive(Default)]
struct Plan {
    /// Values to be closed before an operation, or where they stand at the end of the
    /// operations, before the terminator.
    closed: Vec<(Spot, Value)>,
    /// Values to be closed on a link.
    on_links: Vec<(Block, usize, Value)>,
    growing: Vec<Spot>,
}

impl Plan {
    fn block(
        &mut self,
        scene: &Scene,
        func: LlFunc,
        graph: &LlGraph,
        open: &EntitySet<Value>,
        lives: &Lives,
        block: Block,
    ) {
        let data = &graph.blocks[block];
        let mut live = lives.at_end(graph, block, open);
        if let Terminator::Return(values) = &data.terminator {
            let shared = values.iter().filter(|&&value| open.contains(value));
            self.closed.extend(shared.map(|&value| ((block, data.ops.len()), value)));
        }
        for (n, link) in data.terminator.links().into_iter().enumerate() {
            for (i, &arg) in link.args.iter().enumerate().filter(|&(_, &arg)| open.contains(arg)) {
                if lives.at_entry[link.target].contains(&arg) || link.args[..i].contains(&arg) {
                    self.on_links.push((block, n, arg));
                }
            }
        }
        for (i, op) in data.ops.iter().enumerate().rev() {
            let spot = (block, i);
            // Where the operation fails it has changed nothing.
            let needed = |value: Value| match &data.terminator {
                Terminator::Guard { ok, .. } if i + 1 == data.ops.len() => lives.on(ok, value),
                _ => live.contains(&value),
            };
            if scene.sites[func].contains(&spot) {
                self.growing.push(spot);
            }
            for (n, &arg) in op.args.iter().enumerate().filter(|&(_, &arg)| open.contains(arg)) {
                let is_moved = match op.kind {
                    LlOp::Cast(_) => !needed(arg),
                    LlOp::Call(_) if scene.sites[func].contains(&spot) => n == 0 && !needed(arg),
                    LlOp::Call(callee) => scene.readers.contains(&(callee, n)),
                    ref kind if readers::reads(kind, n) => true,
                    _ => match stored(op) {
                        Some((memory, _)) => scene.memories.contains(&memory) && !needed(arg),
                        None => false,
                    },
                };
                if !is_moved {
                    self.closed.push((spot, arg));
                }
            }
            if let Some(memory) = loaded(&op.kind)
                && scene.memories.contains(&memory)
                && !scene.taken[func].contains(&spot)
                && may_be_text(graph, op.results[0])
                && !only_looked_at(scene, graph, spot)
            {
                self.closed.push(((block, i + 1), op.results[0]));
            }
            op.results.iter().for_each(|result| {
                live.remove(result);
            });
            live.extend(op.args.iter().filter(|&&arg| open.contains(arg)));
        }
    }

    fn carry_out(self, graph: &mut LlGraph) {
        let mut inserted: Vec<(Spot, Op<Low>)> = Vec::new();
        for spot in self.growing {
            let grows = graph.new_value(LlType::Bool);
            let op = &mut graph.blocks[spot.0].ops[spot.1];
            op.args[2] = grows;
            let place = op.place;
            inserted.push((spot, Op { kind: LlOp::Bool(true), args: smallvec![], results: smallvec![grows], place }));
        }
        for (spot, value) in self.closed {
            inserted.push((spot, forget(graph, value)));
        }
        // From the last to the first: what stands before keeps its number.
        inserted.sort_by_key(|&((block, i), _)| (block, std::cmp::Reverse(i)));
        for ((block, i), op) in inserted {
            graph.blocks[block].ops.insert(i, op);
        }
        for (block, n, value) in self.on_links {
            let op = forget(graph, value);
            let between = split(graph, block, n);
            graph.blocks[between].ops.push(op);
        }
    }
}

fn forget(graph: &LlGraph, value: Value) -> Op<Low> {
    let LlType::Ptr(id) = graph.values[value] else { unreachable!("an open text is a reference") };
    Op { kind: LlOp::ForgetRoom(id), args: smallvec![value], results: smallvec![], place: nowhere() }
}

/// A new block on the n-th link of a block.
fn split(graph: &mut LlGraph, block: Block, n: usize) -> Block {
    let between = graph.new_block();
    let exception = graph.blocks[block].terminator.defines().first().map(|&(value, _)| value);
    let mut link = graph.blocks[block].terminator.links()[n].clone();
    let mut given = Link::new(between, []);
    // What was raised is seen by the arguments of its link only.
    for arg in link.args.iter_mut().filter(|arg| Some(**arg) == exception) {
        given.args.push(*arg);
        let ty = graph.values[*arg];
        *arg = graph.add_param(between, ty);
    }
    graph.blocks[between].terminator = Terminator::Jump(link);
    *graph.blocks[block].terminator.links_mut()[n] = given;
    between
}

/// Is the value that an operation loads only looked at in its block, before anything can
/// change what lies there?
fn only_looked_at(scene: &Scene, graph: &LlGraph, (block, i): Spot) -> bool {
    let data = &graph.blocks[block];
    let value = data.ops[i].results[0];
    let is_used = |b: Block| {
        let data = &graph.blocks[b];
        let mut used = b != block && data.ops.iter().any(|op| op.args.contains(&value));
        data.terminator.for_each_use(|v| used |= v == value);
        used
    };
    if graph.reverse_postorder().into_iter().any(is_used) {
        return false;
    }
    let Some(last) = data.ops.iter().rposition(|op| op.args.contains(&value)) else { return true };
    data.ops[i + 1..=last].iter().all(|op| {
        let looks = |(n, &arg): (usize, &Value)| {
            arg != value
                || match op.kind {
                    LlOp::Call(callee) => scene.readers.contains(&(callee, n)),
                    ref kind => readers::reads(kind, n),
                }
        };
        let is_quiet =
            stored(op).is_none() && !matches!(op.kind, LlOp::Call(callee) if scene.changers.contains(callee));
        is_quiet && op.args.iter().enumerate().all(looks)
    })
}
