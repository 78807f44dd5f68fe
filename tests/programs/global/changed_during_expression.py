# A global is read when its turn comes.
x = 1


def bump():
    global x
    x += 10
    return x


print(x + bump() + x)
print(bump() + x, x, bump(), x)
y = x
bump()
print(x, y)


def local_copy():
    before = x
    bump()
    return before, x


print(local_copy())
