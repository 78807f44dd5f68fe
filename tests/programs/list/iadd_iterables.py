def g():
    yield 1
    yield 2


xs = [0]
xs += g()
xs += (3, 4)
xs += range(2)
print(xs)
ys = ["a"]
ys += "bc"
print(ys)
