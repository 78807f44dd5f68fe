"""The Collatz sequence: halve an even number, else take 3n + 1, until 1.

Nobody knows whether every number gets there.
"""


def steps_and_peak(n):
    steps = 0
    peak = n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        peak = max(peak, n)
    return steps, peak


def show_path(n):
    line = str(n)
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        line += " " + str(n)
    print(line)


def histogram(limit, width):
    """How many numbers below the limit take how many steps, in classes of ten."""
    most = 0
    for low in range(0, 200, 10):
        count = 0
        for n in range(1, limit):
            steps, peak = steps_and_peak(n)
            if low <= steps < low + 10:
                count += 1
        if count > most:
            most = count
        if count:
            print(f"{low}-{low + 9}", "#" * (1 + count * width // limit))
    print("the largest class has", most)


def main():
    show_path(27)
    longest = 0
    highest = 0
    for n in range(1, 10000):
        steps, peak = steps_and_peak(n)
        if steps > longest:
            longest = steps
            print(n, "takes", steps, "steps and climbs to", peak)
        if peak > highest:
            highest = peak
    print("no number below 10000 climbs above", highest)
    histogram(300, 120)


if __name__ == "__main__":
    main()
