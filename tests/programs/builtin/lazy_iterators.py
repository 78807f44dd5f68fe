def sq(x):
    print("computing", x)
    return x * x


m = map(sq, [1, 2])
print("made")
print(list(m))
seen = []
m = map(lambda x: seen.append(x) or x, [1, 2])
print(len(seen))
print(tuple(m), len(seen))
m = map(int, ["1", "x"])
try:
    print(list(m))
except ValueError as e:
    print("caught", e)
xs = [1, 2]
m = map(lambda x: x * k, xs)
k = 10
xs.append(3)
print(list(m))


def local():
    k = 1
    m = map(lambda x: x * k, [1, 2])
    k = 10
    return list(m)


def unused(flag, xs):
    it = map(lambda v: print("eval", v) or v, xs)
    if flag:
        return list(it)
    return "skipped"


def guarded(xs):
    xs = map(lambda x: 10 // x, xs)
    try:
        return sum(xs)
    except ZeroDivisionError:
        return -1


print(local(), unused(False, [1, 2]), unused(True, [3]), guarded([1, 0]), guarded([5, 2]))
names = [1, 2]
r = map(str, names)
z = zip(names, "abc")
e = enumerate(names)
f = filter(None, names)
v = reversed(names)
names.append(3)
print(list(r), list(z), list(e), list(f), list(v))
a = map(sq, [1, 2])
b = filter(None, a)
print("b made")
print(list(b), set(map(sq, [3])), sum(map(sq, [4]), k), *map(sq, [5]))
first, *rest = map(sq, [6, 7])
print(first, rest, max(map(len, ["a", "bcd"])), ",".join(map(str, names)), sorted(map(abs, [-2, 1])))


def later():
    global k
    k += 1
    return k


print(sum(map(lambda x: x * k, [1, 2]), later()), dict(zip("ab", map(lambda x: x + k, [1, 2]))))
