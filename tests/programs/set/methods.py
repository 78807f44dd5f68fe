s = {1, 2, 3}
s.add(4)
s.add(2)
s.discard(9)
s.discard(1)
s.remove(2)
print(s, len(s), 3 in s, 2 in s, s == {4, 3}, s != {3})
try:
    s.remove(99)
except KeyError as e:
    print("KeyError", e)
print(s.pop() in (3, 4), len(s))
s.update([10, 11], (12,), {13})
s.update()
print(sorted(s))
t = {11, 12, 99}
print(sorted(s | t), sorted(s & t), sorted(s - t), sorted(s ^ t))
print(sorted(s.union(t, [1000])), sorted(s.intersection(t, [11])), sorted(s.difference([11], (12,))), sorted(s.symmetric_difference([11, 0])))
print(s.issubset(t), {11} <= t, {11} < {11}, t >= {99}, s.issuperset([11]), s.isdisjoint([0]), s.isdisjoint(t))
u = s.copy()
u |= {7}
u &= {7, 10, 11}
u -= {10}
u ^= {1, 7}
print(sorted(u), sorted(s))
u.intersection_update([1, 2])
u.difference_update([5], {6})
u.symmetric_difference_update([3, 1])
print(u)
u.clear()
print(u, set(), bool(u), set("aab") == {"a", "b"}, {x % 3 for x in range(10)})
try:
    u.pop()
except KeyError as e:
    print(e)
