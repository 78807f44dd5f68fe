def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for x in g():
    print(x)
    break
print("after")


def first():
    for x in g():
        return x


print(first())


def nested():
    for x in g():
        for y in g():
            print(x, y)
            if y == 2:
                break
        else:
            print("never")
        try:
            break
        finally:
            print("finally")


nested()


def inner():
    try:
        yield "a"
        yield "b"
    except GeneratorExit:
        print("exit")
        raise


def outer():
    yield from inner()


for c in outer():
    print(c)
    break
kept = g()
for x in kept:
    break
print("still there", next(kept))
for x in kept:
    print("never")
for x in g():
    continue
print("end")
