# Templates that are literals are taken apart when the program is compiled.
from collections import namedtuple


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.items = [x, [y]]

    def __format__(self, spec):
        return f"<{self.x}|{self.y}|{spec}>"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __getitem__(self, key):
        return f"item {key!r}"


p = Point(1, 2.5)
n, x, s = 42, -3.14159, "text"
d = {"name": "Ann", "age": 31}
xs = [1, 2, 3]
t = (7, "seven")

print("%d|%5d|%-5d|%05d|%+d|% d|%i|%u" % (n, n, n, n, n, n, n, n))
print("%x|%X|%#x|%o|%#o|%08.3f|%.0f|%e|%G" % (n, n, n, n, n, x, x, x, x))
print("%s|%10s|%-10s|%.2s|%r|%10r|%a|%c|%c" % (s, s, s, s, s, s, "é", "c", 233))
print("%%|%d%%|%s" % (n, None), "100%%" % ())
print("%d items" % n, "%s" % s, "%r" % xs, "%s" % d, "%s!" % None, "%s" % p)
print("%s" % (t,), "%d-%s" % t, "%s" % t[:1])
print("%(name)s is %(age)03d, %(name)r" % d, "%(a)s%(b(c))s" % {"a": 1, "b(c)": 2.5})
print("%d %d" % (2.9, True), "%s %s" % (1.0, [None]))
print("%ld %hd" % (1, 2), "%.3d" % 5, "%5.1f|" % 2, "%5c|" % "x")
print("%s" % "a%sb" % 1)
print("%s and %s" % ("%d", "%s"))


def both(c):
    value = (1, 2) if c else 3
    return "%s." % (value,)


print(both(True), both(False))


def either(c):
    value = ("one",) if c else "other"
    return "<%s>" % value


print(either(True), either(False))
Pair = namedtuple("Pair", "a b")
print("%s" % (Pair(1, 2),))

print("{} {}".format(n, s), "{1} {0} {1}".format(n, s), "{a}{b}{a}".format(a=1, b="x"))
print("{{}} {{{}}} {!r:>8}|{!s:<6}|{!a}".format(n, s, s, "é"))
print("{:5d}|{:<5}|{:^7.2f}|{:,}|{:>10}|{:x}".format(n, n, x, 1234567, s, n))
print("{:{}}|{:{w}.{p}f}|{:{fill}{align}8}".format(s, 8, x, "ab", w=9, p=2, fill="*", align="^"))
print("{0.x} {0.y:.2f} {0.items[0]} {0.items[1][0]} {q.x!r}".format(p, q=p))
print("{0[name]} {0[age]:>5} {1[0]} {1[2]} {2[1]}".format(d, xs, t), "{0[key]} {0[3]}".format(p))
print("{:spec} {} {!r}".format(p, p, p), "{0.real} {0.imag} {1.real}".format(n, x))
print("{}".format((1, 2)), "{}".format(None), "{}".format([1, "a"]))
print("plain".format(1, 2), "{0}".format(1, 2, unused=3), "".format())
print("{}-{}".format(*[1, 2]), "{a}".format(**{"a": 5}))
print("{:>{}}".format("x", 3) + "{:}".format(5) + "{!s}".format(6))


def calls():
    order = []

    def note(x):
        order.append(x)
        return x

    text = "{1} {0} {k}".format(note(1), note(2), k=note(3))
    more = "%s %s" % (note(4), note(5))
    return order, text, more


print(calls())


def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, KeyError, IndexError, AttributeError, OverflowError) as e:
        print(type(e).__name__, e)


attempt(lambda: "%d %d" % (1,))
attempt(lambda: "%d" % (1, 2))
attempt(lambda: "%(missing)s" % d)
attempt(lambda: "%c" % "ab")
attempt(lambda: "%c" % 1114112)
attempt(lambda: "%y" % 1)
attempt(lambda: "%" % 1)
attempt(lambda: "%d %d" % n)
attempt(lambda: "plain" % n)
attempt(lambda: "{} {}".format(1))
attempt(lambda: "{0} {}".format(1, 2))
attempt(lambda: "{a}".format(b=1))
attempt(lambda: "{".format(1))
attempt(lambda: "}".format(1))
attempt(lambda: "{!x}".format(1))
attempt(lambda: "{:d}".format("x"))
attempt(lambda: "{:5s}".format(5))
attempt(lambda: "{0[9]}".format(xs))
attempt(lambda: "{0[zzz]}".format(d))
attempt(lambda: "{:{}}".format("x", "y"))
attempt(lambda: "{:10}".format(None))
attempt(lambda: "%*d|%-*d|%.*f" % (5, n, 5, n, 1, x))
