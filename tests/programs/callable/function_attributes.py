import functools
from functools import update_wrapper, wraps


def visit():
    """Counts its calls."""
    visit.calls += 1
    return visit.calls


visit.calls = 10
visit()
print(visit(), visit.calls, visit.__name__, visit.__doc__)


def test(fn):
    fn.is_test = True
    return fn


def tagged(tag, level=1):
    def mark(fn):
        fn.tag = tag
        fn.level = level
        return fn

    return mark


@test
def one():
    return 1


@tagged("slow", level=3)
def two(x):
    return x * 2


@test
@tagged("fast")
def three():
    return 3


def plain():
    pass


for f in (one, two, three, plain):
    print(f.__name__, getattr(f, "is_test", False), getattr(f, "tag", None), hasattr(f, "level"))
print(two(4), two.tag, two.level, [f.__name__ for f in (one, two, three) if hasattr(f, "is_test")])


def counted(fn):
    @wraps(fn)
    def wrapper(*args, **kwargs):
        wrapper.count += 1
        return fn(*args, **kwargs)

    wrapper.count = 0
    return wrapper


@counted
def add(a, b=1):
    """Adds."""
    return a + b


@counted
def shout(text):
    return text.upper() + "!"


add(1)
add(1, b=5)
print(shout("hi"), add.count, shout.count, add.__name__, shout.__name__, add.__doc__, shout.__doc__)
print(add.__wrapped__(2, 3), add.count)


def traced(prefix):
    def decorate(fn):
        @functools.wraps(fn)
        def inner(*args):
            print(prefix, inner.__name__, args)
            return fn(*args)

        return inner

    return decorate


@traced(">")
@counted
def area(w, h):
    return w * h


print(area(2, 3), area.__name__, area.__wrapped__.count)


def memo(fn):
    def helper(n):
        if n not in helper.cache:
            helper.cache[n] = fn(n)
        return helper.cache[n]

    helper.cache = {}
    return helper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(40), len(fib.cache), fib.__name__)


def manual(fn):
    def wrapper(x):
        return fn(x) + 1

    wrapper.__name__ = fn.__name__ + "_plus"
    wrapper.__doc__ = fn.__doc__
    return wrapper


@manual
def base(x):
    "doc of base"
    return x


print(base(1), base.__name__, base.__doc__)


def outer(fn):
    def wrapper(*args):
        return fn(*args)

    return update_wrapper(wrapper, fn)


@outer
def named(x):
    return x


print(named(5), named.__name__)


class Api:
    routes = {}

    @staticmethod
    def route(path):
        def register(fn):
            Api.routes[path] = fn
            return fn

        return register


@Api.route("/")
def index():
    """Home page."""
    return "home"


@Api.route("/about")
def about():
    return "about"


for path, fn in Api.routes.items():
    print(path, fn.__name__, fn.__doc__, fn())
