"""What a float is made of: its whole number, its ratio, its hexadecimal text."""

for x in [0.0, -0.0, 1.0, -2.5, 0.1, 1e-5, 1e300, 5e-324, 2.0**53, 1e22, 3.0, 123456789.125]:
    print(x, x.is_integer(), x.as_integer_ratio(), x.hex(), float.fromhex(x.hex()) == x)
    n, d = x.as_integer_ratio()
    print(n / d == x, d.bit_length(), x.conjugate(), x.real, x.imag)
for x in [float("inf"), float("-inf"), float("nan")]:
    print(x.is_integer(), x.hex())
    try:
        print(x.as_integer_ratio())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
for text in ["0x1.8p3", "  -0x.8p-2 ", "inf", "1.8", "0x1.fffffffffffff8p1023", "0x1p-1080", "", "xyz", "1p", "-nan", "0XA"]:
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as e:
        print(repr(text), type(e).__name__, e)
print((3.7).is_integer(), float.is_integer(4.0), [float.hex(v) for v in (0.5, 1.5)])
print((7).as_integer_ratio(), True.as_integer_ratio(), (10**30).as_integer_ratio(), (7).conjugate())
