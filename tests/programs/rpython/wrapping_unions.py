from rpython.rlib.rarithmetic import intmask


class W:
    def __init__(self, v):
        self.v = v


ws = [W(2**62), W(3), W(1 < 2), W(-5)]


def mul(a, b):
    return intmask(a.v * b.v)


def mul32(a, b):
    return (a.v * b.v) & 0xFFFFFFFF


def hashed(values):
    h = 5381
    for w in values:
        h = (h * 33 + w.v) & 0xFFFFFFFFFFFF
    return h


print(mul(ws[0], ws[1]), mul(ws[1], ws[2]), mul32(ws[0], ws[1]), mul(ws[0], ws[0]), hashed(ws))
xs = [2**62, 3, "a", None, 2.5]
print((xs[0] * xs[1]) & 0xFFFFFFFF, intmask(xs[0] + xs[0]), intmask(xs[0] << xs[1]), intmask(xs[1] - xs[0]))
for i in (2, 3, 4):
    try:
        print((xs[0] * xs[i]) & 0xFF)
    except (TypeError, MemoryError, OverflowError) as e:
        print(type(e).__name__)
