def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]


def step(alive):
    counts = {}
    for cell in alive:
        for other in neighbours(cell):
            counts[other] = counts.get(other, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in alive)}


def show(alive, width, height):
    for y in range(height):
        print("".join("#" if (x, y) in alive else "." for x in range(width)))
    print()


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(5):
    print("generation", generation, len(glider))
    show(glider, 6, 5)
    glider = step(glider)
print(sorted(glider))
blinker = {(0, 1), (1, 1), (2, 1)}
print(step(step(blinker)) == blinker, sorted(step(blinker)))
