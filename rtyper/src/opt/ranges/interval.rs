//! Intervals of 64-bit integers, and what the operations do to them.

use naja_ir::prim::Prim;

/// The integers from `lo` to `hi`, both included; never empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    pub lo: i64,
    pub hi: i64,
}

pub const FULL: Interval = Interval { lo: i64::MIN, hi: i64::MAX };

impl Interval {
    pub fn new(lo: i64, hi: i64) -> Interval {
        debug_assert!(lo <= hi);
        Interval { lo, hi }
    }

    pub fn of(n: i64) -> Interval {
        Interval { lo: n, hi: n }
    }

    pub fn single(self) -> Option<i64> {
        (self.lo == self.hi).then_some(self.lo)
    }

    pub fn contains(self, n: i64) -> bool {
        self.lo <= n && n <= self.hi
    }

    pub fn join(self, other: Interval) -> Interval {
        Interval { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
    }

    pub fn meet(self, other: Interval) -> Option<Interval> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Interval { lo, hi })
    }

    /// Grows at once to where no further growth is likely.
    pub fn widen(self, grown: Interval) -> Interval {
        let lo = match grown.lo {
            lo if lo >= self.lo => self.lo,
            lo if lo >= 0 => 0,
            _ => i64::MIN,
        };
        let hi = if grown.hi <= self.hi { self.hi } else { i64::MAX };
        Interval { lo, hi }
    }

    /// The exact results, where all fit in 64 bits.
    fn fitting((lo, hi): (i128, i128)) -> Option<Interval> {
        Some(Interval { lo: lo.try_into().ok()?, hi: hi.try_into().ok()? })
    }

    /// The results that fit in 64 bits.
    fn clipped((lo, hi): (i128, i128)) -> Interval {
        let clip = |n: i128| n.clamp(i64::MIN as i128, i64::MAX as i128) as i64;
        Interval { lo: clip(lo), hi: clip(hi) }
    }

    fn is_negative(self) -> bool {
        self.hi < 0
    }

    fn is_natural(self) -> bool {
        self.lo >= 0
    }
}

/// A comparison of two integers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    UintLt,
    UintLe,
}

impl Relation {
    pub fn of(prim: Prim) -> Option<Relation> {
        Some(match prim {
            Prim::IntEq => Relation::Eq,
            Prim::IntNe => Relation::Ne,
            Prim::IntLt => Relation::Lt,
            Prim::IntLe => Relation::Le,
            Prim::IntGt => Relation::Gt,
            Prim::IntGe => Relation::Ge,
            Prim::UintLt => Relation::UintLt,
            Prim::UintLe => Relation::UintLe,
            _ => return None,
        })
    }

    /// What holds of a and b where this does not; of b and a where `true`.
    pub fn negated(self) -> (Relation, bool) {
        match self {
            Relation::Eq => (Relation::Ne, false),
            Relation::Ne => (Relation::Eq, false),
            Relation::Lt => (Relation::Ge, false),
            Relation::Le => (Relation::Gt, false),
            Relation::Gt => (Relation::Le, false),
            Relation::Ge => (Relation::Lt, false),
            Relation::UintLt => (Relation::UintLe, true),
            Relation::UintLe => (Relation::UintLt, true),
        }
    }

    /// What holds of b and a where this holds of a and b; `None` for unsigned
    /// ones, which say little about the greater side.
    pub fn swapped(self) -> Option<Relation> {
        Some(match self {
            Relation::Eq => Relation::Eq,
            Relation::Ne => Relation::Ne,
            Relation::Lt => Relation::Gt,
            Relation::Le => Relation::Ge,
            Relation::Gt => Relation::Lt,
            Relation::Ge => Relation::Le,
            Relation::UintLt | Relation::UintLe => return None,
        })
    }

    /// The same comparison of signed numbers.
    pub fn signed(self) -> Relation {
        match self {
            Relation::UintLt => Relation::Lt,
            Relation::UintLe => Relation::Le,
            other => other,
        }
    }

    /// Does this hold, or not, because the signed comparison does?
    pub fn agrees_with_signed(self, holds: bool, a: Interval, b: Interval) -> bool {
        self == self.signed() || if holds { a.is_natural() } else { b.is_natural() }
    }

    /// The part of `a` for which this can hold with some number of `b`.
    pub fn restrict(self, a: Interval, b: Interval) -> Option<Interval> {
        let below = |hi: Option<i64>| a.meet(Interval { lo: i64::MIN, hi: hi? });
        let above = |lo: Option<i64>| a.meet(Interval { lo: lo?, hi: i64::MAX });
        match self {
            Relation::Eq => a.meet(b),
            Relation::Ne => match b.single() {
                Some(n) if a.single() == Some(n) => None,
                Some(n) if a.lo == n => Some(Interval { lo: n + 1, hi: a.hi }),
                Some(n) if a.hi == n => Some(Interval { lo: a.lo, hi: n - 1 }),
                _ => Some(a),
            },
            Relation::Lt => below(b.hi.checked_sub(1)),
            Relation::Le => below(Some(b.hi)),
            Relation::Gt => above(b.lo.checked_add(1)),
            Relation::Ge => above(Some(b.lo)),
            // Unsigned below a natural number: a natural number itself.
            Relation::UintLt if b.is_natural() => {
                a.meet(Interval { lo: 0, hi: b.hi.checked_sub(1).filter(|&h| h >= 0)? })
            }
            Relation::UintLe if b.is_natural() => a.meet(Interval { lo: 0, hi: b.hi }),
            Relation::UintLt | Relation::UintLe => Some(a),
        }
    }

    /// Does it hold of all pairs, or of none?
    pub fn decide(self, a: Interval, b: Interval) -> Option<bool> {
        match self {
            Relation::Eq if a.meet(b).is_none() => Some(false),
            Relation::Eq => (a.single().is_some() && a == b).then_some(true),
            Relation::Ne => Relation::Eq.decide(a, b).map(|r| !r),
            Relation::Lt if a.hi < b.lo => Some(true),
            Relation::Lt => (a.lo >= b.hi).then_some(false),
            Relation::Le if a.hi <= b.lo => Some(true),
            Relation::Le => (a.lo > b.hi).then_some(false),
            Relation::Gt => Relation::Lt.decide(b, a),
            Relation::Ge => Relation::Le.decide(b, a),
            Relation::UintLt | Relation::UintLe => {
                // Negative numbers are greater than all others here.
                let (a, b) = (unsigned(a)?, unsigned(b)?);
                match self {
                    Relation::UintLt if a.1 < b.0 => Some(true),
                    Relation::UintLt => (a.0 >= b.1).then_some(false),
                    _ if a.1 <= b.0 => Some(true),
                    _ => (a.0 > b.1).then_some(false),
                }
            }
        }
    }
}

/// The bounds as unsigned numbers; an interval with numbers of both signs reaches everything.
fn unsigned(a: Interval) -> Option<(u64, u64)> {
    if a.is_natural() || a.is_negative() { Some((a.lo as u64, a.hi as u64)) } else { Some((0, u64::MAX)) }
}

/// The exact sums, differences or products, before any of them is too large.
fn exact(prim: Prim, a: Interval, b: Interval) -> Option<(i128, i128)> {
    let [alo, ahi, blo, bhi] = [a.lo, a.hi, b.lo, b.hi].map(i128::from);
    match prim {
        Prim::IntAdd | Prim::IntAddOvf | Prim::IntAddFlag => Some((alo + blo, ahi + bhi)),
        Prim::IntSub | Prim::IntSubOvf | Prim::IntSubFlag => Some((alo - bhi, ahi - blo)),
        Prim::IntMul | Prim::IntMulOvf | Prim::IntMulFlag => {
            let products = [alo * blo, alo * bhi, ahi * blo, ahi * bhi];
            Some((*products.iter().min().expect("four"), *products.iter().max().expect("four")))
        }
        _ => None,
    }
}

/// Can a checked operation not overflow?
pub fn always_fits(prim: Prim, a: Interval, b: Interval) -> bool {
    exact(prim, a, b).is_some_and(|results| Interval::fitting(results).is_some())
}

/// What an operation gives, for all operands in these intervals for which it is defined.
pub fn eval(prim: Prim, a: Interval, b: Interval) -> Interval {
    if let (Some(x), Some(y)) = (a.single(), b.single())
        && prim.row().args.len() == 2
        && let Some([result, _]) = prim.eval(&[x as u64, y as u64])
    {
        return Interval::of(result as i64);
    }
    match prim {
        Prim::IntAdd | Prim::IntSub | Prim::IntMul | Prim::IntAddFlag | Prim::IntSubFlag | Prim::IntMulFlag => {
            exact(prim, a, b).and_then(Interval::fitting).unwrap_or(FULL)
        }
        Prim::IntAddOvf | Prim::IntSubOvf | Prim::IntMulOvf => exact(prim, a, b).map_or(FULL, Interval::clipped),
        Prim::IntDiv => divide(a, b),
        Prim::IntRem => {
            let below = magnitude(b).saturating_sub(1).min(i64::MAX as u64) as i64;
            let lo = if a.is_natural() { 0 } else { a.lo.max(-below) };
            let hi = if a.hi <= 0 { 0 } else { a.hi.min(below) };
            Interval::new(lo, hi)
        }
        Prim::UintDiv => {
            if a.is_natural() && b.is_natural() {
                Interval::new(a.lo / b.hi.max(1), a.hi / b.lo.max(1))
            } else if b.lo >= 2 {
                Interval::new(0, (u64::MAX / b.lo as u64) as i64)
            } else if a.is_natural() {
                Interval::new(0, a.hi)
            } else {
                FULL
            }
        }
        Prim::UintRem => match (a.is_natural(), b.is_natural()) {
            (true, true) => Interval::new(0, a.hi.min((b.hi - 1).max(0))),
            (true, false) => Interval::new(0, a.hi),
            (false, true) => Interval::new(0, (b.hi - 1).max(0)),
            (false, false) => FULL,
        },
        Prim::UintMulHigh if a.is_natural() && b.is_natural() => {
            Interval::new(0, ((a.hi as u128 * b.hi as u128) >> 64) as i64)
        }
        Prim::IntAnd => match (a.is_natural(), b.is_natural()) {
            (true, true) => Interval::new(0, a.hi.min(b.hi)),
            (true, false) => Interval::new(0, a.hi),
            (false, true) => Interval::new(0, b.hi),
            (false, false) if a.is_negative() && b.is_negative() => Interval::new(i64::MIN, -1),
            (false, false) => FULL,
        },
        Prim::IntOr if a.is_natural() && b.is_natural() => Interval::new(a.lo.max(b.lo), low_bits(a.hi | b.hi)),
        Prim::IntOr if a.is_negative() || b.is_negative() => Interval::new(i64::MIN, -1),
        Prim::IntXor if a.is_natural() && b.is_natural() => Interval::new(0, low_bits(a.hi | b.hi)),
        Prim::IntShl => match b.single() {
            Some(n @ 0..63) => {
                let factor = 1i128 << n;
                Interval::fitting((a.lo as i128 * factor, a.hi as i128 * factor)).unwrap_or(FULL)
            }
            _ => FULL,
        },
        Prim::IntShr => match b.single() {
            Some(n) => Interval::new(a.lo >> (n & 63), a.hi >> (n & 63)),
            // Toward 0, or -1.
            None => Interval::new(a.lo.min(0), a.hi.max(-1)),
        },
        Prim::UintShr => match b.single() {
            Some(n) if n & 63 == 0 => a,
            Some(n) if a.is_natural() => Interval::new(a.lo >> (n & 63), a.hi >> (n & 63)),
            Some(n) => Interval::new(0, (u64::MAX >> (n & 63)) as i64),
            None if a.is_natural() => Interval::new(0, a.hi),
            None => FULL,
        },
        Prim::IntClz | Prim::IntCtz | Prim::IntPopcnt => Interval::new(0, 64),
        Prim::BoolToInt => Interval::new(0, 1),
        _ => FULL,
    }
}

/// The greatest absolute value.
fn magnitude(a: Interval) -> u64 {
    a.lo.unsigned_abs().max(a.hi.unsigned_abs())
}

/// The least number of the form 2^k - 1 that is not below n.
fn low_bits(n: i64) -> i64 {
    (u64::MAX >> (n as u64).leading_zeros().min(63)) as i64
}

fn divide(a: Interval, b: Interval) -> Interval {
    if b.lo >= 1 {
        // Toward zero: monotone in a; in b, nearer to zero as b grows.
        let quotients = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi];
        return Interval::new(*quotients.iter().min().expect("four"), *quotients.iter().max().expect("four"));
    }
    let most = magnitude(a).min(i64::MAX as u64) as i64;
    Interval::new(if most == i64::MAX { i64::MIN } else { -most }, most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use naja_ir::prim::PRIMS;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = i64> {
        prop_oneof![
            any::<i64>(),
            -10i64..10,
            Just(i64::MIN),
            Just(i64::MAX),
            (0u32..64).prop_map(|n| 1i64.wrapping_shl(n)),
            (0u32..64).prop_map(|n| 1i64.wrapping_shl(n).wrapping_sub(1)),
        ]
    }

    /// An interval and a number in it.
    fn member() -> impl Strategy<Value = (Interval, i64)> {
        (number(), number(), number()).prop_map(|(a, b, c)| {
            let mut sorted = [a, b, c];
            sorted.sort();
            (Interval::new(sorted[0], sorted[2]), sorted[1])
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn results_lie_in_the_interval((a, x) in member(), (b, y) in member()) {
            for row in PRIMS {
                let is_int = |types: &[naja_ir::lltype::LlType]| types.iter().all(|&t| t == naja_ir::lltype::LlType::I64);
                if !is_int(row.args) || !is_int(&row.results[..row.results.len().min(1)]) || row.results.is_empty() {
                    continue;
                }
                if let Some([result, _]) = row.prim.eval(&[x as u64, y as u64]) {
                    let interval = eval(row.prim, a, b);
                    prop_assert!(interval.contains(result as i64), "{} {a:?} {b:?}: {x} {y} gives {}", row.name, result as i64);
                }
            }
            for (ovf, flag) in [
                (Prim::IntAddOvf, Prim::IntAddFlag), (Prim::IntSubOvf, Prim::IntSubFlag), (Prim::IntMulOvf, Prim::IntMulFlag),
            ] {
                let [result, left] = flag.eval(&[x as u64, y as u64]).unwrap();
                prop_assert!(left != 0 || eval(ovf, a, b).contains(result as i64));
                prop_assert!(left == 0 || !always_fits(ovf, a, b));
            }
        }

        #[test]
        fn relations_hold((a, x) in member(), (b, y) in member()) {
            for row in PRIMS {
                let Some(relation) = Relation::of(row.prim) else { continue };
                let holds = row.prim.eval(&[x as u64, y as u64]).unwrap()[0] != 0;
                if let Some(decided) = relation.decide(a, b) {
                    prop_assert_eq!(decided, holds, "{:?} {:?} {:?}", relation, a, b);
                }
                if holds {
                    prop_assert!(relation.restrict(a, b).is_some_and(|r| r.contains(x)));
                    if let Some(swapped) = relation.swapped() {
                        prop_assert!(swapped.restrict(b, a).is_some_and(|r| r.contains(y)));
                    }
                } else {
                    let (negated, is_swapped) = relation.negated();
                    let (first, second, member) = if is_swapped { (b, a, y) } else { (a, b, x) };
                    prop_assert!(negated.restrict(first, second).is_some_and(|r| r.contains(member)));
                }
            }
        }

        #[test]
        fn widening_covers((a, x) in member(), (b, y) in member()) {
            let wide = a.widen(a.join(b));
            prop_assert!(wide.contains(x) && wide.contains(y));
        }
    }
}
