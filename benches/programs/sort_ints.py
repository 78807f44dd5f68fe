# Sorts random ints.
import sys


def main(n):
    x = 12345
    xs = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        xs.append(x)
    xs.sort()
    ys = sorted(xs, key=lambda x: x % 1000)
    print(xs[0], xs[-1], ys[0])
    print(all(xs[i] <= xs[i + 1] for i in range(len(xs) - 1)))


main(int(sys.argv[1]))
