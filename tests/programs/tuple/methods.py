t = (3, 1, 3, 2)
print(t.count(3), t.index(2), t.index(3, 1), t.count("x"), len(t), sum(t), min(t), max(t))
u = tuple([1, 2, 3])
print(u, u.count(2), u.index(3), u[0], u[-1], u[1:], u[::-1], u + (4,), (0,) + u, u * 2, 2 * u)
print(u == (1, 2, 3), (1, 2) == u, u < (1, 2, 4), u < tuple([1, 2]), u != (1, 2), hash(u) == hash((1, 2, 3)))
print(tuple("abc"), tuple(), tuple(range(3)), tuple(x * x for x in u), () == tuple([]))
print(2 in u, 9 in u, sorted(u, reverse=True), list(u), set(u) == {1, 2, 3})
for x in u:
    print(x, end=" ")
print()
for bad in range(3):
    try:
        if bad == 0:
            t.index(77)
        elif bad == 1:
            u.index(77)
        else:
            print(u[3])
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
a, *b = u
(c, d), e = (1, 2), [3]
print(a, b, c, d, e)
d = {u: "key"}
print(d[(1, 2, 3)], (1, 2, 3) in d)
