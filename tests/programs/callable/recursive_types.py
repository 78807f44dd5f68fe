# The result's type is known only through the function itself.
def build(n):
    if n == 0:
        return None
    if n == 1:
        return 1.5
    smaller = build(n - 2)
    if smaller is None:
        return n
    return smaller


for i in range(6):
    print(build(i))


def never_returns(n):
    if n > 3:
        raise ValueError("stopped at " + str(n))
    never_returns(n + 1)


try:
    never_returns(0)
except ValueError as e:
    print(e)
