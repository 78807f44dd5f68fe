from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Inventory:
    owner: str
    items: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    secret: str = field(default="hidden", repr=False)
    total: int = field(init=False, default=7)

    def add(self, name, n):
        self.items.append(name)
        self.counts[name] = self.counts.get(name, 0) + n
        return self


p = Point(1, 2)
q = Point(x=1, y=2)
print(p, q, p == q, p != q, p is q, Point(5))
p.x += 10
print(p, p == q, Point(3) == Point(3, 0))
a = Inventory("ann").add("nut", 2).add("bolt", 1)
b = Inventory("bob", ["x"], secret="s")
print(a)
print(b, b.secret, b.total, a.total)
print(a.items is b.items, Inventory("c").items, a.counts["nut"])
print([Point(i, i * i) for i in range(3)])
print(f"{p} {p!r} {str(q)}")
print(p == 3, p != "x")
