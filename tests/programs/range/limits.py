# Loops that end at the border of 64 bits.
high = 9223372036854775807
low = -9223372036854775807 - 1


def count(start, stop, step):
    n = 0
    last = 0
    for i in range(start, stop, step):
        n += 1
        last = i
    print(n, last)


count(high - 3, high, 1)
count(high - 3, high, 2)
count(high - 10, high, 7)
count(low + 3, low, -1)
count(low + 10, low, -7)
count(low, high, high)
count(high, low, low)
count(low, high, high // 2)
count(0, high, high)
count(high, high, 1)
for i in range(high - 1, high):
    print(i)
