import bisect
from bisect import bisect_left, bisect_right

xs = [1, 3, 3, 3, 5, 8, 8]
for x in range(10):
    print(bisect.bisect(xs, x), bisect_left(xs, x), bisect_right(xs, x), bisect_left(xs, x, 2), bisect_right(xs, x, 1, 3))


def grade(score, breakpoints=[60, 70, 80, 90], grades="FDCBA"):
    i = bisect.bisect(breakpoints, score)
    return grades[i]


print([grade(score) for score in [33, 99, 77, 70, 89, 90, 100]])
print(bisect_left((1.5, 2.5), 2), bisect_left("acx", "b"), bisect_right(range(0, 100, 7), 50), bisect_left(["a", "bb"], "b"))
print(bisect_left([], 1), bisect_left(xs, 4, hi=3), bisect_right(xs, 4, lo=1, hi=None), bisect_left(xs, 8, 0, -1))
words = ["kiwi", "Apple", "fig", "banana"]
words.sort(key=len)
print(bisect_left(words, 4, key=len), bisect_right(words, 4, key=len))
try:
    bisect.bisect(xs, 3, -1)
except ValueError as e:
    print(e)
