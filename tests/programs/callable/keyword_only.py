def show(a, *, b, c=3):
    print(a, b, c)


show(1, b=2)
show(1, c=30, b=20)
show(b=5, a=4)


def none_positional(*, x=1, y):
    return x - y


print(none_positional(y=5), none_positional(y=1, x=10))
