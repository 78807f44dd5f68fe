print([x * x for x in range(6)])
print([x for x in range(20) if x % 3 == 0 if x % 2 == 0])
print([(x, y) for x in range(3) for y in range(x)])
print([[i * j for j in range(3)] for i in range(3)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print([n for row in matrix for n in row])
print(["even" if n % 2 == 0 else "odd" for n in range(4)])
print([c.upper() for c in "abc"], [a + b for a, b in [(1, 2), (3, 4)]])
x = "kept"
print([x for x in range(3)], x)
print(sum(n * n for n in range(5)), max(n % 4 for n in range(9)), any(n > 3 for n in range(5)))
