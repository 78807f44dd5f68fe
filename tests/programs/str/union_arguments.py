"""Arguments of methods that are of the right type in some rounds only."""


def attempt(f, *args):
    try:
        print(repr(f(*args)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


for x in [None, 2, "b"]:
    attempt(lambda: "abcb".strip(x))
    attempt(lambda: "abcb".split(x))
    attempt(lambda: "abcb".rsplit(x, 1))
    attempt(lambda: "abcb".find(x))
    attempt(lambda: "abcb".replace(x, "z"))
    attempt(lambda: "a\nb".splitlines(x))
    attempt(lambda: "abcb".center(x))
    attempt(lambda: [1, 2, 3].pop(x))
    attempt(lambda: [1, 2, 3].index(2, x))
    attempt(lambda: {1, 2}.pop() if x is None else 0)
for x in [None, 98, b"b"]:
    attempt(lambda: b"abcb".strip(x))
    attempt(lambda: b"abcb".find(x))
    attempt(lambda: b"abcb".split(x))
    attempt(lambda: bytearray(b"abcb").rsplit(x))
big = 10**30
attempt(lambda: "a".center(big))
attempt(lambda: b"a".find(big))
attempt(lambda: b"a".expandtabs(big))
attempt(lambda: [1].pop(big))
attempt(lambda: [1].insert(big, 2))
attempt(lambda: "a\nb".splitlines(big))
ranges = {range(3): 1, range(0, 3, 1): 2, range(5): 3}
print(ranges, hash(range(0)) == hash(range(4, 4, 3)), hash(range(7)))
