# Matrices as lists of lists.
def zeros(rows, columns):
    return [[0] * columns for _ in range(rows)]


def identity(n):
    result = zeros(n, n)
    for i in range(n):
        result[i][i] = 1
    return result


def transpose(m):
    return [list(column) for column in zip(*m)] if False else [[row[i] for row in m] for i in range(len(m[0]))]


def multiply(a, b):
    if len(a[0]) != len(b):
        raise ValueError(f"cannot multiply {len(a)}x{len(a[0])} by {len(b)}x{len(b[0])}")
    columns = transpose(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def power(m, n):
    result = identity(len(m))
    while n > 0:
        if n % 2 == 1:
            result = multiply(result, m)
        m = multiply(m, m)
        n //= 2
    return result


def determinant(m):
    if len(m) == 1:
        return m[0][0]
    total = 0
    for j in range(len(m)):
        minor = [row[:j] + row[j + 1 :] for row in m[1:]]
        total += (-1) ** j * m[0][j] * determinant(minor)
    return total


def show(m):
    for row in m:
        print(" ".join(f"{x:>5}" for x in row))
    print()


a = [[1, 2, 3], [4, 5, 6]]
show(a)
show(transpose(a))
show(multiply(a, transpose(a)))
show(power([[1, 1], [1, 0]], 30))
print(determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
print(multiply([[0.5, 1.5]], [[2.0], [4.0]]))
try:
    multiply(a, a)
except ValueError as e:
    print(e)
