"""Averages and spreads. Sums of numbers are exact fractions, rounded once at the end.

A mean of ints that is whole is a big int."""

from collections import namedtuple
from math import exp, frexp, fsum, isfinite, isqrt, log, sqrt

__all__ = [
    "LinearRegression",
    "StatisticsError",
    "correlation",
    "covariance",
    "fmean",
    "geometric_mean",
    "harmonic_mean",
    "linear_regression",
    "mean",
    "median",
    "median_grouped",
    "median_high",
    "median_low",
    "mode",
    "multimode",
    "pstdev",
    "pvariance",
    "quantiles",
    "stdev",
    "variance",
]

_BIG_ZERO = 2**64 - 2**64
_MANTISSA = 9007199254740992.0  # 2 ** 53

LinearRegression = namedtuple("LinearRegression", ["slope", "intercept"])


class StatisticsError(ValueError):
    pass


def mean(data):
    sums = _Sums()
    items = list(data)
    for x in items:
        sums.add(x)
    if len(items) == 0:
        raise StatisticsError("mean requires at least one data point")
    if not isfinite(sums.special):
        return sums.special / len(items)
    numerator, denominator = _whole(sums.first)
    return _number(numerator, denominator * len(items), _kind(items))


def fmean(data, weights=None):
    xs = [float(x) for x in data]
    if weights is None:
        if len(xs) == 0:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(xs) / len(xs)
    ws = [float(w) for w in weights]
    if len(xs) != len(ws):
        raise StatisticsError("data and weights must be the same length")
    total = fsum(ws)
    if total == 0.0:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum([x * w for x, w in zip(xs, ws)]) / total


def geometric_mean(data):
    xs = [float(x) for x in data]
    for x in xs:
        if x <= 0.0:
            xs = []
            break
    if len(xs) == 0:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return exp(fsum([log(x) for x in xs]) / len(xs))


def harmonic_mean(data, weights=None):
    xs = list(data)
    if len(xs) == 0:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(xs) == 1 and weights is None:
        _refuse_negative(xs[0])
        return xs[0]
    sums = _Sums()
    if weights is None:
        sums.add(len(xs))
        total = _sum_of_quotients([1] * len(xs), xs)
    else:
        ws = list(weights)
        if len(ws) != len(xs):
            raise StatisticsError("Number of weights does not match data size")
        for w in ws:
            _refuse_negative(w)
            sums.add(w)
        total = _sum_of_quotients(ws, xs)
    if total is None:
        return 0
    if not isfinite(total.special):
        return 0.0 if total.special > 0.0 else total.special
    n_weights, d_weights = _whole(sums.first)
    n_total, d_total = _whole(total.first)
    if n_total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return (n_weights * d_total) / (d_weights * n_total)


def median(data):
    items = _sorted(data)
    middle = len(items) // 2
    if len(items) % 2 == 1:
        return items[middle]
    return (items[middle - 1] + items[middle]) / 2


def median_low(data):
    items = _sorted(data)
    return items[(len(items) - 1) // 2]


def median_high(data):
    items = _sorted(data)
    return items[len(items) // 2]


def median_grouped(data, interval=1):
    """The median of values that stand for intervals around them, by interpolation."""
    items = _sorted(data)
    middle = items[len(items) // 2]
    below = 0
    equal = 0
    for x in items:
        if x < middle:
            below += 1
        elif x == middle:
            equal += 1
    width = float(interval)
    return float(middle) - width / 2.0 + width * (len(items) / 2 - below) / equal


def mode(data):
    modes = multimode(data)
    if len(modes) == 0:
        raise StatisticsError("no mode for empty data")
    return modes[0]


def multimode(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    most = max(counts.values(), default=0)
    return [x for x, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    items = sorted(data)
    if len(items) < 2:
        raise StatisticsError("must have at least two data points")
    if method == "inclusive":
        steps = len(items) - 1
    elif method == "exclusive":
        steps = len(items) + 1
    else:
        raise ValueError(f"Unknown method: {method!r}")
    cuts = []
    for i in range(1, n):
        right = i * steps // n + 1
        if method == "exclusive":
            right = min(max(right - 1, 1), len(items) - 1)
        weight = i * steps - (right if method == "exclusive" else right - 1) * n
        cuts.append((items[right - 1] * (n - weight) + items[right] * weight) / n)
    return cuts


def variance(data, xbar=None):
    items = _at_least(data, 2, "variance requires at least two data points")
    return _mean_square(items, xbar, len(items) - 1)


def pvariance(data, mu=None):
    items = _at_least(data, 1, "pvariance requires at least one data point")
    return _mean_square(items, mu, len(items))


def stdev(data, xbar=None):
    items = _at_least(data, 2, "stdev requires at least two data points")
    return _deviation(items, xbar, len(items) - 1)


def pstdev(data, mu=None):
    items = _at_least(data, 1, "pstdev requires at least one data point")
    return _deviation(items, mu, len(items))


def covariance(x, y, /):
    xs, ys = _pairs(x, y, "covariance")
    return fsum(_products(_centred(xs), _centred(ys))) / (len(xs) - 1)


def correlation(x, y, /):
    xs, ys = _pairs(x, y, "correlation")
    dx = _centred(xs)
    dy = _centred(ys)
    spread = sqrt(fsum(_products(dx, dx)) * fsum(_products(dy, dy)))
    if spread == 0.0:
        raise StatisticsError("at least one of the inputs is constant")
    return fsum(_products(dx, dy)) / spread


def linear_regression(x, y, /, *, proportional=False):
    """The line with the least squares of distances; through the origin if `proportional`."""
    xs, ys = _pairs(x, y, "linear regression")
    dx = xs if proportional else _centred(xs)
    dy = ys if proportional else _centred(ys)
    spread = fsum(_products(dx, dx))
    if spread == 0.0:
        raise StatisticsError("x is constant")
    slope = fsum(_products(dx, dy)) / spread
    if proportional:
        return LinearRegression(slope, 0.0)
    return LinearRegression(slope, fsum(ys) / len(ys) - slope * (fsum(xs) / len(xs)))


class _Sums:
    """The exact sums of numbers and of their squares: for each power of two that occurs as a
    denominator, the numerators. `special` is the sum of what is not finite."""

    def __init__(self):
        self.first = {}
        self.second = {}
        self.special = 0.0

    def add(self, x):
        if not isinstance(x, float):
            self._add(_BIG_ZERO + x, 0)
        elif isfinite(x):
            mantissa, exponent = frexp(x)
            n = _BIG_ZERO + int(mantissa * _MANTISSA)
            if exponent >= 53:
                self._add(n << exponent - 53, 0)
            else:
                self._add(n, 53 - exponent)
        else:
            self.special += x

    def _add(self, n, shift):
        self.first[shift] = self.first.get(shift, _BIG_ZERO) + n
        self.second[2 * shift] = self.second.get(2 * shift, _BIG_ZERO) + n * n


def _whole(numerators):
    """The sum of fractions whose denominators are powers of two."""
    largest = max(numerators)
    total = _BIG_ZERO
    for shift, n in numerators.items():
        total += n << largest - shift
    return total, _BIG_ZERO + 1 << largest


def _kind(items):
    """One of the items: a float if there is any."""
    for x in items:
        if isinstance(x, float):
            return x
    return items[0]


def _number(numerator, denominator, kind):
    """The fraction: an int if it is whole and of ints, else a float."""
    if not isinstance(kind, float):
        if numerator % denominator == 0:
            return numerator // denominator
    return numerator / denominator


def _refuse_negative(x):
    if x < 0:
        raise StatisticsError("harmonic mean does not support negative values")


def _sum_of_quotients(ws, xs):
    """None, if one is infinite."""
    total = _Sums()
    for w, x in zip(ws, xs):
        _refuse_negative(x)
        if w != 0:
            if x == 0:
                return None
            total.add(w / x)
        else:
            total.add(0)
    return total


def _sorted(data):
    items = sorted(data)
    if len(items) == 0:
        raise StatisticsError("no median for empty data")
    return items


def _at_least(data, n, message):
    items = list(data)
    if len(items) < n:
        raise StatisticsError(message)
    return items


def _squares(items):
    """The exact sum of the squares of the distances from the mean, as a fraction."""
    sums = _Sums()
    for x in items:
        sums.add(x)
    if not isfinite(sums.special):
        return _BIG_ZERO, _BIG_ZERO, sums.special
    n = len(items)
    first, d_first = _whole(sums.first)
    second, d_second = _whole(sums.second)
    # Both denominators are squares of the same power of two.
    return n * second * (d_first * d_first // d_second) - first * first, n * d_first * d_first, 0.0


def _squares_from(items, center):
    """The same of the distances from there."""
    sums = _Sums()
    for x in items:
        sums.add((x - center) * (x - center))
    if not isfinite(sums.special):
        return _BIG_ZERO, _BIG_ZERO, sums.special
    numerator, denominator = _whole(sums.first)
    return numerator, denominator, 0.0


def _mean_square(items, center, n):
    if center is None:
        numerator, denominator, special = _squares(items)
        kind = _kind(items)
        if not isfinite(special):
            return special / n
        return _number(numerator, denominator * n, kind)
    numerator, denominator, special = _squares_from(items, center)
    if not isfinite(special):
        return special / n
    return _number(numerator, denominator * n, _kind([x - center for x in items]))


def _deviation(items, center, n):
    numerator, denominator, special = _squares(items) if center is None else _squares_from(items, center)
    if not isfinite(special):
        raise AttributeError("'float' object has no attribute 'numerator'")
    return _root(numerator, denominator * n)


def _root(n, m):
    """The square root of n / m, correctly rounded: of a quotient of more than 2 * 54 bits, its
    last bit set if something is cut off, so that the division rounds as the exact root would."""
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        return float(_odd_root(n, m << 2 * q) << q)
    return _odd_root(n << -2 * q, m) / (_BIG_ZERO + 1 << -q)


def _odd_root(n, m):
    root = isqrt(n // m)
    return root if root * root * m == n else root | 1


def _pairs(x, y, what):
    xs = [float(v) for v in x]
    ys = [float(v) for v in y]
    if len(xs) != len(ys):
        raise StatisticsError(what + " requires that both inputs have same number of data points")
    if len(xs) < 2:
        raise StatisticsError(what + " requires at least two data points")
    return xs, ys


def _centred(xs):
    center = fsum(xs) / len(xs)
    return [x - center for x in xs]


def _products(xs, ys):
    return [x * y for x, y in zip(xs, ys)]
