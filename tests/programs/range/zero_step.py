try:
    print(range(1, 2, 0))
except ValueError as e:
    print(e)


def steps(n):
    for i in range(0, n, 0):
        print(i)


for zero in (lambda: steps(3), lambda: list(range(3, 0, 0)), lambda: len(range(0, 0, 0))):
    try:
        zero()
    except ValueError as e:
        print(e)
