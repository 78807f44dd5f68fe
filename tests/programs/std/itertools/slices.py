from itertools import islice, pairwise, tee

print(list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)), list(islice("ABCDEFG", 0, None, 2)))
it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 4, 2)), list(it))
print(list(pairwise("ABCDE")), list(pairwise([1])), [b - a for a, b in pairwise([1, 4, 9, 16])])
a, b = tee([1, 2, 3])
print(list(a), list(b))
for stop in (-1, 0):
    try:
        print(list(islice([1, 2], stop)))
    except ValueError as e:
        print(e)
try:
    islice([1, 2], 0, 2, 0)
except ValueError as e:
    print(e)
