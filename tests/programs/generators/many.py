def numbers(n):
    for i in range(n):
        yield [i, i + 1]


def firsts(xs):
    for x in xs:
        yield x[0]


def main():
    t = 0
    for x in firsts(numbers(20000)):
        t += x
    print(t)
    k = 0
    for i in range(20000):
        g = firsts(numbers(2))
        k += next(g)
    print(k)


main()
