# An augmented assignment says so in its message.
def value(n):
    return None if n == 0 else n


for n in range(2):
    x = value(n)
    try:
        x += 1
        print(x)
    except TypeError as e:
        print(e)
    y = 10
    try:
        y -= value(n)
        print(y)
    except TypeError as e:
        print(e)
    z = 2
    try:
        z **= value(n)
        print(z)
    except TypeError as e:
        print(e)
    w = 2
    try:
        print(w ** value(n))
    except TypeError as e:
        print(e)
