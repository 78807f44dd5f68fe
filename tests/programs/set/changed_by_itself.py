# The argument of a method of a set may be the set.
s = {1, 2, 3}
s.update(s)
s |= s
s &= s
print(s)
s.difference_update({1}, [2])
print(s)
s.difference_update(s)
print(s)
t = {"a"}
t.symmetric_difference_update(t)
print(t)
u = {1, 2}
u.intersection_update(u, u)
print(u, u - u, u ^ u, u.difference(u), u.issubset(u), u.isdisjoint(u))
u -= u
print(u, u == set())
d = {1: 2}
d.update(d)
d |= d
print(d)
