def show(a, b=2, c=3):
    print(a, b, c)


show(1)
show(1, 20)
show(1, 20, 30)
show(1, c=30)
show(a=10)
show(c=30, a=10)


def all_kinds(n=1, x=1.5, s="text", flag=True, nothing=None, pair=(1, "a"), negative=-1, big=10**6):
    print(n, x, s, flag, nothing, pair, negative, big)


all_kinds()
all_kinds(2, s="other")
