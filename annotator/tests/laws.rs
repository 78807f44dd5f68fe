//! The laws of the lattice and of the arithmetic on intervals, on generated cases.

use naja_annotator::annotation::{Annotation, Interval, Member, RangeFacts};
use naja_ir::classes::{ClassId, EXCEPTIONS};
use proptest::prelude::*;

/// Ints where the edges are: small, near powers of two, near the limits.
fn int() -> impl Strategy<Value = i64> {
    prop_oneof![
        -20i64..20,
        any::<i64>(),
        (0u32..64, -2i64..3).prop_map(|(bits, by)| (1i64 << bits.min(62)).wrapping_add(by)),
        (0u32..63, -2i64..3).prop_map(|(bits, by)| (-(1i64 << bits)).wrapping_add(by)),
        (0i64..4).prop_map(|n| i64::MAX - n),
        (0i64..4).prop_map(|n| i64::MIN + n),
    ]
}

/// An interval, and an int within.
fn sample() -> impl Strategy<Value = (Interval, i64)> {
    (int(), int(), int()).prop_map(|(a, b, c)| {
        let mut sorted = [a, b, c];
        sorted.sort();
        (Interval { lo: sorted[0], hi: sorted[2] }, sorted[1])
    })
}

fn interval() -> impl Strategy<Value = Interval> {
    sample().prop_map(|(i, _)| i)
}

fn class() -> impl Strategy<Value = ClassId> {
    (0..EXCEPTIONS.len() as u16).prop_map(ClassId)
}

fn member() -> impl Strategy<Value = Member> {
    let leaf = prop_oneof![
        Just(Member::Unbound),
        Just(Member::None),
        any::<Option<bool>>().prop_map(Member::Bool),
        interval().prop_map(Member::Int),
        Just(Member::Float),
        Just(Member::Str),
        (interval(), interval()).prop_map(|(items, step)| Member::Range(RangeFacts { items, step })),
        class().prop_map(Member::Instance),
        class().prop_map(Member::ExceptionClass),
        Just(Member::Builtin("len".into())),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let item = prop::collection::vec(inner, 0..3).prop_map(|m| m.into_iter().collect::<Annotation>());
        prop::collection::vec(item, 0..3).prop_map(Member::Tuple)
    })
}

fn annotation() -> impl Strategy<Value = Annotation> {
    prop::collection::vec(member(), 0..4).prop_map(|m| m.into_iter().collect())
}

proptest! {
    #[test]
    fn join_is_commutative(a in annotation(), b in annotation()) {
        prop_assert_eq!(a.join(&b), b.join(&a));
    }

    #[test]
    fn join_is_associative(a in annotation(), b in annotation(), c in annotation()) {
        prop_assert_eq!(a.join(&b).join(&c), a.join(&b.join(&c)));
    }

    #[test]
    fn join_is_idempotent(a in annotation(), b in annotation()) {
        let both = a.join(&b);
        prop_assert_eq!(both.join(&a), both.clone());
        prop_assert_eq!(a.join(&a), a.clone());
        prop_assert_eq!(a.join(&Annotation::NEVER), a);
    }

    #[test]
    fn union_has_one_member_of_a_kind(a in annotation(), b in annotation()) {
        let both = a.join(&b);
        for (i, m) in both.members().iter().enumerate() {
            prop_assert!(both.members()[i + 1..].iter().all(|k| !k.same_kind(m)));
        }
    }

    #[test]
    fn growing_says_whether_it_grew(a in annotation(), b in annotation()) {
        let mut grown = a.clone();
        prop_assert_eq!(grown.grow(&b), a.join(&b) != a);
        prop_assert_eq!(grown, a.join(&b));
    }

    #[test]
    fn binary_arithmetic_is_sound((a, x) in sample(), (b, y) in sample()) {
        let contains = |i: Option<Interval>, exact: Option<i64>| match exact {
            None => true,
            Some(n) => i.is_some_and(|i| i.contains(Interval::constant(n))),
        };
        prop_assert!(contains(a.plus(b), x.checked_add(y)));
        prop_assert!(contains(a.minus(b), x.checked_sub(y)));
        prop_assert!(contains(a.times(b), x.checked_mul(y)));
        prop_assert!(contains(a.floor_div(b), floor_div(x, y)), "{a:?} // {b:?} = {:?}", a.floor_div(b));
        prop_assert!(contains(a.modulo(b), modulo(x, y)), "{a:?} % {b:?} = {:?}", a.modulo(b));
        prop_assert!(contains(Some(a.bit_and(b)), Some(x & y)));
        prop_assert!(contains(Some(a.bit_or(b)), Some(x | y)));
        prop_assert!(contains(Some(a.bit_xor(b)), Some(x ^ y)));
        prop_assert!(contains(Some(a.minimum(b)), Some(x.min(y))));
        prop_assert!(contains(Some(a.maximum(b)), Some(x.max(y))));
        prop_assert!(a.less(b).is_none_or(|known| known == (x < y)));
        prop_assert!(a.equal(b).is_none_or(|known| known == (x == y)));
    }

    #[test]
    fn shifts_and_powers_are_sound((a, x) in sample(), (b, y) in small()) {
        let contains = |i: Option<Interval>, exact: Option<i64>| match exact {
            None => true,
            Some(n) => i.is_some_and(|i| i.contains(Interval::constant(n))),
        };
        let shifted = (y >= 0).then(|| (x as i128) << y.min(64)).and_then(|n| i64::try_from(n).ok());
        prop_assert!(contains(a.shift_left(b), shifted), "{a:?} << {b:?} = {:?}", a.shift_left(b));
        let right = (y >= 0).then(|| x >> y.min(63));
        prop_assert!(contains(a.shift_right(b), right), "{a:?} >> {b:?} = {:?}", a.shift_right(b));
        let power = u32::try_from(y).ok().and_then(|y| x.checked_pow(y));
        prop_assert!(contains(a.power(b), power), "{a:?} ** {b:?} = {:?}", a.power(b));
    }

    #[test]
    fn unary_arithmetic_is_sound((a, x) in sample()) {
        let contains = |i: Option<Interval>, exact: Option<i64>| match exact {
            None => true,
            Some(n) => i.is_some_and(|i| i.contains(Interval::constant(n))),
        };
        prop_assert!(contains(a.negate(), x.checked_neg()));
        prop_assert!(contains(Some(a.invert()), Some(!x)));
        prop_assert!(contains(a.absolute(), x.checked_abs()));
    }

    /// The more is possible, the wider the result: without this the order of work
    /// would change the answer.
    #[test]
    fn arithmetic_is_monotone((a, x) in sample(), (b, y) in sample()) {
        let (x, y) = (Interval::constant(x), Interval::constant(y));
        let within = |inner: Option<Interval>, outer: Option<Interval>| match (inner, outer) {
            (None, _) => true,
            (Some(inner), outer) => outer.is_some_and(|o| o.contains(inner)),
        };
        prop_assert!(within(x.plus(y), a.plus(b)));
        prop_assert!(within(x.minus(y), a.minus(b)));
        prop_assert!(within(x.times(y), a.times(b)));
        prop_assert!(within(x.floor_div(y), a.floor_div(b)));
        prop_assert!(within(x.modulo(y), a.modulo(b)));
        prop_assert!(within(x.power(y), a.power(b)));
        prop_assert!(within(x.shift_left(y), a.shift_left(b)));
        prop_assert!(within(x.shift_right(y), a.shift_right(b)));
        prop_assert!(a.bit_and(b).contains(x.bit_and(y)));
        prop_assert!(a.bit_or(b).contains(x.bit_or(y)));
        prop_assert!(a.bit_xor(b).contains(x.bit_xor(y)));
    }
}

/// Shift counts and exponents.
fn small() -> impl Strategy<Value = (Interval, i64)> {
    (-3i64..70, -3i64..70, -3i64..70).prop_map(|(a, b, c)| {
        let mut sorted = [a, b, c];
        sorted.sort();
        (Interval { lo: sorted[0], hi: sorted[2] }, sorted[1])
    })
}

fn floor_div(a: i64, b: i64) -> Option<i64> {
    let q = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) { q - 1 } else { q })
}

fn modulo(a: i64, b: i64) -> Option<i64> {
    if b == 0 {
        return None;
    }
    let r = (a as i128) % (b as i128);
    Some(if r != 0 && (r < 0) != (b < 0) { r + b as i128 } else { r } as i64)
}
