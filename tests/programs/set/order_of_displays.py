# CPython's compiler makes a frozenset of constants, which are then added in its order:
# constants, and not what is known to be one.
MAX = 9223372036854775807


def show(x):
    print({x, 3, MAX, 0}, {3, MAX, 0})
    for y in {3, MAX, x}:
        print(y, end=" ")
    print({3, 9223372036854775807, 0}, {1 + 2, 9223372036854775807, 0})
    print({-3, -9223372036854775807, 0}, {(1, 2), (3, -4), (5, 6)})


s = {3, 9223372036854775807, 0}
for x in s:
    print(x)
for x in {3, 9223372036854775807, 0}:
    print(x)
print([x for x in {3, 9223372036854775807, 0}])
print({3, 9223372036854775807}, [x for x in {3, 9223372036854775807}])
a = 3
print({a, 9223372036854775807, 0})
show(8)
