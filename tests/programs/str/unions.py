# Arguments of several types: what does not fit raises TypeError when it comes.


def attempt(n, x):
    try:
        if n == 0:
            return str("a-b-c".split(x))
        elif n == 1:
            return "abc".center(x)
        elif n == 2:
            return "abc".replace("b", x)
        elif n == 3:
            return "-".join(["a", x])
        elif n == 4:
            return str("abc".startswith(x))
        elif n == 5:
            return "abc".strip(x)
        elif n == 6:
            return "<" + "abc"[x:] + ">"
        elif n == 7:
            return "abc" + x
        elif n == 8:
            return "abc" * x
        elif n == 9:
            return str(x in "abc")
        elif n == 10:
            return "abc".zfill(x)
        elif n == 11:
            return "%d" % x
        elif n == 12:
            return f"{x:>4}"
        elif n == 13:
            return str(int(x))
        elif n == 14:
            return "abc"[x]
        else:
            return str("abc" < x)
    except TypeError as e:
        return f"TypeError {e}"
    except ValueError as e:
        return f"ValueError {e}"


for n in range(16):
    for x in ["-", 1, True, None]:
        print(n, repr(x), attempt(n, x))
for x in [1, "two", 2.5, None, [1], (1, "a"), {"k": None}, b"x", True]:
    print("{} {!r} %s %r".format(x, x) % (x, x), f"{x}")
