# Counts the ways to place n queens, and keeps the first.
import sys


def place(n, row, columns, up, down, board, solutions):
    if row == n:
        if not solutions:
            solutions.append(board[:])
        return 1
    count = 0
    for c in range(n):
        if columns[c] or up[row + c] or down[row - c + n - 1]:
            continue
        columns[c] = up[row + c] = down[row - c + n - 1] = True
        board.append(c)
        count += place(n, row + 1, columns, up, down, board, solutions)
        board.pop()
        columns[c] = up[row + c] = down[row - c + n - 1] = False
    return count


def main(n):
    solutions = []
    print(place(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n), [], solutions))
    for c in solutions[0]:
        print("." * c + "Q" + "." * (n - c - 1))


main(int(sys.argv[1]))
