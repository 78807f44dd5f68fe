# str.format: automatic, numbered and named fields, parts, conversions, nested specs.

print("{} {} {}".format(1, "a", 2.5), "{0}{1}{0}".format("a", "b"), "{x}-{y}".format(x=1, y="z"), "{}{x}".format("a", x=[1]))
print("{:>5}|{:<5}|{:^5}|{:*^7}|{:05d}|{:+}|{:,}".format("a", "b", "c", "d", 42, 7, 1234567))
print("{:.2f} {:e} {:%} {:g} {:10.3f}|".format(3.14159, 12345.678, 0.25, 1e20, 2.5))
print("{:b} {:o} {:x} {:X} {:#x} {:#b} {:c} {:_}".format(5, 8, 255, 255, 255, 5, 65, 1000000))
print("{!r} {!s} {!a} {!r:>6}".format("é", "é", "é", "x"), "{{}} {{{}}}".format(1), "".format(), "{0!r:^9}".format("mid"))
print("{0[1]} {0[0]} {1[key]}".format([10, 20], {"key": "v"}), "{a[0]}{a[1]}".format(a="xy"), "{0[2]}".format((1, 2, 3)), "{0[1][0]}".format([[1], [2, 3]]))
print("{:{}}|{:{}.{}f}|{:>{w}}".format("a", 5, 3.14159, 8, 2, "z", w=4), "{0:{1}}|".format("x", "^5"))
print("{} {} {}".format(None, True, [1, "a"]), "{:d}".format(True), "{!s:>6}".format(None), "{:5}|{:5}|".format(True, 1.5))
print("{n:>{w}.{p}f}".format(n=2.71828, w=9, p=3), "{日}".format(日="sun"), "é{}é".format("日"))


def attempt(n):
    try:
        if n == 0:
            print("{}".format())
        elif n == 1:
            print("{1}".format("a"))
        elif n == 2:
            print("{x}".format(y=1))
        elif n == 3:
            print("{} {0}".format(1))
        elif n == 4:
            print("{0} {}".format(1))
        elif n == 5:
            print("{".format(1))
        elif n == 6:
            print("}".format(1))
        elif n == 7:
            print("{:d}".format("x"))
        elif n == 8:
            print("{:s}".format(5))
        elif n == 9:
            print("{0[5]}".format([1]))
        elif n == 10:
            print("{!z}".format(1))
        elif n == 11:
            print("{:>5}".format([1]))
        elif n == 12:
            print("{:.2f}".format("a"))
        elif n == 13:
            print("{:5z}".format(3))
    except IndexError as e:
        print("IndexError", e)
    except KeyError as e:
        print("KeyError", e)
    except ValueError as e:
        print("ValueError", e)
    except TypeError as e:
        print("TypeError", e)


for n in range(14):
    attempt(n)
template = "Dear {name}, you owe {amount:.2f}"
for name, amount in [("Ann", 10.0), ("Bo", 2.345)]:
    print(template.format(name=name, amount=amount))
print("{a} {b}".format_map({"a": 1, "b": 2}))
