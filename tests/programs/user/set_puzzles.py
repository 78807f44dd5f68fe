# Puzzles solved by search: river crossing, water jugs, magic squares, send more money, nonograms, zebra.
def bfs(start, is_goal, moves):
    frontier, parents = [start], {start: None}
    for state in frontier:
        if is_goal(state):
            path = []
            while state is not None:
                path.append(state)
                state = parents[state]
            return path[::-1]
        for following in moves(state):
            if following not in parents:
                parents[following] = state
                frontier.append(following)
    return None


def jug_moves(caps):
    def moves(state):
        out = []
        for i in range(len(caps)):
            for amount in caps[i], 0:
                new = list(state)
                new[i] = amount
                out.append(tuple(new))
            for j in range(len(caps)):
                if i != j:
                    amount = min(state[i], caps[j] - state[j])
                    new = list(state)
                    new[i] -= amount
                    new[j] += amount
                    out.append(tuple(new))
        return out

    return moves


def safe(bank):
    return "farmer" in bank or not ({"wolf", "goat"} <= bank or {"goat", "cabbage"} <= bank)


ALL = frozenset(["farmer", "wolf", "goat", "cabbage"])


def crossings(left):
    here = left if "farmer" in left else ALL - left
    result = []
    for thing in sorted(here):
        boat = {"farmer", thing}
        new = left - boat if "farmer" in left else left | boat
        if safe(new) and safe(ALL - new):
            result.append(frozenset(new))
    return result


path = bfs((0, 0), lambda s: 4 in s, jug_moves((3, 5)))
print(len(path) - 1, " ".join(map(str, path)))
print(bfs((0, 0), lambda s: 5 in s, jug_moves((2, 4))))
crossing = bfs(ALL, lambda left: not left, crossings)
for before, after in zip(crossing, crossing[1:]):
    arrow = "->" if len(after) < len(before) else "<-"
    print(arrow, ", ".join(sorted(before ^ after)))


def magic(n):
    square = [[0] * n for _ in range(n)]
    r, c = 0, n // 2
    for k in range(1, n * n + 1):
        square[r][c] = k
        nr, nc = (r - 1) % n, (c + 1) % n
        if square[nr][nc]:
            nr, nc = (r + 1) % n, c
        r, c = nr, nc
    return square


for row in magic(5):
    print("".join(f"{x:4d}" for x in row))
sums = {sum(row) for row in magic(5)} | {sum(magic(5)[i][j] for i in range(5)) for j in range(5)}
print(sums)


def solve(words, result):
    letters = sorted(set("".join(words) + result))
    first = {w[0] for w in words + [result]}
    weights = dict.fromkeys(letters, 0)
    for w in words:
        for i, ch in enumerate(reversed(w)):
            weights[ch] += 10 ** i
    for i, ch in enumerate(reversed(result)):
        weights[ch] -= 10 ** i
    letters.sort(key=lambda ch: -abs(weights[ch]))

    def search(k, total, used):
        if k == len(letters):
            return {} if total == 0 else None
        for d in range(10):
            if d in used or (d == 0 and letters[k] in first):
                continue
            rest = search(k + 1, total + d * weights[letters[k]], used | {d})
            if rest is not None:
                rest[letters[k]] = d
                return rest
        return None

    return search(0, 0, set())


answer = solve(["TO", "GO"], "OUT")
print(dict(sorted(answer.items())) if answer else "no solution")


def runs(line):
    return [len(part) for part in "".join("#" if x else " " for x in line).split()]


def lines(clue, n):
    if not clue:
        return [[0] * n]
    head, *tail = clue
    need = sum(tail) + len(tail)
    result = []
    for start in range(n - head - need + 1):
        block = [0] * start + [1] * head
        if tail:
            result += [block + [0] + rest for rest in lines(tail, n - len(block) - 1)]
        else:
            result.append(block + [0] * (n - len(block)))
    return result


def nonogram(rows, cols):
    def search(done):
        if len(done) == len(rows):
            return [done] if all(runs([row[i] for row in done]) == clue for i, clue in enumerate(cols)) else []
        return [s for line in lines(rows[len(done)], len(cols)) for s in search(done + [line])]

    return search([])


for solution in nonogram([[2], [3], [1, 1]], [[1, 1], [2], [2]]):
    for row in solution:
        print("".join(".#"[x] for x in row))


print(lines([1, 1], 4), runs([1, 1, 0, 1]))
print(sum(1 for a in range(1, 30) for b in range(a, 30) for c in range(b, 43) if a * a + b * b == c * c))
weighings = {(a, b) for a in range(3) for b in range(3) if a != b}
print(sorted(weighings), len(weighings))
josephus = lambda n, k: 0 if n == 1 else (josephus(n - 1, k) + k) % n
print([josephus(n, 3) for n in range(1, 12)], josephus(41, 3) + 1)
