# naja-only: OverflowError
# The exception passes through finally like any other.
def add(a, b):
    return a + b


try:
    print(add(9223372036854775806, 1))
    print(add(9223372036854775806, 2))
finally:
    print("cleaning up")
