# Permutations, combinations, subsets, partitions, Gray codes, by recursion and by counting.
def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + rest for i, x in enumerate(xs) for rest in permutations(xs[:i] + xs[i + 1:])]


def combinations(xs, k):
    if k == 0:
        return [()]
    if len(xs) < k:
        return []
    head, *tail = xs
    return [(head,) + c for c in combinations(tail, k - 1)] + combinations(tail, k)


def subsets(xs):
    result = [[]]
    for x in xs:
        result += [s + [x] for s in result]
    return result


def subsets_by_bits(xs):
    return [{x for i, x in enumerate(xs) if bits >> i & 1} for bits in range(1 << len(xs))]


def partitions(n, largest=None):
    largest = largest or n
    if n == 0:
        return [[]]
    return [[k] + rest for k in range(min(n, largest), 0, -1) for rest in partitions(n - k, k)]


def gray(n):
    return [""] if n == 0 else ["0" + g for g in gray(n - 1)] + ["1" + g for g in reversed(gray(n - 1))]


def next_permutation(xs):
    i = len(xs) - 2
    while i >= 0 and xs[i] >= xs[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(xs) - 1
    while xs[j] <= xs[i]:
        j -= 1
    xs[i], xs[j] = xs[j], xs[i]
    xs[i + 1:] = xs[:i:-1]
    return True


def parentheses(n):
    found = []

    def extend(text, opened, closed):
        if len(text) == 2 * n:
            found.append(text)
            return
        if opened < n:
            extend(text + "(", opened + 1, closed)
        if closed < opened:
            extend(text + ")", opened, closed + 1)

    extend("", 0, 0)
    return found


def hanoi(n, source="A", target="C", spare="B"):
    if n == 0:
        return []
    return hanoi(n - 1, source, spare, target) + [(source, target)] + hanoi(n - 1, spare, target, source)


def product(*pools):
    result = [()]
    for pool in pools:
        result = [r + (x,) for r in result for x in pool]
    return result


print(permutations([1, 2, 3]))
print(len(permutations(list("abcde"))), ["".join(p) for p in permutations(list("abc"))])
print(combinations([1, 2, 3, 4], 2), combinations(["x"], 2))
print(subsets(["a", "b", "c"]))
print(sorted(map(sorted, subsets_by_bits([3, 1, 2]))))
print(partitions(5), len(partitions(12)))
print(gray(3))
xs = [1, 2, 2, 3]
count = 1
while next_permutation(xs):
    count += 1
print(count, xs)
print(parentheses(3))
print(hanoi(3), len(hanoi(10)))
print(product([1, 2], [3, 4]))
triangle = [[1]]
for _ in range(7):
    row = triangle[-1]
    triangle.append([1] + [a + b for a, b in zip(row, row[1:])] + [1])
for row in triangle:
    print(" ".join(f"{x:3}" for x in row).center(40).rstrip())
