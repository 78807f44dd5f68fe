from collections import deque
d = deque(range(5))
d.rotate(2); print(d)
d.rotate(-3); print(d)
d.extendleft([7, 8]); print(d)
d.extend(d); print(d, d.count(7), d.index(8), 8 in d, 99 in d)
d.remove(7); print(d)
d.insert(2, 100); print(d)
d.reverse(); print(d, list(reversed(d)))
del d[1]; d[0] = -1; print(d)
e = d.copy()
print(e == d, e != d, e < d, e <= d, d + e, d * 2, 2 * d)
d += [1, 2]
d *= 2
print(d)
for i in range(100):
    e.appendleft(i)
print(e)
while len(e) > 3:
    e.pop()
    e.popleft()
print(e)
try:
    for x in e:
        e.append(x)
except RuntimeError as ex:
    print(ex)
e.clear()
for f in (e.pop, e.popleft):
    try:
        f()
    except IndexError as ex:
        print(ex)
try:
    e[0]
except IndexError as ex:
    print(ex)
try:
    e.remove(3)
except ValueError as ex:
    print(ex)
try:
    e.index(3)
except ValueError as ex:
    print(ex)
try:
    e + [1]
except TypeError as ex:
    print(ex)
