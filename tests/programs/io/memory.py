import io
import sys
from io import BytesIO, StringIO

def show(out, n):
    for i in range(n):
        print(i, i * i, file=out)

s = StringIO()
show(s, 3)
show(sys.stdout, 2)
print(repr(s.getvalue()), s.tell())
s.seek(0)
print(s.readline(), s.read(2), s.readlines(), s.read())
s.seek(2)
s.write("XX")
print(repr(s.getvalue()))
s.seek(20)
s.write("far")
print(repr(s.getvalue()))
print(s.truncate(5), repr(s.getvalue()), s.tell())
with StringIO("a\nb\r\nc") as t:
    print(list(t), t.closed)
print(t.closed)
try:
    t.read()
except ValueError as e:
    print(e)
for nl in [None, "", "\n", "\r", "\r\n"]:
    u = StringIO("a\nb\r\nc\rd", newline=nl)
    print(repr(nl), repr(u.getvalue()), u.readlines())
b = BytesIO(b"abc\ndef")
print(b.read(2), b.readline(), list(b), b.getvalue(), b.tell())
b.seek(1)
print(b.write(b"ZZZZZZZZ"), b.getvalue(), b.seek(-2, 2), b.read())
b.seek(12)
b.write(bytearray(b"!"))
print(b.getvalue(), b.truncate(3), b.getvalue(), b.seek(0), b.read(1), b.read())
def bad(f):
    try:
        print(f())
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
bad(lambda: s.seek(-1))
bad(lambda: s.seek(1, 1))
bad(lambda: s.seek(1, 5))
bad(lambda: b.seek(-1))
bad(lambda: b.seek(1, 5))
bad(lambda: s.truncate(-1))
bad(lambda: b.truncate(-1))
bad(lambda: s.fileno())
data = "name,score\nann,5\nbob,7\n"
rows = []
reader = io.StringIO(data)
header = next(reader).rstrip().split(",")
for line in reader:
    rows.append(dict(zip(header, line.rstrip().split(","))))
print(rows)
def table(rows, out=None):
    for r in rows:
        print(r["name"], r["score"], sep="\t", file=out)
table(rows)
buf = io.StringIO()
table(rows, buf)
print(repr(buf.getvalue()))
out = sys.stderr if len(rows) > 5 else sys.stdout
out.write("to stdout\n")
class Tee:
    def __init__(self, *outs):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
    def flush(self):
        self.parts.append("<flush>")
tee = Tee()
print("a", 1, sep="-", file=tee, flush=True)
print(file=tee)
print(tee.parts)
