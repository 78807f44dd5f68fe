# & | ^ of two bools is a bool, with an int it is an int.


def show(a, b):
    print(a & b, a | b, a ^ b)


show(True, True)
show(True, False)
show(False, True)
show(False, False)
print(True & 1, True | 2, False ^ 3, 1 & True, 6 | False)
flag = True
flag &= False
print(flag)
flag |= True
print(flag)
flag ^= True
print(flag)
n = 6
n |= True
print(n)
