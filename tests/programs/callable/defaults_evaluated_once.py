# A default is computed when def runs, not when the function is called.
n = 1


def tick():
    global n
    n += 1
    print("tick", n)
    return n


def show(a, b=tick(), c=n * 10):
    print(a, b, c)


n = 100
show(1)
show(2)
tick()
show(3)
show(4, 5, 6)
