//! Generators: what resuming one gives, and what it tells the function that it runs.

use crate::SpecId;
use crate::annotation::{Annotation, Member};
use crate::fixpoint::{At, Definition, Engine, GraphFacts};
use crate::heap::Family;
use naja_ir::flow::{FlowOp, Program};
use naja_ir::graph::{Terminator, Value};

impl Engine<'_> {
    /// A call of a generator's function gives the generator.
    pub fn make_generator(&mut self, program: &Program, spec: SpecId) {
        if program.functions[self.specs[spec].func].is_generator {
            let generator = Annotation::of(Member::Generator(self.generator(spec)));
            self.grow_result(spec, &generator, false);
        }
    }

    /// `yield from state`: what is sent goes on to the generators among what is iterated over.
    /// One that was not made here may be over already, and returns None then.
    pub fn yield_from(&mut self, program: &Program, at: At, state: &Annotation, is_new: bool) -> Annotation {
        let own = self.generator(at.spec);
        let item = self.next_item(program, at, state, false);
        self.grow_contents(&own, &item, &Annotation::NEVER);
        let sent = self.contents(at, &own).values;
        let mut result = if is_new { Annotation::NEVER } else { Annotation::none() };
        for m in state.members() {
            let Member::Generator(sites) = m else { continue };
            self.grow_contents(sites, &Annotation::NEVER, &sent);
            result.grow(&self.contents(at, sites).result);
        }
        result
    }

    /// Is it the state of an iteration over a generator that was just made?
    pub fn is_new_generator(&self, program: &Program, facts: &GraphFacts, at: At, state: Value) -> bool {
        let spec = &self.specs[at.spec];
        let Definition::Op(block, op) = facts.definitions[state] else { return false };
        let made = &program.functions[spec.func].graph.blocks[block].ops[op];
        match made.kind {
            FlowOp::Iter | FlowOp::Items => self.is_new_generator(program, facts, at, made.args[0]),
            FlowOp::Call { .. } | FlowOp::CallStar(_) => {
                let mut calls = spec.calls.keys().filter(|(b, i, _)| (*b, *i) == (block, op)).peekable();
                calls.peek().is_some() && calls.all(|(.., func)| program.functions[*func].is_generator)
            }
            _ => false,
        }
    }

    /// Does a function that these generators run do anything when they are closed?
    pub fn notices_close(&self, program: &Program, generators: &Annotation) -> bool {
        let sites = generators.members().iter().filter_map(Member::sites).flat_map(|sites| sites.iter());
        let specs = sites.filter_map(|site| match self.heap.family(site) {
            Family::Generator(spec) => Some(spec),
            _ => None,
        });
        specs.into_iter().any(|spec| {
            program.functions[self.specs[spec].func].graph.blocks.values().any(|block| {
                let is_guarded = matches!(block.terminator, Terminator::Guard { .. });
                block.ops.iter().enumerate().any(|(i, op)| match op.kind {
                    FlowOp::YieldFrom => true,
                    FlowOp::Yield => is_guarded && i + 1 == block.ops.len(),
                    _ => false,
                })
            })
        })
    }

    /// The intrinsics that resume a generator, and that raise the StopIteration of one that
    /// is over.
    pub fn resume(&mut self, at: At, how: &str, args: &[Annotation]) -> Annotation {
        let mut item = Annotation::NEVER;
        for m in args[0].members() {
            let Member::Generator(sites) = m else { continue };
            if how == "generator_send" {
                self.grow_contents(sites, &Annotation::NEVER, &args[1]);
            }
            let held = self.contents(at, sites);
            item.grow(&held.items);
            let value = held.result.filter(|m| *m != Member::None);
            if !value.is_never() {
                self.grow_exception_args(&Annotation::of(Member::Tuple(vec![value])));
            }
        }
        if how == "stop" { Annotation::NEVER } else { item }
    }
}
