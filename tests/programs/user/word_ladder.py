# Word ladders by breadth first search, hangman, and a word search in a grid.
WORDS = """cold cord card ward warm worm word wood good gold goad load lead bead
head heal teal tell tall hall hail fail fall ball bald bold""".split()


def neighbours(word, words):
    return [w for w in words if len(w) == len(word) and sum(a != b for a, b in zip(w, word)) == 1]


def ladder(start, goal, words):
    queue = [[start]]
    seen = {start}
    while queue:
        path = queue.pop(0)
        if path[-1] == goal:
            return path
        for w in neighbours(path[-1], words):
            if w not in seen:
                seen.add(w)
                queue.append(path + [w])
    return None


def distances(start, words):
    dist = {start: 0}
    frontier = [start]
    while frontier:
        following = []
        for word in frontier:
            for w in neighbours(word, words):
                if w not in dist:
                    dist[w] = dist[word] + 1
                    following.append(w)
        frontier = following
    return dist


def hangman(secret, guesses, lives=4):
    shown = ["_"] * len(secret)
    wrong = []
    for g in guesses:
        if g in secret:
            for i, c in enumerate(secret):
                if c == g:
                    shown[i] = g
        elif g not in wrong:
            wrong.append(g)
            lives -= 1
        print(f"{g}: {' '.join(shown)}  wrong: {''.join(wrong) or '-'}  lives: {lives}")
        if "_" not in shown:
            return "won"
        if lives == 0:
            return "lost, it was " + secret.upper()
    return "gave up"


GRID = ["catx", "ohre", "wiad", "gods"]


def search(grid, word):
    rows, cols = len(grid), len(grid[0])
    for r in range(rows):
        for c in range(cols):
            for dr in (-1, 0, 1):
                for dc in (-1, 0, 1):
                    if dr == dc == 0:
                        continue
                    cells = [(r + k * dr, c + k * dc) for k in range(len(word))]
                    if all(0 <= y < rows and 0 <= x < cols and grid[y][x] == ch for (y, x), ch in zip(cells, word)):
                        return cells[0], cells[-1]


print(*(ladder("cold", "warm", WORDS) or ["none"]), sep=" -> ") if False else print(" -> ".join(ladder("cold", "warm", WORDS)))
print(ladder("cold", "zzzz", WORDS))
dist = distances("cold", WORDS)
far = max(dist.values())
print(far, [w for w, d in dist.items() if d == far], sorted(set(WORDS) - set(dist)))
levels = {}
for w, d in dist.items():
    levels.setdefault(d, []).append(w)
for d, ws in levels.items():
    print(d, ws)
print(hangman("banana", "aenxb"))
print(hangman("kiwi", "aeou"))
print(hangman("fig", "f"))
for word in ("cat", "cow", "dog", "read", "zoo"):
    print(word, search(GRID, word))
pig = [w[1:] + w[0] + "ay" if w[0] not in "aeiou" else w + "way" for w in ["hello", "apple", "world"]]
print(pig, " ".join(w[::-1] for w in "never odd or even".split()))


def mastermind(secret, guess):
    exact = sum(s == g for s, g in zip(secret, guess))
    common = sum(min(secret.count(c), guess.count(c)) for c in set(guess))
    return exact, common - exact


for guess in ("RGBY", "YBGR", "RRRR", "RBGY"):
    black, white = mastermind("RBGY", guess)
    print(guess, "*" * black + "o" * white, black == 4)
