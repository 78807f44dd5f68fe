A = 123456789012345678901234567890

for n in (A, -A, A - A, A - A + 42, A - A - 42):
    print(n, str(n), repr(n), f"{n}", f"{n!r:>40}|", f"{n!s:<40}|")
    print(f"{n:,}", f"{n:_}", f"{n:+}", f"{n: }", f"{n:50}|", f"{n:<50}|", f"{n:^50}|", f"{n:050}", f"{n:=+50}")
    print(f"{n:x}", f"{n:X}", f"{n:o}", f"{n:b}", f"{n:#x}", f"{n:#X}", f"{n:#o}", f"{n:#b}", f"{n:_x}", f"{n:d}")
    print(f"{n:e}", f"{n:.3e}", f"{n:f}", f"{n:.1f}", f"{n:g}", f"{n:n}", f"{n:%}", f"{n:*^60,}")
    print(hex(n), oct(n), bin(n))
    print(format(n, "x"), format(n), format(n, ">40"), n.__format__(","))
print([A, 1, -A], (A,), {A: A}, {A})
print(f"{A - A + 65:c}")
try:
    print(f"{A:c}")
except OverflowError as e:
    print(e)
try:
    print(f"{A:s}")
except ValueError as e:
    print(e)
try:
    print(f"{A:.3d}")
except ValueError as e:
    print(e)
print(ascii(A), len(str(10**2000)))
try:
    print(10**5000)
except ValueError as e:
    print(e)
print("x" * (A - A + 3), (A - A + 2) * "ab", [0] * (A - A + 2), (A - A + 2) * [1])
for text in ("ab", "cd"):
    try:
        print(text * A)
    except OverflowError as e:
        print(e)
print("%d|%i|%5d|%50d|%-50d|%+d|% d|%050d" % (A, -A, A, A, A, A, A, -A))
print("%x %X %o %#x %#o" % (A, A, A, -A, A), "%s %r %a" % (A, A, A), "%.3e %g" % (A, A))
print("%(n)d %(n)x" % {"n": A}, "%d" % A, "%c" % (A - A + 65), "%*d" % (A - A + 5, 3), "%d %d" % (A, 7))
print("{} {:x} {:>40} {n:,} {n!r}".format(A, A, A, n=-A))
