def value(n):
    if n == 0:
        return 3
    if n == 1:
        return None
    return 2.5


def attempt(x):
    try:
        print(int(x))
    except TypeError as e:
        print(e)
    try:
        print(float(x))
    except TypeError as e:
        print(e)
    try:
        print(round(x))
    except TypeError as e:
        print(e)
    try:
        print(divmod(x, 2))
    except TypeError as e:
        print(e)
    try:
        print(pow(x, 2))
    except TypeError as e:
        print(e)
    try:
        print(max(x, 1))
    except TypeError as e:
        print(e)


for n in range(3):
    attempt(value(n))
