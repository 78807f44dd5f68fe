def find(n):
    if n > 2:
        return n * 10
    return None


def show(x):
    print(x, x is None, x is not None, x == None, x != None, x == 30, x == 0)


for n in range(1, 5):
    show(find(n))
