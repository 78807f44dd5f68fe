# A bool in arithmetic is an int.


def show(a, b):
    print(a + b, a - b, a * b, -a, +a, ~a, a << b, a >> b, a**b)


show(True, True)
show(True, False)
show(False, True)
show(False, False)
print(True // True, False // True, True % True, True / True, divmod(True, True))
print(True + 1, 2 - True, True * 10, True + 0.5, False * 1.5, 3 // True)
print(abs(True), -True, int(True), float(True), round(True), pow(True, 2))
