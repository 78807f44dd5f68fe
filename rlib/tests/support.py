"""What the library's tests share: low-level values for Python's and back, and the
outcome of a call, so that a helper and CPython can be compared in one line."""

import functools
import random

from rlib import lowlevel as ll

LEAST = -(1 << 63)
MOST = (1 << 63) - 1

EDGES = sorted(
    {s * (1 << k) + d for k in range(64) for s in (1, -1) for d in (-1, 0, 1)}
    | {s * 10**k + d for k in range(19) for s in (1, -1) for d in (-1, 0, 1)}
)
EDGES = [n for n in EDGES if LEAST <= n <= MOST] + [3, -3, 7, -7]


def low(x):
    """The low-level value for a Python value."""
    return ll.literal(x) if isinstance(x, str) else x


def high(x):
    """The Python value for a low-level value; a str's length must be right."""
    if isinstance(x, ll.Str):
        text = str(x)
        assert x.length == len(text), (x.length, text)
        return text
    return tuple(high(y) for y in x) if isinstance(x, tuple) else x


def outcome(f, *args):
    """What the call gives, floats by their bits; or the exception it raises."""
    try:
        return _exact(high(f(*args)))
    except Exception as e:
        return type(e).__name__, str(type(e)(*map(high, e.args)))


def _exact(x):
    if isinstance(x, float):
        return "nan" if x != x else x.hex()
    return tuple(_exact(y) for y in x) if isinstance(x, tuple) else x


def helper(f, *args):
    """The outcome of a library function."""
    return outcome(f, *[low(x) for x in args])


def fits(result):
    """The outcome of an int computed by CPython, where it fits in 64 bits."""
    items = result if isinstance(result, tuple) else (result,)
    return all(not isinstance(n, int) or LEAST <= n <= MOST for n in items)


def random_int(rng):
    n = rng.getrandbits(rng.randrange(1, 64))
    return rng.choice((n, -n, rng.choice(EDGES)))


def seeded(name):
    return random.Random(name)


def play(module):
    """Lets a standard module call the library's functions with Python's strs."""
    for name, f in vars(module).items():
        if name.startswith("ll_") and not hasattr(f, "plays"):
            setattr(module, name, _playing(f))


def _playing(f):
    def g(*args):
        return high(f(*[_low(x) if isinstance(x, str) else x for x in args]))

    g.plays = True
    return g


_low = functools.lru_cache(low)
