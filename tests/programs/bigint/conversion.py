A = 3**90
ZERO = A - A

print(int(A), int(True), float(A), float(ZERO), bool(A), bool(ZERO), str(A), int(A) + 1)
print(A.to_bytes(18, "big"), A.to_bytes(20, "little"), (-A).to_bytes(19, "big", signed=True))
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(3, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True))
print(int.from_bytes(b"", "big"), int.from_bytes(b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x07"))
for length, signed in ((2, False), (18, True), (17, False)):
    try:
        print(A.to_bytes(length, "big", signed=signed))
    except OverflowError as e:
        print(e)
try:
    print((-A).to_bytes(30, "big"))
except OverflowError as e:
    print(e)
try:
    print(A.to_bytes(30, "middle"))
except ValueError as e:
    print(e)
print(A.conjugate() == A, (5).conjugate(), True.conjugate(), A.as_integer_ratio(), (7).as_integer_ratio())
xs = [10, 20, 30, 40]
two = ZERO + 2
print(xs[two], xs[-two], "hello"[two], (1, 2, 3)[two], range(5, 50)[two], xs[two:], xs[:two], xs[ZERO:A], xs[-A:A:two], "hello"[:-two])
xs[two] = 31
del xs[two - 1]
print(xs, list(range(two + 3)), list(range(ZERO, two * 5, two)), [c for c in enumerate("ab", two)])
print(chr(ZERO + 65), xs.pop(two - 2), xs)


def attempt(f):
    try:
        print(f())
    except IndexError as e:
        print("IndexError", e)
    except OverflowError as e:
        print("OverflowError")


attempt(lambda: xs[A])
attempt(lambda: xs[-A])
attempt(lambda: "hello"[A])
attempt(lambda: xs[two])
attempt(lambda: (1, 2)[A])
attempt(lambda: chr(A))
attempt(lambda: "x" * A)
attempt(lambda: xs * A)
attempt(lambda: len(range(A)))
