A = 2**61 - 1
M = 2**64

names = {1: "one", A: "prime", M: "big", -M: "minus"}
print(names[1], names[A], names[M], names[-M], names[M - M + 1], names[M // M])
print(1 in names, 2 in names, M in names, M + 1 in names, 1.0 in names, True in names)
print(names)
names[M - M + 1] = "uno"
names[M * M] = "square"
print(names, len(names))
del names[M]
print(names.get(M), names.get(M, "none"), names.get(1))
try:
    print(names[M + 7])
except KeyError as e:
    print(repr(e))
for n in (0, 1, 2, -1, -2, 10**18, 9223372036854775807, -9223372036854775808):
    print(hash(M - M + n) == hash(n), hash(M + n) == hash(float(M) + n) or n != 0)
print(hash(A), hash(A - 1), hash(-A), hash(M), hash(-M), hash(10**50), hash(-(10**50)), hash(A - A - 1))
print(hash(2**200) == hash(2.0**200), hash((M, 1)) == hash((M, 1)))
seen = {M, 1, 2, M - M + 1, M * 1, 3}
print(len(seen), M in seen, 3 in seen, 3.0 in seen, M + 1 in seen)
counts = {}
for i in range(50):
    k = (M + i) % 7
    counts[k] = counts.get(k, 0) + 1
print(counts)
memo = {}


def fib(n):
    if n < 2:
        return M - M + n
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(120))
