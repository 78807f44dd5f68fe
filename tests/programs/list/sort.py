xs = [5, 2, 9, 1, 5, 6]
print(sorted(xs), sorted(xs, reverse=True), xs)
xs.sort()
print(xs)
xs.sort(reverse=True)
print(xs)
words = ["pear", "fig", "apple", "kiwi", "Fig", "date"]
print(sorted(words), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=str.lower))
print(sorted(words, key=lambda w: (-len(w), w)))
words.sort(key=lambda w: w[-1])
print(words)
pairs = [(2, "b"), (1, "z"), (2, "a"), (1, "a")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]))
print(sorted("hello"), sorted((3, 1, 2)), sorted({3: "c", 1: "a"}), sorted({2, 1}), sorted(range(5, 0, -1)))
print(sorted([2.5, 1, True, 0]), sorted([[2, 1], [1, 5], [1]]))
print(sorted([]), sorted([1], reverse=True))
data = [(i * 7919) % 1000 for i in range(1000)]
data.sort(key=lambda n: n % 10)
print(data[:20], sum(data))
print(list(reversed(xs)), [x for x in reversed(words)])
