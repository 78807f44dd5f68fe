def find(n):
    for i in range(2, n):
        if n % i == 0:
            return i, n // i
    return None


for n in range(2, 10):
    pair = find(n)
    if pair is None:
        print(n, "prime")
    else:
        a, b = pair
        print(n, "=", a, "*", b, pair, len(pair))
print(find(4) == (2, 2), find(5) == (1, 5), find(5) is None)
