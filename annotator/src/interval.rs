//! Arithmetic on intervals: where the result of Python's int operations can lie.
//!
//! Each function gives the part within 64 bits of every result that the operation
//! can have without raising; `None` where it always raises (a division by zero,
//! a result that leaves 64 bits whatever the operands).

use crate::annotation::Interval;

/// The part of `lo ..= hi` that 64 bits hold.
fn fit(lo: i128, hi: i128) -> Option<Interval> {
    let (lo, hi) = (lo.max(i64::MIN as i128), hi.min(i64::MAX as i128));
    (lo <= hi).then_some(Interval { lo: lo as i64, hi: hi as i64 })
}

fn hull(corners: &[i128]) -> Option<Interval> {
    fit(*corners.iter().min()?, *corners.iter().max()?)
}

/// Joins what is there.
fn either(a: Option<Interval>, b: Option<Interval>) -> Option<Interval> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.join(b)),
        (a, b) => a.or(b),
    }
}

impl Interval {
    pub const BOOL: Interval = Interval { lo: 0, hi: 1 };
    pub const NEGATIVE: Interval = Interval { lo: i64::MIN, hi: -1 };
    pub const POSITIVE: Interval = Interval { lo: 1, hi: i64::MAX };
    pub const NOT_NEGATIVE: Interval = Interval { lo: 0, hi: i64::MAX };

    pub fn new(lo: i64, hi: i64) -> Interval {
        debug_assert!(lo <= hi);
        Interval { lo, hi }
    }

    fn wide(self) -> (i128, i128) {
        (self.lo as i128, self.hi as i128)
    }

    pub fn plus(self, other: Interval) -> Option<Interval> {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        fit(a + c, b + d)
    }

    pub fn minus(self, other: Interval) -> Option<Interval> {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        fit(a - d, b - c)
    }

    pub fn times(self, other: Interval) -> Option<Interval> {
        let ((a, b), (c, d)) = (self.wide(), other.wide());
        hull(&[a * c, a * d, b * c, b * d])
    }

    pub fn floor_div(self, other: Interval) -> Option<Interval> {
        let (a, b) = self.wide();
        let part = |divisor: Interval| {
            let (c, d) = divisor.wide();
            let corner = |n: i128, m: i128| n.div_euclid(m) - if m < 0 && n.rem_euclid(m) != 0 { 1 } else { 0 };
            hull(&[corner(a, c), corner(a, d), corner(b, c), corner(b, d)])
        };
        either(other.meet(Interval::NEGATIVE).and_then(part), other.meet(Interval::POSITIVE).and_then(part))
    }

    /// Python's `%`: the sign of the divisor.
    pub fn modulo(self, other: Interval) -> Option<Interval> {
        let positive = other.meet(Interval::POSITIVE).map(|m| {
            let (a, b) = self.wide();
            let (c, d) = m.wide();
            if c == d && a.div_euclid(c) == b.div_euclid(c) {
                return Interval { lo: a.rem_euclid(c) as i64, hi: b.rem_euclid(c) as i64 };
            }
            if a >= 0 && b < c {
                return self;
            }
            Interval { lo: 0, hi: if a >= 0 { b.min(d - 1) } else { d - 1 } as i64 }
        });
        // a % -m == -((-a) % m)
        let negative = other.meet(Interval::NEGATIVE).map(|m| {
            if self.lo > m.hi && self.hi <= 0 {
                return self;
            }
            let lo = m.lo + 1;
            Interval { lo: if self.hi <= 0 { lo.max(self.lo) } else { lo }, hi: 0 }
        });
        either(positive, negative)
    }

    /// `a ** b` for the exponents that are not negative.
    pub fn power(self, exponent: Interval) -> Option<Interval> {
        let e = exponent.meet(Interval::NOT_NEGATIVE)?;
        if self.lo >= 0 {
            let lo = match self.lo {
                // 0 ** 0 is 1, and 0 to any other power is 0.
                0 if e.hi > 0 => 0,
                0 => 1,
                n => power(n as i128, e.lo),
            };
            let hi = if self.hi == 0 && e.lo > 0 { 0 } else { power(self.hi.max(1) as i128, e.hi) };
            return fit(lo, hi);
        }
        let magnitude = power(self.wide().0.abs().max(self.wide().1.abs()), e.hi);
        match e.is_constant() {
            Some(0) => Some(Interval::constant(1)),
            Some(n) if n % 2 == 0 => {
                let least = if self.hi < 0 { power(-self.wide().1, n) } else { 0 };
                fit(least, magnitude)
            }
            Some(n) => {
                let end = |x: i64| if x < 0 { -power(-(x as i128), n) } else { power(x as i128, n) };
                fit(end(self.lo), end(self.hi))
            }
            None => fit(-magnitude, magnitude),
        }
    }

    /// `a << b` for the shift counts that are not negative.
    pub fn shift_left(self, count: Interval) -> Option<Interval> {
        let n = count.meet(Interval::NOT_NEGATIVE)?;
        let (a, b) = self.wide();
        // Beyond 64 everything but 0 has left 64 bits, as it has at 64.
        let (c, d) = (n.lo.min(64), n.hi.min(64));
        hull(&[a << c, a << d, b << c, b << d])
    }

    /// `a >> b` for the shift counts that are not negative.
    pub fn shift_right(self, count: Interval) -> Option<Interval> {
        let n = count.meet(Interval::NOT_NEGATIVE)?;
        let (a, b) = self.wide();
        let (c, d) = (n.lo.min(64), n.hi.min(64));
        hull(&[a >> c, a >> d, b >> c, b >> d])
    }

    pub fn bit_and(self, other: Interval) -> Interval {
        if let (Some(a), Some(b)) = (self.is_constant(), other.is_constant()) {
            return Interval::constant(a & b);
        }
        match (self.lo >= 0, other.lo >= 0) {
            (true, true) => Interval { lo: 0, hi: self.hi.min(other.hi) },
            (true, false) => Interval { lo: 0, hi: self.hi },
            (false, true) => Interval { lo: 0, hi: other.hi },
            (false, false) => {
                let all = self.bits(other);
                // Clearing bits makes an int less, unless the sign bit was one of them.
                Interval { lo: all.lo, hi: self.hi.max(other.hi) }
            }
        }
    }

    pub fn bit_or(self, other: Interval) -> Interval {
        if let (Some(a), Some(b)) = (self.is_constant(), other.is_constant()) {
            return Interval::constant(a | b);
        }
        let hi = if self.hi < 0 || other.hi < 0 { -1 } else { self.bits(other).hi };
        let lo = if self.lo >= 0 && other.lo >= 0 { self.lo.max(other.lo) } else { self.lo.min(other.lo) };
        Interval { lo, hi }
    }

    pub fn bit_xor(self, other: Interval) -> Interval {
        if let (Some(a), Some(b)) = (self.is_constant(), other.is_constant()) {
            return Interval::constant(a ^ b);
        }
        let all = self.bits(other);
        let sign = |i: Interval| {
            if i.lo >= 0 {
                Some(false)
            } else if i.hi < 0 {
                Some(true)
            } else {
                None
            }
        };
        match (sign(self), sign(other)) {
            (Some(a), Some(b)) if a == b => Interval { lo: 0, hi: all.hi },
            (Some(_), Some(_)) => Interval { lo: all.lo, hi: -1 },
            _ => all,
        }
    }

    /// The ints of as many bits as the widest int of the two has.
    fn bits(self, other: Interval) -> Interval {
        let width = |n: i64| 64 - (n ^ (n >> 63)).leading_zeros();
        let bits = [self.lo, self.hi, other.lo, other.hi].map(width).into_iter().max().unwrap_or(63);
        if bits >= 63 { Interval::FULL } else { Interval { lo: -(1 << bits), hi: (1 << bits) - 1 } }
    }

    pub fn negate(self) -> Option<Interval> {
        let (a, b) = self.wide();
        fit(-b, -a)
    }

    pub fn invert(self) -> Interval {
        Interval { lo: !self.hi, hi: !self.lo }
    }

    pub fn absolute(self) -> Option<Interval> {
        let (a, b) = self.wide();
        let least = if a <= 0 && b >= 0 { 0 } else { a.abs().min(b.abs()) };
        fit(least, a.abs().max(b.abs()))
    }

    pub fn minimum(self, other: Interval) -> Interval {
        Interval { lo: self.lo.min(other.lo), hi: self.hi.min(other.hi) }
    }

    pub fn maximum(self, other: Interval) -> Interval {
        Interval { lo: self.lo.max(other.lo), hi: self.hi.max(other.hi) }
    }

    /// Is every int of this one less than every int of the other? `None`: it depends.
    pub fn less(self, other: Interval) -> Option<bool> {
        if self.hi < other.lo {
            Some(true)
        } else if self.lo >= other.hi {
            Some(false)
        } else {
            None
        }
    }

    pub fn equal(self, other: Interval) -> Option<bool> {
        match (self.is_constant(), other.is_constant()) {
            (Some(a), Some(b)) => Some(a == b),
            _ if self.meet(other).is_none() => Some(false),
            _ => None,
        }
    }
}

/// `base ** exponent` for a base that is not negative; a large number where the
/// result is beyond 64 bits.
fn power(base: i128, exponent: i64) -> i128 {
    if base <= 1 {
        return if exponent == 0 { 1 } else { base };
    }
    // Two to the 64th is beyond already; a base is at most 2^63.
    let mut result: i128 = 1;
    for _ in 0..exponent.min(64) {
        result *= base;
        if result > 1 << 64 {
            return 1 << 64;
        }
    }
    result
}
