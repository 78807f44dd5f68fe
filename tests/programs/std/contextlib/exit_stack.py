from contextlib import ExitStack, contextmanager
@contextmanager
def res(n):
    print("open", n)
    try:
        yield n
    finally:
        print("close", n)
class R:
    def __enter__(self):
        print("R in")
        return self
    def __exit__(self, *args):
        print("R out", args[0] is None)
        return True
with ExitStack() as stack:
    xs = [stack.enter_context(res(i)) for i in range(3)]
    stack.callback(print, "bye", 3)
    print(xs)
with ExitStack() as stack:
    stack.enter_context(R())
    stack.enter_context(res(9))
    raise ValueError("gone")
try:
    with ExitStack() as stack:
        stack.enter_context(res(9))
        raise ValueError("here")
except ValueError as e:
    print(repr(e))
s = ExitStack()
s.enter_context(res("q"))
t = s.pop_all()
s.close()
print("--")
t.close()
