from contextlib import ExitStack, closing, nullcontext, contextmanager, suppress
import io

class R:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, *exc):
        print("exit", self.n, exc[0] is None)
        return False
class S:
    def __enter__(self):
        print("enter S")
        return "s"
    def __exit__(self, typ, value, tb):
        print("exit S", typ is not None and typ.__name__)
        return typ is ValueError

@contextmanager
def tag(name):
    print("<" + name)
    try:
        yield name
    finally:
        print(name + ">")

with ExitStack() as stack:
    a = stack.enter_context(R(1))
    b = stack.enter_context(S())
    c = stack.enter_context(tag("t"))
    stack.callback(print, "called", 1)
    print(a.n, b, c)
with ExitStack() as stack:
    stack.enter_context(R(2))
    stack.enter_context(S())
    raise ValueError("x")
print("swallowed")
try:
    with ExitStack() as stack:
        stack.enter_context(R(3))
        stack.enter_context(tag("u"))
        raise KeyError("k")
except KeyError as e:
    print("got", e)
with ExitStack() as stack:
    for i in range(3):
        stack.enter_context(R(i))
    kept = stack.pop_all()
print("kept")
kept.close()

def leave(typ, value, tb):
    print("leave", typ)
    return True
with ExitStack() as stack:
    stack.push(leave)
    @stack.callback
    def clean():
        print("clean")
    raise OSError("gone")

with closing(io.StringIO("abc")) as f:
    print(f.read())
try:
    f.read()
except ValueError as e:
    print(e)
class Door:
    def close(self): print("closed")
with closing(Door()): pass
try:
    with closing(Door()) as d:
        raise KeyError(1)
except KeyError: pass
with nullcontext() as n: print(n)
with nullcontext(5) as n: print(n)
cm = nullcontext(io.StringIO("q"))
with cm as f: print(f.read())
def open_or(x):
    return nullcontext(x) if isinstance(x, io.StringIO) else closing(io.StringIO(x))
for x in ("t", io.StringIO("u")):
    with open_or(x) as f:
        print(f.read())
try:
    with ExitStack() as st:
        st.callback(lambda: 1 // 0)
        raise KeyError("first")
except ZeroDivisionError as e:
    print(e, repr(e.__context__))
