"""Numbers of the Mersenne Twister: floats, ints, a shuffle and a normal distribution."""

import random
import sys


def main(n):
    rng = random.Random(1)
    total = 0.0
    for _ in range(n):
        total += rng.random()
    small = 0
    for _ in range(n // 10):
        small += rng.randint(1, 100)
    items = list(range(n // 30))
    rng.shuffle(items)
    print(total, small, items[:3], sum(rng.gauss(0, 1) for _ in range(n // 30)))


main(int(sys.argv[1]))
