# Conway's life on an unbounded board: a set of cells.
GLIDER = """
.#.
..#
###
"""


def parse(text):
    return {(r, c) for r, line in enumerate(text.split()) for c, ch in enumerate(line) if ch == "#"}


def neighbours(cell):
    r, c = cell
    return [(r + dr, c + dc) for dr in (-1, 0, 1) for dc in (-1, 0, 1) if (dr, dc) != (0, 0)]


def step(cells):
    counts = {}
    for cell in cells:
        for n in neighbours(cell):
            counts[n] = counts.get(n, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells):
    if not cells:
        print("(empty)")
        return
    rows = [r for r, _ in cells]
    cols = [c for _, c in cells]
    for r in range(min(rows), max(rows) + 1):
        print("".join("#" if (r, c) in cells else "." for c in range(min(cols), max(cols) + 1)))


def run(name, cells, steps):
    print(f"--- {name}: {len(cells)} cells")
    seen = {}
    for i in range(steps):
        key = frozenset(cells)
        if key in seen:
            print(f"repeats after {i} steps, period {i - seen[key]}")
            break
        seen[key] = i
        cells = step(cells)
    else:
        print("no repetition in", steps, "steps")
    show(cells)
    return cells


glider = parse(GLIDER)
moved = run("glider", glider, 8)
dr, dc = min(moved)[0] - min(glider)[0], min(moved)[1] - min(glider)[1]
print("moved by", (dr, dc), {(r + dr, c + dc) for r, c in glider} == moved)
run("blinker", {(0, 0), (0, 1), (0, 2)}, 10)
run("block", parse("## ##"), 10)
run("lonely", {(5, 5)}, 10)
r_pentomino = {(0, 1), (0, 2), (1, 0), (1, 1), (2, 1)}
sizes = []
cells = r_pentomino
for generation in range(60):
    sizes.append(len(cells))
    cells = step(cells)
print(sizes[:10], max(sizes), sizes[-1])
print(sorted(cells)[:5], sorted(cells, key=lambda rc: (rc[1], -rc[0]))[:3])
