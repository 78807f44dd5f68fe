//! Why a value is what it is: the first place, going back through links, calls,
//! results and globals, where a member of its annotation came in. Asked only for
//! messages, so nothing is recorded while the analysis runs.

use crate::annotation::{Annotation, Member};
use crate::call::{ArgSource, Stars, bind};
use crate::display::{class_name, display};
use crate::errors::passes_on;
use crate::fixpoint::{At, Definition, Engine, Holder};
use crate::heap::Containers;
use crate::{SpecId, constant};
use naja_ir::entity::SecondaryMap;
use naja_ir::flow::{Default, FlowOp, GlobalId, Param, Program};
use naja_ir::graph::{Block, Terminator, Value};
use naja_ir::source::Span;
use std::collections::{HashMap, HashSet};

/// Where something came in, and how, as the end of a sentence.
pub struct Origin {
    pub span: Span,
    pub cause: &'static str,
}

pub struct Why<'e, 'a> {
    engine: &'e Engine<'a>,
    program: &'e Program,
    predecessors: HashMap<SpecId, SecondaryMap<Block, Vec<Block>>>,
    /// What is still to be looked at; the last comes first.
    stack: Vec<Holder>,
}

impl<'e, 'a> Why<'e, 'a> {
    pub fn new(engine: &'e Engine<'a>, program: &'e Program) -> Why<'e, 'a> {
        Why { engine, program, predecessors: HashMap::new(), stack: Vec::new() }
    }

    /// Where a value's member came from.
    pub fn origin(&mut self, spec: SpecId, value: Value, member: &Member) -> Option<Origin> {
        self.search(Holder::Value(spec, value), member)
    }

    pub fn origin_in_global(&mut self, global: GlobalId, member: &Member) -> Option<Origin> {
        self.search(Holder::Global(global), member)
    }

    /// The place of the operation that gives the value.
    pub fn place(&self, spec: SpecId, value: Value) -> Option<Span> {
        let func = self.engine.specs[spec].func;
        match self.engine.facts(func).definitions[value] {
            Definition::Op(block, i) => Some(self.program.functions[func].graph.blocks[block].ops[i].place),
            _ => None,
        }
    }

    fn search(&mut self, from: Holder, member: &Member) -> Option<Origin> {
        let mut seen = HashSet::new();
        self.stack = vec![from];
        while let Some(holder) = self.stack.pop() {
            if !seen.insert(holder) {
                continue;
            }
            let found = match holder {
                Holder::Value(spec, value) => self.value(spec, value, member),
                Holder::Param(spec, i) => self.argument(spec, i, member),
                Holder::Result(spec) => self.result(spec, member),
                Holder::Global(id) => self.global(id, member),
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn has(&self, spec: SpecId, value: Value, member: &Member) -> bool {
        has(&self.engine.specs[spec].values[value], member)
    }

    fn value(&mut self, spec: SpecId, value: Value, member: &Member) -> Option<Origin> {
        let func = self.engine.specs[spec].func;
        let graph = &self.program.functions[func].graph;
        match self.engine.facts(func).definitions[value] {
            Definition::Param(block, k) if block == graph.entry => self.argument(spec, k, member),
            Definition::Param(block, k) => {
                let preds = self.predecessors.entry(spec).or_insert_with(|| graph.predecessors());
                // The first of them is to be looked at first.
                for &pred in preds[block].clone().iter().rev() {
                    for link in graph.blocks[pred].terminator.links() {
                        if link.target == block && self.has(spec, link.args[k], member) {
                            self.stack.push(Holder::Value(spec, link.args[k]));
                        }
                    }
                }
                None
            }
            Definition::Op(block, i) => {
                let op = &graph.blocks[block].ops[i];
                match &op.kind {
                    kind if passes_on(kind) => self.stack.push(Holder::Value(spec, op.args[0])),
                    FlowOp::LoadGlobal(id) => self.stack.push(Holder::Global(*id)),
                    FlowOp::Call { .. } => {
                        let callees = self.engine.callees(spec, block, i);
                        if callees.is_empty() {
                            return Some(Origin { span: op.place, cause: "from here" });
                        }
                        self.stack.extend(callees.into_iter().map(Holder::Result));
                    }
                    _ => return Some(Origin { span: op.place, cause: "from here" }),
                }
                None
            }
            Definition::Terminator(block) => match &graph.blocks[block].terminator {
                Terminator::Next { step, .. } => Some(Origin { span: step.span, cause: "in this loop" }),
                _ => {
                    let span = graph.blocks[block].ops.last()?.place;
                    Some(Origin { span, cause: "that is raised here" })
                }
            },
            Definition::Missing => None,
        }
    }

    /// The first call that passes such an argument.
    fn argument(&self, spec: SpecId, param: usize, member: &Member) -> Option<Origin> {
        let function = &self.program.functions[self.engine.specs[spec].func];
        for &At { spec: caller, block, .. } in &self.engine.callers[spec] {
            let ops = &self.program.functions[self.engine.specs[caller].func].graph.blocks[block].ops;
            for (i, op) in ops.iter().enumerate() {
                let FlowOp::Call { keywords } = &op.kind else { continue };
                if !self.engine.callees(caller, block, i).contains(&spec) {
                    continue;
                }
                let Ok(bound) = bind(function, op.args.len() - 1 - keywords.len(), keywords, Stars::default()) else {
                    continue;
                };
                match bound[param] {
                    ArgSource::Arg(k) if k + 1 < op.args.len() && self.has(caller, op.args[k + 1], member) => {
                        return Some(Origin { span: op.place, cause: "from this call" });
                    }
                    ArgSource::Default if self.is_default(&function.params[param], member) => {
                        return Some(Origin { span: function.params[param].span, cause: "by this default" });
                    }
                    _ => {}
                }
            }
        }
        None
    }

    fn is_default(&self, param: &Param, member: &Member) -> bool {
        match &param.default {
            Some(Default::Constant(c)) => constant(c, false).is_some_and(|s| has(&s, member)),
            Some(Default::Global(id)) => self.engine.globals[*id].as_ref().is_some_and(|s| has(s, member)),
            Some(Default::Captured(_)) | None => false,
        }
    }

    fn result(&mut self, spec: SpecId, member: &Member) -> Option<Origin> {
        let graph = &self.program.functions[self.engine.specs[spec].func].graph;
        let returns = graph.reverse_postorder().into_iter().rev();
        for block in returns.filter(|&b| self.engine.specs[spec].reached.contains(b)) {
            if let Terminator::Return(values) = &graph.blocks[block].terminator
                && let Some(&value) = values.first()
                && self.has(spec, value, member)
            {
                self.stack.push(Holder::Value(spec, value));
            }
        }
        None
    }

    /// The first assignment of such a value.
    fn global(&self, id: GlobalId, member: &Member) -> Option<Origin> {
        for (spec, data) in self.engine.specs.iter() {
            let graph = &self.program.functions[data.func].graph;
            for block in data.reached.iter() {
                for op in &graph.blocks[block].ops {
                    if matches!(&op.kind, FlowOp::StoreGlobal(g) if *g == id) && self.has(spec, op.args[0], member) {
                        return Some(Origin { span: op.place, cause: "from this assignment" });
                    }
                }
            }
        }
        None
    }
}

fn has(s: &Annotation, member: &Member) -> bool {
    s.members().iter().any(|m| m.same_kind(member))
}

/// `a str`, `an int`, `None`.
pub fn an(m: &Member, containers: &dyn Containers) -> String {
    let name = match m {
        Member::None => return "None".into(),
        Member::Object(_) | Member::Error(..) => display(&Annotation::of(m.clone()), containers).replace(" | ", " or "),
        m => class_name(m),
    };
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {name}")
}
