# Sieve, queens, knapsack, and the coins of a change.
def sieve(n):
    is_prime = [True] * (n + 1)
    is_prime[0] = is_prime[1] = False
    for i in range(2, int(n**0.5) + 1):
        if is_prime[i]:
            is_prime[i * i :: i] = [False] * len(is_prime[i * i :: i])
    return [i for i, prime in enumerate(is_prime) if prime]


def queens(n, row=0, columns=(), down=(), up=()):
    if row == n:
        return [[]]
    found = []
    for c in range(n):
        if c not in columns and row - c not in down and row + c not in up:
            for rest in queens(n, row + 1, columns + (c,), down + (row - c,), up + (row + c,)):
                found.append([c] + rest)
    return found


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    taken = [[] for _ in range(capacity + 1)]
    for name, weight, value in items:
        for c in range(capacity, weight - 1, -1):
            if best[c - weight] + value > best[c]:
                best[c] = best[c - weight] + value
                taken[c] = taken[c - weight] + [name]
    return best[capacity], taken[capacity]


def change(coins, amount, known={}):
    key = (tuple(coins), amount)
    if key in known:
        return known[key]
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    known[key] = change(coins[1:], amount) + change(coins, amount - coins[0])
    return known[key]


print(sieve(60), len(sieve(10000)))
solutions = queens(6)
print(len(solutions), solutions, len(queens(7)))
for c in solutions[0]:
    print("." * c + "Q" + "." * (5 - c))
print(knapsack([("map", 1, 1), ("axe", 3, 4), ("rope", 4, 5), ("tent", 5, 7)], 7))
print(change([50, 25, 10, 5, 1], 100))
