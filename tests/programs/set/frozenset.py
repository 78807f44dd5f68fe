a = frozenset([1, 2, 3])
b = frozenset((3, 4))
print(a | b, a & b, a - b, a ^ b)
print(a.union([9]), a.intersection([1, 5]), a.difference([1]), a.symmetric_difference([1, 10]), a.copy() == a)
print(a == {1, 2, 3}, {3, 4} == b, a < a | b, a.issubset(b), a.isdisjoint([7]), hash(a) == hash(frozenset([3, 2, 1])))
d = {a: "a", b: "b"}
print(d[frozenset([2, 1, 3])], frozenset([9]) in d)
print({1} | b, b | {1}, type(b | {1}).__name__, type({1} | b).__name__)
print(len(a), 2 in a, sorted(a), set([a, b]) == {b, a})
