# Items that cannot be compared matter only if all before them are equal.
def pair(n):
    if n == 0:
        return 1, None
    if n == 1:
        return 2, "text"
    return 1, 5


for i in range(3):
    for j in range(3):
        try:
            print(pair(i) == pair(j), pair(i) < pair(j))
        except TypeError as e:
            print(e)
print((1, "a") < (2, 3), (1, None) <= (0, 5), (1, "a") == (1, 2))


def less(a, b):
    return (a, "x") < (b, 3)


print(less(1, 2), less(3, 2))
try:
    print(less(2, 2))
except TypeError as e:
    print(e)
