maze = """#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########"""
grid = [list(line) for line in maze.split("\n")]


def find(mark):
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if cell == mark:
                return x, y
    return None


start, end = find("S"), find("E")
before = {start: None}
queue = [start]
while queue and end not in before:
    x, y = queue.pop(0)
    for dx, dy in [(1, 0), (-1, 0), (0, 1), (0, -1)]:
        place = (x + dx, y + dy)
        if grid[place[1]][place[0]] != "#" and place not in before:
            before[place] = (x, y)
            queue.append(place)
steps = []
at = end
while at is not None:
    steps.append(at)
    at = before[at]
steps.reverse()
print(len(steps) - 1, steps[0], steps[-1])
for x, y in steps[1:-1]:
    grid[y][x] = "o"
for row in grid:
    print("".join(row))
print(find("?"))
