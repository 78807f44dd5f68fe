# A member that has no such operation raises what CPython raises.
def value(n):
    if n == 0:
        return 3
    if n == 2:
        return None
    if n == 3:
        return (1, 2)
    return 1.5


def attempt(x):
    try:
        print(x + 1)
    except TypeError as e:
        print(e)
    try:
        print(x % 2)
    except TypeError as e:
        print(e)
    try:
        print(x - x)
    except TypeError as e:
        print(e)
    try:
        print(x << 1)
    except TypeError as e:
        print(e)
    try:
        print(-x)
    except TypeError as e:
        print(e)
    try:
        print(~x)
    except TypeError as e:
        print(e)
    try:
        print(x < 2)
    except TypeError as e:
        print(e)
    try:
        print(len(x))
    except TypeError as e:
        print(e)
    try:
        print(abs(x))
    except TypeError as e:
        print(e)
    try:
        print("t" in x)
    except TypeError as e:
        print(e)


for n in range(5):
    attempt(value(n))
