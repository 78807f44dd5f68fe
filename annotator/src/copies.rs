//! `copy.copy` and `copy.deepcopy`. A copy is of the type of what is copied: its containers
//! count as made where those are made that it copies.

use crate::annotation::{Annotation, Member, Site, Sites};
use crate::call::BindError;
use crate::calls::Argument;
use crate::errors::Mistake;
use crate::fixpoint::{At, Engine};
use crate::ops::{Lack, Rule, union};
use naja_ir::Name;
use naja_ir::flow::Program;

impl Engine<'_> {
    /// `copy(x)`, `deepcopy(x)`, `deepcopy(x, memo)`.
    pub fn call_copy(
        &mut self,
        program: &Program,
        at: At,
        name: &Name,
        keywords: &[Name],
        args: &[Argument],
    ) -> Result<Annotation, Mistake> {
        let most = if &**name == "copy" { 1 } else { 2 };
        let error = match (args, keywords) {
            (_, [keyword, ..]) => Some(BindError::UnknownKeyword(keyword.clone())),
            ([], _) => Some(BindError::Missing(vec!["x".into()])),
            _ => (args.len() > most).then_some(BindError::TooMany { most, given: args.len() }),
        };
        if let Some(error) = error {
            return Err(Mistake::Bind { name: name.clone(), func: None, error });
        }
        let x = &args[0].s;
        let found = match &**name {
            "copy" => union::each(x, |m| match m {
                Member::Object(sites) => self.copies_of_objects(program, at, sites, "__copy__", &[]),
                m => can_be_copied(m).map(|()| Annotation::of(m.clone())),
            }),
            _ => self.demand_deep_copy(program, at, x).map(|()| x.clone()),
        };
        found.map_err(|lack| Mistake::arguments(name.clone(), lack))
    }

    /// Each class's own copy, or an object of the same class.
    fn copies_of_objects(
        &mut self,
        program: &Program,
        at: At,
        sites: &Sites,
        method: &str,
        args: &[Annotation],
    ) -> Rule {
        let sites: Vec<Site> = sites.iter().collect();
        union::gather(sites.into_iter().map(|site| {
            let one = Member::Object(Sites::of(site));
            self.special(program, at, &one, method, args).unwrap_or(Ok(Annotation::of(one)))
        }))
    }

    /// Sees to it that everything inside can be copied.
    fn demand_deep_copy(&mut self, program: &Program, at: At, x: &Annotation) -> Result<(), Lack> {
        self.class_readers.insert(at);
        let mut seen: Vec<Annotation> = Vec::new();
        let mut stack = vec![x.clone()];
        while let Some(s) = stack.pop() {
            if seen.contains(&s) {
                continue;
            }
            seen.push(s.clone());
            for m in s.members() {
                can_be_copied(m)?;
                if let Member::Object(sites) = m {
                    let copies = self.copies_of_objects(program, at, sites, "__deepcopy__", &[Annotation::none()])?;
                    if copies.join(&s) != s {
                        return Err(Lack::NotYet(
                            "`__deepcopy__` that gives something else than an object of its class".into(),
                        ));
                    }
                    stack.extend(self.held_by_objects(at, sites));
                    continue;
                }
                stack.extend(self.parts(at, m));
                stack.extend(m.inner().iter().cloned());
            }
        }
        Ok(())
    }
}

fn can_be_copied(m: &Member) -> Result<(), Lack> {
    match m {
        Member::Method(..) | Member::Super(..) => Err(Lack::NotYet("the copy of a method".into())),
        Member::Instance(_) | Member::Error(..) => Err(Lack::NotYet("the copy of an exception".into())),
        Member::DictView(..) => Err(Lack::NotYet("the copy of a view".into())),
        m if crate::containers::is_state(m) => Err(Lack::NotYet("the copy of an iterator".into())),
        _ => Ok(()),
    }
}
