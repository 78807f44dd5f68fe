def make(limit):
    class Counter:
        def __init__(self, start=0):
            self.n = start

        def step(self):
            self.n += 1
            return self.n < limit

        @property
        def left(self):
            return limit - self.n

    return Counter()


def main():
    total = 0
    log = []

    class Acc:
        def __init__(self, name, *, scale=1):
            self.name = name
            self.scale = scale

        def add(self, x):
            nonlocal total
            total += x * self.scale
            log.append((self.name, x))
            return self

        def __iter__(self):
            for entry in log:
                if entry[0] == self.name:
                    yield entry[1]

        def later(self):
            return lambda: total + len(log)

    class Sub(Acc):
        def add(self, x):
            log.append(("sub", total))
            return super().add(x + 1)

    accs = [Acc(c, scale=i) for i, c in enumerate("abc", 1)]
    for i, acc in enumerate(accs):
        acc.add(i).add(10)
    s = Sub("s")
    f = s.later()
    s.add(5)
    print(total, log, [list(a) for a in accs], list(s), f())
    total = 0
    print(f(), accs[0].add(1) is accs[0], total)

    def helper(name):
        return Acc(name, scale=100)

    helper("h").add(2)
    print(total, isinstance(s, Acc), type(s).__name__)


c = make(3)
while c.step():
    print(c.n, c.left)
d = make(5)
print(d.step(), d.left, c.left, c.step())
main()
main()


def stack_machine(program):
    stack = []

    class Op:
        def run(self):
            raise NotImplementedError

    class Push(Op):
        def __init__(self, v):
            self.v = v

        def run(self):
            stack.append(self.v)

    class Add(Op):
        def run(self):
            stack.append(stack.pop() + stack.pop())

    ops = []
    for word in program.split():
        ops.append(Add() if word == "+" else Push(int(word)))
    for op in ops:
        op.run()
    return stack


print(stack_machine("1 2 + 3 +"), stack_machine("4 5"))


def fact(n):
    class F:
        def value(self):
            return n * (fact(n - 1) if n > 1 else 1)

    f = F()
    r = f.value()
    return f.value() if r == F().value() else None


print(fact(6))


def second():
    total = 0

    class Acc:
        def add(self, x):
            nonlocal total
            total += x

    acc = Acc()
    for i in range(5):
        acc.add(i)
    print(total)


second()
