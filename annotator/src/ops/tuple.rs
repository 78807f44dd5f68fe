//! tuple: of known length, item by item.

use super::{Lack, Rule, compare_members, not_yet, union, yes_no};
use crate::annotation::{Annotation, Interval, Member};
use naja_ir::flow::{BinaryOp, CompareOp};

/// Tuples are nested no deeper, and hold no more items over all, than this: a
/// tuple that grows in a loop has no type.
pub const DEEPEST: usize = 50;
pub const LARGEST: usize = 20_000;

/// `x1, ..., xn`; `None` where it would be too deep or too large.
pub fn build(items: Vec<Annotation>) -> Option<Annotation> {
    let s = Annotation::of(Member::Tuple(items));
    let (depth, size) = extent(&s);
    (depth <= DEEPEST && size <= LARGEST).then_some(s)
}

/// How deep an annotation's tuples are nested, and how many items they hold over
/// all. Operands were built here, so this recurses no deeper than the bound.
pub fn extent(s: &Annotation) -> (usize, usize) {
    let mut extents = (0, 0);
    for m in s.members() {
        let items = m.inner();
        if !items.is_empty() {
            let inner = items.iter().map(extent).fold((0, items.len()), |a, b| (a.0.max(b.0), a.1 + b.1));
            extents = (extents.0.max(inner.0 + 1), extents.1 + inner.1 + 1);
        }
    }
    extents
}

/// One of the two is a tuple.
pub fn binary(op: BinaryOp, a: &Member, b: &Member) -> Rule {
    use Member::*;
    match (op, a, b) {
        (BinaryOp::Add, Tuple(x), Tuple(y)) => match build(x.iter().chain(y).cloned().collect()) {
            Some(s) => Ok(s),
            Option::None => not_yet("a tuple of so many items"),
        },
        (BinaryOp::Mul, Tuple(_), Int(_) | Bool(_)) | (BinaryOp::Mul, Int(_) | Bool(_), Tuple(_)) => {
            not_yet("the repetition of a tuple")
        }
        _ => Err(Lack::NoMeaning),
    }
}

/// Item by item; two items that are one object are equal, whatever `==` says.
pub fn equal(a: &[Annotation], b: &[Annotation]) -> Rule {
    if a.len() != b.len() {
        return yes_no(Some(false));
    }
    let mut all = Some(true);
    for (x, y) in a.iter().zip(b) {
        match truth_of(&super::compare(CompareOp::Eq, x, y)?) {
            Some(false) => return yes_no(Some(false)),
            Some(true) => {}
            None => all = None,
        }
    }
    yes_no(all)
}

/// By the first pair of items that differ; only that pair is compared.
pub fn order(op: CompareOp, a: &[Annotation], b: &[Annotation]) -> Rule {
    for (x, y) in a.iter().zip(b) {
        match truth_of(&super::compare(CompareOp::Eq, x, y)?) {
            Some(true) => {}
            Some(false) => return super::compare(op, x, y),
            // A later pair that has no order raises when it is reached.
            None => {
                super::compare(op, x, y)?;
                return yes_no(None);
            }
        }
    }
    yes_no(Some(match op {
        CompareOp::Lt => a.len() < b.len(),
        CompareOp::Le => a.len() <= b.len(),
        CompareOp::Gt => a.len() > b.len(),
        _ => a.len() >= b.len(),
    }))
}

fn truth_of(s: &Annotation) -> Option<bool> {
    match s.single() {
        Some(Member::Bool(known)) => *known,
        _ => None,
    }
}

/// `x in t`: is it equal to one of the items?
pub fn contains(x: &Member, items: &[Annotation]) -> Rule {
    let mut any = Some(false);
    for m in items.iter().flat_map(|item| item.members()) {
        match truth_of(&compare_members(CompareOp::Eq, m, x)?) {
            Some(false) => {}
            _ => any = None,
        }
    }
    yes_no(any)
}

/// `t[i]`: the items that the index can choose; nothing where it always raises.
pub fn get_item(items: &[Annotation], index: Interval) -> Rule {
    let n = items.len() as i64;
    let chosen = (0..n).filter(|&i| [i, i - n].iter().any(|&i| index.lo <= i && i <= index.hi));
    Ok(chosen.fold(Annotation::NEVER, |s, i| s.join(&items[i as usize])))
}

/// `sum(t, start)`.
pub fn sum(items: &[Annotation], start: &Annotation) -> Rule {
    let mut total = start.clone();
    for item in items {
        if total.is_never() {
            break;
        }
        total = super::binary(BinaryOp::Add, &total, item)?;
    }
    Ok(total)
}

/// `any(t)`, `all(t)`: `decides` ends the search.
pub fn search(items: &[Annotation], decides: bool) -> Rule {
    let mut known = Some(!decides);
    for item in items {
        match truth_of(&super::truth(item)?) {
            Some(b) if b == decides => return yes_no(Some(decides)),
            Some(_) => {}
            None => known = None,
        }
    }
    yes_no(known)
}

/// The join of the items, for a loop over them.
pub fn item(items: &[Annotation]) -> Annotation {
    items.iter().fold(Annotation::NEVER, |s, item| s.join(item))
}

/// Takes a tuple argument apart: the rule for each tuple of a union.
pub fn each_tuple(a: &Annotation, what: &'static str, mut rule: impl FnMut(&[Annotation]) -> Rule) -> Rule {
    if !a.members().iter().all(|m| matches!(m, Member::Tuple(_))) {
        return Err(Lack::NoMeaning);
    }
    union::each(a, |m| match m {
        Member::Tuple(items) => rule(items),
        Member::Range(_) | Member::Str => not_yet(what),
        _ => Err(Lack::NoMeaning),
    })
}
