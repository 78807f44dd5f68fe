# An import runs where it stands, also in a function.
DEBUG = False
if DEBUG:
    import noisy
else:
    import quiet


def work(n):
    import lazy

    return lazy.double(n)


print("before")
print(work(1))
print(work(2))
print(quiet.level)


def from_inside():
    from lazy import double as d

    return d(50)


print(from_inside())
