//! Locals for the values that need one, shared by values that do not live at the
//! same time.
//!
//! A value's life is one interval of positions in the order in which the code is
//! written: from its definition to its last use, or to the end of the outermost
//! loop that holds a use but not the definition. (Loops are contiguous there, and
//! definitions come before uses.) A block's parameter and what is passed for it get
//! the same local where their lives do not overlap: then the link costs nothing.

use super::body::{Body, Inst};
use super::structure::{Structured, Token};
use super::trees::{Trees, operands};
use ena::unify::{InPlaceUnificationTable, UnifyKey};
use naja_ir::entity::{EntityRef, SecondaryMap};
use naja_ir::graph::Value;
use naja_ir::lltype::LlType;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use wasm_encoder::ValType;

/// So many locals are looked through for a gap.
const TRIED: usize = 64;

pub struct Locals {
    /// The local of each value that has one.
    pub of: SecondaryMap<Value, Option<u32>>,
    /// The types of the locals behind the function's parameters.
    pub types: Vec<ValType>,
}

pub fn val_type(ty: LlType) -> ValType {
    match ty {
        LlType::Bool | LlType::Ptr(_) | LlType::Addr => ValType::I32,
        LlType::I64 => ValType::I64,
        LlType::F64 => ValType::F64,
    }
}

pub fn allocate(body: &Body, trees: &Trees, structured: &Structured) -> Locals {
    let lives = Lives::of(body, trees, structured);
    let mut classes = Classes::new(&lives);
    classes.join_links(body, trees, structured);
    assign(body, classes)
}

#[derive(Clone, Copy, Default, PartialEq)]
struct Life {
    start: u32,
    end: u32,
}

/// The lives of the values that need a local; others start at 0, which is no position.
struct Lives {
    lives: SecondaryMap<Value, Life>,
    /// In the order of definition.
    values: Vec<Value>,
}

impl Lives {
    fn of(body: &Body, trees: &Trees, structured: &Structured) -> Lives {
        let mut tracing = Tracing {
            body,
            trees,
            structured,
            lives: Lives { lives: SecondaryMap::new(), values: Vec::new() },
            block_of: SecondaryMap::new(),
            uses: Vec::new(),
            loop_end: vec![0; structured.loops.loops.len()],
        };
        tracing.positions();
        tracing.extend_lives();
        tracing.lives
    }
}

struct Tracing<'a> {
    body: &'a Body,
    trees: &'a Trees,
    structured: &'a Structured,
    lives: Lives,
    block_of: SecondaryMap<Value, usize>,
    /// Value, position, block.
    uses: Vec<(Value, u32, usize)>,
    loop_end: Vec<u32>,
}

impl Tracing<'_> {
    /// Numbers the code: an operation reads at an even position and writes at the
    /// odd one behind it.
    fn positions(&mut self) {
        let mut at = 0;
        let mut open = Vec::new();
        for token in &self.structured.tokens {
            match *token {
                Token::Block(_) | Token::If { .. } => open.push(None),
                Token::Loop(header) => open.push(self.structured.loops.of[header]),
                Token::End => {
                    if let Some(l) = open.pop().expect("an end has a start") {
                        self.loop_end[l] = at;
                    }
                }
                Token::Code(b) if b < self.body.blocks.len() => self.block(b, &mut at),
                _ => {}
            }
        }
    }

    fn block(&mut self, b: usize, at: &mut u32) {
        let body = self.body;
        let block = &body.blocks[b];
        *at += 2;
        for &param in &block.params {
            self.define(param, *at + 1, b);
        }
        for inst in block.insts.iter().filter(|inst| self.trees.is_root(inst)) {
            *at += 2;
            self.read(inst, *at, b);
            for &result in &inst.results {
                if self.trees.n_uses[result] > 0 {
                    self.define(result, *at + 1, b);
                }
            }
        }
        *at += 2;
        for &value in block.end.operands().iter().chain(block.end.edges().iter().flat_map(|edge| &edge.args)) {
            self.use_value(value, *at, b);
        }
    }

    fn define(&mut self, value: Value, at: u32, block: usize) {
        self.lives.lives[value] = Life { start: at, end: at };
        self.lives.values.push(value);
        self.block_of[value] = block;
    }

    fn read(&mut self, inst: &Inst, at: u32, block: usize) {
        for value in operands(inst) {
            self.use_value(value, at, block);
        }
    }

    fn use_value(&mut self, value: Value, at: u32, block: usize) {
        if self.trees.inner.contains(value) {
            let inst = self.trees.inst(self.body, block, value);
            self.read(inst, at, block);
        } else if self.body.constants[value].is_none() {
            self.uses.push((value, at, block));
        }
    }

    fn extend_lives(&mut self) {
        let loops = &self.structured.loops;
        for &(value, at, block) in &self.uses {
            let mut end = at;
            let mut inner = loops.of[block];
            while let Some(l) = inner
                && !loops.contains(l, self.block_of[value])
            {
                end = end.max(self.loop_end[l]);
                inner = loops.loops[l].parent;
            }
            let life = &mut self.lives.lives[value];
            debug_assert!(life.start > 0, "{value} is used but not defined");
            life.end = life.end.max(end);
        }
    }
}

/// A value, as union-find numbers it.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Key(u32);

impl UnifyKey for Key {
    type Value = ();

    fn index(&self) -> u32 {
        self.0
    }

    fn from_index(index: u32) -> Key {
        Key(index)
    }

    fn tag() -> &'static str {
        "local"
    }
}

/// Values that share a local, and when one of them lives: start to end, kept for
/// the one that stands for all.
struct Classes {
    table: InPlaceUnificationTable<Key>,
    lives: SecondaryMap<Value, BTreeMap<u32, u32>>,
    values: Vec<Value>,
}

impl Classes {
    fn new(lives: &Lives) -> Classes {
        let mut table = InPlaceUnificationTable::new();
        let n_values = lives.values.iter().map(|v| v.index() + 1).max().unwrap_or(0);
        (0..n_values).for_each(|_| {
            table.new_key(());
        });
        let mut classes = Classes { table, lives: SecondaryMap::new(), values: lives.values.clone() };
        for &value in &lives.values {
            let life = lives.lives[value];
            classes.lives[value].insert(life.start, life.end);
        }
        classes
    }

    fn find(&mut self, value: Value) -> Value {
        // What needs no local stands for itself.
        match value.index() < self.table.len() {
            true => Value::new(self.table.find(Key(value.index() as u32)).0 as usize),
            false => value,
        }
    }

    /// Joins arguments with parameters, in the innermost loops first.
    fn join_links(&mut self, body: &Body, trees: &Trees, structured: &Structured) {
        let mut pairs = Vec::new();
        for (b, block) in body.blocks.iter().enumerate() {
            let depth = structured.loops.of[b].map_or(0, |l| structured.loops.loops[l].depth + 1);
            for edge in block.end.edges() {
                for (&param, &arg) in body.blocks[edge.target].params.iter().zip(&edge.args) {
                    if body.constants[arg].is_none() && !trees.inner.contains(arg) {
                        pairs.push((depth, param, arg));
                    }
                }
            }
        }
        pairs.sort_by_key(|p| Reverse(p.0));
        for (_, param, arg) in pairs {
            self.join(param, arg);
        }
    }

    fn join(&mut self, a: Value, b: Value) {
        let (a, b) = (self.find(a), self.find(b));
        // The smaller is put into the larger, so that all joins are near-linear together.
        let (large, small) = if self.lives[a].len() >= self.lives[b].len() { (a, b) } else { (b, a) };
        if large == small || self.lives[small].iter().any(|(&start, &end)| overlaps(&self.lives[large], start, end)) {
            return;
        }
        let moved = std::mem::take(&mut self.lives[small]);
        let mut joined = std::mem::take(&mut self.lives[large]);
        joined.extend(moved);
        self.table.union(Key(a.index() as u32), Key(b.index() as u32));
        let class = self.find(a);
        self.lives[class] = joined;
    }
}

fn overlaps(lives: &BTreeMap<u32, u32>, start: u32, end: u32) -> bool {
    lives.range(..=end).next_back().is_some_and(|(_, &e)| e >= start)
}

struct Local {
    ty: ValType,
    /// When it is taken.
    lives: BTreeMap<u32, u32>,
}

impl Local {
    fn end(&self) -> u32 {
        self.lives.last_key_value().map_or(0, |(_, &end)| end)
    }
}

/// Gives each class a local: one with room, or a new one.
fn assign(body: &Body, mut classes: Classes) -> Locals {
    let mut locals: Vec<Local> = Vec::new();
    let mut chosen: SecondaryMap<Value, Option<usize>> = SecondaryMap::new();
    for (i, &param) in body.params.iter().enumerate() {
        let class = classes.find(param);
        locals.push(Local { ty: val_type(body.types[param]), lives: std::mem::take(&mut classes.lives[class]) });
        if !locals[i].lives.is_empty() {
            chosen[class] = Some(i);
        }
    }
    let n_params = locals.len();

    let mut of_type: [Vec<usize>; 3] = Default::default();
    let mut by_end: [BinaryHeap<Reverse<(u32, usize)>>; 3] = Default::default();
    for (i, local) in locals.iter().enumerate() {
        of_type[type_index(local.ty)].push(i);
        by_end[type_index(local.ty)].push(Reverse((local.end(), i)));
    }
    let mut roots: Vec<(u32, Value)> = Vec::new();
    let values = std::mem::take(&mut classes.values);
    for &value in &values {
        if classes.find(value) == value
            && let Some((&start, _)) = classes.lives[value].first_key_value()
        {
            roots.push((start, value));
        }
    }
    roots.sort_unstable();
    for (start, class) in roots {
        let lives = std::mem::take(&mut classes.lives[class]);
        let ty = val_type(body.types[class]);
        let t = type_index(ty);
        let has_room = |&&i: &&usize| !lives.iter().any(|(&start, &end)| overlaps(&locals[i].lives, start, end));
        let found = of_type[t].iter().take(TRIED).find(has_room).copied();
        let local = found.or_else(|| first_free(&mut by_end[t], &locals, start)).unwrap_or_else(|| {
            locals.push(Local { ty, lives: BTreeMap::new() });
            of_type[t].push(locals.len() - 1);
            locals.len() - 1
        });
        chosen[class] = Some(local);
        locals[local].lives.extend(lives);
        by_end[t].push(Reverse((locals[local].end(), local)));
    }

    // Locals of one type stand together: their types are written as runs.
    let mut order: Vec<usize> = (n_params..locals.len()).collect();
    order.sort_by_key(|&i| type_index(locals[i].ty));
    let mut index: Vec<u32> = (0..locals.len() as u32).collect();
    for (i, &local) in order.iter().enumerate() {
        index[local] = (n_params + i) as u32;
    }
    let mut of = SecondaryMap::new();
    for &value in &values {
        of[value] = chosen[classes.find(value)].map(|local| index[local]);
    }
    Locals { of, types: order.iter().map(|&i| locals[i].ty).collect() }
}

fn type_index(ty: ValType) -> usize {
    match ty {
        ValType::I64 => 0,
        ValType::I32 => 1,
        _ => 2,
    }
}

/// The local that was free first, if it is free from `start` on.
fn first_free(by_end: &mut BinaryHeap<Reverse<(u32, usize)>>, locals: &[Local], start: u32) -> Option<usize> {
    while let Some(&Reverse((end, local))) = by_end.peek() {
        if locals[local].end() != end {
            by_end.pop();
        } else {
            return (end < start).then_some(local);
        }
    }
    None
}
