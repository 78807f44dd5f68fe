class Stream:
    def __init__(self, source):
        self.source = source

    def map(self, f):
        return Stream(map(f, self.source))

    def filter(self, f):
        return Stream(x for x in self.source if f(x))

    def take(self, n):
        def gen(src):
            if n <= 0:
                return
            k = 0
            for x in src:
                yield x
                k += 1
                if k >= n:
                    return
        return Stream(gen(self.source))

    def to_list(self):
        return list(self.source)

    def __iter__(self):
        return iter(self.source)


def naturals():
    n = 0
    while True:
        yield n
        n += 1


print(Stream(naturals()).map(lambda x: x * x).filter(lambda x: x % 2).take(5).to_list())
for x in Stream(naturals()).take(3):
    print(x)


class Tokenizer:
    def __init__(self, text):
        self.tokens = self.scan(text)
        self.current = next(self.tokens, None)

    def scan(self, text):
        i = 0
        while i < len(text):
            c = text[i]
            if c.isdigit():
                j = i
                while j < len(text) and text[j].isdigit():
                    j += 1
                yield ("num", text[i:j])
                i = j
            elif c == " ":
                i += 1
            else:
                yield ("op", c)
                i += 1

    def advance(self):
        token = self.current
        self.current = next(self.tokens, None)
        return token


t = Tokenizer("12 + 3*45")
while t.current is not None:
    print(t.advance())


class Simulation:
    def __init__(self):
        self.processes = []
        self.time = 0

    def spawn(self, process):
        self.processes.append((0, process))

    def run(self):
        while self.processes:
            self.processes.sort(key=lambda p: p[0])
            time, process = self.processes.pop(0)
            self.time = time
            try:
                delay = next(process)
            except StopIteration:
                continue
            self.processes.append((time + delay, process))


sim = Simulation()


def clock(name, tick, n):
    for _ in range(n):
        print(sim.time, name)
        yield tick


sim.spawn(clock("fast", 1, 3))
sim.spawn(clock("slow", 2, 2))
sim.run()


def either(flag):
    if flag:
        yield 1
    else:
        return [1, 2]


def maybe_list(flag):
    return [1, 2] if flag else either(True)


for f in (True, False):
    for x in maybe_list(f):
        print(x)
opt = None
for i in range(2):
    opt = naturals() if i else None
    print(opt is None)
cache = {}


def get(name):
    if name not in cache:
        cache[name] = naturals()
    return next(cache[name])


print(get("a"), get("a"), get("b"), get("a"))


def batched(xs, n):
    batch = []
    for x in xs:
        batch.append(x)
        if len(batch) == n:
            yield batch
            batch = []
    if batch:
        yield batch


print(list(batched("abcdefg", 3)), list(batched(range(5), 2)))
lam = lambda: (yield 5)
print(list(lam()))


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, 4], 5], [[6]]])))


def sieve():
    d = {}
    q = 2
    while True:
        if q not in d:
            yield q
            d[q * q] = [q]
        else:
            for p in d[q]:
                d.setdefault(p + q, []).append(p)
            del d[q]
        q += 1


for p in sieve():
    if p > 50:
        break
    print(p, end=" ")
print()


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(max(range(1, 50), key=lambda n: sum(1 for _ in collatz(n))))
print({n: list(collatz(n)) for n in (3, 5)})


def two():
    x = yield
    print("x", x)
    y = yield x
    print("y", y)


c = two()
c.send(None)
print(c.send("hello"))
try:
    c.send("bye")
except StopIteration:
    print("done")
