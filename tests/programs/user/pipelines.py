"""Generators and closures in pipelines; iterators by hand; a scheduler of coroutines."""
import itertools
from functools import partial, reduce, lru_cache
from collections import deque


def numbers(start=0):
    n = start
    while True:
        received = yield n
        n = received if received is not None else n + 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def window(it, size):
    win = deque(maxlen=size)
    for x in it:
        win.append(x)
        if len(win) == size:
            yield tuple(win)


def chunks(seq, n):
    it = iter(seq)
    while chunk := list(itertools.islice(it, n)):
        yield chunk


def primes():
    found = []
    for n in itertools.count(2):
        if all(n % p for p in itertools.takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n


def flatten(tree):
    for x in tree:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x


def averager():
    total, count, mean = 0.0, 0, None
    while True:
        value = yield mean
        if value is None:
            return total, count
        total += value
        count += 1
        mean = total / count


def delegate(results):
    while True:
        result = yield from averager()
        results.append(result)


class Task:
    ids = itertools.count(1)

    def __init__(self, gen):
        self.gen = gen
        self.id = next(Task.ids)
        self.value = None


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.trace = []

    def add(self, gen):
        self.ready.append(Task(gen))
        return self.ready[-1].id

    def run(self):
        while self.ready:
            task = self.ready.popleft()
            try:
                request = task.gen.send(task.value)
            except StopIteration as stop:
                self.trace.append((task.id, "done", stop.value))
                continue
            op, arg = request
            if op == "spawn":
                task.value = self.add(arg())
            else:
                self.trace.append((task.id, op, arg))
                task.value = arg
            self.ready.append(task)


def child(name, n):
    for i in range(n):
        yield "log", i
    return name


def parent():
    a = yield "spawn", partial(child, "a", 2)
    b = yield "spawn", partial(child, "b", 1)
    yield "log", a * 10 + b
    return "parent"


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


def make_counter():
    count = 0

    def inc(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = 0

    return inc, reset


def cleanup(log):
    try:
        log.append("start")
        yield 1
        yield 2
    finally:
        log.append("end")


g = numbers(5)
print(next(g), next(g), g.send(100), next(g))
print(list(take(5, numbers(3))), list(window(range(5), 3)), list(chunks("abcdefgh", 3)))
print(list(take(10, primes())), list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
results = []
d = delegate(results)
next(d)
for v in (10, 20, None, 5, None):
    m = d.send(v)
    print(m, end=" ")
print(results)
s = Scheduler()
s.add(parent())
s.run()
for t in s.trace:
    print(t)
print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(2)), [x for x in Countdown(3) if x != 2])
inc, reset = make_counter()
inc(); inc(5)
print(inc(), reset(), inc())
log = []
for x in cleanup(log):
    break
gen = cleanup(log)
next(gen)
gen.close()
print(log)
print([list(g) for k, g in itertools.groupby([1, 1, 2, 3, 3])], list(itertools.combinations("abc", 2)))
print(list(itertools.product([0, 1], repeat=2)), list(itertools.permutations([1, 2, 3]))[:3])
adders = [lambda x, i=i: x + i for i in range(3)]
late = [lambda x: x + i for i in range(3)]
print([f(10) for f in adders], [f(10) for f in late])
print(dict(zip("abc", itertools.count(1))), list(map(lambda a, b: a * b, [1, 2], [3, 4])), [*filter(None, [0, 1, "", "x"])])
it = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(it), 0)), next(it), next(it, "end"))


@lru_cache(maxsize=128)
def ways(n, coins=(1, 5, 10, 25)):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[-1], coins) + ways(n, coins[:-1])


print(ways(100), ways(37))
