# naja-only: OverflowError
def power(a, b):
    return a**b


print(power(3, 39))
print(power(3, 40))
