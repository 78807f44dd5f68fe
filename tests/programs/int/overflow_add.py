# naja-only: OverflowError: int + int leaves 64 bits; write x + 2**64 - 2**64 for a big int equal to x
# CPython goes on with a big int; naja stops where an int would leave 64 bits.
n = 9223372036854775807
print("before")
n = n + 1
print("after", n)
