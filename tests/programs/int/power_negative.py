# naja-only: OverflowError: int ** negative int gives a float: write float(x) ** y
def power(a, b):
    return a**b


print(power(2, 3))
print(power(2, -1))
