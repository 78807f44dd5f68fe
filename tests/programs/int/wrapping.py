"""Ints of which only a mask's worth is kept: they need not fit 64 bits before it."""

MASK = (1 << 32) - 1
BIG_MASK = 2**64 - 1
TOP = 9223372036854775807


def fnv(text):
    h = 2166136261
    for c in text:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return h


def h31(text):
    h = 0
    for c in text:
        h = (h * 31 + ord(c)) & 0x7FFFFFFFFFFFFFFF
    return h


def late(text):
    """The mask comes behind the loop: it holds for what the loop carries."""
    h = 7
    for c in text:
        h = h * 1000003 ^ ord(c)
    return h & MASK


def lcg(n):
    x = 42
    for _ in range(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**63
    return x


def xorshift(n):
    x = 88172645463325252
    for _ in range(n):
        x ^= (x << 13) & TOP
        x ^= x >> 7
        x ^= (x << 17) & TOP
    return x


def both(a, b, which):
    x = a * b if which else a - b
    if which:
        x += a
    return -x & 0xFFFF, (x << 40) & 0xFFFFFFFFFF


def kept(a, b):
    """The product is looked at itself: it has to fit."""
    x = a * b
    return x & 0xFF, x


def shifts(x, n):
    try:
        return (x << n) & TOP
    except ValueError as e:
        return e


def by_variable(a, b, mask):
    return (a * b) & mask


def maybe(x):
    return (x * 3) & 0xFF if x is not None else None


print(fnv("hello"), h31("hello world, this is a long string"), late("and another one of these"))
print(lcg(10), xorshift(10))
print(both(TOP, TOP - 1, True), both(-TOP, 12345, False), both(-TOP - 1, TOP, True))
print(kept(123456789, 987654321))
print([shifts(x, n) for x in (1, -1, TOP, -TOP - 1) for n in (0, 1, 62, 63, 64, 65, 1000, -1)])
print(by_variable(TOP, TOP, 255), by_variable(TOP, -3, 0), by_variable(5, -3, 1 << 40))
print(maybe(TOP), maybe(None), maybe(-TOP))
print((TOP * TOP) & BIG_MASK, (TOP + TOP) & 0xFFFFFFFFFFFFFFFF, (TOP * -5) % 2**64, (TOP * -5) % 2**32)
print((TOP | 1) + (TOP << 3) & 0xFFF, ~(TOP * 3) & 0xFF)
print(((TOP * TOP | 5) ^ TOP * 7) & 0xABCDEF)


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a & MASK


def paths(x, y):
    t = x * y
    if t & 1:
        return t & 0xFF
    return (t + 1) & 0xFF


def generated(xs):
    h = 1
    for x in xs:
        h = (h * x) & TOP
        yield (h * h) & 1023


class Hash:
    def __init__(self):
        self.h = 5

    def step(self, c):
        self.h = (self.h * 1000003 ^ c) & TOP
        return self


def shifted(n):
    return (1 << n) & 0xFF, ((1 << n) - 1) & 0xFFFFFFFF, (1 << n) - 1 & TOP


def negated(x):
    return (-x) % 2**64, (-x) & (2**64 - 1), -(x * 2) % 256


print(fibonacci(200), fibonacci(1000))
print(paths(TOP, TOP), paths(TOP, 6), list(generated([TOP, 7, TOP - 4, 12345])))
print(Hash().step(1).step(2).step(3).h, [shifted(n) for n in (0, 5, 31, 62)])
print(negated(TOP), negated(-TOP - 1), negated(5))
