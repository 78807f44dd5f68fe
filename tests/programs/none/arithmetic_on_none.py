# A None that gets this far raises what CPython raises.
def find(n):
    if n > 0:
        return n


def attempt(n):
    try:
        print(find(n) + 1)
    except TypeError as e:
        print(e)
    try:
        print(2 * find(n))
    except TypeError as e:
        print(e)
    try:
        print(-find(n))
    except TypeError as e:
        print(e)
    try:
        print(find(n) < 3)
    except TypeError as e:
        print(e)


attempt(5)
attempt(0)
