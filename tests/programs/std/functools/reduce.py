import functools
import operator
from functools import partial, reduce

print(reduce(lambda x, y: x + y, [1, 2, 3, 4, 5]), reduce(operator.mul, range(1, 6)), reduce(operator.add, [], "start"))
print(reduce(lambda a, b: a + b, ["a", "b", "c"]), reduce(lambda acc, x: acc + [x * 2], [1, 2], [0]), reduce(max, (3, 9, 2)))
print(reduce(lambda a, b: f"({a}{b})", "wxyz"))
try:
    functools.reduce(operator.add, [x for x in [1] if x > 1])
except TypeError as e:
    print(e)

basetwo = partial(pow, 2)
print(basetwo(10), partial(max, 5)(3, 8), [partial(operator.mul, k)(7) for k in range(3)])


def describe(a, b, c):
    return f"{a}-{b}-{c}"


print(partial(describe, 1)(2, 3), partial(describe, "x", "y")("z"), partial(describe, 1, 2, 3)())


def log(f):
    @functools.wraps(f)
    def inner(x):
        print("call", x)
        return f(x)

    return inner


@log
def double(x):
    return 2 * x


print(double(4))
