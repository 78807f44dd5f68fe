xs = [1, "two", 3.0, None, True, (1, 2), [3]]
for x in xs:
    if isinstance(x, bool):
        print("bool", x)
    elif isinstance(x, int):
        print("int", x + 1)
    elif isinstance(x, str):
        print("str", x.upper())
    elif isinstance(x, float):
        print("float", x / 2)
    elif isinstance(x, tuple):
        print("tuple", x[0])
    elif isinstance(x, list):
        print("list", len(x))
    elif x is None:
        print("none")
print(xs, len(xs), xs[1], xs.index(3.0), "two" in xs, None in xs)
optional = [1, None, 3, None]
print([x for x in optional if x is not None], optional.count(None), sum(x or 0 for x in optional))
total = 0
for x in optional:
    try:
        total += x
    except TypeError as e:
        print(e)
print(total)
