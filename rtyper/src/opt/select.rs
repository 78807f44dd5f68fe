//! Short branches become selections: where both ways meet again at once and do
//! little, both are done, and the condition chooses.
//!
//! ```text
//! block1: branch v1 block2 block3(v2)        block1: v3 = int_add v2 v4
//! block2: v3 = int_add v2 v4                         v6 = select v1 v3 v2
//!         jump block3(v3)                            jump block3(v6)
//! block3(v5): ...
//! ```
//!
//! Ways also meet where both return. Not for floats, which machines select by a
//! branch again, and not for constants that a later branch may be decided by:
//! there `thread` does better.

use crate::opt::each_function;
use crate::opt::fold::Constant;
use naja_ir::SmallVec;
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Link, Op, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram, Low};
use naja_ir::smallvec;

pub fn run(program: &mut LlProgram) {
    each_function(program, |_, _, graph| select(graph));
}

/// Operations, constants not counted, that are done for nothing on the other way.
const MAX_OPS: usize = 4;
const MAX_SELECTIONS: usize = 2;

fn select(graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let mut constants: SecondaryMap<Value, Option<Constant>> = SecondaryMap::new();
    let mut n_entries: SecondaryMap<Block, u32> = SecondaryMap::new();
    n_entries[graph.entry] = 1;
    for &block in &order {
        let data = &graph.blocks[block];
        for op in &data.ops {
            if let Some(constant) = Constant::of(&op.kind) {
                constants[op.results[0]] = Some(constant);
            }
        }
        data.terminator.links().iter().for_each(|link| n_entries[link.target] += 1);
    }
    // Inner branches first: they may make an outer one short.
    for &block in order.iter().rev() {
        let Terminator::Branch { cond, then, otherwise } = &graph.blocks[block].terminator else { continue };
        let cond = *cond;
        let Some((then, otherwise)) = meeting(graph, &n_entries, then, otherwise) else { continue };
        let pairs = || then.values.iter().copied().zip(otherwise.values.iter().copied());
        let n_selections = pairs().filter(|(a, b)| a != b).count();
        let fits = pairs().all(|(a, b)| a == b || may_select(graph.values[a], constants[a], constants[b]));
        if !fits || !(1..=MAX_SELECTIONS).contains(&n_selections) {
            continue;
        }
        let place = graph.blocks[block].ops.last().map_or(crate::opt::nowhere(), |op| op.place);
        let mut values = then.values.clone();
        for end in [&then, &otherwise] {
            // What remains is not reached from here; an empty block may be from elsewhere.
            if let Some(short) = end.through {
                n_entries[short] -= 1;
                if n_entries[short] == 0 {
                    let ops = std::mem::take(&mut graph.blocks[short].ops);
                    graph.blocks[short].terminator = Terminator::Unreachable;
                    graph.blocks[block].ops.extend(ops);
                    end.target.iter().for_each(|&target| n_entries[target] -= 1);
                }
            } else {
                end.target.iter().for_each(|&target| n_entries[target] -= 1);
            }
        }
        for (value, &other) in values.iter_mut().zip(&otherwise.values) {
            if *value != other {
                let chosen = graph.new_value(graph.values[*value]);
                let args = smallvec![cond, *value, other];
                graph.blocks[block].ops.push(Op { kind: LlOp::Select, args, results: smallvec![chosen], place });
                *value = chosen;
            }
        }
        graph.blocks[block].terminator = match then.target {
            Some(target) => {
                n_entries[target] += 1;
                Terminator::Jump(Link::new(target, values))
            }
            None => Terminator::Return(values.into_iter().collect()),
        };
    }
}

fn may_select(ty: LlType, a: Option<Constant>, b: Option<Constant>) -> bool {
    match ty {
        LlType::I64 => a.is_none() || b.is_none(),
        LlType::Bool | LlType::Ptr(_) => a.is_none() && b.is_none(),
        LlType::F64 | LlType::Addr => false,
    }
}

/// Where a way ends, and through which block it leads.
struct End {
    through: Option<Block>,
    /// `None`: it returns.
    target: Option<Block>,
    values: SmallVec<[Value; 4]>,
}

/// The ends of two ways that meet.
fn meeting(graph: &LlGraph, n_entries: &SecondaryMap<Block, u32>, a: &Link, b: &Link) -> Option<(End, End)> {
    for x in ends(graph, n_entries, a) {
        for y in ends(graph, n_entries, b) {
            if x.target == y.target {
                return Some((x, y));
            }
        }
    }
    None
}

/// Where a link leads, and where it leads when a short block behind it is passed.
fn ends<'g>(graph: &'g LlGraph, n_entries: &SecondaryMap<Block, u32>, link: &'g Link) -> impl Iterator<Item = End> {
    let direct = End { through: None, target: Some(link.target), values: link.args.iter().copied().collect() };
    let data = &graph.blocks[link.target];
    let is_short = match n_entries[link.target] {
        1 => data.params.is_empty() && does_little(&data.ops),
        _ => data.ops.is_empty(),
    };
    let (target, values): (_, &[Value]) = match &data.terminator {
        Terminator::Jump(next) => (Some(next.target), &next.args),
        Terminator::Return(values) => (None, values),
        _ => (Some(link.target), &[]),
    };
    let passed = |&v: &Value| data.params.iter().position(|&p| p == v).map_or(v, |i| link.args[i]);
    let short = End { through: Some(link.target), target, values: values.iter().map(passed).collect() };
    [Some(direct), Some(short).filter(|end| is_short && end.target != Some(link.target))].into_iter().flatten()
}

fn does_little(ops: &[Op<Low>]) -> bool {
    let n_ops = ops.iter().filter(|op| Constant::of(&op.kind).is_none()).count();
    n_ops <= MAX_OPS && ops.iter().all(|op| op.kind.is_speculatable())
}
