# dir: fixture
def attempt(what):
    try:
        print(what())
    except (OSError, ValueError, TypeError) as e:
        print(type(e).__name__, e)

attempt(lambda: open("missing.txt"))
attempt(lambda: open("missing/a.txt", "w"))
attempt(lambda: open("sub", "r"))
attempt(lambda: open("sub", "w"))
attempt(lambda: open("words.txt", "x"))
attempt(lambda: open("words.txt/a"))
attempt(lambda: open(""))
attempt(lambda: open("a\0b"))
attempt(lambda: open("words.txt", "rw"))
attempt(lambda: open("words.txt", "q"))
attempt(lambda: open("words.txt", "rr"))
attempt(lambda: open("words.txt", "bt"))
attempt(lambda: open("words.txt", "+"))
attempt(lambda: open("words.txt", "rb", encoding="utf-8"))
attempt(lambda: open("words.txt", "rb", -1, None, "strict"))
attempt(lambda: open("words.txt", "rb", newline=""))
attempt(lambda: open("words.txt", newline="x"))
attempt(lambda: open("words.txt", buffering=0))

f = open("words.txt")
attempt(lambda: f.write("a"))
attempt(lambda: f.truncate())
attempt(lambda: f.seek(-1))
attempt(lambda: f.seek(1, 1))
attempt(lambda: f.seek(1, 2))
attempt(lambda: f.seek(1, 5))
f.close()
attempt(lambda: f.read())
attempt(lambda: f.readline())
attempt(lambda: f.readlines())
attempt(lambda: next(f))
attempt(lambda: list(f))
attempt(lambda: f.tell())
attempt(lambda: f.seek(0))
attempt(lambda: f.fileno())
attempt(lambda: f.__enter__())
w = open("new.txt", "w")
attempt(lambda: w.read())
attempt(lambda: w.readline())
attempt(lambda: next(w))
w.close()
attempt(lambda: w.write("a"))
attempt(lambda: w.flush())
attempt(lambda: print("a", file=w))
b = open("image.bin", "rb")
attempt(lambda: b.write(b"a"))
attempt(lambda: b.seek(-1))
attempt(lambda: b.seek(0, 7))
b.close()
attempt(lambda: b.read())
attempt(lambda: b.readline())
attempt(lambda: b.seek(0))
attempt(lambda: b.tell())
v = open("new.bin", "wb")
attempt(lambda: v.read())
v.close()
attempt(lambda: v.write(b"x"))

try:
    open("missing.txt")
except OSError as e:
    print(e.errno, e.strerror, e.filename, e.args, repr(e))
try:
    open("missing.txt")
except FileNotFoundError as e:
    print(f"error: {e}")
try:
    raise OSError(13, "custom")
except PermissionError as e:
    print(e, e.errno, e.strerror, e.filename, e.args)
try:
    raise OSError("just text")
except OSError as e:
    print(e, e.errno, e.args)
print(repr(OSError(28, "full")), str(OSError(28, "full", "a")), isinstance(OSError(2, "x"), FileNotFoundError))

def load(path, default):
    try:
        with open(path) as f:
            return f.read()
    except FileNotFoundError:
        return default

print(load("missing.txt", "a default"), len(load("words.txt", "")))
with open("words.txt") as f:
    print(f.readline())
open("nowhere/at/all.txt")
