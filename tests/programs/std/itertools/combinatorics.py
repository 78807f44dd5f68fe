from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("AB", [1, 2])), list(product([0, 1], repeat=3)), list(product("ab", range(2), [True])), list(product([1], [])))
print(["".join(p) for p in permutations("ABC")], list(permutations([1, 2, 3], 2)), list(permutations([], 0)))
print(list(combinations("ABCD", 2)), list(combinations(range(4), 3)), list(combinations([1], 2)))
print(list(combinations_with_replacement("ABC", 2)), len(list(combinations(range(10), 5))))
for a, b in combinations([3, 5, 9], 2):
    print(a * b, end=" ")
print(sum(x * y for x, y in product(range(4), range(3))))
for r in range(3):
    print(r, [sum(c) for c in combinations([1, 10, 100], r)])
print(max(permutations([3, 1, 2]), key=lambda p: p[0] * 100 + p[1] * 10 + p[2]))
try:
    combinations([1], -1)
except ValueError as e:
    print(e)
