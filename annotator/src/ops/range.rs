//! range: where its items can lie.

use super::{Lack, Rule, not_yet, yes_no};
use crate::annotation::{Annotation, Interval, Member, RangeFacts};

/// `range(start, stop, step)`; nothing where the step is always 0.
pub fn new(start: Interval, stop: Interval, step: Interval) -> Annotation {
    let up = step.meet(Interval::POSITIVE).map(|s| {
        let last = stop.hi.saturating_sub(1);
        (s, Interval { lo: start.lo, hi: start.lo.max(last) })
    });
    let down = step.meet(Interval::NEGATIVE).map(|s| {
        let last = stop.lo.saturating_add(1);
        (s, Interval { lo: start.hi.min(last), hi: start.hi })
    });
    match (up, down) {
        (Some((s, i)), Some((t, j))) => facts(i.join(j), s.join(t)),
        (Some((s, i)), None) | (None, Some((s, i))) => facts(i, s),
        (None, None) => Annotation::NEVER,
    }
}

fn facts(items: Interval, step: Interval) -> Annotation {
    Annotation::of(Member::Range(RangeFacts { items, step }))
}

/// `x in range(...)`.
pub fn contains(x: &Member, facts: RangeFacts) -> Rule {
    match x {
        Member::Int(_) | Member::Bool(_) => {
            yes_no(if super::int::interval(x).meet(facts.items).is_none() { Some(false) } else { None })
        }
        Member::Float | Member::BigInt => yes_no(None),
        Member::Low(_) => Err(Lack::NoMeaning),
        Member::Unbound => not_yet("this `in`"),
        _ => yes_no(Some(false)),
    }
}
