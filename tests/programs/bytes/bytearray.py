a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b" you")
a.extend([63, 63])
a += b"!"
print(a, len(a), a[0], a[-1], a[1:4], a[::-1], a.decode(), bytes(a), a == b"Hello! you??!", b"x" < bytearray(b"y"))
a[1:3] = b"EL"
print(a)
a[0:0] = b">>"
a[::2] = bytes(len(a[::2]))
print(a)
del a[::2]
print(a)
del a[0], a[-1]
del a[1:3]
print(a, a.pop(), a.pop(0), a)
a.insert(1, 65)
a.insert(-100, 66)
a.insert(100, 67)
a.reverse()
print(a, a.index(65), a.count(b"A"), 65 in a, b"A" in a)
a.remove(65)
b = a.copy()
b.clear()
a *= 2
print(a, b, a + b"z", b"z" + a, a * 2, bool(b), list(a), [x for x in a if x > 66])
print(bytearray(b"a,b").split(b","), bytearray(b"aXb").partition(b"X"), bytearray(b"ab").upper(), bytearray(b" x ").strip(), bytearray(b"-").join([b"1", b"2"]), bytearray(b"ab").hex(), bytearray.fromhex("ff00"))
print(bytearray(b"it's"), repr(bytearray(b'"')), str(bytearray(b"\x00")), bytearray(b"x%d") % 5, bytearray(b"abc").find(b"c"), bytearray(b"abc").replace(b"b", b"B"), bytearray(b"a b").title())


def attempt(n):
    c = bytearray(b"abc")
    try:
        if n == 0:
            c[5] = 1
        elif n == 1:
            c[0] = 256
        elif n == 2:
            c.append(-1)
        elif n == 3:
            c.remove(120)
        elif n == 4:
            bytearray().pop()
        elif n == 5:
            c[::2] = b"x"
        elif n == 6:
            c.pop(7)
        elif n == 7:
            del c[3]
        elif n == 8:
            print(c[-4])
    except IndexError as e:
        print("IndexError", e)
    except ValueError as e:
        print("ValueError", e)
    print(c)


for n in range(9):
    attempt(n)
shrinking = bytearray(b"abcdef")
for x in shrinking:
    print(x, end=" ")
    shrinking.pop()
print(shrinking)
sieve = bytearray([1]) * 50
sieve[0:2] = b"\0\0"
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i :: i] = bytes(len(sieve[i * i :: i]))
print([i for i in range(50) if sieve[i]])
