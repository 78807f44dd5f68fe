def average():
    total = 0.0
    n = 0
    value = None
    while True:
        x = yield value
        total += x
        n += 1
        value = total / n


g = average()
next(g)
print(g.send(10))
print(g.send(20))
print(g.send(33))
g.close()
try:
    g.send(1)
except StopIteration:
    print("over")


def echo():
    try:
        while True:
            try:
                x = yield "ready"
                print("got", x)
            except ValueError as e:
                print("caught", e)
    finally:
        print("cleaned up")


g = echo()
print(next(g))
print(g.send("one"))
print(g.throw(ValueError("bad")))
print(g.throw(ValueError))
g.close()
g.close()
g = echo()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(next(g, "finished"))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("no")
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def unstarted():
    print("never printed")
    yield 1


g = unstarted()
g.close()
print(list(g))
g = unstarted()
try:
    g.throw(ValueError("early"))
except ValueError as e:
    print(e)
print(list(g))
g = average()
try:
    g.send(1)
except TypeError as e:
    print(e)


def returns():
    yield 1
    return 42


g = returns()
print(g.__next__())
try:
    next(g)
except StopIteration as e:
    print(e.args)
try:
    next(g)
except StopIteration as e:
    print(e.args)
print(iter(g) is g)


def closes():
    with_value = None
    try:
        with_value = yield 1
    finally:
        print("finally", with_value)


g = closes()
next(g)
g.close()
g = closes()
next(g)
try:
    g.send(5)
except StopIteration:
    print("stop")
