# naja-only: OverflowError: int + int does not fit in 64 bits, and big ints are not supported yet
# CPython goes on with a big int; naja stops where an int would leave 64 bits.
n = 9223372036854775807
print("before")
n = n + 1
print("after", n)
