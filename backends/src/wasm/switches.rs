//! Switches before emission: a dense one stays, with its value proven to be in
//! range and no arguments on its links; any other becomes branches that halve
//! the cases.

use naja_ir::builder::Builder;
use naja_ir::entity::EntityRef;
use naja_ir::graph::{Block, Link, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlGraph, LlOp, Place};
use naja_ir::prim::Prim;

/// With fewer cases than this, comparing them one after another is as good.
const FEWEST_IN_TABLE: usize = 4;

/// Rewrites every switch of a graph.
pub fn expand(graph: &mut LlGraph) {
    for block in graph.reverse_postorder() {
        if !matches!(graph.blocks[block].terminator, Terminator::Switch { .. }) {
            continue;
        }
        let end = std::mem::replace(&mut graph.blocks[block].terminator, Terminator::Unreachable);
        let Terminator::Switch { value, mut cases, default } = end else { unreachable!() };
        cases.sort_by_key(|c| c.0);
        let place = graph.blocks[block].ops.last().map_or(Place::new(0), |op| op.place);
        Switch { graph, value, default, place }.cases(block, &cases);
    }
}

struct Switch<'a> {
    graph: &'a mut LlGraph,
    value: Value,
    default: Link,
    place: Place,
}

impl Switch<'_> {
    /// Ends the block with a choice among these cases, which are sorted.
    fn cases(&mut self, block: Block, cases: &[(i64, Link)]) {
        match cases {
            [] => self.graph.blocks[block].terminator = Terminator::Jump(self.default.clone()),
            [(_, link)] if self.no_default() => self.graph.blocks[block].terminator = Terminator::Jump(link.clone()),
            [(n, link), rest @ ..] if rest.len() + 1 < FEWEST_IN_TABLE => {
                let next = self.graph.new_block();
                let cond = self.compare(block, Prim::IntEq, self.value, *n);
                self.branch(block, cond, link.clone(), Link::new(next, []));
                self.cases(next, rest);
            }
            _ if is_dense(cases) => self.table(block, cases),
            _ => {
                let (low, high) = cases.split_at(cases.len() / 2);
                let (below, above) = (self.graph.new_block(), self.graph.new_block());
                let cond = self.compare(block, Prim::IntLt, self.value, high[0].0);
                self.branch(block, cond, Link::new(below, []), Link::new(above, []));
                self.cases(below, low);
                self.cases(above, high);
            }
        }
    }

    fn no_default(&self) -> bool {
        let data = &self.graph.blocks[self.default.target];
        data.ops.is_empty() && matches!(data.terminator, Terminator::Unreachable)
    }

    fn table(&mut self, block: Block, cases: &[(i64, Link)]) {
        let (first, last) = (cases[0].0, cases[cases.len() - 1].0);
        let table = match self.no_default() {
            true => block,
            false => {
                let table = self.graph.new_block();
                let mut b = Builder { graph: self.graph, block, place: self.place };
                let mut offset = self.value;
                if first != 0 {
                    let first = b.int(first);
                    offset = b.prim(Prim::IntSub, &[offset, first]);
                }
                let cond = self.compare(block, Prim::UintLe, offset, last - first);
                self.branch(block, cond, Link::new(table, []), self.default.clone());
                table
            }
        };
        let cases: Vec<_> = cases.iter().map(|(n, link)| (*n, self.without_args(link.clone()))).collect();
        // What lies between the cases; beyond them control does not come here.
        let default = match cases.len() as i64 == last - first + 1 {
            true => cases[cases.len() - 1].1.clone(),
            false => self.without_args(self.default.clone()),
        };
        self.graph.blocks[table].terminator = Terminator::Switch { value: self.value, cases, default };
    }

    fn without_args(&mut self, link: Link) -> Link {
        if link.args.is_empty() {
            return link;
        }
        let block = self.graph.new_block();
        self.graph.blocks[block].terminator = Terminator::Jump(link);
        Link::new(block, [])
    }

    fn compare(&mut self, block: Block, prim: Prim, a: Value, n: i64) -> Value {
        let mut b = Builder { graph: self.graph, block, place: self.place };
        let n = b.int(n);
        b.op1(LlOp::Prim(prim), &[a, n], LlType::Bool)
    }

    fn branch(&mut self, block: Block, cond: Value, then: Link, otherwise: Link) {
        self.graph.blocks[block].terminator = Terminator::Branch { cond, then, otherwise };
    }
}

fn is_dense(cases: &[(i64, Link)]) -> bool {
    let span = cases[cases.len() - 1].0 as i128 - cases[0].0 as i128 + 1;
    span <= 3 * cases.len() as i128
}
