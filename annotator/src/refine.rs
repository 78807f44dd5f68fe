//! What a branch teaches: `x is None`, `isinstance(x, C)`, a test of x, a
//! comparison with a bound. The result lies within x; where it is empty, the
//! branch is never taken.

use crate::annotation::{Annotation, Interval, Member};
use crate::ops::{callable, none};
use naja_ir::flow::{CompareOp, Refinement};

/// `x` as the branch knows it; `others` are the further operands.
pub fn refine(refinement: &Refinement, x: &Annotation, others: &[&Annotation]) -> Annotation {
    match (refinement, others) {
        (Refinement::IsNone, _) => none::only(x),
        (Refinement::NotNone, _) => none::without(x),
        (Refinement::Truthy, _) => x.filter_map(truthy),
        (Refinement::Falsy, _) => x.filter_map(falsy),
        (Refinement::IsInstance, [class]) => instance(x, class, true),
        (Refinement::NotInstance, [class]) => instance(x, class, false),
        (Refinement::Compare(op), [y]) => match (x.single(), y.single()) {
            (Some(Member::Int(a)), Some(Member::Int(b))) => {
                compared(*op, *a, *b).map_or(Annotation::NEVER, |i| Annotation::of(Member::Int(i)))
            }
            _ => x.clone(),
        },
        _ => x.clone(),
    }
}

fn truthy(m: &Member) -> Option<Member> {
    match m {
        Member::None | Member::Bool(Some(false)) => None,
        Member::Bool(None) => Some(Member::Bool(Some(true))),
        Member::Int(i) => without(*i, 0).map(Member::Int),
        Member::Tuple(items) if items.is_empty() => None,
        _ => Some(m.clone()),
    }
}

fn falsy(m: &Member) -> Option<Member> {
    match m {
        Member::Bool(Some(true)) => None,
        Member::Bool(None) => Some(Member::Bool(Some(false))),
        Member::Int(i) => i.meet(Interval::constant(0)).map(Member::Int),
        Member::Tuple(items) if !items.is_empty() => None,
        Member::Instance(_)
        | Member::Function(_)
        | Member::Builtin(_)
        | Member::ExceptionClass(_)
        | Member::ExceptionType(_)
        | Member::Module(_)
        | Member::Library(..)
        | Member::Ellipsis => None,
        _ => Some(m.clone()),
    }
}

/// Without one int, where that is an end.
fn without(i: Interval, n: i64) -> Option<Interval> {
    if i.is_constant() == Some(n) {
        None
    } else if i.lo == n {
        Some(Interval { lo: n + 1, ..i })
    } else if i.hi == n {
        Some(Interval { hi: n - 1, ..i })
    } else {
        Some(i)
    }
}

fn instance(x: &Annotation, class: &Annotation, holds: bool) -> Annotation {
    let Some(class) = class.single() else { return x.clone() };
    x.filter_map(|m| match callable::is_instance(m, class) {
        Ok(Some(known)) => (known == holds).then(|| m.clone()),
        Ok(None) if holds => Some(narrowed(m, class)),
        _ => Some(m.clone()),
    })
}

/// An exception that turned out to be of this class, or of one of these.
fn narrowed(m: &Member, class: &Member) -> Member {
    let Member::Instance(has) = m else { return m.clone() };
    match class {
        Member::ExceptionClass(class) if class.is_subclass_of(*has) => Member::Instance(*class),
        Member::Tuple(classes) => {
            let subclasses = classes.iter().filter_map(|c| match c.single() {
                Some(Member::ExceptionClass(c)) if c.is_subclass_of(*has) => Some(*c),
                _ => None,
            });
            subclasses.reduce(|a, b| a.common_base(b)).map_or(m.clone(), Member::Instance)
        }
        _ => m.clone(),
    }
}

/// The ints of `a` for which `a op b` can hold.
fn compared(op: CompareOp, a: Interval, b: Interval) -> Option<Interval> {
    let from = |lo: i64| a.meet(Interval { lo, hi: i64::MAX });
    let to = |hi: i64| a.meet(Interval { lo: i64::MIN, hi });
    match op {
        CompareOp::Eq => a.meet(b),
        CompareOp::Ne => b.is_constant().map_or(Some(a), |n| without(a, n)),
        CompareOp::Lt => b.hi.checked_sub(1).and_then(to),
        CompareOp::Le => to(b.hi),
        CompareOp::Gt => b.lo.checked_add(1).and_then(from),
        CompareOp::Ge => from(b.lo),
        _ => Some(a),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> impl Strategy<Value = (Interval, i64)> {
        let int = || prop_oneof![-9i64..9, any::<i64>(), Just(i64::MIN), Just(i64::MAX)];
        (int(), int(), int()).prop_map(|(a, b, c)| {
            let mut sorted = [a, b, c];
            sorted.sort();
            (Interval { lo: sorted[0], hi: sorted[2] }, sorted[1])
        })
    }

    proptest! {
        /// What a comparison held for is not refined away.
        #[test]
        fn comparisons_refine_soundly((a, x) in sample(), (b, y) in sample()) {
            for (op, holds) in [
                (CompareOp::Eq, x == y),
                (CompareOp::Ne, x != y),
                (CompareOp::Lt, x < y),
                (CompareOp::Le, x <= y),
                (CompareOp::Gt, x > y),
                (CompareOp::Ge, x >= y),
            ] {
                let refined = compared(op, a, b);
                prop_assert!(refined.is_none_or(|r| a.contains(r)));
                prop_assert!(!holds || refined.is_some_and(|r| r.contains(Interval::constant(x))));
            }
        }
    }
}
