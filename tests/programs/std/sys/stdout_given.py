import sys, io
old = sys.stdout
sys.stdout = io.StringIO()
print("x")
s = sys.stdout.getvalue()
sys.stdout = old
print(s)


class Tee:
    """Writes to two files."""

    def __init__(self, one, two):
        self.files = [one, two]

    def write(self, text):
        for f in self.files:
            f.write(text)

    def flush(self):
        pass


kept = io.StringIO()
sys.stdout = Tee(old, kept)
print("both", 1, 2.5)
print("sum", sum(range(4)), file=sys.stdout)
sys.stdout = old
print(repr(kept.getvalue()))

out = io.StringIO() if len(s) > 100 else sys.stdout
try:
    out.getvalue()
except AttributeError as e:
    print(e)
