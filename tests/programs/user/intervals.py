# Intervals: merging, inserting, meeting rooms, spirals and diagonals of matrices.
def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def insert(intervals, new):
    left = [i for i in intervals if i[1] < new[0]]
    right = [i for i in intervals if i[0] > new[1]]
    middle = intervals[len(left):len(intervals) - len(right)]
    if middle:
        new = (min(new[0], middle[0][0]), max(new[1], middle[-1][1]))
    return left + [new] + right


def rooms(meetings):
    events = []
    for start, end in meetings:
        events.append((start, 1))
        events.append((end, -1))
    events.sort()
    now = most = 0
    for _, change in events:
        now += change
        most = max(most, now)
    return most


def free_slots(busy, day=(9 * 60, 18 * 60), least=30):
    start, end = day
    slots = []
    for a, b in merge(busy) + [(end, end)]:
        if a - start >= least:
            slots.append((start, a))
        start = max(start, b)
    return slots


def minutes(text):
    h, m = text.split(":")
    return int(h) * 60 + int(m)


def clock(m):
    return "%02d:%02d" % divmod(m, 60)


def spiral(matrix):
    out = []
    matrix = [row[:] for row in matrix]
    while matrix:
        out += matrix.pop(0)
        if matrix and matrix[0]:
            for row in matrix:
                out.append(row.pop())
        if matrix:
            out += matrix.pop()[::-1]
        if matrix and matrix[0]:
            for row in matrix[::-1]:
                out.append(row.pop(0))
    return out


def make_spiral(n):
    grid = [[0] * n for _ in range(n)]
    r = c = 0
    dr, dc = 0, 1
    for k in range(1, n * n + 1):
        grid[r][c] = k
        if not (0 <= r + dr < n and 0 <= c + dc < n and grid[r + dr][c + dc] == 0):
            dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return grid


def diagonals(m):
    result = {}
    for i, row in enumerate(m):
        for j, x in enumerate(row):
            result.setdefault(i + j, []).append(x)
    return [result[k] for k in sorted(result)]


print(merge([(8, 10), (1, 3), (2, 6), (15, 18), (17, 20), (6, 7)]), merge([]))
print(insert([(1, 2), (4, 5), (8, 10)], (3, 8)), insert([], (1, 1)), insert([(1, 2)], (5, 6)))
print(rooms([(0, 30), (5, 10), (15, 20), (10, 12)]))
busy = [tuple(map(minutes, s.split("-"))) for s in "9:00-10:30 12:00-13:00 16:00-18:00 12:30-13:15".split()]
for a, b in free_slots(busy):
    print(f"{clock(a)}-{clock(b)} ({b - a} min)")
m = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
print(spiral(m), m[0])
for row in make_spiral(4):
    print(" ".join("%2d" % x for x in row))
print(diagonals(m))
covered = set()
for a, b in [(1, 4), (3, 6), (10, 12)]:
    covered |= set(range(a, b))
print(len(covered), sorted(covered))
