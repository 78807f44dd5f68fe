def show(start, stop, step):
    print(start, stop, step, end=":")
    for i in range(start, stop, step):
        print("", i, end="")
    print()


show(0, 5, 1)
show(0, 5, 2)
show(0, 6, 2)
show(5, 0, -1)
show(5, 0, -2)
show(0, 0, 1)
show(0, 0, -1)
show(5, 0, 1)
show(0, 5, -1)
show(-3, 3, 3)
show(-3, 4, 3)
show(0, 10, 100)
show(0, -10, -100)
for i in range(3):
    print(i)
for i in range(2, 4):
    print(i)
for i in range(-2):
    print("never")
for i in range(True):
    print("once", i)
