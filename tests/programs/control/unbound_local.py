def read_first():
    print(x)
    x = 1


def maybe(flag):
    if flag:
        x = "bound"
    return x


def loop(n):
    for i in range(n):
        last = i
    return last, i


def deleted_twice():
    x = 1
    del x
    del x


def augmented():
    x += 1


def shadowed():
    n = outer
    outer = 2
    return n


outer = 1
for attempt in range(7):
    try:
        if attempt == 0:
            read_first()
        if attempt == 1:
            print(maybe(True))
            print(maybe(False))
        if attempt == 2:
            print(loop(3))
            print(loop(0))
        if attempt == 3:
            deleted_twice()
        if attempt == 4:
            augmented()
        if attempt == 5:
            shadowed()
    except UnboundLocalError as e:
        print(e)
