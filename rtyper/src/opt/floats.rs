//! Parameters that only carry the bits of floats carry floats: what is left of a
//! union of scalars when its tag is known.

use crate::opt::definitions::{Definition, Definitions};
use crate::opt::{each_function, empty_block, nowhere};
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Block, Op, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlGraph, LlOp, LlProgram};
use naja_ir::prim::Prim;
use naja_ir::{SmallVec, smallvec};

pub fn run(program: &mut LlProgram) {
    each_function(program, |_, _, graph| retype(graph));
}

fn retype(graph: &mut LlGraph) {
    let order = graph.reverse_postorder();
    let has_bits = |kind: &LlOp| *kind == LlOp::Prim(Prim::FloatFromBits);
    if !order.iter().any(|&b| graph.blocks[b].ops.iter().any(|op| has_bits(&op.kind))) {
        return;
    }
    let definitions = Definitions::of(graph, &order);
    let chosen = chosen_params(graph, &order, &definitions);
    for &block in &order {
        let mut data = std::mem::replace(&mut graph.blocks[block], empty_block());
        // The old value remains, for those who want bits.
        let mut bits = Vec::new();
        for param in &mut data.params {
            if chosen[*param] {
                let float = graph.new_value(LlType::F64);
                bits.push(Op {
                    kind: LlOp::Prim(Prim::FloatBits),
                    args: smallvec![float],
                    results: smallvec![*param],
                    place: nowhere(),
                });
                *param = float;
            }
        }
        data.ops.splice(0..0, bits);
        graph.blocks[block] = data;
    }
    for &block in &order {
        let mut terminator = graph.blocks[block].terminator.clone();
        let mut conversions = Vec::new();
        for link in terminator.links_mut() {
            let params: SmallVec<[Value; 4]> = graph.blocks[link.target].params.clone();
            for (arg, param) in link.args.iter_mut().zip(params) {
                if graph.values[param] == LlType::F64 && graph.values[*arg] == LlType::I64 {
                    let float = graph.new_value(LlType::F64);
                    conversions.push(Op {
                        kind: LlOp::Prim(Prim::FloatFromBits),
                        args: smallvec![*arg],
                        results: smallvec![float],
                        place: nowhere(),
                    });
                    *arg = float;
                }
            }
        }
        let data = &mut graph.blocks[block];
        let guarded = match terminator {
            Terminator::Guard { .. } => data.ops.len() - 1,
            _ => data.ops.len(),
        };
        data.ops.splice(guarded..guarded, conversions);
        data.terminator = terminator;
    }
}

/// Parameters of which all links pass bits of floats, constants or each other,
/// and that are read as floats only, or passed on to each other.
fn chosen_params(graph: &LlGraph, order: &[Block], definitions: &Definitions) -> SecondaryMap<Value, bool> {
    let mut chosen: SecondaryMap<Value, bool> = SecondaryMap::with_capacity(graph.values.len());
    let mut passed: Vec<(Value, Value)> = Vec::new();
    for &block in order.iter().filter(|&&b| b != graph.entry) {
        for &param in &graph.blocks[block].params {
            chosen[param] = graph.values[param] == LlType::I64;
        }
    }
    for &block in order {
        let data = &graph.blocks[block];
        for op in data.ops.iter().filter(|op| op.kind != LlOp::Prim(Prim::FloatFromBits)) {
            op.args.iter().for_each(|&arg| chosen[arg] = false);
        }
        data.terminator.clone().for_each_operand_mut(|v| chosen[*v] = false);
        for link in data.terminator.links() {
            passed.extend(link.args.iter().copied().zip(graph.blocks[link.target].params.iter().copied()));
        }
    }
    let mut passes_float: SecondaryMap<Value, bool> = SecondaryMap::new();
    for &(arg, param) in &passed {
        match definitions.op(graph, arg).map(|op| &op.kind) {
            Some(LlOp::Prim(Prim::FloatBits)) => passes_float[param] = true,
            Some(LlOp::Int(_)) => {}
            _ if chosen[arg] => {}
            _ => chosen[param] = false,
        }
    }
    // Who is not chosen excludes what passes to it, and what it passes to.
    let mut changed = true;
    let mut rounds = 0;
    while changed {
        changed = false;
        rounds += 1;
        for &(arg, param) in &passed {
            let is_param = matches!(definitions.at(arg), Definition::Param(..));
            if is_param && chosen[arg] != chosen[param] {
                chosen[arg] = false;
                chosen[param] = false;
                changed = true;
            }
            if chosen[arg] && passes_float[arg] && !passes_float[param] {
                passes_float[param] = true;
                changed = true;
            }
        }
        if rounds > 100 {
            return SecondaryMap::new();
        }
    }
    for value in graph.values.keys() {
        chosen[value] &= passes_float[value];
    }
    chosen
}
