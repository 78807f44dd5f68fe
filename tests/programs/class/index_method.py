"""Objects with `__index__`, wherever an int is an index, a bound or a number to count to."""

import operator


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class J(I):
    def __index__(self):
        return self.n + 1


i = I(2)
print([10, 20, 30][i], "abc"[i], (1, "x", 2.5)[i], b"abc"[i], bytearray(b"abc")[i], range(5, 9)[i])
print([1, 2, 3, 4][i:], "abcd"[:i], (1, 2, 3)[I(0) : I(2)], [1, 2, 3, 4][::i], b"abcd"[I(1) : i], range(9)[i:])
print(list(range(i)), list(range(I(1), I(5), i)), list(range(0, I(3))))
print(operator.index(i), operator.index(7), hex(I(255)), bin(i), oct(I(9)), int(i), chr(I(65)), round(2.567, I(1)))
xs = [1, 2, 3, 4, 5]
xs[I(0)] = 10
del xs[I(1)]
xs[I(1) : I(2)] = [7, 8]
print(xs)
del xs[i:]
print(xs)
for k in (I(0), J(0)):
    print(xs[k], list(range(k)))
for k in (0, I(1), True):
    print(xs[k])
try:
    print(xs[I(9)])
except IndexError as e:
    print(e)
try:
    print("abc"[I(-4)])
except IndexError as e:
    print(e)
print(list(enumerate("ab", I(5))))
print([n for n in range(J(2))])
class Big:
    def __index__(self):
        return 2**70


big = Big()
try:
    print(xs[big])
except IndexError as e:
    print(type(e).__name__)
print(xs[:big])


class Row:
    def __getitem__(self, key):
        return key.n if isinstance(key, I) else key


print(Row()[i], Row()[3])
print({i: "by itself"}[i])


class Size(int):
    pass


print(xs[Size(1)], "abc"[Size(0) : Size(2)], list(range(Size(2))))


class Raises:
    def __index__(self):
        raise KeyError("no index")


try:
    xs[Raises()]
except KeyError as e:
    print(repr(e))
