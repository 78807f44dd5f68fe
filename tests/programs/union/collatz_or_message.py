def steps(n, limit):
    count = 0
    while n != 1:
        if count == limit:
            return f"more than {limit}"
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


for n in range(1, 10):
    print(n, steps(n, 10))
