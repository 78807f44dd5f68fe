# A set and a frozenset together: the result is as the left one.
a = frozenset([1, 2, 3])
b = {2, 5}
print(a - b, b - a, a & b, b & a, a | b, b | a, a ^ b, b ^ a)
big = set(range(40))
print(a - big, a & big, big & a, len(big - a), frozenset(big) & {7, 3}, sorted(frozenset(big) - {1}))
b -= a
big -= a
big &= frozenset([30, 10, 20, 1])
print(b, big, type(a - big).__name__, type(b - a).__name__)
small = {1}
small -= frozenset(range(100))
print(small, {"x"} - frozenset("xyz"), frozenset("x") - {"y"}, a == {3, 2, 1}, a < big | a)
words = frozenset(["one", "two"])
words -= {"one"}
words |= {"six"}
print(sorted(words), words.isdisjoint({"two"}), words.difference(["six"]))
