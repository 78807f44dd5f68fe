//! Control-flow graphs in SSA form with block arguments.
//!
//! One structure serves two levels (see [`Level`]): Python's operations and the
//! machine's. Values meet at the parameters of a block and nowhere else; a block
//! ends in one [`Terminator`]. RPython's `flowmodel` has the same shape.
//!
//! ```text
//! block1(v3, v4):            parameters, given by each link that enters
//!     v5 = int_add v3 v4     operations, each with a place in the source
//!     branch v5 block2(v4) block3()
//! ```

use crate::{Name, SmallVec};
use cranelift_entity::{PrimaryMap, entity_impl};
use std::fmt::Debug;

/// A basic block of a graph.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block(u32);
entity_impl!(Block, "block");

/// The result of an operation, or a parameter of a block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(u32);
entity_impl!(Value, "v");

/// What differs between the two levels of graph.
pub trait Level: Clone + Debug {
    /// What an operation does.
    type Op: Clone + Debug;
    /// What is known of a value when it is made.
    type ValueData: Clone + Debug;
    /// Where in the source an operation stands.
    type Place: Copy + Debug;
    /// The values of a [`Terminator::Next`]; uninhabited at the low level.
    type Step: Clone + Debug + StepValues;
    /// What a [`Terminator::Guard`] knows beside its links.
    type Guard: Copy + Debug;
}

/// Access to the values of a level's loop step.
pub trait StepValues {
    fn iter(&self) -> Value;
    fn iter_mut(&mut self) -> &mut Value;
    /// What the step defines for the links of its terminator.
    fn defines(&self) -> [Value; 2];
}

impl StepValues for std::convert::Infallible {
    fn iter(&self) -> Value {
        match *self {}
    }
    fn iter_mut(&mut self) -> &mut Value {
        match *self {}
    }
    fn defines(&self) -> [Value; 2] {
        match *self {}
    }
}

#[derive(Clone, Debug)]
pub struct Op<L: Level> {
    pub kind: L::Op,
    pub args: SmallVec<[Value; 2]>,
    pub results: SmallVec<[Value; 1]>,
    pub place: L::Place,
}

/// A way into a block: the values that its parameters take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub target: Block,
    pub args: SmallVec<[Value; 4]>,
}

impl Link {
    pub fn new(target: Block, args: impl IntoIterator<Item = Value>) -> Link {
        Link { target, args: args.into_iter().collect() }
    }
}

/// How a block ends.
#[derive(Clone, Debug)]
pub enum Terminator<L: Level> {
    Jump(Link),
    /// On a boolean.
    Branch {
        cond: Value,
        then: Link,
        otherwise: Link,
    },
    /// On an integer; each case at most once.
    Switch {
        value: Value,
        cases: Vec<(i64, Link)>,
        default: Link,
    },
    /// One round of a `for` loop: takes the next item, or leaves by `done`.
    /// What the step defines is visible in the arguments of `body` only. To look
    /// for the item may raise: then the link of `raised` is taken, and its value,
    /// visible in that link's arguments only, is what was raised; without it, it
    /// leaves the function.
    Next {
        step: L::Step,
        body: Link,
        done: Link,
        raised: Option<(Value, Link)>,
    },
    /// The last operation of the block may raise: then `err` is taken, and `exc`,
    /// defined here and visible in the arguments of `err` only, is what was
    /// raised. The results of that operation are visible in `ok` only.
    Guard {
        exc: Value,
        ok: Link,
        err: Link,
        guard: L::Guard,
    },
    Return(SmallVec<[Value; 2]>),
    /// Control never comes here: the last operation always raises.
    Unreachable,
}

impl<L: Level> Terminator<L> {
    pub fn links(&self) -> SmallVec<[&Link; 2]> {
        let mut links = SmallVec::new();
        match self {
            Terminator::Jump(l) => links.push(l),
            Terminator::Branch { then, otherwise, .. } => links.extend([then, otherwise]),
            Terminator::Switch { cases, default, .. } => {
                links.extend(cases.iter().map(|(_, l)| l));
                links.push(default);
            }
            Terminator::Next { body, done, raised, .. } => {
                links.extend([body, done]);
                links.extend(raised.iter().map(|(_, link)| link));
            }
            Terminator::Guard { ok, err, .. } => links.extend([ok, err]),
            Terminator::Return(_) | Terminator::Unreachable => {}
        }
        links
    }

    pub fn links_mut(&mut self) -> SmallVec<[&mut Link; 2]> {
        let mut links = SmallVec::new();
        match self {
            Terminator::Jump(l) => links.push(l),
            Terminator::Branch { then, otherwise, .. } => links.extend([then, otherwise]),
            Terminator::Switch { cases, default, .. } => {
                links.extend(cases.iter_mut().map(|(_, l)| l));
                links.push(default);
            }
            Terminator::Next { body, done, raised, .. } => {
                links.extend([body, done]);
                links.extend(raised.iter_mut().map(|(_, link)| link));
            }
            Terminator::Guard { ok, err, .. } => links.extend([ok, err]),
            Terminator::Return(_) | Terminator::Unreachable => {}
        }
        links
    }

    /// The values that the terminator itself reads, links' arguments excluded.
    pub fn for_each_operand_mut(&mut self, mut f: impl FnMut(&mut Value)) {
        match self {
            Terminator::Branch { cond, .. } => f(cond),
            Terminator::Switch { value, .. } => f(value),
            Terminator::Next { step, .. } => f(step.iter_mut()),
            Terminator::Return(values) => values.iter_mut().for_each(f),
            Terminator::Jump(_) | Terminator::Guard { .. } | Terminator::Unreachable => {}
        }
    }

    /// Every value that the terminator reads, links' arguments included.
    pub fn for_each_use(&self, mut f: impl FnMut(Value)) {
        match self {
            Terminator::Branch { cond, .. } => f(*cond),
            Terminator::Switch { value, .. } => f(*value),
            Terminator::Next { step, .. } => f(step.iter()),
            Terminator::Return(values) => values.iter().copied().for_each(&mut f),
            Terminator::Jump(_) | Terminator::Guard { .. } | Terminator::Unreachable => {}
        }
        for link in self.links() {
            link.args.iter().copied().for_each(&mut f);
        }
    }

    /// Every value that the terminator reads, to be replaced.
    pub fn for_each_use_mut(&mut self, mut f: impl FnMut(&mut Value)) {
        self.for_each_operand_mut(&mut f);
        for link in self.links_mut() {
            link.args.iter_mut().for_each(&mut f);
        }
    }

    /// The values that the terminator defines, each with the index of the link
    /// (as in [`Terminator::links`]) whose arguments see it.
    pub fn defines(&self) -> SmallVec<[(Value, usize); 2]> {
        match self {
            Terminator::Next { step, raised, .. } => {
                let exc = raised.iter().map(|&(exc, _)| (exc, 2));
                step.defines().into_iter().map(|v| (v, 0)).chain(exc).collect()
            }
            Terminator::Guard { exc, .. } => SmallVec::from_slice(&[(*exc, 1)]),
            _ => SmallVec::new(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct BlockData<L: Level> {
    pub params: SmallVec<[Value; 4]>,
    pub ops: Vec<Op<L>>,
    pub terminator: Terminator<L>,
}

/// The body of one function. The parameters of `entry` are the function's, and
/// no link enters `entry`.
#[derive(Clone, Debug)]
pub struct Graph<L: Level> {
    pub name: Name,
    pub entry: Block,
    pub blocks: PrimaryMap<Block, BlockData<L>>,
    pub values: PrimaryMap<Value, L::ValueData>,
}

impl<L: Level> Graph<L> {
    /// A graph of one empty block that is unreachable yet.
    pub fn new(name: Name) -> Graph<L> {
        let mut blocks = PrimaryMap::new();
        let entry =
            blocks.push(BlockData { params: SmallVec::new(), ops: Vec::new(), terminator: Terminator::Unreachable });
        Graph { name, entry, blocks, values: PrimaryMap::new() }
    }

    pub fn new_block(&mut self) -> Block {
        self.blocks.push(BlockData { params: SmallVec::new(), ops: Vec::new(), terminator: Terminator::Unreachable })
    }

    pub fn new_value(&mut self, data: L::ValueData) -> Value {
        self.values.push(data)
    }

    pub fn add_param(&mut self, block: Block, data: L::ValueData) -> Value {
        let value = self.values.push(data);
        self.blocks[block].params.push(value);
        value
    }

    pub fn params(&self) -> &[Value] {
        &self.blocks[self.entry].params
    }

    /// The blocks that control can reach, each after every block that dominates
    /// it. Deterministic, and without recursion: graphs can be very long.
    pub fn reverse_postorder(&self) -> Vec<Block> {
        let mut seen = cranelift_entity::EntitySet::with_capacity(self.blocks.len());
        let mut postorder = Vec::with_capacity(self.blocks.len());
        let mut stack = vec![(self.entry, 0)];
        seen.insert(self.entry);
        while let Some((block, next)) = stack.last_mut() {
            let links = self.blocks[*block].terminator.links();
            // Last link first, so that the first successor comes first in the result.
            match links.len().checked_sub(*next + 1) {
                Some(i) => {
                    *next += 1;
                    let target = links[i].target;
                    if seen.insert(target) {
                        stack.push((target, 0));
                    }
                }
                None => {
                    postorder.push(*block);
                    stack.pop();
                }
            }
        }
        postorder.reverse();
        postorder
    }

    /// The blocks that link to each block, in block order; a block that links
    /// twice stands twice.
    pub fn predecessors(&self) -> cranelift_entity::SecondaryMap<Block, Vec<Block>> {
        let mut preds = cranelift_entity::SecondaryMap::new();
        for block in self.reverse_postorder() {
            for link in self.blocks[block].terminator.links() {
                let list: &mut Vec<Block> = &mut preds[link.target];
                list.push(block);
            }
        }
        preds
    }
}
