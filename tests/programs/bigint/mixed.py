BIG = 2**64


def twice(x):
    return x + x


def digits(n):
    count = 0
    while n:
        n //= 10
        count += 1
    return count


print(twice(4), twice(BIG), twice(1.5), twice("a"), twice(True))
print(digits(12345), digits(BIG), digits(BIG**10))
total = 0
for i in range(30):
    total = total * 10 + 7
    if i == 5:
        total += BIG
print(total)
values = [1, BIG, 3]
values.append(5)
print(values, values[0] + values[3], values.index(5), values.count(BIG), BIG in values)
maybe = BIG if len(values) > 3 else None
if maybe is not None:
    print(maybe + 1)
either = [BIG, "text", 2.5, None, 3]
for x in either:
    if isinstance(x, int):
        print("int", x * 2)
    elif isinstance(x, str):
        print("str", x)
    else:
        print("other", x)


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(collatz(27), collatz(BIG - 1), collatz(10**25 + 3))
for a, b in [(1, BIG), (2, BIG * 2)]:
    print(a, b, a * b)
pair = (BIG, 1)
n, m = pair
print(n + m, *pair)
box = {"n": BIG}
box["n"] += 1
print(box)
f = lambda k: k * k
print(f(BIG), f(3))
x: int = 1 << 200
y = x if x > 5 else 3
print(x, y, -y, x - y)
print(all([BIG, 1]), any([BIG - BIG, 0]), [n for n in (BIG - BIG, BIG) if n])
