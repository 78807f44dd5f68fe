# Prime numbers in many ways: sieves with lists, sets, slices, bytearrays; twins; Goldbach; spirals.
def classic(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, f in enumerate(flags) if f]


def with_bytes(n):
    flags = bytearray([1]) * (n + 1)
    flags[0] = flags[1] = 0
    for i in range(2, n + 1):
        if flags[i]:
            for j in range(2 * i, n + 1, i):
                flags[j] = 0
    return [i for i in range(n + 1) if flags[i]]


def with_sets(n):
    numbers = set(range(2, n + 1))
    primes = []
    while numbers:
        p = min(numbers)
        primes.append(p)
        numbers -= set(range(p, n + 1, p))
    return primes


def incremental(n):
    multiples = {}
    primes = []
    for k in range(2, n + 1):
        if k in multiples:
            for p in multiples.pop(k):
                multiples.setdefault(k + p, []).append(p)
        else:
            primes.append(k)
            multiples[k * k] = [k]
    return primes


def trial(n):
    primes = []
    for k in range(2, n + 1):
        for p in primes:
            if p * p > k:
                primes.append(k)
                break
            if k % p == 0:
                break
        else:
            primes.append(k)
    return primes


def one_liner(n):
    return [x for x in range(2, n + 1) if all(x % d for d in range(2, int(x ** 0.5) + 1))]


N = 500
results = {"classic": classic(N), "bytes": with_bytes(N), "sets": with_sets(N), "incremental": incremental(N), "trial": trial(N), "one": one_liner(N)}
primes = results["classic"]
print(len(primes), primes[:10], primes[-5:])
for name, found in results.items():
    print(f"{name:>12}: {'ok' if found == primes else 'WRONG'}")
twins = [(p, q) for p, q in zip(primes, primes[1:]) if q - p == 2]
print(len(twins), twins[-1])
known = set(primes)
for n in range(4, 40, 6):
    print(n, [(p, n - p) for p in primes if p <= n // 2 and n - p in known])
gaps = {}
for p, q in zip(primes, primes[1:]):
    gaps.setdefault(q - p, []).append(p)
for g in sorted(gaps):
    print(f"gap {g:2}: {len(gaps[g]):3} first {gaps[g][0]}")
mersenne = [p for p in primes if p < 32 and all((2 ** p - 1) % d for d in primes[:50] if d * d < 2 ** p)]
print(mersenne)
phi = list(range(31))
for p in primes:
    if p > 30:
        break
    for k in range(p, 31, p):
        phi[k] -= phi[k] // p
print(phi)
print([sum(divmod(p, 10)) for p in primes[:8]], primes.index(499), 221 in primes)
