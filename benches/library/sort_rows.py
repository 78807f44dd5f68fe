"""Rows, sorted by one column and by two."""

import sys
from operator import itemgetter


def main(n):
    x = 1
    rows = []
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        rows.append((x % 1000, x, str(i)))
    rows.sort(key=itemgetter(0))
    print(rows[0], rows[-1])
    rows.sort(key=itemgetter(1, 0), reverse=True)
    print(rows[0], rows[-1])


main(int(sys.argv[1]))
