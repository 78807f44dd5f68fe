def fails(n):
    for i in range(n):
        if i == 2:
            raise ValueError("two")
        yield i


try:
    for x in fails(5):
        print(x)
except ValueError as e:
    print("caught", e)
g = fails(5)
print(next(g), next(g))
try:
    next(g)
except ValueError:
    print("raised")
print(next(g, "over"))


def stops():
    yield 1
    raise StopIteration("mine")


try:
    for x in stops():
        print(x)
except RuntimeError as e:
    print(e, repr(e.__cause__) if False else "")


def handles():
    for i in range(4):
        try:
            yield i
        except KeyError:
            print("handled")
        finally:
            print("finally", i)


for x in handles():
    print(x)


def next_inside(it):
    while True:
        try:
            x = next(it)
        except StopIteration:
            return
        yield x


print(list(next_inside(iter([1, 2, 3]))))


def leaks(it):
    while True:
        yield next(it)


try:
    print(list(leaks(iter([1, 2]))))
except RuntimeError as e:
    print(e)


def myself():
    yield 1
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 2


me = myself()
print(next(me))
print(next(me))


def division(xs):
    for x in xs:
        yield 10 // x


try:
    print(sum(division([5, 0, 2])))
except ZeroDivisionError as e:
    print(e)
def g():
    yield 1
    return "res"


it = g()
next(it)
try:
    next(it)
except StopIteration as e:
    print(e.value)
