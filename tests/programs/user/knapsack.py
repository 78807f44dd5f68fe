# 0/1 knapsack, coin change, longest common subsequence: dynamic programming.
def knapsack(items, capacity):
    n = len(items)
    table = [[0] * (capacity + 1) for _ in range(n + 1)]
    for i, (name, weight, value) in enumerate(items, 1):
        for w in range(capacity + 1):
            table[i][w] = table[i - 1][w]
            if weight <= w:
                table[i][w] = max(table[i][w], table[i - 1][w - weight] + value)
    chosen = []
    w = capacity
    for i in range(n, 0, -1):
        if table[i][w] != table[i - 1][w]:
            name, weight, value = items[i - 1]
            chosen.append(name)
            w -= weight
    return table[n][capacity], chosen[::-1]


def coin_change(coins, amount):
    best = [0] + [float("inf")] * amount
    used = [None] * (amount + 1)
    for a in range(1, amount + 1):
        for c in coins:
            if c <= a and best[a - c] + 1 < best[a]:
                best[a] = best[a - c] + 1
                used[a] = c
    if best[amount] == float("inf"):
        return None
    result = []
    while amount > 0:
        result.append(used[amount])
        amount -= used[amount]
    return result


def ways(coins, amount, memo={}):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    key = (len(coins), amount)
    if key not in memo:
        memo[key] = ways(coins, amount - coins[0]) + ways(coins[1:], amount)
    return memo[key]


def lcs(a, b):
    dp = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                dp[i + 1][j + 1] = dp[i][j] + a[i]
            else:
                dp[i + 1][j + 1] = max(dp[i][j + 1], dp[i + 1][j], key=len)
    return dp[-1][-1]


def edit_distance(s, t):
    previous = list(range(len(t) + 1))
    for i, a in enumerate(s, 1):
        current = [i]
        for j, b in enumerate(t, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b)))
        previous = current
    return previous[-1]


items = [("lamp", 3, 40), ("tent", 5, 95), ("rope", 2, 30), ("stove", 4, 60), ("map", 1, 12)]
for capacity in (0, 5, 8, 15):
    value, chosen = knapsack(items, capacity)
    print(f"capacity {capacity:>2}: value {value:>3} {chosen}")
for amount in 0, 3, 11, 63:
    print(amount, coin_change([1, 5, 10, 21, 25], amount))
print(coin_change([5, 10], 3))
print(ways([50, 25, 10, 5, 1], 100))
print(lcs("AGGTABQ", "GXTXAYBQ"), lcs("", "abc") == "")
for pair in [("kitten", "sitting"), ("flaw", "lawn"), ("", "abc"), ("same", "same")]:
    print(*pair, edit_distance(*pair), sep=",")


def longest_increasing(xs):
    if not xs:
        return []
    best = [[x] for x in xs]
    for i in range(len(xs)):
        for j in range(i):
            if xs[j] < xs[i] and len(best[j]) + 1 > len(best[i]):
                best[i] = best[j] + [xs[i]]
    return max(best, key=len)


print(longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]), longest_increasing([]))
