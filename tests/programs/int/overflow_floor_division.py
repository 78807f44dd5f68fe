# naja-only: OverflowError
def divide(a, b):
    return a // b


print(divide(-9223372036854775807, -1))
print(divide(-9223372036854775807 - 1, -1))
