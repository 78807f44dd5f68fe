//! What helps and is no error: hints that contradict, unions that cost, and what
//! `reveal_type` shows.

use crate::annotation::{Annotation, Container, Member, Site, Sites};
use crate::display::display;
use crate::fixpoint::{At, Engine, Put};
use crate::heap::Containers;
use crate::ops::callable::is_one_of;
use crate::specialise::Context;
use crate::why::{Origin, Why, an};
use crate::{Functions, SpecId, errors};
use naja_ir::classes::exception_class;
use naja_ir::diagnostic::{Diagnostic, Severity};
use naja_ir::flow::{Flow, FlowOp, HintKind, ParamKind, Program, TypeHint};
use naja_ir::graph::{Op, Value};
use naja_ir::source::Span;
use std::collections::{BTreeMap, HashSet};

pub fn notes(engine: &Engine, flow: &impl Functions) -> Vec<Diagnostic> {
    let program = flow.program();
    let mut notes = Notes { engine, program, found: Vec::new() };
    let live = engine.live();
    for spec in engine.specs.keys().filter(|&spec| live.contains(spec)) {
        let function = &program.functions[engine.specs[spec].func];
        let module = &program.modules[function.module];
        if module.is_low_level {
            notes.low_level(spec);
        }
        if module.is_library {
            continue;
        }
        notes.hints(spec);
        notes.revealed(spec);
        notes.unions(spec);
    }
    notes.globals();
    notes.containers();
    // A function can have several analyses.
    let mut told = HashSet::new();
    notes.found.retain(|d| told.insert((d.span, d.message.clone())));
    notes.found
}

struct Notes<'e, 'a> {
    engine: &'e Engine<'a>,
    program: &'e Program,
    found: Vec<Diagnostic>,
}

fn note(severity: Severity, code: &'static str, span: Span, message: String) -> Diagnostic {
    Diagnostic { severity, ..Diagnostic::error(code, span, message) }
}

impl Notes<'_, '_> {
    /// In the library every value is of one type.
    fn low_level(&mut self, spec: SpecId) {
        let data = &self.engine.specs[spec];
        let function = &self.program.functions[data.func];
        let graph = &function.graph;
        let values =
            data.reached.iter().flat_map(|b| &graph.blocks[b].params).map(|&v| (&graph.values[v], &data.values[v]));
        for (name, s) in values.chain([(&None, &data.result)]) {
            if s.members().len() > 1 {
                let name = name.as_deref().unwrap_or("a value");
                let message = format!(
                    "in `{}` {name} is {}: every value has one type here",
                    function.name,
                    display(s, &self.engine.heap)
                );
                self.found.push(note(Severity::Error, "E0390", function.span, message));
            }
        }
    }

    fn hints(&mut self, spec: SpecId) {
        let data = &self.engine.specs[spec];
        let function = &self.program.functions[data.func];
        for (i, param) in function.params.iter().enumerate() {
            // Of `*args` it says what each is.
            let is_star = matches!(param.kind, ParamKind::VarArgs | ParamKind::VarKeywords);
            if let Some(hint) = param.hint.as_ref().filter(|_| !is_star) {
                let value = function.graph.params().get(i).copied();
                self.hint(hint, &data.params[i], &format!("`{}`", param.name), spec, value);
            }
        }
        if let Some(hint) = &function.returns {
            self.hint(hint, &data.result, "the result", spec, None);
        }
    }

    fn hint(&mut self, hint: &TypeHint, s: &Annotation, subject: &str, spec: SpecId, value: Option<Value>) {
        let Some(m) = s.members().iter().find(|m| !accepts(&hint.kind, m)) else { return };
        if self.found.iter().any(|d| d.code == "W0350" && d.span == Some(hint.span)) {
            return;
        }
        let message = format!("the hint contradicts what is inferred: {subject} can be {}", an(m, &self.engine.heap));
        let mut d = note(Severity::Warning, "W0350", hint.span, message);
        let origin = value.and_then(|v| Why::new(self.engine, self.program).origin(spec, v, m));
        if let Some(origin) = origin {
            d = d.related(origin.span, format!("{subject} is {} {}", an(m, &self.engine.heap), origin.cause));
        }
        self.found.push(d);
    }

    fn revealed(&mut self, spec: SpecId) {
        let data = &self.engine.specs[spec];
        let graph = &self.program.functions[data.func].graph;
        for block in data.reached.iter() {
            for op in graph.blocks[block].ops.iter().filter(|op| matches!(op.kind, FlowOp::RevealType)) {
                let s = &data.values[op.args[0]];
                if !s.is_never() {
                    self.found.push(note(
                        Severity::Note,
                        errors::REVEALED,
                        op.place,
                        format!("revealed: {}", display(s, &self.engine.heap)),
                    ));
                }
            }
        }
    }

    /// Parameters, and variables that meet as one of several types.
    fn unions(&mut self, spec: SpecId) {
        let data = &self.engine.specs[spec];
        let function = &self.program.functions[data.func];
        let graph = &function.graph;
        let mut told = HashSet::new();
        for block in data.reached.iter() {
            for (i, &value) in graph.blocks[block].params.iter().enumerate() {
                let Some(name) = &graph.values[value] else { continue };
                let s = &data.values[value];
                if !costs(s) || !told.insert(name.clone()) {
                    continue;
                }
                let mut why = Why::new(self.engine, self.program);
                let origins = s.members().iter().map(|m| (m, why.origin(spec, value, m))).collect();
                let param = function.params.get(i).filter(|_| block == graph.entry);
                self.union(name, s, param.map(|p| p.span), origins);
            }
        }
    }

    fn globals(&mut self) {
        for (id, s) in self.engine.globals.iter() {
            let Some(s) = s else { continue };
            let global = &self.program.globals[id];
            if costs(s) && !self.program.modules[global.module].is_library {
                let mut why = Why::new(self.engine, self.program);
                let origins = s.members().iter().map(|m| (m, why.origin_in_global(id, m))).collect();
                self.union(&global.name, s, Some(global.span), origins);
            }
        }
    }

    /// What lists, dicts, sets and attributes hold.
    fn containers(&mut self) {
        let heap = &self.engine.heap;
        let mut made: BTreeMap<Site, (Span, Container)> = BTreeMap::new();
        for (&at, &site) in &self.engine.sites {
            // A loop's own tuples have no place in the program.
            let Some(op) = self.operation(at) else { continue };
            let s = op.results.first().and_then(|&v| self.engine.specs[at.spec].values[v].single());
            // What a standard module makes is not the program's to change.
            if let (Some(Member::Container(kind, _)), Some(span)) = (s, self.place(at, false)) {
                let first = made.entry(heap.find(site)).or_insert((span, *kind));
                *first = (*first).min((span, *kind));
            }
        }
        let mut puts: BTreeMap<Site, Vec<&Put>> = BTreeMap::new();
        for put in &self.engine.puts {
            for site in put.sites.iter() {
                puts.entry(heap.find(site)).or_default().push(put);
            }
        }
        let mut found = Vec::new();
        for (site, (span, kind)) in made {
            let held = heap.contents(&Sites::of(site));
            let puts = puts.get(&site).map_or(&[][..], |puts| puts);
            let whole = kind.name();
            let (items, item) = match kind {
                Container::Dict => ("the keys of the dict that is made here are".into(), "a key"),
                _ => (format!("the {whole} that is made here holds"), "an item"),
            };
            found.extend(self.held(span, &items, item, &held.items, puts, |put| &put.items));
            let values = "the values of the dict that is made here are";
            found.extend(self.held(span, values, "a value", &held.values, puts, |put| &put.values));
        }
        for ((object, name), &site) in &self.engine.attributes {
            let site = heap.find(site);
            let Some(puts) = puts.get(&site) else { continue };
            let (class, class_name) = heap.class(heap.find(*object));
            let class = &self.program.classes[class];
            if !self.program.modules[class.module].is_library {
                let held = heap.contents(&Sites::of(site)).items;
                let span = puts.iter().filter_map(|put| self.place(put.at, true)).min().unwrap_or(class.span);
                let what = format!("the attribute `{name}` of {class_name} holds");
                found.extend(self.held(span, &what, &format!("`{name}`"), &held, puts, |put| &put.items));
            }
        }
        self.found.extend(found);
    }

    /// The note on a place that holds a union, with the first place that puts each of it there.
    fn held(
        &self,
        span: Span,
        what: &str,
        one: &str,
        s: &Annotation,
        puts: &[&Put],
        part: impl Fn(&Put) -> &Annotation,
    ) -> Option<Diagnostic> {
        if !costs(s) {
            return None;
        }
        let heap = &self.engine.heap;
        let bound = s.filter(|m| *m != Member::Unbound);
        let message = format!("{what} {}: each use asks which it is", display(&bound, heap));
        let mut d = note(Severity::Note, "N0360", span, message);
        for m in bound.members() {
            let has = |put: &&&Put| part(put).members().iter().any(|n| n.same_kind(m));
            if let Some(from) = puts.iter().filter(has).filter_map(|put| self.place(put.at, true)).min() {
                d = d.related(from, format!("{one} is {} from here", an(m, heap)));
            }
        }
        Some(d)
    }

    fn operation(&self, at: At) -> Option<&Op<Flow>> {
        self.program.functions[self.engine.specs[at.spec].func].graph.blocks[at.block].ops.get(at.op)
    }

    /// The operation of the program that an operation of a builtin function is part of, or of
    /// the standard modules, too.
    fn place(&self, mut at: At, standard: bool) -> Option<Span> {
        let module = |at: At| &self.program.modules[self.program.functions[self.engine.specs[at.spec].func].module];
        while module(at).is_library {
            let Context::Python(_, caller, block, op, _) = self.engine.context_of(at.spec) else { return None };
            if !standard && !module(at).is_builtin {
                return None;
            }
            at = At { spec: self.engine.spec_of(caller)?, block, op };
        }
        Some(self.program.functions[self.engine.specs[at.spec].func].place(at.block, at.op))
    }

    /// Where a variable has no place of its own, the first origin is it.
    fn union(&mut self, name: &str, s: &Annotation, span: Option<Span>, origins: Vec<(&Member, Option<Origin>)>) {
        let origins: Vec<(&Member, Origin)> = origins.into_iter().filter_map(|(m, o)| o.map(|o| (m, o))).collect();
        let Some(span) = span.or(origins.first().map(|(_, o)| o.span)) else { return };
        let bound = s.filter(|m| *m != Member::Unbound);
        let message = format!("`{name}` holds {}: each use asks which it is", display(&bound, &self.engine.heap));
        let mut d = note(Severity::Note, "N0360", span, message);
        for (m, origin) in origins {
            d = d.related(origin.span, format!("`{name}` is {} {}", an(m, &self.engine.heap), origin.cause));
        }
        self.found.push(d);
    }
}

/// Does a value of this annotation travel with a tag or in a box? A reference that
/// can be None costs nothing.
fn costs(s: &Annotation) -> bool {
    let members: Vec<&Member> = s.members().iter().filter(|m| **m != Member::Unbound).collect();
    match members.as_slice() {
        [] | [_] => false,
        [Member::None, Member::Str | Member::Instance(_)] => false,
        several => several.iter().any(|m| {
            matches!(
                m,
                Member::Bool(_) | Member::Int(_) | Member::Float | Member::Str | Member::Tuple(_) | Member::Range(_)
            )
        }),
    }
}

/// May a value of this member be passed where the hint stands? As type checkers
/// see it: an int is a float, too.
fn accepts(hint: &HintKind, m: &Member) -> bool {
    match hint {
        HintKind::None => *m == Member::None,
        HintKind::Union(kinds) => kinds.iter().any(|k| accepts(k, m)),
        HintKind::Generic(name, kinds) => match (&**name, m) {
            ("Optional" | "typing.Optional", _) => *m == Member::None || kinds.iter().any(|k| accepts(k, m)),
            ("Union" | "typing.Union", _) => kinds.iter().any(|k| accepts(k, m)),
            ("tuple" | "Tuple" | "typing.Tuple", m) => matches!(m, Member::Tuple(_)),
            _ => true,
        },
        HintKind::Name(name) => match (&**name, m) {
            (_, Member::Unbound) => true,
            ("int", m) => matches!(m, Member::Int(_) | Member::BigInt | Member::Bool(_)),
            ("float", m) => matches!(m, Member::Int(_) | Member::BigInt | Member::Bool(_) | Member::Float),
            ("bool", m) => matches!(m, Member::Bool(_)),
            ("str", m) => *m == Member::Str,
            ("tuple", m) => matches!(m, Member::Tuple(_)),
            ("range", m) => matches!(m, Member::Range(_)),
            (name, m) => match (exception_class(name), m) {
                (Some(class), Member::Instance(has)) => is_one_of(*has, &[class]) != Some(false),
                (Some(_), _) => false,
                (None, _) => true,
            },
        },
        HintKind::Other => true,
    }
}
