# Counts the ways to place n queens; what is taken is in sets.
import sys


def place(n, row, columns, up, down):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if c not in columns and row + c not in up and row - c not in down:
            columns.add(c)
            up.add(row + c)
            down.add(row - c)
            count += place(n, row + 1, columns, up, down)
            columns.remove(c)
            up.remove(row + c)
            down.remove(row - c)
    return count


n = int(sys.argv[1])
print(place(n, 0, set(), set(), set()))
