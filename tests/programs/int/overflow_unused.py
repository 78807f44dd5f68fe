# A result that nobody needs, and that fits.
def f(n):
    n * n
    n + 1
    return n


print(f(3037000499))
