a = [1, 2]
b = a
a += [3]
print(a, b, a is b, a == b)
a = a + [4]
print(a, b, a is b)
print([0] * 3, 2 * [1, 2], [] * 5, [1] * -1, [1] * 0, [1] * True)
b *= 2
print(b)
print([1, 2] == [1, 2], [1, 2] != [1, 3], [1] == [1.0], [] == [], [1] == (1,))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [2] > [1, 100], [] <= [], [1.5] >= [1])
print(2 in a, 7 in a, "x" in a, None in a, 2.0 in a, 5 not in a)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid)
a.append(a[0])
print(a)
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].count(nan), [nan].index(nan))
