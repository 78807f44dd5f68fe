from itertools import accumulate, count, cycle, dropwhile, islice, repeat, takewhile
import operator

for n in count(10):
    if n > 13:
        break
    print(n, end=" ")
print(list(islice(count(1, 2), 5)), list(islice(count(0.5, 0.25), 3)), list(islice(cycle("ABC"), 7)))
print(list(repeat(7, 3)), list(islice(repeat("x"), 2)), list(map(pow, range(5), repeat(2))))
print(list(zip(count(), "abc")))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1], max)), list(accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(accumulate("abc")), list(accumulate([])))
print(list(takewhile(lambda x: x < 5, [1, 4, 6, 4, 1])), list(dropwhile(lambda x: x < 5, [1, 4, 6, 4, 1])))
print(sum(islice((x * x for x in count() if x % 3 == 0), 5)))
colours = cycle(["red", "green"])
print(next(colours), next(colours), next(colours))
