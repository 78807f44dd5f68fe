from collections import deque
d = deque([1, 2, 3], maxlen=3)
d.append(4)
print(d, len(d), d.maxlen, list(d), d[0], d[-1])
d.appendleft(9)
print(d)
q = deque()
q.append((0, 0))
seen = {(0, 0)}
n = 0
while q:
    x, y = q.popleft()
    n += 1
    for dx, dy in ((1, 0), (0, 1)):
        p = (x + dx, y + dy)
        if p not in seen and p[0] < 20 and p[1] < 20:
            seen.add(p)
            q.append(p)
print(n)
print(q, bool(q))
