from dataclasses import dataclass
from abc import ABC, abstractmethod


def shapes(scale):
    class Shape(ABC):
        @abstractmethod
        def raw(self): ...

        def area(self):
            return self.raw() * scale

    @dataclass
    class Sq(Shape):
        side: int

        def raw(self):
            return self.side ** 2

    class Reg(dict):
        def scaled(self, k):
            return self[k] * scale

    try:
        Shape()
    except TypeError as e:
        print(e)
    r = Reg(a=2)
    return [Sq(2), Sq(side=3)], r


for k in (1, 10):
    ss, r = shapes(k)
    print(ss, [s.area() for s in ss], r.scaled("a"), r)


def gen(n):
    class It:
        def __init__(self):
            self.i = 0

        def __iter__(self):
            return self

        def __next__(self):
            if self.i >= n:
                raise StopIteration
            self.i += 1
            return self.i

    yield from It()
    yield sum(It())
    n += 1
    yield list(It())


print(list(gen(3)), sorted(gen(1), key=str))


class Outer:
    def __init__(self, k):
        self.k = k

    def build(self, extra):
        class Inner:
            def get(inner):
                return self.k + extra

            def again(inner):
                return Inner().get() if extra else 0

        a = Inner()
        self.k += 100
        return a


o = Outer(5)
i = o.build(3)
print(i.get(), i.again())
o.k = 0
print(i.get())
print([f.get() for f in [Outer(z).build(z) for z in range(3)]])
try:
    def late():
        class L:
            def m(self):
                return q

        l = L()
        try:
            l.m()
        except NameError as e:
            print(type(e).__name__)
        q = 3
        return l.m()
    print(late())
except NameError as e:
    print("outer", e)
