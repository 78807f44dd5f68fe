def show(a, b=2, /, c=3, *, d=4):
    print(a, b, c, d)


show(1)
show(1, 20, 30)
show(1, c=30, d=40)
