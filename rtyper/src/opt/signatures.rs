//! Parameters and results that functions need not have: those that nobody reads,
//! and those that are one constant in the whole program.

use crate::opt::fold::Constant;
use naja_ir::entity::SecondaryMap;
use naja_ir::graph::{Op, Terminator, Value};
use naja_ir::lltype::LlType;
use naja_ir::lowlevel::{LlFunc, LlGraph, LlOp, LlProgram, Low};
use naja_ir::smallvec;

pub fn run(program: &mut LlProgram) {
    let signatures = Signatures::of(program);
    for func in program.functions.keys() {
        let function = &mut program.functions[func];
        let own = &signatures.of[func];
        if !own.is_fixed {
            drop_params(&mut function.graph, &own.params);
            drop_results(&mut function.graph, &mut function.results, &own.results);
        }
        rewrite_calls(&mut function.graph, &signatures);
    }
}

/// What becomes of a parameter or a result.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
enum Content {
    /// Nobody gives it one yet.
    #[default]
    Nothing,
    One(Constant),
    Many,
}

impl Content {
    fn add(&mut self, constant: Option<Constant>) {
        *self = match (*self, constant) {
            (Content::Nothing, Some(c)) => Content::One(c),
            (Content::One(c), Some(d)) if c == d => *self,
            _ => Content::Many,
        };
    }
}

#[derive(Clone, Default)]
struct Slot {
    content: Content,
    is_read: bool,
}

impl Slot {
    fn constant(&self) -> Option<Constant> {
        match self.content {
            Content::One(constant) => Some(constant),
            _ => None,
        }
    }

    fn is_kept(&self) -> bool {
        self.is_read && self.constant().is_none()
    }
}

#[derive(Clone, Default)]
struct Signature {
    params: Vec<Slot>,
    results: Vec<Slot>,
    /// Called from elsewhere as well.
    is_fixed: bool,
}

struct Signatures {
    of: SecondaryMap<LlFunc, Signature>,
}

impl Signatures {
    fn of(program: &LlProgram) -> Signatures {
        let mut of: SecondaryMap<LlFunc, Signature> = SecondaryMap::new();
        for (func, function) in program.functions.iter() {
            of[func].params = vec![Slot::default(); function.graph.params().len()];
            of[func].results = vec![Slot::default(); function.results.len()];
        }
        let hooks = program.hooks;
        for func in hooks.each().chain([program.main]) {
            of[func].is_fixed = true;
        }
        let mut signatures = Signatures { of };
        for (func, function) in program.functions.iter() {
            signatures.look_at(func, &function.graph);
        }
        for signature in signatures.of.values_mut().filter(|s| s.is_fixed) {
            for slot in signature.params.iter_mut().chain(&mut signature.results) {
                *slot = Slot { content: Content::Many, is_read: true };
            }
        }
        signatures
    }

    fn look_at(&mut self, func: LlFunc, graph: &LlGraph) {
        let order = graph.reverse_postorder();
        let mut constants: SecondaryMap<Value, Option<Constant>> = SecondaryMap::new();
        let mut is_read: SecondaryMap<Value, bool> = SecondaryMap::new();
        for &block in &order {
            for op in &graph.blocks[block].ops {
                if let Some(constant) = Constant::of(&op.kind) {
                    constants[op.results[0]] = Some(constant);
                }
            }
        }
        // What a function only hands on to itself, at the same position, is not read.
        let hands_on = |op: &Op<Low>, i: usize| op.kind == LlOp::Call(func) && op.args[i] == graph.params()[i];
        for &block in &order {
            let data = &graph.blocks[block];
            for op in &data.ops {
                for (i, &arg) in op.args.iter().enumerate() {
                    is_read[arg] |= !hands_on(op, i);
                }
                if let LlOp::Call(callee) = op.kind {
                    for (i, &arg) in op.args.iter().enumerate() {
                        if !hands_on(op, i) {
                            self.of[callee].params[i].content.add(constants[arg]);
                        }
                    }
                }
            }
            data.terminator.for_each_use(|v| is_read[v] = true);
            if let Terminator::Return(values) = &data.terminator {
                for (slot, &value) in self.of[func].results.iter_mut().zip(values) {
                    slot.content.add(constants[value]);
                }
            }
        }
        for (slot, &param) in self.of[func].params.iter_mut().zip(graph.params()) {
            slot.is_read = is_read[param];
        }
        for &block in &order {
            for op in &graph.blocks[block].ops {
                if let LlOp::Call(callee) = op.kind {
                    for (slot, &result) in self.of[callee].results.iter_mut().zip(&op.results) {
                        slot.is_read |= is_read[result];
                    }
                }
            }
        }
    }
}

fn drop_params(graph: &mut LlGraph, slots: &[Slot]) {
    let entry = graph.entry;
    let mut params = std::mem::take(&mut graph.blocks[entry].params);
    let mut constants = Vec::new();
    let mut slots = slots.iter();
    params.retain(|param| {
        let slot = slots.next().expect("a slot for each parameter");
        if !slot.is_kept() {
            constants.push(constant(slot.constant(), *param, graph.values[*param]));
        }
        slot.is_kept()
    });
    let data = &mut graph.blocks[entry];
    data.params = params;
    data.ops.splice(0..0, constants.into_iter().flatten());
}

/// The value as a constant; where it is not known it is not read, and anything will do.
fn constant(known: Option<Constant>, value: Value, ty: LlType) -> Option<Op<Low>> {
    let kind = match (known, ty) {
        (Some(constant), _) => constant.op(),
        (None, LlType::I64) => LlOp::Int(0),
        (None, LlType::F64) => LlOp::Float(0),
        (None, LlType::Bool) => LlOp::Bool(false),
        (None, LlType::Ptr(id)) => LlOp::Null(id),
        (None, LlType::Addr) => return None,
    };
    Some(Op { kind, args: smallvec![], results: smallvec![value], place: crate::opt::nowhere() })
}

fn drop_results(graph: &mut LlGraph, types: &mut Vec<LlType>, slots: &[Slot]) {
    let mut kept = slots.iter();
    types.retain(|_| kept.next().expect("a slot for each result").is_kept());
    for data in graph.blocks.values_mut() {
        if let Terminator::Return(values) = &mut data.terminator {
            let mut kept = slots.iter();
            values.retain(|_| kept.next().expect("a slot for each result").is_kept());
        }
    }
}

fn rewrite_calls(graph: &mut LlGraph, signatures: &Signatures) {
    for block in graph.blocks.keys() {
        let is_changed = |op: &Op<Low>| match op.kind {
            LlOp::Call(callee) => {
                let signature = &signatures.of[callee];
                !signature.is_fixed && signature.params.iter().chain(&signature.results).any(|slot| !slot.is_kept())
            }
            _ => false,
        };
        if !graph.blocks[block].ops.iter().any(is_changed) {
            continue;
        }
        let mut ops = Vec::new();
        for mut op in std::mem::take(&mut graph.blocks[block].ops) {
            if is_changed(&op)
                && let LlOp::Call(callee) = op.kind
            {
                let signature = &signatures.of[callee];
                let mut params = signature.params.iter();
                op.args.retain(|_| params.next().expect("a slot for each parameter").is_kept());
                let mut results = signature.results.iter();
                op.results.retain(|result| {
                    let slot = results.next().expect("a slot for each result");
                    if !slot.is_kept() {
                        // Before the call, which may have to be the last operation.
                        ops.extend(constant(slot.constant(), *result, graph.values[*result]));
                    }
                    slot.is_kept()
                });
            }
            ops.push(op);
        }
        graph.blocks[block].ops = ops;
    }
}
