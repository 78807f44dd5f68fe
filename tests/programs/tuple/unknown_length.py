def pairs(n):
    return tuple((i, str(i)) for i in range(n))


for n in range(3):
    t = pairs(n)
    print(t, len(t), bool(t), t == pairs(n), t < pairs(2))
nested = tuple(tuple(range(i)) for i in range(4))
print(nested, nested[2][1], sorted(nested, reverse=True), max(nested))
print(sorted([tuple([2, 1]), tuple([1]), tuple([])]))
growing = ()
for i in range(4):
    growing += (i,)
print(growing, growing[1:3], sum(growing))
