//! The views of a graph's integers, and the intervals that they hold.

use super::interval::{FULL, Interval, Relation, eval};
use crate::opt::definitions::Definitions;
use naja_ir::SmallVec;
use naja_ir::dominance::Dominators;
use naja_ir::entity::packed_option::PackedOption;
use naja_ir::entity::{PrimaryMap, SecondaryMap, entity_impl};
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::{LlType, Storage};
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low};
use naja_ir::prim::Prim;
use std::collections::HashMap;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct View(u32);
entity_impl!(View, "view");

/// Where the interval of a view comes from.
enum Source {
    Fixed(Interval),
    Prim(Prim, View, View),
    /// Any of these.
    Join(SmallVec<[View; 4]>),
    /// The first, for which the relation to the second holds.
    Such(View, Relation, View),
}

/// What is known of one operation.
#[derive(Clone, Default)]
pub struct OpFacts {
    /// Of the integer operands.
    pub args: SmallVec<[PackedOption<View>; 2]>,
    /// What a comparison gives, where the way here decides it; of an unsigned one,
    /// what the signed one gives.
    pub decided: Option<bool>,
}

/// What is known at the end of a block.
#[derive(Clone, Default)]
pub struct EndFacts {
    /// Whether the condition of a branch holds.
    pub decided: Option<bool>,
    /// Of the number that a switch reads.
    pub switched: PackedOption<View>,
    /// Of the integers that each link passes.
    pub links: Vec<SmallVec<[PackedOption<View>; 4]>>,
}

pub struct Views {
    sources: PrimaryMap<View, Source>,
    /// `None`: no value comes here.
    intervals: SecondaryMap<View, Option<Interval>>,
    pub made: SecondaryMap<Value, PackedOption<View>>,
    pub ops: SecondaryMap<Block, Vec<OpFacts>>,
    pub ends: SecondaryMap<Block, EndFacts>,
    pub order: Vec<Block>,
    /// Parameters of blocks at which a loop begins.
    at_loop: SecondaryMap<View, bool>,
    /// Sources first, but for what comes round a loop.
    sequence: Vec<View>,
}

impl Views {
    pub fn of(program: &LlProgram, graph: &LlGraph) -> Views {
        let mut views = Walk::of(program, graph);
        views.solve();
        views
    }

    /// A value that is made as a constant.
    pub fn is_constant(&self, value: Value) -> bool {
        matches!(self.made[value].expand().map(|v| &self.sources[v]), Some(Source::Fixed(i)) if i.single().is_some())
    }

    /// `None` where control never comes.
    pub fn interval(&self, view: PackedOption<View>) -> Option<Interval> {
        view.expand().map_or(Some(FULL), |view| self.intervals[view])
    }

    fn eval(&self, view: View) -> Option<Interval> {
        match &self.sources[view] {
            Source::Fixed(interval) => Some(*interval),
            Source::Prim(prim, a, b) => Some(eval(*prim, self.intervals[*a]?, self.intervals[*b]?)),
            Source::Join(views) => views.iter().filter_map(|&v| self.intervals[v]).reduce(Interval::join),
            Source::Such(view, relation, other) => relation.restrict(self.intervals[*view]?, self.intervals[*other]?),
        }
    }

    fn each_source(&self, view: View, mut f: impl FnMut(View)) {
        match &self.sources[view] {
            Source::Fixed(_) => {}
            Source::Prim(_, a, b) | Source::Such(a, _, b) => {
                f(*a);
                f(*b);
            }
            Source::Join(views) => views.iter().copied().for_each(f),
        }
    }

    /// Rounds in which loops' parameters grow step by step, before they are widened.
    const PATIENCE: u32 = 2;
    /// Rounds after which whatever still grows is widened.
    const URGENT: u32 = 12;
    /// Rounds in which intervals shrink again.
    const NARROWING: u32 = 3;

    fn solve(&mut self) {
        let mut users: SecondaryMap<View, SmallVec<[View; 2]>> = SecondaryMap::with_capacity(self.sources.len());
        for view in self.sources.keys() {
            self.each_source(view, |source| users[source].push(view));
        }
        let mut is_dirty = vec![true; self.sources.len()];
        let mut any_dirty = true;
        let mut round = 0;
        while std::mem::take(&mut any_dirty) {
            for i in 0..self.sequence.len() {
                let view = self.sequence[i];
                if !std::mem::take(&mut is_dirty[view.as_u32() as usize]) {
                    continue;
                }
                let Some(mut new) = self.eval(view) else { continue };
                if let Some(old) = self.intervals[view] {
                    // Only growth: the relations with other views make no promise.
                    new = old.join(new);
                    if new == old {
                        continue;
                    }
                    let at_loop = self.at_loop[view];
                    if (at_loop && round >= Views::PATIENCE) || round >= Views::URGENT {
                        new = old.widen(new);
                    }
                }
                self.intervals[view] = Some(new);
                for &user in &users[view] {
                    is_dirty[user.as_u32() as usize] = true;
                    any_dirty = true;
                }
            }
            round += 1;
        }
        for _ in 0..Views::NARROWING {
            for i in 0..self.sequence.len() {
                let view = self.sequence[i];
                if let (Some(old), Some(new)) = (self.intervals[view], self.eval(view)) {
                    self.intervals[view] = Some(old.meet(new).unwrap_or(old));
                }
            }
        }
    }
}

/// The walk over the dominator tree that makes the views.
struct Walk<'a> {
    program: &'a LlProgram,
    graph: &'a LlGraph,
    definitions: Definitions,
    views: Views,
    /// What a value is seen as now.
    current: SecondaryMap<Value, PackedOption<View>>,
    /// Conditions that are decided now.
    holds: HashMap<Value, bool>,
    /// How the two values of a pair, in order, can compare: LESS, EQUAL, GREATER.
    compared: HashMap<(Value, Value), u8>,
    undo: Vec<Undo>,
    full: View,
}

enum Undo {
    View(Value, PackedOption<View>),
    Holds(Value),
    Compared((Value, Value), Option<u8>),
}

const LESS: u8 = 1;
const EQUAL: u8 = 2;
const GREATER: u8 = 4;

/// Conditions that are made of others are looked into this deep.
const MAX_NESTING: u32 = 4;

impl Walk<'_> {
    fn of(program: &LlProgram, graph: &LlGraph) -> Views {
        let order = graph.reverse_postorder();
        let dominators = Dominators::of(graph);
        let predecessors = graph.predecessors();
        let mut children: SecondaryMap<Block, Vec<Block>> = SecondaryMap::new();
        let mut rank: SecondaryMap<Block, usize> = SecondaryMap::new();
        for (i, &block) in order.iter().enumerate() {
            rank[block] = i;
            if let Some(parent) = dominators.immediate(block) {
                children[parent].push(block);
            }
        }
        let mut sources = PrimaryMap::new();
        let full = sources.push(Source::Fixed(FULL));
        let mut walk = Walk {
            program,
            graph,
            definitions: Definitions::of(graph, &order),
            views: Views {
                sources,
                intervals: SecondaryMap::new(),
                made: SecondaryMap::with_capacity(graph.values.len()),
                ops: SecondaryMap::new(),
                ends: SecondaryMap::new(),
                order: Vec::new(),
                at_loop: SecondaryMap::new(),
                sequence: vec![full],
            },
            current: SecondaryMap::with_capacity(graph.values.len()),
            holds: HashMap::new(),
            compared: HashMap::new(),
            undo: Vec::new(),
            full,
        };
        // Parameters first: links may come before their targets.
        for &block in &order {
            let is_header = predecessors[block].iter().any(|&p| rank[p] >= rank[block]);
            for &param in &graph.blocks[block].params {
                if graph.values[param] == LlType::I64 {
                    let source = match block == graph.entry {
                        true => Source::Fixed(FULL),
                        false => Source::Join(SmallVec::new()),
                    };
                    let view = walk.views.sources.push(source);
                    walk.views.at_loop[view] = is_header;
                    walk.views.made[param] = view.into();
                    walk.current[param] = view.into();
                }
            }
        }
        enum Step {
            Enter(Block),
            Leave(usize),
        }
        let mut steps = vec![Step::Enter(graph.entry)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Leave(mark) => walk.undo_to(mark),
                Step::Enter(block) => {
                    steps.push(Step::Leave(walk.undo.len()));
                    if let [parent] = predecessors[block][..] {
                        walk.pass_into(parent, block);
                    }
                    walk.block(block);
                    steps.extend(children[block].iter().rev().map(|&child| Step::Enter(child)));
                }
            }
        }
        let mut views = walk.views;
        views.order = order;
        views
    }

    fn undo_to(&mut self, mark: usize) {
        while self.undo.len() > mark {
            match self.undo.pop().expect("it is longer") {
                Undo::View(value, view) => self.current[value] = view,
                Undo::Holds(value) => {
                    self.holds.remove(&value);
                }
                Undo::Compared(pair, Some(mask)) => {
                    self.compared.insert(pair, mask);
                }
                Undo::Compared(pair, None) => {
                    self.compared.remove(&pair);
                }
            }
        }
    }

    fn new_view(&mut self, source: Source) -> View {
        let view = self.views.sources.push(source);
        self.views.sequence.push(view);
        view
    }

    fn see(&mut self, value: Value, view: View) {
        self.undo.push(Undo::View(value, self.current[value]));
        self.current[value] = view.into();
    }

    fn view(&self, value: Value) -> View {
        self.current[value].expand().unwrap_or(self.full)
    }

    /// The only link from a block to its successor says what it says.
    fn pass_into(&mut self, parent: Block, block: Block) {
        let graph = self.graph;
        let links = graph.blocks[parent].terminator.links();
        let i = links.iter().position(|l| l.target == block).expect("a link leads here");
        self.pass(&graph.blocks[parent].terminator, i);
    }

    /// What is known behind the n-th link of a terminator.
    fn pass(&mut self, terminator: &Terminator<Low>, i: usize) {
        match terminator {
            Terminator::Branch { cond, .. } => self.assume(*cond, i == 0, MAX_NESTING),
            Terminator::Switch { value, cases, .. } => {
                if let Some(&(n, _)) = cases.get(i) {
                    let view = self.new_view(Source::Fixed(Interval::of(n)));
                    self.see(*value, view);
                }
            }
            _ => {}
        }
    }

    fn assume(&mut self, cond: Value, holds: bool, nesting: u32) {
        if self.holds.contains_key(&cond) {
            return;
        }
        self.holds.insert(cond, holds);
        self.undo.push(Undo::Holds(cond));
        let Some(op) = self.definitions.op(self.graph, cond) else { return };
        if nesting == 0 {
            return;
        }
        match op.kind {
            LlOp::Prim(Prim::BoolNot) => self.assume(op.args[0], !holds, nesting - 1),
            LlOp::Prim(prim) => {
                if let Some(relation) = Relation::of(prim) {
                    self.assume_relation(relation, op.args[0], op.args[1], holds);
                }
            }
            LlOp::Select => {
                // `a and b`, `a or b`
                let constant = |v: Value| match self.definitions.op(self.graph, v).map(|op| &op.kind) {
                    Some(LlOp::Bool(b)) => Some(*b),
                    _ => None,
                };
                let (c, a, b) = (op.args[0], op.args[1], op.args[2]);
                if constant(b) == Some(!holds) {
                    self.assume(c, true, nesting - 1);
                    self.assume(a, holds, nesting - 1);
                } else if constant(a) == Some(!holds) {
                    self.assume(c, false, nesting - 1);
                    self.assume(b, holds, nesting - 1);
                }
            }
            _ => {}
        }
    }

    fn assume_relation(&mut self, relation: Relation, a: Value, b: Value, holds: bool) {
        let (relation, a, b) = match (holds, relation.negated()) {
            (true, _) => (relation, a, b),
            (false, (negated, false)) => (negated, a, b),
            (false, (negated, true)) => (negated, b, a),
        };
        let (view_a, view_b) = (self.view(a), self.view(b));
        let new = self.new_view(Source::Such(view_a, relation, view_b));
        self.see(a, new);
        let Some(swapped) = relation.swapped() else { return };
        let new = self.new_view(Source::Such(view_b, swapped, view_a));
        self.see(b, new);
        let (pair, mask) = pair_of(relation, a, b);
        let before = self.compared.get(&pair).copied();
        self.compared.insert(pair, before.unwrap_or(LESS | EQUAL | GREATER) & mask);
        self.undo.push(Undo::Compared(pair, before));
    }

    /// What a comparison gives, after those on the way here.
    fn decide(&self, prim: Prim, a: Value, b: Value) -> Option<bool> {
        let relation = Relation::of(prim)?.signed();
        let (pair, mask) = pair_of(relation, a, b);
        let possible = *self.compared.get(&pair)?;
        match possible & mask {
            0 => Some(false),
            both if both == possible => Some(true),
            _ => None,
        }
    }

    fn block(&mut self, block: Block) {
        let graph = self.graph;
        let data = &graph.blocks[block];
        let params = data.params.iter().filter_map(|&p| self.views.made[p].expand());
        self.views.sequence.extend(params);
        let mut facts = Vec::with_capacity(data.ops.len());
        for op in &data.ops {
            facts.push(self.op(op));
        }
        self.views.ops[block] = facts;
        let mut end = EndFacts::default();
        match &data.terminator {
            Terminator::Branch { cond, .. } => end.decided = self.holds.get(cond).copied(),
            Terminator::Switch { value, .. } => end.switched = self.current[*value],
            _ => {}
        }
        for (i, link) in data.terminator.links().into_iter().enumerate() {
            let mark = self.undo.len();
            if !link.args.is_empty() {
                self.pass(&data.terminator, i);
            }
            let args = self.link(link);
            end.links.push(args);
            self.undo_to(mark);
        }
        self.views.ends[block] = end;
    }

    fn link(&mut self, link: &Link) -> SmallVec<[PackedOption<View>; 4]> {
        let mut args = SmallVec::new();
        for (&arg, &param) in link.args.iter().zip(&self.graph.blocks[link.target].params) {
            args.push(self.current[arg]);
            if let Some(to) = self.views.made[param].expand() {
                let from = self.view(arg);
                if let Source::Join(views) = &mut self.views.sources[to]
                    && from != to
                    && views.last() != Some(&from)
                {
                    views.push(from);
                }
            }
        }
        args
    }

    fn op(&mut self, op: &Op<Low>) -> OpFacts {
        let mut facts = OpFacts { args: op.args.iter().map(|&a| self.current[a]).collect(), decided: None };
        let structs = &self.program.structs;
        let stored = |storage: Storage| match storage {
            Storage::U8 => Interval::new(0, u8::MAX as i64),
            Storage::U16 => Interval::new(0, u16::MAX as i64),
            Storage::U32 => Interval::new(0, u32::MAX as i64),
            Storage::Value(_) => FULL,
        };
        let source = match op.kind {
            LlOp::Int(n) => Source::Fixed(Interval::of(n)),
            LlOp::Prim(prim) => {
                if let [a, b] = op.args[..] {
                    facts.decided = self.decide(prim, a, b);
                }
                let view = |i: usize| op.args.get(i).map_or(self.full, |&a| self.view(a));
                Source::Prim(prim, view(0), view(1))
            }
            LlOp::Select => {
                facts.decided = self.holds.get(&op.args[0]).copied();
                let mut arms = SmallVec::new();
                for (arg, holds) in [(op.args[1], true), (op.args[2], false)] {
                    let mark = self.undo.len();
                    self.assume(op.args[0], holds, MAX_NESTING);
                    arms.push(self.view(arg));
                    self.undo_to(mark);
                }
                Source::Join(arms)
            }
            LlOp::TailLen(_) => Source::Fixed(Interval::new(0, i32::MAX as i64)),
            LlOp::GetField(id, i) => Source::Fixed(stored(structs[id].fields[i].storage)),
            LlOp::GetItem(id) => Source::Fixed(structs[id].tail.map_or(FULL, stored)),
            LlOp::TypeId => Source::Fixed(Interval::new(0, u32::MAX as i64)),
            _ => Source::Fixed(FULL),
        };
        if let Some(&result) = op.results.first()
            && self.graph.values[result] == LlType::I64
        {
            let view = self.new_view(source);
            self.views.made[result] = view.into();
            self.current[result] = view.into();
        }
        facts
    }
}

/// The pair in order, and how it can compare where the relation holds.
fn pair_of(relation: Relation, a: Value, b: Value) -> ((Value, Value), u8) {
    let mask = match relation {
        Relation::Eq => EQUAL,
        Relation::Ne => LESS | GREATER,
        Relation::Lt => LESS,
        Relation::Le => LESS | EQUAL,
        Relation::Gt => GREATER,
        Relation::Ge => GREATER | EQUAL,
        Relation::UintLt | Relation::UintLe => LESS | EQUAL | GREATER,
    };
    if a <= b {
        return ((a, b), mask);
    }
    let swapped = mask & EQUAL | (mask & LESS) << 2 | (mask & GREATER) >> 2;
    ((b, a), swapped)
}
