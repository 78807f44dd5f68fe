def items(n):
    if n == 0:
        return (1,)
    if n == 1:
        return 1, 2
    return 1, 2, 3


for n in range(3):
    try:
        a, b = items(n)
        print(a, b)
    except ValueError as e:
        print(e)
