r = range(10, 50, 5)


def get(i):
    try:
        return r[i]
    except IndexError as e:
        return str(e)


for i in (-9, -8, -1, 0, 7, 8):
    print(get(i))
