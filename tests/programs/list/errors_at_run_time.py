def value(n):
    return [None, 5, "text", [1, 2], {"k": 1}, (1, 2)][n]


for n in range(6):
    v = value(n)
    try:
        print(v[0])
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)
    try:
        print(len(v))
    except TypeError as e:
        print(e)
    try:
        for x in v:
            print(x, end=" ")
        print()
    except TypeError as e:
        print(e)
    try:
        print(1 in v)
    except TypeError as e:
        print(e)
    try:
        print(v + [1])
    except TypeError as e:
        print(e)
