# Generators that feed each other.
import sys


def numbers(n):
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        yield x


def small(source, most):
    for x in source:
        yield x % most


def differences(source):
    last = 0
    for x in source:
        yield x - last
        last = x


def runs(source):
    length, rising = 0, True
    for d in source:
        if (d >= 0) == rising:
            length += 1
        else:
            yield length
            length, rising = 1, d >= 0
    yield length


def main(n):
    counts = [0] * 64
    for length in runs(differences(small(numbers(n), 1000))):
        counts[length] += 1
    print([c for c in counts if c], sum(i * c for i, c in enumerate(counts)))


main(int(sys.argv[1]))
