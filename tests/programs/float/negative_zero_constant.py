# Two zeros are equal and yet not the same constant.
def positive():
    return 0.0


def negative():
    return -0.0


def integer():
    return 0


print(positive(), negative(), integer(), positive() == negative() == integer())
print((0.0, -0.0, 0), (-0.0, 0.0, False))
print(1.0 if positive() else negative(), positive() or negative(), negative() or positive())
