# Both operands are unions.
def number(n):
    if n == 0:
        return 3
    if n == 1:
        return 2.5
    return True


for i in range(3):
    for j in range(3):
        a = number(i)
        b = number(j)
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, a**b, a == b, a < b, a >= b, max(a, b), min(a, b), divmod(a, b))
