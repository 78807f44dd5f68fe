import functools


def log(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        """Wrapper."""
        print("call", f.__name__, args, kwargs)
        return f(*args, **kwargs)

    return wrapper


@log
def add(a, b):
    """Add two."""
    return a + b


print(add(1, 2), add.__name__, add.__doc__)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info())
fib.cache_clear()
print(fib.cache_info())


@functools.lru_cache(maxsize=2)
def sq(x):
    return x * x


sq(1); sq(2); sq(1); sq(3); sq(2)
print(sq.cache_info(), sq.cache_info().hits, sq.__name__, sq.__wrapped__(3))


@functools.cache
def f(x):
    return x


f(1)
print(f.cache_info())


def count(f):
    @functools.wraps(f)
    def wrapper(*args):
        wrapper.calls += 1
        return f(*args)

    wrapper.calls = 0
    return wrapper


@count
def hello(name):
    return "hello " + name


hello("a")
hello("b")
print(hello.calls)
