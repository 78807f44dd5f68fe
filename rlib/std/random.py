"""Random numbers: the Mersenne Twister MT19937 of Matsumoto and Nishimura (1998), with the
sequences that CPython 3.11 makes of it.

A state is a list: 624 words of 32 bits, and the number of the next one to be used; behind
them, perhaps, the second of a pair of normal deviates.
"""

from bisect import bisect as _bisect
from math import acos as _acos
from math import cos as _cos
from math import exp as _exp
from math import floor as _floor
from math import isfinite as _isfinite
from math import log as _log
from math import sin as _sin
from math import sqrt as _sqrt
from time import time_ns as _time_ns

from rlib.mersenne import ll_mix
from rlib.sha512 import ll_sha512, ll_sha512_byte

__all__ = [
    "Random",
    "betavariate",
    "choice",
    "choices",
    "expovariate",
    "gammavariate",
    "gauss",
    "getrandbits",
    "getstate",
    "lognormvariate",
    "normalvariate",
    "paretovariate",
    "randbytes",
    "randint",
    "random",
    "randrange",
    "sample",
    "seed",
    "setstate",
    "shuffle",
    "triangular",
    "uniform",
    "vonmisesvariate",
    "weibullvariate",
]


class Random:
    """A generator of its own."""

    def __init__(self, x=None):
        self._state = []
        self._pair = []
        self.seed(x)

    def seed(self, a=None):
        self._pair.clear()
        _seed(self._state, a)

    def random(self):
        return _random(self._state)

    def getrandbits(self, k, /):
        return _getrandbits(self._state, k)

    def randrange(self, start, stop=None, step=1):
        return _randrange(self._state, start, stop, step)

    def randint(self, a, b):
        return _randrange(self._state, a, b + 1, 1)

    def randbytes(self, n):
        return _randbytes(self._state, n)

    def choice(self, seq):
        return _choice(self._state, seq)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        return _choices(self._state, population, weights, cum_weights, k)

    def shuffle(self, x):
        _shuffle(self._state, x)

    def sample(self, population, k, *, counts=None):
        return _sample(self._state, population, k, counts)

    def uniform(self, a, b):
        return a + (b - a) * _random(self._state)

    def triangular(self, low=0.0, high=1.0, mode=None):
        return _triangular(self._state, low, high, mode)

    def gauss(self, mu=0.0, sigma=1.0):
        return _gauss(self._state, self._pair, mu, sigma)

    def normalvariate(self, mu=0.0, sigma=1.0):
        return _normalvariate(self._state, mu, sigma)

    def lognormvariate(self, mu, sigma):
        return _exp(_normalvariate(self._state, mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - _random(self._state)) / lambd

    def gammavariate(self, alpha, beta):
        return _gammavariate(self._state, alpha, beta)

    def betavariate(self, alpha, beta):
        return _betavariate(self._state, alpha, beta)

    def paretovariate(self, alpha):
        return (1.0 - _random(self._state)) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - _random(self._state))) ** (1.0 / beta)

    def vonmisesvariate(self, mu, kappa):
        return _vonmisesvariate(self._state, mu, kappa)

    def getstate(self):
        return _getstate(self._state, self._pair)

    def setstate(self, state):
        _setstate(self._state, self._pair, state)


# The functions of the module share this one.

_shared = []
_shared_pair = []


def _state():
    """The shared state; where nobody has seeded it, the clock does."""
    if len(_shared) == 0:
        _seed(_shared, None)
    return _shared


def seed(a=None):
    _shared_pair.clear()
    _seed(_shared, a)


def random():
    return _random(_state())


def getrandbits(k, /):
    return _getrandbits(_state(), k)


def randrange(start, stop=None, step=1):
    return _randrange(_state(), start, stop, step)


def randint(a, b):
    return _randrange(_state(), a, b + 1, 1)


def randbytes(n):
    return _randbytes(_state(), n)


def choice(seq):
    return _choice(_state(), seq)


def choices(population, weights=None, *, cum_weights=None, k=1):
    return _choices(_state(), population, weights, cum_weights, k)


def shuffle(x):
    _shuffle(_state(), x)


def sample(population, k, *, counts=None):
    return _sample(_state(), population, k, counts)


def uniform(a, b):
    return a + (b - a) * _random(_state())


def triangular(low=0.0, high=1.0, mode=None):
    return _triangular(_state(), low, high, mode)


def gauss(mu=0.0, sigma=1.0):
    return _gauss(_state(), _shared_pair, mu, sigma)


def normalvariate(mu=0.0, sigma=1.0):
    return _normalvariate(_state(), mu, sigma)


def lognormvariate(mu, sigma):
    return _exp(_normalvariate(_state(), mu, sigma))


def expovariate(lambd):
    return -_log(1.0 - _random(_state())) / lambd


def gammavariate(alpha, beta):
    return _gammavariate(_state(), alpha, beta)


def betavariate(alpha, beta):
    return _betavariate(_state(), alpha, beta)


def paretovariate(alpha):
    return (1.0 - _random(_state())) ** (-1.0 / alpha)


def weibullvariate(alpha, beta):
    return alpha * (-_log(1.0 - _random(_state()))) ** (1.0 / beta)


def vonmisesvariate(mu, kappa):
    return _vonmisesvariate(_state(), mu, kappa)


def getstate():
    return _getstate(_state(), _shared_pair)


def setstate(state):
    _setstate(_shared, _shared_pair, state)


# The generator.


def _seed(state, a):
    if a is None:
        _seed_by_int(state, _time_ns())
    elif isinstance(a, int):
        _seed_by_int(state, a)
    elif isinstance(a, float):
        h = hash(a)
        words = [h & 0xFFFFFFFF]
        if h >> 32 != 0:
            words.append(h >> 32 & 0xFFFFFFFF)
        _seed_by_words(state, words)
    elif isinstance(a, str):
        _seed_by_bytes(state, a.encode())
    else:
        _seed_by_bytes(state, bytes(a))


def _seed_by_bytes(state, data):
    """By the number that they are, with their digest behind them."""
    ll_sha512(data)
    digits = list(data)
    for i in range(64):
        digits.append(ll_sha512_byte(i))
    digits.reverse()
    words = []
    for i in range(len(digits)):
        if i % 4 == 0:
            words.append(0)
        words[-1] |= digits[i] << i % 4 * 8
    while words[-1] == 0:
        words.pop()
    _seed_by_words(state, words)


def _seed_by_int(state, a):
    """By the words of its absolute value, the lowest first."""
    n = a if a >= 0 else -a
    words = [int(n & 0xFFFFFFFF)]
    n >>= 32
    while n > 0:
        words.append(int(n & 0xFFFFFFFF))
        n >>= 32
    _seed_by_words(state, words)


def _seed_by_words(state, key):
    state.clear()
    word = 19650218
    state.append(word)
    for i in range(1, 624):
        word = ll_mix(word, 1812433253, 0) + i & 0xFFFFFFFF
        state.append(word)
    i = 1
    j = 0
    for _ in range(max(624, len(key))):
        word = ll_mix(state[i - 1], 1664525, state[i]) + key[j] + j & 0xFFFFFFFF
        state[i] = word
        i += 1
        j += 1
        if i == 624:
            state[0] = word
            i = 1
        if j == len(key):
            j = 0
    for _ in range(623):
        word = ll_mix(state[i - 1], 1566083941, state[i]) - i & 0xFFFFFFFF
        state[i] = word
        i += 1
        if i == 624:
            state[0] = word
            i = 1
    state[0] = 0x80000000
    state.append(624)


def _twist(state):
    """The next 624 words."""
    for i in range(624):
        following = state[i + 1 if i < 623 else 0]
        y = state[i] & 0x80000000 | following & 0x7FFFFFFF
        word = state[i + 397 if i < 227 else i - 227] ^ y >> 1
        if y & 1 != 0:
            word ^= 0x9908B0DF
        state[i] = word


def _word(state):
    """32 random bits."""
    i = state[624]
    if i == 624:
        _twist(state)
        i = 0
    state[624] = i + 1
    y = state[i]
    y ^= y >> 11
    y ^= (y & 0x1FFFFFF) << 7 & 0x9D2C5680
    y ^= (y & 0x1FFFF) << 15 & 0xEFC60000
    return y ^ y >> 18


def _random(state):
    a = _word(state) >> 5
    b = _word(state) >> 6
    return (a * 67108864.0 + b) * 1.1102230246251565e-16


def _getrandbits(state, k):
    """As wide as k is: of a big k a big int."""
    if k < 0:
        raise ValueError("number of bits must be non-negative")
    if k == 0:
        return k - k
    if k <= 32:
        return k - k + (_word(state) >> 32 - k)
    result = k - k
    shift = k - k
    while k > 0:
        word = k - k + _word(state)
        if k < 32:
            word >>= 32 - k
        result |= word << shift
        shift += 32
        k -= 32
    return result


def _below(state, n):
    """An int from 0 on, less than n > 0. Of as many bits as n, the first that is less."""
    k = n.bit_length()
    if k <= 32:
        r = _word(state) >> 32 - k
        while r >= n:
            r = _word(state) >> 32 - k
        return n - n + r
    bits = n - n + k
    wide = _getrandbits(state, bits)
    while wide >= n:
        wide = _getrandbits(state, bits)
    return wide


def _randrange(state, start, stop, step):
    if stop is None:
        if start > 0:
            return _below(state, start)
        raise ValueError("empty range for randrange()")
    width = stop - start
    if step == 1:
        if width > 0:
            return start + _below(state, width)
        raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
    if step == 0:
        raise ValueError("zero step for randrange()")
    n = (width + step - 1) // step if step > 0 else (width + step + 1) // step
    if n <= 0:
        raise ValueError("empty range for randrange()")
    return start + step * _below(state, n)


def _randbytes(state, n):
    """The bytes of one int of 8 * n bits, the lowest first."""
    result = bytearray()
    while n >= 4:
        result += _word(state).to_bytes(4, "little")
        n -= 4
    if n > 0:
        result += (_word(state) >> 32 - 8 * n).to_bytes(n, "little")
    return bytes(result)


def _choice(state, seq):
    if len(seq) == 0:
        raise IndexError("Cannot choose from an empty sequence")
    return seq[_below(state, len(seq))]


def _shuffle(state, x):
    for i in range(len(x) - 1, 0, -1):
        j = _below(state, i + 1)
        x[i], x[j] = x[j], x[i]


def _sample(state, population, k, counts):
    if counts is not None:
        totals = _running_totals(counts)
        if len(totals) != len(population):
            raise ValueError("The number of counts does not match the population")
        total = totals.pop()
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[_bisect(totals, s)] for s in _sample(state, range(total), k, None)]
    n = len(population)
    if not 0 <= k <= n:
        raise ValueError("Sample larger than population or is negative")
    # Where a set of the places is smaller than a list of the items.
    size = 21
    if k > 5:
        power = 1
        while power < 3 * k:
            power *= 4
        size += power
    result = []
    if n <= size:
        pool = list(population)
        for i in range(k):
            j = _below(state, n - i)
            result.append(pool[j])
            pool[j] = pool[n - i - 1]
    else:
        selected = set()
        for _ in range(k):
            j = _below(state, n)
            while j in selected:
                j = _below(state, n)
            selected.add(j)
            result.append(population[j])
    return result


def _choices(state, population, weights, cum_weights, k):
    n = len(population)
    if cum_weights is None:
        if weights is None:
            size = n * 1.0
            return [population[_floor(_random(state) * size)] for _ in range(k)]
        return _weighted(state, population, _running_totals(weights), k)
    if weights is not None:
        raise TypeError("Cannot specify both weights and cumulative weights")
    return _weighted(state, population, cum_weights, k)


def _weighted(state, population, totals, k):
    n = len(population)
    if len(totals) != n:
        raise ValueError("The number of weights does not match the population")
    total = totals[-1] + 0.0
    if total <= 0.0:
        raise ValueError("Total of weights must be greater than zero")
    if not _isfinite(total):
        raise ValueError("Total of weights must be finite")
    return [population[_bisect(totals, _random(state) * total, 0, n - 1)] for _ in range(k)]


def _running_totals(numbers):
    totals = []
    for x in numbers:
        totals.append(totals[-1] + x if len(totals) > 0 else x)
    return totals


def _triangular(state, low, high, mode):
    u = _random(state)
    if mode is None:
        c = 0.5
    else:
        if high == low:
            return low * 1.0
        c = (mode - low) / (high - low)
    if u > c:
        u = 1.0 - u
        c = 1.0 - c
        return high + (low - high) * _sqrt(u * c)
    return low + (high - low) * _sqrt(u * c)


def _gauss(state, pair, mu, sigma):
    """Box and Muller's pairs of normal deviates, one after the other."""
    if len(pair) > 0:
        return mu + pair.pop() * sigma
    angle = _random(state) * 6.283185307179586
    radius = _sqrt(-2.0 * _log(1.0 - _random(state)))
    pair.append(_sin(angle) * radius)
    return mu + _cos(angle) * radius * sigma


def _normalvariate(state, mu, sigma):
    """Kinderman and Monahan, 1977: the ratio of uniform deviates."""
    while True:
        u = _random(state)
        v = 1.0 - _random(state)
        z = 1.7155277699214135 * (u - 0.5) / v
        if z * z / 4.0 <= -_log(v):
            return mu + z * sigma


def _gammavariate(state, alpha, beta):
    """Cheng, 1977, for alpha > 1; Kennedy and Gentle, 1980, below."""
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    if alpha > 1.0:
        a = _sqrt(2.0 * alpha - 1.0)
        b = alpha - 1.3862943611198906
        c = alpha + a
        while True:
            u = _random(state)
            if not 1e-7 < u < 0.9999999:
                continue
            w = 1.0 - _random(state)
            v = _log(u / (1.0 - u)) / a
            x = alpha * _exp(v)
            z = u * u * w
            r = b + c * v - x
            if r + 2.504077396776274 - 4.5 * z >= 0.0 or r >= _log(z):
                return x * beta
    if alpha == 1.0:
        return -_log(1.0 - _random(state)) * beta
    while True:
        u = _random(state)
        b = (2.718281828459045 + alpha) / 2.718281828459045
        p = b * u
        x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
        w = _random(state)
        if p > 1.0:
            if w <= x ** (alpha - 1.0):
                return x * beta
        elif w <= _exp(-x):
            return x * beta


def _betavariate(state, alpha, beta):
    y = _gammavariate(state, alpha, 1.0)
    if y == 0.0:
        return 0.0
    return y / (y + _gammavariate(state, beta, 1.0))


def _vonmisesvariate(state, mu, kappa):
    """Fisher, 1993."""
    if kappa <= 1e-6:
        return 6.283185307179586 * _random(state)
    s = 0.5 / kappa
    r = s + _sqrt(1.0 + s * s)
    while True:
        z = _cos(3.141592653589793 * _random(state))
        d = z / (r + z)
        u = _random(state)
        if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    if _random(state) > 0.5:
        return (mu + _acos(f)) % 6.283185307179586
    return (mu - _acos(f)) % 6.283185307179586


def _getstate(state, pair):
    """To be given to `setstate`, and to nothing else."""
    return 3, tuple(state), pair[0] if len(pair) > 0 else None


def _setstate(state, pair, given):
    _, words, second = given
    state.clear()
    for word in words:
        state.append(word)
    pair.clear()
    if second is not None:
        pair.append(second)
