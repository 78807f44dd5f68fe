//! Operations on unions: the join over the combinations of members that have a
//! meaning. The others raise TypeError when the program runs; where none has a
//! meaning, that is a mistake that is told now.

use super::{Lack, Rule};
use crate::annotation::{Annotation, Member};

/// The rule, for each member.
pub fn each(a: &Annotation, mut rule: impl FnMut(&Member) -> Rule) -> Rule {
    if let [m] = a.members() {
        return rule(m);
    }
    gather(a.members().iter().map(&mut rule))
}

/// The rule, for each pair of members.
pub fn pairs(a: &Annotation, b: &Annotation, mut rule: impl FnMut(&Member, &Member) -> Rule) -> Rule {
    if let ([x], [y]) = (a.members(), b.members()) {
        return rule(x, y);
    }
    gather(a.members().iter().flat_map(|x| b.members().iter().map(move |y| (x, y))).map(|(x, y)| rule(x, y)))
}

/// Joins what has a meaning. What naja cannot compile is an error even beside
/// combinations that it can: the program must not raise where CPython does not.
pub fn gather(found: impl IntoIterator<Item = Rule>) -> Rule {
    let mut result: Option<Annotation> = None;
    for rule in found {
        match rule {
            Ok(s) => result = Some(result.map_or_else(|| s.clone(), |r| r.join(&s))),
            Err(Lack::NoMeaning) => {}
            Err(lack) => return Err(lack),
        }
    }
    result.ok_or(Lack::NoMeaning)
}
