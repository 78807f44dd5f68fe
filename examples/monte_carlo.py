"""Pi from random numbers, with a small generator and a progress bar."""

from math import sqrt

seed = 20240229


def random():
    """A float in [0, 1): Lehmer's generator with the modulus 2**31 - 1."""
    global seed
    seed = seed * 48271 % 2147483647
    return seed / 2147483647


def pi_by_darts(throws):
    hits = 0
    for i in range(throws):
        x = random()
        y = random()
        if x * x + y * y <= 1:
            hits += 1
    return 4 * hits / throws


def pi_by_polygons(rounds):
    """Archimedes: the perimeter of a hexagon whose sides are halved again and again."""
    side = 1.0
    sides = 6
    for i in range(rounds):
        side = sqrt(2 - sqrt(4 - side * side))
        sides *= 2
    return side * sides / 2


def pi_by_series(terms):
    total = 0
    for k in range(terms):
        total += (1 - k % 2 * 2) / (2 * k + 1)
    return total * 4


def bar(value, low, high, width):
    if not low <= value <= high:
        return "outside"
    filled = round((value - low) / (high - low) * width)
    return "[" + "#" * filled + " " * (width - filled) + "]"


def mean_and_deviation(runs, throws):
    total = 0
    squares = 0
    for i in range(runs):
        x = pi_by_darts(throws)
        total += x
        squares += x * x
    mean = total / runs
    return mean, sqrt(squares / runs - mean * mean)


def main():
    throws = 10
    while throws <= 100000:
        guess = pi_by_darts(throws)
        print(bar(guess, 2.5, 3.5, 40), throws, "darts:", guess)
        throws *= 10
    mean, deviation = mean_and_deviation(20, 500)
    print(f"20 runs of 500: mean {mean}, deviation {round(deviation, 4)}")
    for rounds in range(0, 16, 3):
        print(bar(pi_by_polygons(rounds), 2.5, 3.5, 40), 6 * 2**rounds, "sides:", pi_by_polygons(rounds))
    for terms in (1, 10, 100, 1000):
        print(bar(pi_by_series(terms), 2.5, 3.5, 40), terms, "terms:", pi_by_series(terms))


if __name__ == "__main__":
    main()
