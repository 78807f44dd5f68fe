import sys


def steps(n):
    count = 0
    while n != 1:
        if n % 2 == 0:
            n //= 2
        else:
            n = 3 * n + 1
        count += 1
    return count


def main(limit):
    best = 0
    at = 0
    for n in range(1, limit):
        count = steps(n)
        if count > best:
            best = count
            at = n
    return at


print(main(int(sys.argv[1])))
