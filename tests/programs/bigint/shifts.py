ONE = 2**64 - 2**64 + 1

for n in (0, 1, 31, 32, 33, 63, 64, 65, 100):
    print(n, ONE << n, -ONE << n, (ONE << 100) >> n, (-ONE << 100) >> n, (-(ONE << 100) - 1) >> n)
print(1 << 64, 1 << 200, -1 << 64, 3 << 63)
x = 0xFEDCBA9876543210FEDCBA9876543210
y = 0x0123456789ABCDEF0123456789ABCDEF
for a in (x, -x, y, ONE, -ONE, ONE - 1):
    print(~a, +a, -a, abs(a))
    for b in (y, -y, ONE - 1, -ONE):
        print(a & b, a | b, a ^ b)
    print(a & 255, a | 1, a ^ -1, 255 & a, True & a, a | False)
z = x
z <<= 3
z >>= 1
z &= y
z |= 1
z ^= 7
print(z)
print(5 << ONE, 1000 >> ONE, x << ONE, x >> ONE, -5 >> (x), x >> x)
try:
    print(x << -1)
except ValueError as e:
    print(e)
try:
    print(x >> -ONE)
except ValueError as e:
    print(e)
print((x.bit_length(), x.bit_count(), (-x).bit_length(), (-x).bit_count(), (ONE - 1).bit_length()))
for n in (0, 1, -1, 255, -256, 9223372036854775807, -9223372036854775808):
    print(n.bit_length(), n.bit_count())
print(True.bit_length(), False.bit_count())
