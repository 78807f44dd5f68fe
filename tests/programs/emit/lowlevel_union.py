# A union of scalars is a tag and a payload.
def f(n):
    if n > 1:
        return n
    if n > 0:
        return 2.5
    return f(n + 1)


print(f(1), f(2), f(0))

# emit: lowlevel f -O0
