def pair(n):
    if n > 0:
        return n, n + 1
    return None


for n in range(2):
    try:
        a, b = pair(n)
        print(a, b)
    except TypeError as e:
        print(e)
