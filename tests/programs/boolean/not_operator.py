def show(x):
    print(not x, not not x)


show(True)
show(False)
print(not 0, not 1, not 0.0, not -0.0, not "", not "a", not None, not (), not (1,))
print(not 1 == 2, not (1 and 0))
