def first_square_above(limit):
    i = 0
    while True:
        for j in range(i, i + 3):
            if j * j > limit:
                return j
        i += 3


def nothing(n):
    for i in range(n):
        if i > 100:
            return i


print(first_square_above(50), first_square_above(0), first_square_above(10000), nothing(5), nothing(200))
