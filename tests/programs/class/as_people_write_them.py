import sys


class Animal:
    kingdom = "animalia"
    registry = []

    def __init__(self, name, legs=4):
        self.name = name
        self.legs = legs
        Animal.registry.append(self)

    @classmethod
    def create(cls, name):
        return cls(name)

    @staticmethod
    def is_animal(x):
        return isinstance(x, Animal)

    @property
    def title(self):
        return self.name.title()

    @title.setter
    def title(self, value):
        self.name = value.lower()

    def speak(self):
        return "..."

    def __lt__(self, other):
        return self.name < other.name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return isinstance(other, Animal) and self.name == other.name

    def __str__(self):
        return f"{type(self).__name__}({self.name})"

    __repr__ = __str__


class Dog(Animal):
    def speak(self):
        return "Woof"


class Cat(Animal):
    def speak(self):
        return "Meow"

    def __init__(self, name, lives=9):
        super().__init__(name)
        self.lives = lives


class Bird(Animal):
    def __init__(self, name):
        super().__init__(name, 2)

    def speak(self):
        return super().speak() + "tweet"


d = Dog.create("rex")
c = Cat("tom", lives=7)
b = Bird("tweety")
for a in sorted(Animal.registry):
    print(a, a.speak(), a.legs, a.kingdom)
print(d.title)
d.title = "REXY"
print(d.name, Animal.is_animal(d), Animal.is_animal(3))
print({d: 1, c: 2}[c], d in {d, c}, max([d, c, b]))
print(c.lives, isinstance(c, Dog), issubclass(Cat, Animal))
kinds = {"dog": Dog, "cat": Cat}
for k in kinds:
    print(k, kinds[k]("x" + k).speak())


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x=0.0, y=0.0):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        if isinstance(k, Vector):
            return self.x * k.x + self.y * k.y
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __iter__(self):
        return iter((self.x, self.y))

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __call__(self, t):
        return Vector(self.x * t, self.y * t)

    def __contains__(self, v):
        return v == self.x or v == self.y

    def __len__(self):
        return 2


v = Vector(3.0, 4.0)
print(v + v, v - v, v * 2, 2 * v, v * v, -v, abs(v), bool(v), bool(Vector()))
print(v[0], v[1], v(10), 3.0 in v, 5 in v, len(v))
v += Vector(1, 1)
print(v)


class Account:
    class InsufficientFunds(Exception):
        pass

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.__secret = 42

    @property
    def balance(self):
        return self._balance

    def withdraw(self, n):
        if n > self._balance:
            raise Account.InsufficientFunds(f"{self.owner} has only {self._balance}")
        self._balance -= n

    def __enter__(self):
        print("enter", self.owner)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.owner, kind is None)
        return False


try:
    with Account("ann", 100) as acc:
        acc.withdraw(30)
        print(acc.balance)
        acc.withdraw(100)
except Account.InsufficientFunds as e:
    print("error:", e)


class Tree:
    def __init__(self):
        self.root = None
        self.size = 0

    class Node:
        def __init__(self, key):
            self.key = key
            self.left = None
            self.right = None

    def insert(self, key):
        self.size += 1
        if self.root is None:
            self.root = Tree.Node(key)
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Tree.Node(key)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Tree.Node(key)
                    return
                node = node.right

    def walk(self, node, out):
        if node:
            self.walk(node.left, out)
            out.append(node.key)
            self.walk(node.right, out)
        return out


t = Tree()
for k in [5, 2, 8, 1, 9, 3]:
    t.insert(k)
print(t.walk(t.root, []), t.size)


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


print(D().who(), B().who())
class Late:
    def set(self, v):
        self.v = v
        return self


l = Late()
try:
    print(l.v)
except AttributeError as e:
    print("AttributeError:", e)
print(l.set(5).v)
callbacks = [d.speak, c.speak]
print([f() for f in callbacks])
raise Account.InsufficientFunds("the end")
