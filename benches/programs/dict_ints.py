# A dict of many ints: filled, looked up, deleted from, walked.
import sys


def main(n):
    squares = {}
    for i in range(n):
        squares[i * 7919 % 10000019] = i * i
    found = 0
    for i in range(0, 10 * n, 5):
        if i in squares:
            found += squares[i] % 10
    for i in range(0, n, 2):
        del squares[i * 7919 % 10000019]
    for i in range(n):
        key = i % 1000
        squares[key] = squares.get(key, 0) + 1
    print(len(squares), found)
    print(sum(v % 7 for k, v in squares.items() if k % 3 == 0))


main(int(sys.argv[1]))
