def gen():
    while True:
        try:
            x = yield 2
        except (KeyError, ValueError) as e:
            print("in", repr(e))
            yield -1


g = gen()
next(g)
print(g.throw(KeyError, "kk"))
next(g)
print(g.throw(ValueError, ValueError("own")))
next(g)
print(g.throw(ValueError("alone")))
next(g)
print(g.throw(ValueError))
try:
    next(g)
    g.throw(IndexError, "out")
except IndexError as e:
    print("out", e)
