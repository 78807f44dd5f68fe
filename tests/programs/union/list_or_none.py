def find(n):
    return [n] * n if n else None


for n in range(3):
    xs = find(n)
    if xs is not None and 1 in xs:
        print("one")
    if xs:
        print(len(xs), xs[0])
    else:
        print("nothing", xs)
    for x in xs or []:
        print(x)
    print(isinstance(xs, list), xs == None, xs == [1])


def add(x, to=None):
    if to is None:
        to = []
    to.append(x)
    return to


print(add(1), add(2), add(3, [0]), add("a", ["b"]))
