# f-strings with every kind of spec.

n, x, s, t = 42, 3.14159, "text", (1, "a")
print(f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n: }|{n:x}|{n:#o}|{n:b}|{n:,}|{n:e}|{n:.1f}|{n:%}|{n:c}")
print(f"{x:.2f}|{x:10.3f}|{x:<10.1f}|{x:+.0f}|{x:e}|{x:g}|{x:.3}|{x:010.2f}|{x:%}|{x}")
print(f"{s:10}|{s:>10}|{s:^10}|{s:.2}|{s:*>8.3}|{s!r:>8}|{s!a}|{s!s:<6}|{s:s}")
print(f"{t}|{t!r}|{[1, 2]}|{ {'a': 1} }|{None}|{True}|{True:5}|{False:d}|{b'x'}")
print(f"{n=} {x=:.1f} {s=} {s = !s} {n + 1 = }")
width, precision = 10, 2
print(f"{x:{width}.{precision}f}|{s:>{width}}|{n:{'+'}}|{'é':→^{width}}")
print(f"{{}} {{{n}}}", f"{n}{s}{x}", f"", f"{'nested ' + f'{n}'}")
print(f"{1234567.891:,.2f} {1234567:_} {0xdeadbeef:_x} {-5:=+5} {-5:06} {1e100:g} {float('nan'):5} {float('-inf'):.1f}")
print(format(n, "08b"), format(x, ".1f"), format(s, "^8"), format([1]), format(None), format((1,)), format(True), format(n), format(2.0))


def attempt(n):
    try:
        if n == 0:
            print(f"{'x':d}")
        elif n == 1:
            print(f"{5:s}")
        elif n == 2:
            print(f"{[1]:5}")
        elif n == 3:
            print(f"{None:>5}")
        elif n == 4:
            print(f"{1.5:d}")
        elif n == 5:
            print(f"{5:.2d}")
        elif n == 6:
            print(f"{'a':+}")
        elif n == 7:
            print(f"{1114112:c}")
        elif n == 8:
            print(f"{'a':,}")
        elif n == 9:
            print(format((1,), "x"))
    except ValueError as e:
        print("ValueError", e)
    except TypeError as e:
        print("TypeError", e)
    except OverflowError as e:
        print("OverflowError", e)


for i in range(10):
    attempt(i)
for value in [1, 2.5, "s"]:
    print(f"<{value:>6}>")
