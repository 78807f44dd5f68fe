BIG = 2**64
Z = BIG - BIG
# index/edges a newcomer writes
print(BIG in {BIG: 1}, [BIG] * 2, list(range(Z + 3)))
d = {}
for i in range(5):
    d[BIG * i] = i
print(d, max(d), min(d.values()), sorted(d, reverse=True))
print(sum(d), sum(BIG for _ in range(3)), [x * x for x in d])
print(str(BIG).zfill(30), repr(BIG).rjust(25), len(str(BIG)))
t = (BIG, 2, "x")
a, b, c = t
print(t, a, t == (BIG, 2, "x"), hash(t) == hash((BIG, 2, "x")))
print(BIG if BIG else 0, BIG and 1, not BIG, BIG or 5)
print(abs(-BIG), divmod(-BIG, 7), round(BIG), pow(BIG, 2), pow(BIG, 2, 100))
print(1 if BIG > 1e10 else 2, BIG == 1.8446744073709552e19, float(BIG), int(float(1e10)))
x = 5
x += BIG
print(x, type(x), isinstance(x, int))
def f(n: int) -> int:
    return n * n
print(f(BIG), f(3))
def mixed(flag):
    if flag:
        return BIG
    return 1.5
print(mixed(True), mixed(False), mixed(True) + 1, mixed(False) * 2, mixed(True) > 2)
print([str(n) for n in (1, BIG)], ",".join(map(str, [BIG, 1])))
n = BIG
while n > 1:
    n >>= 1
print(n, n == 1, n is None)
print(bin(BIG), f"{BIG:e}", "%d" % BIG, "{:,}".format(BIG), f"{BIG=}")
print(all(k >= 0 for k in d), any(k > BIG for k in d), list(enumerate([BIG])), list(zip([BIG], [1])))
m = [[Z + 1, Z + 1], [Z + 1, Z]]
def mul(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(2)) for j in range(2)] for i in range(2)]
r = [[Z + 1, Z], [Z, Z + 1]]
for _ in range(200):
    r = mul(r, m)
print(r)
s = {1, BIG}
s.add(Z + 1)
print(len(s), s - {BIG}, {BIG} | {1} == s, sorted(s))
print(~BIG, -BIG, +BIG, BIG ^ BIG, BIG % -3, -BIG // 3)
print(BIG.bit_length(), (BIG - 1).bit_length(), BIG.to_bytes(9, "big"))
assert BIG > 0, "no"
raise_it = {"a": BIG, "b": 2}
raise_it["b"] += 1
print(raise_it)
match BIG:
    case 18446744073709551616:
        print("matched")
    case _:
        print("other")
if Z + 3 in range(10):
    print("in the range")
if BIG in range(10):
    print("not here")
else:
    print("outside")
data = bytearray(b"abc")
data[Z + 1] = Z + 65
print(data, Z + 65 in data, 98 in data)
