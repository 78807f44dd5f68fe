# The sieve of Eratosthenes, twice: with slices, and with a loop.
import sys


def by_slices(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, n + 1, i))
        i += 1
    return [i for i, flag in enumerate(flags) if flag]


def by_loops(n):
    flags = [True] * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if flags[i]:
            primes.append(i)
            for j in range(i * i, n + 1, i):
                flags[j] = False
    return primes


def main(n):
    primes = by_slices(n)
    print(len(primes), primes[-1], primes == by_loops(n))


main(int(sys.argv[1]))
