xs = [1, 2, 3]
print(next(iter(xs)), next(iter([]), "none"), next(iter("ab")), next(iter({5: 6})))
for x in iter(xs):
    print(x)
try:
    next(iter([]))
except StopIteration:
    print("stop")
print(sorted(map(lambda x: -x, xs)), sum(map(len, ["a", "bb"])), ",".join(map(str, xs)))
for a, b in list(map(lambda x: (x, x * 2), xs)):
    print(a, b)
for x in list(filter(lambda x: x % 2, xs)):
    print(x)
