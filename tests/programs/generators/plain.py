def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for x in fib():
    if x > 100:
        break
    print(x)


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "done"


g = count(3)
print(next(g), next(g), next(g), next(g, None))
print(next(g, "over"))
print(list(count(5)), sum(count(10)), [y * y for y in count(4)])


def nothing():
    print("begun")
    return
    yield


for x in nothing():
    print("never")
print(list(nothing()))


def evens(xs):
    for x in xs:
        if x % 2 == 0:
            yield x


def squares(xs):
    for x in xs:
        yield x * x


print(list(squares(evens(count(10)))))
print(sum(squares(evens(range(100)))))


def pairs(xs, ys):
    for x in xs:
        for y in ys:
            yield x, y


for x, y in pairs([1, 2], "ab"):
    print(x, y)
print(dict(pairs([1, 2], "ab")))


def words(text):
    word = ""
    for c in text:
        if c == " ":
            if word:
                yield word
            word = ""
        else:
            word += c
    if word:
        yield word


print(list(words("the quick  brown fox ")))
print(sorted(words("the quick brown fox")), max(words("b c a")), min(words("b c a")))
print(" ".join(words("x  y")), set(words("a a a")), tuple(words("p q")))
print(any(x > 3 for x in count(10)), all(x > 3 for x in count(10)))
a, b, c = count(3)
print(a, b, c)
first, *rest = count(4)
print(first, rest)
print([*count(2), *count(3)])
