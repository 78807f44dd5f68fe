//! Puts the bodies of small functions where they are called.
//!
//! Tracebacks stay exact: each operation keeps its place, which now says at
//! which call it was inlined. An operation that may raise and was not guarded in
//! its own function raises where the call stands: under the call's guard, if it
//! has one. Then it leaves the frames of its place up to there
//! ([`Levels`]): those within the callee, and those of the call.
//!
//! ```text
//! block1():                      block1():
//!     v3 = call f v1                 v7 = int_add_ovf v1 v1
//!     guard block2(v3)               guard[2] block9() except v8 block3(v8)
//!        except v4 block3(v4)    block9():
//!                                    jump block2(v7)
//! ```

use crate::opt::callgraph::CallGraph;
use crate::opt::loops::Loops;
use naja_ir::dominance::Dominators;
use naja_ir::entity::{EntitySet, PrimaryMap, SecondaryMap};
use naja_ir::graph::{Block, Graph, Link, Op, Terminator, Value};
use naja_ir::lltype::{EXCEPTION, LlType};
use naja_ir::lowlevel::{Levels, LlFunc, LlGraph, LlOp, LlProgram, Place, PlaceData};
use naja_ir::prim::Prim;
use std::collections::HashMap;

/// Sizes are numbers of operations, see [`size`]. Up to this, a call is no smaller.
const TINY: usize = 10;
/// Worth it where the call runs often.
const SMALL: usize = 30;
/// A known argument on which the callee branches, or with which it divides.
const BONUS_PER_CONSTANT: usize = 15;
/// Of a function that is called from one place only.
const CALLED_ONCE: usize = 400;
/// No function grows beyond this by inlining.
const LARGE: usize = 6_000;
/// How many calls may be inlined into each other.
const MAX_CHAIN: usize = 24;

/// What decides whether a function is worth inlining.
#[derive(Clone, Default)]
struct Callee {
    size: usize,
    has_loop: bool,
    /// The parameters that are worth knowing.
    decisive: Vec<bool>,
    longest_chain: usize,
}

/// Callees first, so that what is inlined has had its own calls inlined.
pub fn run(program: &mut LlProgram) {
    let calls = CallGraph::of(program);
    let mut places = Places::of(program);
    let runs_once = run_once(program, &calls);
    let mut callees: SecondaryMap<LlFunc, Callee> = SecondaryMap::new();
    for &func in calls.components.iter().flatten() {
        let chosen = chosen_calls(program, &calls, &callees, runs_once[func], func);
        if !chosen.is_empty() {
            let name = program.functions[func].name.clone();
            let mut graph = std::mem::replace(&mut program.functions[func].graph, Graph::new(name));
            // From the last to the first: what stands before a call keeps its place.
            for &(block, i, callee) in chosen.iter().rev() {
                inline_call(&mut graph, block, i, &program.functions[callee].graph, &mut places);
            }
            program.functions[func].graph = graph;
        }
        callees[func] = Callee::of(&program.functions[func].graph, &places.all);
    }
    program.places = places.all;
}

impl Callee {
    fn of(graph: &LlGraph, places: &PrimaryMap<Place, PlaceData>) -> Callee {
        let order = graph.reverse_postorder();
        let mut decides: SecondaryMap<Value, bool> = SecondaryMap::new();
        for &block in &order {
            let data = &graph.blocks[block];
            for op in &data.ops {
                let LlOp::Prim(prim) = op.kind else { continue };
                let row = prim.row();
                let divides = matches!(prim, Prim::IntDiv | Prim::IntRem | Prim::UintDiv | Prim::UintRem);
                if divides || row.results == [LlType::Bool] {
                    op.args.iter().for_each(|&arg| decides[arg] = true);
                }
            }
            if let Terminator::Switch { value, .. } = data.terminator {
                decides[value] = true;
            }
        }
        let decisive = graph.params().iter().map(|&p| decides[p] || graph.values[p] == LlType::Bool).collect();
        Callee {
            size: size(graph),
            has_loop: in_loops(graph, &order).1,
            decisive,
            longest_chain: longest_chain(graph, places),
        }
    }
}

/// The functions that run at most once.
pub fn run_once(program: &LlProgram, calls: &CallGraph) -> SecondaryMap<LlFunc, bool> {
    let hooks = program.hooks;
    let hooks: Vec<LlFunc> = hooks.each().collect();
    let mut runs_once = SecondaryMap::new();
    runs_once[program.main] = true;
    // Callers first.
    for &func in calls.components.iter().flatten().rev() {
        if !runs_once[func] {
            continue;
        }
        let graph = &program.functions[func].graph;
        let order = graph.reverse_postorder();
        let (in_loop, _) = in_loops(graph, &order);
        for &block in order.iter().filter(|&&b| !in_loop[b]) {
            for op in &graph.blocks[block].ops {
                if let LlOp::Call(callee) = op.kind
                    && calls.n_calls[callee] == 1
                    && !calls.is_recursive[callee]
                    && !hooks.contains(&callee)
                {
                    runs_once[callee] = true;
                }
            }
        }
    }
    runs_once
}

/// The blocks within loops, and whether there are any.
fn in_loops(graph: &LlGraph, order: &[Block]) -> (SecondaryMap<Block, bool>, bool) {
    let mut rank: SecondaryMap<Block, usize> = SecondaryMap::new();
    for (i, &block) in order.iter().enumerate() {
        rank[block] = i;
    }
    let goes_back =
        |block: Block| graph.blocks[block].terminator.links().iter().any(|link| rank[link.target] <= rank[block]);
    let mut in_loop = SecondaryMap::new();
    if !order.iter().any(|&block| goes_back(block)) {
        return (in_loop, false);
    }
    let loops = Loops::of(order, &Dominators::of(graph), &graph.predecessors(), graph);
    for &block in order {
        in_loop[block] = loops.innermost(block).is_some();
    }
    (in_loop, true)
}

/// Unrolls small functions that call themselves into themselves: each call of
/// such a function then does the work of several.
pub fn run_recursive(program: &mut LlProgram) {
    /// What a function may grow to.
    const LIMIT: usize = 250;
    const MAX_ROUNDS: usize = 3;
    let mut places = Places::of(program);
    for func in program.functions.keys() {
        let body = program.functions[func].graph.clone();
        let n_self_calls = self_calls(&body, func).len();
        let body_size = size(&body);
        if n_self_calls == 0 || longest_chain(&body, &places.all) > MAX_CHAIN / 4 {
            continue;
        }
        let graph = &mut program.functions[func].graph;
        for _ in 0..MAX_ROUNDS {
            let calls = self_calls(graph, func);
            if size(graph) + calls.len() * body_size > LIMIT {
                break;
            }
            for (block, i) in calls.into_iter().rev() {
                inline_call(graph, block, i, &body, &mut places);
            }
        }
    }
    program.places = places.all;
}

fn self_calls(graph: &LlGraph, func: LlFunc) -> Vec<(Block, usize)> {
    let mut calls = Vec::new();
    for block in graph.reverse_postorder() {
        for (i, op) in graph.blocks[block].ops.iter().enumerate() {
            if op.kind == LlOp::Call(func) {
                calls.push((block, i));
            }
        }
    }
    calls
}

/// How much code a graph is. Constants are free, and what only leads to an
/// exception is out of the way.
fn size(graph: &LlGraph) -> usize {
    let order = graph.reverse_postorder();
    let cold = cold_blocks(graph, &order);
    let mut n = 0;
    let mut n_cold = 0;
    for &block in &order {
        let data = &graph.blocks[block];
        let links = data.terminator.links().len();
        let weight: usize = data
            .ops
            .iter()
            .map(|op| match op.kind {
                LlOp::Int(_) | LlOp::Float(_) | LlOp::Bool(_) | LlOp::Null(_) | LlOp::Cast(_) => 0,
                LlOp::Call(_) => 3,
                _ => 1,
            })
            .sum();
        *(if cold[block] { &mut n_cold } else { &mut n }) += weight + links.saturating_sub(1);
    }
    n + n_cold / 3
}

/// The blocks from which control can only reach the end of nothing, a raise, and
/// those to which only an exception leads.
fn cold_blocks(graph: &LlGraph, order: &[Block]) -> SecondaryMap<Block, bool> {
    let mut cold = SecondaryMap::new();
    for &block in order.iter().rev() {
        cold[block] = match &graph.blocks[block].terminator {
            Terminator::Unreachable => true,
            Terminator::Return(_) => false,
            Terminator::Guard { ok, .. } => cold[ok.target],
            other => other.links().iter().all(|link| cold[link.target]),
        };
    }
    let mut reached_normally = EntitySet::with_capacity(graph.blocks.len());
    let mut work = vec![graph.entry];
    while let Some(block) = work.pop() {
        if reached_normally.insert(block) {
            match &graph.blocks[block].terminator {
                Terminator::Guard { ok, .. } => work.push(ok.target),
                other => work.extend(other.links().iter().map(|link| link.target)),
            }
        }
    }
    for &block in order {
        cold[block] |= !reached_normally.contains(block);
    }
    cold
}

fn longest_chain(graph: &LlGraph, places: &PrimaryMap<Place, PlaceData>) -> usize {
    let mut longest = 1;
    let ops = graph.blocks.values().flat_map(|data| &data.ops);
    for op in ops.filter(|op| op.kind.may_raise()) {
        longest = longest.max(chain_length(places, op.place));
    }
    longest
}

fn chain_length(places: &PrimaryMap<Place, PlaceData>, place: Place) -> usize {
    std::iter::successors(Some(place), |&p| places[p].inlined_at).count()
}

/// The calls of a function to be inlined, in order.
fn chosen_calls(
    program: &LlProgram,
    calls: &CallGraph,
    callees: &SecondaryMap<LlFunc, Callee>,
    runs_once: bool,
    func: LlFunc,
) -> Vec<(Block, usize, LlFunc)> {
    let graph = &program.functions[func].graph;
    let order = graph.reverse_postorder();
    let cold = cold_blocks(graph, &order);
    let (in_loop, _) = in_loops(graph, &order);
    let mut is_constant: SecondaryMap<Value, bool> = SecondaryMap::new();
    let mut total = size(graph);
    let mut chosen = Vec::new();
    for &block in &order {
        for (i, op) in graph.blocks[block].ops.iter().enumerate() {
            match op.kind {
                LlOp::Int(_) | LlOp::Float(_) | LlOp::Bool(_) | LlOp::Null(_) | LlOp::Static(_) => {
                    is_constant[op.results[0]] = true;
                }
                LlOp::Call(func_called) if func_called != func && !calls.is_recursive[func_called] => {
                    let callee = &callees[func_called];
                    let decided = op.args.iter().zip(&callee.decisive).filter(|&(&a, &d)| d && is_constant[a]);
                    let bonus = BONUS_PER_CONSTANT * decided.count();
                    let limit = if cold[block] {
                        TINY / 3
                    } else if calls.n_calls[func_called] == 1 {
                        CALLED_ONCE
                    } else if callee.has_loop || total > LARGE / 4 {
                        TINY
                    } else if in_loop[block] {
                        SMALL + bonus
                    } else if runs_once {
                        TINY
                    } else {
                        SMALL * 2 / 3 + bonus
                    };
                    if callee.size <= limit && total + callee.size <= LARGE && callee.longest_chain < MAX_CHAIN {
                        total += callee.size;
                        chosen.push((block, i, func_called));
                    }
                }
                _ => {}
            }
        }
    }
    chosen
}

/// The places of a program, growing; a place inlined twice at one call is made once.
struct Places {
    all: PrimaryMap<Place, PlaceData>,
    inlined: HashMap<(Place, Place), Place>,
}

impl Places {
    fn of(program: &mut LlProgram) -> Places {
        Places { all: std::mem::take(&mut program.places), inlined: HashMap::new() }
    }

    /// The place of an operation whose function is inlined at a call.
    fn inlined(&mut self, place: Place, call: Place) -> Place {
        if let Some(&known) = self.inlined.get(&(place, call)) {
            return known;
        }
        let mut chain: Vec<Place> = std::iter::successors(Some(place), |&p| self.all[p].inlined_at).collect();
        let mut outer = call;
        while let Some(inner) = chain.pop() {
            let all = &mut self.all;
            outer = *self.inlined.entry((inner, call)).or_insert_with(|| {
                let data = PlaceData { inlined_at: Some(outer), ..all[inner].clone() };
                all.push(data)
            });
        }
        outer
    }
}

/// What the calls's guard does with an exception.
struct CallGuard {
    exc: Value,
    err: Link,
    levels: u32,
}

fn inline_call(graph: &mut LlGraph, block: Block, at: usize, callee: &LlGraph, places: &mut Places) {
    let data = &mut graph.blocks[block];
    let rest = data.ops.split_off(at + 1);
    let call = data.ops.pop().expect("the call");
    let terminator = std::mem::replace(&mut data.terminator, Terminator::Unreachable);
    let (guard, terminator) = match terminator {
        Terminator::Guard { exc, ok, err, guard } if rest.is_empty() => {
            (Some(CallGuard { exc, err, levels: guard.0 }), Terminator::Jump(ok))
        }
        other => (None, other),
    };
    // The call's results become the parameters of where control goes on.
    let after = graph.new_block();
    graph.blocks[after].params = call.results.iter().copied().collect();
    graph.blocks[after].ops = rest;
    graph.blocks[after].terminator = terminator;
    let mut body = Body {
        values: SecondaryMap::with_capacity(callee.values.len()),
        blocks: SecondaryMap::with_capacity(callee.blocks.len()),
        graph,
        callee,
        places,
        call_place: call.place,
        guard,
        after,
        nowhere: None,
    };
    for (&param, &arg) in callee.params().iter().zip(&call.args) {
        body.values[param] = Some(arg);
    }
    let order = callee.reverse_postorder();
    body.blocks[callee.entry] = Some(block);
    for &original in &order[1..] {
        let copy = body.graph.new_block();
        body.blocks[original] = Some(copy);
        for &param in &callee.blocks[original].params {
            let value = body.value(param);
            body.graph.blocks[copy].params.push(value);
        }
    }
    for original in order {
        body.block(original);
    }
}

/// A callee's body on its way into the caller.
struct Body<'a> {
    graph: &'a mut LlGraph,
    callee: &'a LlGraph,
    places: &'a mut Places,
    values: SecondaryMap<Value, Option<Value>>,
    blocks: SecondaryMap<Block, Option<Block>>,
    call_place: Place,
    guard: Option<CallGuard>,
    after: Block,
    /// What stands behind an operation that always raises.
    nowhere: Option<Block>,
}

impl Body<'_> {
    fn value(&mut self, value: Value) -> Value {
        let ty = self.callee.values[value];
        let graph = &mut *self.graph;
        *self.values[value].get_or_insert_with(|| graph.new_value(ty))
    }

    fn block(&mut self, original: Block) {
        let mut at = self.blocks[original].expect("every reachable block has its copy");
        let data = &self.callee.blocks[original];
        let is_guarded = matches!(data.terminator, Terminator::Guard { .. });
        for (i, op) in data.ops.iter().enumerate() {
            let mut place = op.place;
            if op.kind.may_raise() {
                place = self.places.inlined(op.place, self.call_place);
            }
            let copy = Op {
                kind: op.kind.clone(),
                args: op.args.iter().map(|&v| self.value(v)).collect(),
                results: op.results.iter().map(|&v| self.value(v)).collect(),
                place,
            };
            self.graph.blocks[at].ops.push(copy);
            let guarded_here = is_guarded && i + 1 == data.ops.len();
            if op.kind.may_raise() && !guarded_here && self.guard.is_some() {
                at = self.guard_op(at, op.place, op.kind.always_raises());
            }
        }
        let terminator = match &data.terminator {
            Terminator::Return(values) => {
                Terminator::Jump(Link::new(self.after, values.iter().map(|&v| self.value(v)).collect::<Vec<_>>()))
            }
            other => {
                let mut copy = other.clone();
                if let Terminator::Guard { exc, .. } = &mut copy {
                    *exc = self.value(*exc);
                }
                copy.for_each_use_mut(|v| *v = self.value(*v));
                for link in copy.links_mut() {
                    link.target = self.blocks[link.target].expect("every reachable block has its copy");
                }
                copy
            }
        };
        // Behind an operation that always raises and is guarded now, control never comes.
        if Some(at) != self.nowhere {
            self.graph.blocks[at].terminator = terminator;
        }
    }

    /// Puts the last operation of the block under the call's guard; gives the
    /// block where control goes on.
    fn guard_op(&mut self, at: Block, place: Place, always_raises: bool) -> Block {
        let depth = chain_length(&self.places.all, place) as u32;
        let ok = match (always_raises, self.nowhere) {
            (true, Some(block)) => block,
            _ => self.graph.new_block(),
        };
        if always_raises {
            self.nowhere = Some(ok);
        }
        let guard = self.guard.as_ref().expect("the call is guarded");
        let exc = self.graph.values.push(LlType::Ptr(EXCEPTION));
        let mut err = guard.err.clone();
        for arg in &mut err.args {
            if *arg == guard.exc {
                *arg = exc;
            }
        }
        let levels = Levels(depth + guard.levels);
        self.graph.blocks[at].terminator = Terminator::Guard { exc, ok: Link::new(ok, []), err, guard: levels };
        ok
    }
}
