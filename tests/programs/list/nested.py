grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
grid[1][2] += 7
print(grid)
for row in grid:
    row.append(1)
print(grid, [len(r) for r in grid], sum(sum(r) for r in grid))
a = [1]
b = [a, a]
a.append(2)
print(b, b[0] is b[1], b == [[1, 2], [1, 2]])
deep = [[[1]], [[2], [3]]]
print(deep[1][0][0], deep)
flat = sum(grid, [])
print(flat)
