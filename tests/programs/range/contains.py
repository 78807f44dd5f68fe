def show(x):
    print(x in range(10), x in range(0, 10, 3), x in range(9, -1, -3), x not in range(5))


show(-1)
show(0)
show(3)
show(4)
show(9)
show(10)
