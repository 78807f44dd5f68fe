import textwrap
from dataclasses import dataclass, field
import itertools

print(textwrap.fill("aaa bbb ccc", 5, subsequent_indent="  "))


class Money(int):
    pass


@dataclass
class Account:
    owner: str
    balance: Money = Money(0)
    seq: object = field(default_factory=lambda: itertools.count(1), repr=False)

    def rec(self):
        return next(self.seq)


@dataclass
class Savings(Account):
    rate: Money = Money(5)


def open_(cls, owner, **kw):
    return cls(owner, **kw)


b = open_(Savings, "Bob", rate=Money(3))
print(b, b.rec())


def style(text, width=10, fill=" ", bold=False, scale=1.5, tags=()):
    return f"{text.center(width, fill)}|{bold and 'B'}|{scale * 2}|{len(tags)}"


def styled(text, **options):
    return style(text, **options)


def twice(*args, **kwargs):
    return styled(*args, **kwargs) + styled(*args, **dict(kwargs))


print(styled("a", width=5, fill="*"))
print(styled("b", bold=True, scale=0.5))
print(twice("c", width=4, tags=("x", "y"), fill="-"))
defaults = {"width": 7, "fill": "."}
print(style("d", **defaults))
print(style("e", **{"width": 6, "bold": True}))
more = {**defaults, "scale": 3.0}
print(style("f", **more), sorted(more))
more["width"] = 3
print(style("g", **more))


def logged(f):
    def wrapper(*args, **kwargs):
        print(f.__name__, args, sorted(kwargs.items()))
        return f(*args, **kwargs)

    return wrapper


@logged
def area(width, height=2, unit="cm"):
    return f"{width * height} {unit}"


print(area(3, unit="m"), area(4, height=5))


class Base:
    def __init__(self, name="base", **rest):
        self.name = name
        self.rest = len(rest)


class Sized(Base):
    def __init__(self, size=0, **kwargs):
        super().__init__(**kwargs)
        self.size = size + 1


class Coloured(Sized):
    def __init__(self, colour="red", **kwargs):
        super().__init__(**kwargs)
        self.colour = colour.upper()


c = Coloured(colour="blue", size=4, name="box")
print(c.colour, c.size, c.name, c.rest)
try:
    print(styled("x", widht=3))
except TypeError as e:
    print(e)
