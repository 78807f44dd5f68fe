//! Widening, so that the fixpoint ends soon: where values meet in a cycle (at the
//! head of a loop, a parameter, a result, a global) the ends of an interval move
//! out to the next of a few thresholds.
//!
//! This is a closure (`x` lies within `close(x)`, `close` keeps inclusion, and
//! closing twice is closing once). The analysis therefore finds the least fixpoint
//! in the lattice of closed annotations, whatever the order of work. An interval
//! of one int is closed: constants stay exact.

use crate::annotation::{Annotation, Interval, Member, RangeFacts};
use naja_ir::flow::{Constant, FlowGraph, FlowOp};
use naja_ir::graph::Value;
use std::collections::{BTreeSet, HashMap};

/// What every function has.
const LADDER: [i64; 12] = [
    i64::MIN,
    -(1 << 31),
    -(1 << 16),
    -(1 << 8),
    -1,
    0,
    1,
    (1 << 8) - 1,
    (1 << 16) - 1,
    (1 << 31) - 1,
    1 << 53,
    i64::MAX,
];

/// More constants than this would make loops slow to analyse.
const MOST_CONSTANTS: usize = 24;

/// Where the ends of intervals may come to rest: the ladder, and the constants
/// that the function compares with or counts to.
#[derive(Clone, Debug)]
pub struct Thresholds {
    sorted: Vec<i64>,
}

impl Thresholds {
    pub fn common() -> Thresholds {
        Thresholds { sorted: LADDER.to_vec() }
    }

    pub fn of_graph(graph: &FlowGraph) -> Thresholds {
        let mut constants: HashMap<Value, i64> = HashMap::new();
        let mut compared = BTreeSet::new();
        let mut others = BTreeSet::new();
        for op in graph.blocks.values().flat_map(|b| &b.ops) {
            match &op.kind {
                FlowOp::Const(Constant::Int(n)) => {
                    if let Ok(n) = i64::try_from(n) {
                        constants.insert(op.results[0], n);
                        others.insert(n);
                    }
                }
                FlowOp::Compare(_) => {
                    for n in op.args.iter().filter_map(|a| constants.get(a)) {
                        compared.extend([n.saturating_sub(1), *n, n.saturating_add(1)]);
                    }
                }
                _ => {}
            }
        }
        let mut sorted: BTreeSet<i64> = LADDER.into_iter().collect();
        sorted.extend(compared.into_iter().chain(others).take(MOST_CONSTANTS));
        Thresholds { sorted: sorted.into_iter().collect() }
    }

    pub fn interval(&self, i: Interval) -> Interval {
        if i.lo == i.hi {
            return i;
        }
        // The ladder ends at the limits of 64 bits, so both ends are found.
        let lo = self.sorted[self.sorted.partition_point(|&t| t <= i.lo) - 1];
        let hi = self.sorted[self.sorted.partition_point(|&t| t < i.hi)];
        Interval { lo, hi }
    }

    pub fn annotation(&self, a: &Annotation) -> Annotation {
        a.filter_map(|m| Some(self.member(m)))
    }

    fn member(&self, member: &Member) -> Member {
        let facts = |f: &RangeFacts| RangeFacts { items: self.interval(f.items), step: self.interval(f.step) };
        match member {
            Member::Int(i) => Member::Int(self.interval(*i)),
            Member::Range(f) => Member::Range(facts(f)),
            // Tuples are nested at most `tuple::DEEPEST` deep.
            Member::Tuple(items) => Member::Tuple(items.iter().map(|a| self.annotation(a)).collect()),
            // The states of loops too: a cycle through one goes through what it was made of.
            _ => member.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn interval() -> impl Strategy<Value = Interval> {
        let int = || prop_oneof![-300i64..300, any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
        (int(), int()).prop_map(|(a, b)| Interval { lo: a.min(b), hi: a.max(b) })
    }

    proptest! {
        #[test]
        fn widening_is_a_closure(a in interval(), b in interval(), more in prop::collection::btree_set(-50i64..50, 0..9)) {
            let mut sorted: BTreeSet<i64> = LADDER.into_iter().collect();
            sorted.extend(more);
            let thresholds = Thresholds { sorted: sorted.into_iter().collect() };
            let closed = thresholds.interval(a);
            prop_assert!(closed.contains(a));
            prop_assert_eq!(thresholds.interval(closed), closed);
            let both = thresholds.interval(a.join(b));
            prop_assert!(both.contains(closed) && both.contains(thresholds.interval(b)));
        }
    }
}
