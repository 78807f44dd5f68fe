# nan is unequal to everything, itself included, and truthy.
nan = 1e309 - 1e309


def show(a, b):
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)


show(nan, nan)
show(nan, 1.0)
show(1.0, nan)
show(nan, 1e309)
show(nan, 0)
show(0, nan)
print(nan, -nan, str(nan), nan + 1, nan * 0, not nan, bool(nan))
print(min(nan, 1.0), min(1.0, nan), max(nan, 1.0), max(1.0, nan), min(1.0, nan, 0.5), max(nan, 2.0, 1.0))
if nan < 1 or nan >= 1:
    print("comparable")
else:
    print("not comparable")
if not nan < 1:
    print("not less")
print(abs(nan), nan**0, 1.0**nan, nan % 2, nan // 2)
