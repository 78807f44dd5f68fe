def show(x):
    print(isinstance(x, int), isinstance(x, float), isinstance(x, str), isinstance(x, bool), isinstance(x, tuple))
    print(isinstance(x, (int, float)), isinstance(x, (str, bool)))


def one_of(n):
    if n == 0:
        return 1
    if n == 1:
        return 1.5
    if n == 2:
        return "text"
    if n == 3:
        return True
    if n == 4:
        return None
    return (1, 2)


for n in range(6):
    show(one_of(n))
print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance("a", str))
