# Tests that teach an optimiser bounds, at the bounds.
def clamp(n):
    if n < -10:
        return -10
    if n > 10:
        return 10
    return n


def triangle(n):
    total = 0
    i = 0
    while i <= n:
        total += i
        i += 1
    return total, i


def down(n):
    count = 0
    while n >= 0:
        n -= 3
        count += 1
    return n, count


for n in range(-12, 13, 4):
    print(clamp(n), triangle(n), down(n), n if -5 < n <= 4 else None)
print(clamp(9223372036854775807) + 9223372036854775797, clamp(-9223372036854775807))
i = 9223372036854775805
while i < 9223372036854775807:
    i += 1
    print(i)
while i > 9223372036854775805:
    i -= 1
print(i)
