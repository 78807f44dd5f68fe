# An index that is known only when the program runs.
t = (10, 20, 30)


def get(i):
    try:
        return t[i]
    except IndexError as e:
        return str(e)


for i in range(-4, 4):
    print(i, get(i))
mixed = (1, "two", 3.0, None)
for i in range(4):
    print(mixed[i])
