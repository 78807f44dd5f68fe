from contextlib import contextmanager, suppress, closing, nullcontext

@contextmanager
def tag(name, *, indent=0):
    print(" " * indent + f"<{name}>")
    try:
        yield name.upper()
    except KeyError as e:
        print("swallowed", repr(e))
    finally:
        print(f"</{name}>")

with tag("b") as t:
    print(t, "hello")
with tag("a", indent=2):
    raise KeyError("x")
try:
    with tag("c"):
        raise ValueError("x")
except ValueError as e:
    print("caught", e)

@tag("deco")
def f(x):
    print("in f", x)
    return x + 1
print(f(3), f(4))

class T:
    def close(self):
        print("closed")
with closing(T()) as t:
    print("using")
with nullcontext(5) as x:
    print(x)
@contextmanager
def nothing():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with nothing():
        pass
except RuntimeError as e:
    print(e)
try:
    with twice():
        pass
except RuntimeError as e:
    print(e)
