def outer():
    x = 1

    def inner():
        nonlocal x
        x += 2
        return x

    inner()
    return inner() + x


print(outer())


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    return step


a = counter()
b = counter()
print(a(), a(), b(), a())
