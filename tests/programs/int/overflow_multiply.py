# naja-only: OverflowError: int * int does not fit in 64 bits, and big ints are not supported yet
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


print(factorial(20))
print(factorial(21))
