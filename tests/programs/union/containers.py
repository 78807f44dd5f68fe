def make(n):
    if n == 0:
        return [1, 2]
    if n == 1:
        return {"a": 1}
    if n == 2:
        return {5}
    if n == 3:
        return (7, 8)
    return "str"


for n in range(5):
    v = make(n)
    print(v, len(v), bool(v), type(v).__name__)
    if isinstance(v, dict):
        print(v["a"], list(v.items()))
    elif isinstance(v, (list, tuple)):
        print(v[-1], v[::-1])
    elif isinstance(v, set):
        v.add(6)
        print(sorted(v))
    else:
        print(v.upper())
    for x in v:
        print(x)
print([make(n) for n in range(5)])
print(make(0) == make(1), make(3) == (7, 8), make(2) == {5})
