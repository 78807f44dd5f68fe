# A list that grows by itself grows once.
xs = [1, 2]
xs.extend(xs)
print(xs)
xs += xs
print(xs)
ys = xs
xs[1:2] = ys
print(xs, xs is ys)
empty: list = []
empty.extend(empty)
print(empty)
bs = bytearray(b"ab")
bs.extend(bs)
bs[0:1] = bs
print(bs)
try:
    bs += bs
except BufferError as e:
    print(e, bs)
bs = bytearray()
bs += bs
print(bs)
