def count(start=0, step=1):
    n = start
    while True:
        yield n
        n += step


def islice(iterable, n):
    if n <= 0:
        return
    for x in iterable:
        yield x
        n -= 1
        if n == 0:
            return


def chain(*iterables):
    for it in iterables:
        yield from it


def takewhile(pred, xs):
    for x in xs:
        if not pred(x):
            break
        yield x


def product(*pools):
    result = [()]
    if not pools:
        yield ()
        return
    for x in pools[0]:
        for rest in product(*pools[1:]):
            yield (x, *rest)


def cycle(iterable):
    saved = []
    for x in iterable:
        yield x
        saved.append(x)
    while saved:
        for x in saved:
            yield x


def groupby(xs, key):
    group = []
    last = None
    for x in xs:
        k = key(x)
        if group and k != last:
            yield last, group
            group = []
        last = k
        group.append(x)
    if group:
        yield last, group


def primes():
    n = 2
    found = []
    while True:
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n
        n += 1


print(list(islice(count(3, 2), 4)))
print(list(chain([1, 2], (3,), range(2), count_to(2) if False else [9])))
print(list(takewhile(lambda x: x < 4, count())))
print(list(islice(cycle("ab"), 5)))
for k, g in groupby([1, 1, 2, 3, 3], lambda x: x):
    print(k, g)
print(list(islice(primes(), 10)))


def window(xs, n):
    it = iter(xs)
    w = []
    for x in it:
        w.append(x)
        if len(w) == n:
            yield tuple(w)
            w.pop(0)


print(list(window([1, 2, 3, 4], 2)))


def lines(text):
    for line in text.split("\n"):
        yield line


def parsed(ls):
    for line in ls:
        line = line.strip()
        if line:
            name, value = line.split("=")
            yield name, int(value)


print(sum(v for _, v in parsed(lines("a=1\n\nb=2\nc=3"))))
print(dict(parsed(lines("a=1\nb=2"))))


def sched(tasks):
    while tasks:
        t = tasks.pop(0)
        try:
            yield next(t)
            tasks.append(t)
        except StopIteration:
            pass


def task(name, n):
    for i in range(n):
        yield f"{name}{i}"


print(list(sched([task("a", 2), task("b", 3)])))
