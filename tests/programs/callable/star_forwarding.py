"""Stars forward what came by stars; the last call lacks an argument."""

import sys
def f(a, b):
    return a


def total(*numbers, scale=1):
    result = 0
    for n in numbers:
        result += n
    return result * scale


def chain(*lists):
    result = []
    for xs in lists:
        result.extend(xs)
    return result


def apply(fn, *args, **kw):
    return fn(*args, **kw)


data = [[1, 2], [3], []]
print(chain(*data), total(*chain(*data)), total(*[], scale=3), total(1, *[2, 3], scale=2))
print(apply(total, *[1, 2, 3], scale=10), apply(f, 1, 2), apply(max, *[4, 9]))
print(apply(lambda *a: len(a), *data))


def count(*args):
    if not args:
        return 0
    return 1 + count(*args[1:])


print(count(*range(10)), count())


def flat(first, *rest):
    return first if not rest else first + flat(*rest)


print(flat(*[1, 2, 3, 4]))
points = [(1, 2), (3, 4)]
print([f(*p) for p in points])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)])
for i, row in enumerate(zip(*matrix)):
    print(i, row)
d = dict(zip(*[["a", "b"], ["c", "d"]]))
print(d)
def show(**options):
    for key in sorted(options):
        print(key, options[key])
show(**d, z="1")
show(**dict(a=1), **{"b": 2})
try:
    show(**d, **d)
except TypeError as e:
    print(e)
for m in [{"b": 1}, None]:
    try:
        print(f(1, **m))
    except TypeError as e:
        print(e)
try:
    f(1, **{1: 2, **{}})
except TypeError as e:
    print(e)
print(os := "{0} {1} {x}".format(*[1, 2], x=3))
print(*sorted(d), sep="", file=sys.stderr)
f(*[1])
