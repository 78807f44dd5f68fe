"""`r_dict`: keys that are compared and hashed by two functions."""

from rpython.rlib.objectmodel import r_dict


def same(a, b):
    return a.lower() == b.lower()


def hash_of(a):
    h = 0
    for c in a.lower():
        h = (h * 31 + ord(c)) & 0xFFFF
    return h


d = r_dict(same, hash_of)
d["One"] = 1
d["two"] = 2
d["ONE"] = 11
print(d["oNe"], "TWO" in d, "three" in d, len(d), d.items())
print(d.get("x", 0), d.setdefault("Three", 3), d.keys(), d.values(), [k for k in d])
del d["TWO"]
try:
    d["two"]
except KeyError as e:
    print("KeyError", e)
print(d.items())

squares = r_dict(lambda a, b: a[0] == b[0], lambda a: a[0])
for i in range(10):
    squares[[i % 4]] = i * i
print(squares.items())
