//! What is done with objects inside other values: `[a, b] == [c, d]`, sorting, keys and
//! printing call methods of objects that no operation of the program names. The places
//! that lead there see to it that these methods are analysed.

use crate::annotation::{Annotation, Member};
use crate::classes::{Group, classes_of, is_object, resolve};
use crate::fixpoint::{At, Engine};
use crate::ops::{Lack, Rule, tuple};
use naja_ir::flow::{CompareOp, Program};

impl Engine<'_> {
    /// Are there none so far? Who asks is told when there are.
    fn has_no_objects(&mut self, at: At) -> bool {
        let none = self.objects.is_empty();
        if none {
            self.class_readers.insert(at);
        }
        none
    }

    /// Sees to it that values can be compared so, objects inside of them too.
    pub fn demand_compare(&mut self, program: &Program, at: At, op: CompareOp, a: &Annotation, b: &Annotation) {
        if self.has_no_objects(at) {
            return;
        }
        let mut seen: Vec<(Annotation, Annotation)> = Vec::new();
        let mut stack = vec![(a.clone(), b.clone())];
        while let Some((a, b)) = stack.pop() {
            if seen.contains(&(a.clone(), b.clone())) {
                continue;
            }
            seen.push((a.clone(), b.clone()));
            for x in a.members() {
                for y in b.members() {
                    if is_object(x) || is_object(y) {
                        let ordered = !matches!(op, CompareOp::Eq | CompareOp::Ne);
                        // Items are first looked at for being equal.
                        let found = self.object_compare(program, at, CompareOp::Eq, x, y);
                        self.note(found);
                        if ordered {
                            let found = self.object_compare(program, at, op, x, y);
                            self.note(found);
                        }
                        continue;
                    }
                    match (x, y) {
                        (Member::Tuple(items), Member::Tuple(others)) => {
                            stack.extend(items.iter().cloned().zip(others.iter().cloned()));
                        }
                        _ => stack.extend(self.parts(at, x).into_iter().zip(self.parts(at, y))),
                    }
                }
            }
        }
    }

    /// Sees to it that `a in b` can compare a with the items of b.
    pub fn demand_contains(&mut self, program: &Program, at: At, a: &Annotation, b: &Annotation) {
        if self.has_no_objects(at) {
            return;
        }
        for m in b.members() {
            let items = match m {
                Member::Tuple(items) => items.clone(),
                m => self.parts(at, m),
            };
            for item in items {
                self.demand_compare(program, at, CompareOp::Eq, &item, a);
            }
            if let Member::Container(..) = m {
                self.demand_hash(program, at, a);
            }
        }
    }

    /// What has no meaning raises TypeError when the program comes there; what naja cannot
    /// compile is a mistake of the operation that leads there.
    fn note(&mut self, found: Rule) {
        if let Err(Lack::NotYet(what)) = found {
            self.not_yet = Some(what);
        }
    }

    /// What a container holds: items, or keys and values.
    pub fn parts(&mut self, at: At, m: &Member) -> Vec<Annotation> {
        match m {
            Member::Container(_, sites) | Member::DictView(_, sites) => {
                let held = self.contents(at, sites);
                vec![held.items, held.values]
            }
            Member::Tuple(items) => vec![tuple::item(items)],
            _ => Vec::new(),
        }
    }

    /// Sees to it that the value can be a key.
    pub fn demand_hash(&mut self, program: &Program, at: At, s: &Annotation) {
        self.demand_of_each(program, at, s, &["__hash__"]);
    }

    /// Sees to it that the value can be printed.
    pub fn demand_text(&mut self, program: &Program, at: At, s: &Annotation) {
        self.demand_of_each(program, at, s, &["__str__", "__repr__"]);
    }

    fn demand_of_each(&mut self, program: &Program, at: At, s: &Annotation, names: &[&str]) {
        if self.has_no_objects(at) {
            return;
        }
        let mut seen: Vec<Annotation> = Vec::new();
        let mut stack = vec![s.clone()];
        while let Some(s) = stack.pop() {
            if seen.contains(&s) {
                continue;
            }
            seen.push(s.clone());
            for m in s.members() {
                if is_object(m) {
                    for name in names {
                        let found = self.special(program, at, m, name, &[]);
                        self.note(found.unwrap_or(Ok(Annotation::NEVER)));
                        if *name == "__hash__" {
                            let lacking =
                                resolve(program, &self.heap, m, name).into_iter().filter(|g| g.found.is_none());
                            for Group { receiver, .. } in lacking {
                                self.identified.extend(classes_of(&self.heap, &receiver));
                            }
                        }
                    }
                    continue;
                }
                stack.extend(self.parts(at, m));
                stack.extend(m.inner().iter().cloned());
            }
        }
    }
}
