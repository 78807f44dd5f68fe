def show(a, b):
    print(a == b, a != b, a < b, a <= b, a > b, a >= b, a is b, a is not b)


show(True, False)
show(False, True)
show(True, True)
show(False, False)
print(True == 1, False == 0, True == 1.0, True < 2, False > -1, True != 2, True == 2, 0.5 < True)
print(True == None, False == None, True == "True", False == "")
