import sys


class A:
    if len(sys.argv) > 5:
        x = 1
    print(x)  # error: E0201 "uses of 'x', which this class may have bound or not,"
