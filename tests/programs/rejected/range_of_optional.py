def value(n):
    return None if n == 0 else n


def loop(n):
    for i in range(value(n)):  # error: E0302 "takes one of several types"
        print(i)


loop(2)
loop(0)
