# Multiplies matrices, which are lists of lists of floats.
import sys


def matrix(n, seed):
    return [[seed * (i - j) * (i + j) / n for j in range(n)] for i in range(n)]


def multiply(a, b):
    n = len(a)
    m = len(b[0])
    result = [[0.0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            total = 0.0
            for k in range(len(b)):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


def main(n):
    c = multiply(matrix(n, 1.0), matrix(n, 2.0))
    total = sum(sum(row) for row in c)
    print(f"{c[n // 2][n // 2]:.3f} {total:.3f}")


main(int(sys.argv[1]))
