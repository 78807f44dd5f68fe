# naja-only: OverflowError: int * int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


print(factorial(20))
print(factorial(21))
