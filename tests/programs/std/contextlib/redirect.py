import io
import sys
from contextlib import redirect_stdout, redirect_stderr

print("before")
f = io.StringIO()
with redirect_stdout(f):
    print("inside", 3)
    print(*[1, 2], sep="-")
    list(map(print, ["a", "b"]))
    print("none", file=None)
    sys.stdout.write("direct\n")
    print("err", file=sys.stderr)
    with redirect_stdout(sys.stderr):
        print("to err")
    print("again")
print("after", repr(f.getvalue()))
g = io.StringIO()
with redirect_stderr(g):
    print("x", file=sys.stderr)
    print("y")
print(repr(g.getvalue()))
with redirect_stdout(None):
    print("nowhere")


class W:
    def __init__(self):
        self.n = 0

    def write(self, s):
        self.n += len(s)


w = W()
with redirect_stdout(w) as same:
    print("counted", end="")
print(w.n, same is w)
try:
    with redirect_stdout(io.StringIO()):
        raise ValueError("out")
except ValueError as e:
    print(e)


def helper():
    print("helped")


r = redirect_stdout(f)
with r:
    helper()
    with r:
        helper()
helper()
print(f.getvalue().count("helped"))
