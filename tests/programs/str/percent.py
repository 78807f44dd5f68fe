# `%` formatting: tuples of any mix, one value, a dict.

print("%d items" % 3, "%s" % "x", "%r" % "x", "%a" % "é", "%5.2f|" % 3.14159, "%%" % (), "100%%" % ())
print("%s is %d years and %.1f m" % ("Ann", 30, 1.754), "%s %s %s" % (1, 2.5, None), "%s" % True, "%d" % True, "%d" % 3.99, "%i" % -3.99)
print("[%5d] [%-5d] [%05d] [%+d] [% d] [%x] [%X] [%#x] [%o] [%#o]" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8))
print("[%5s] [%-5s] [%.2s] [%5.1s] [%c] [%c] [%5c]" % ("ab", "ab", "abc", "xyz", "q", 233, "é"))
print("[%e] [%E] [%g] [%G] [%f] [%F] [%.0f] [%#.0f] [%10.3e]" % (12345.678, 0.00012, 1e20, 1e-10, 2.5, float("inf"), 2.5, 2.5, 3.0))
print("[%*d] [%-*d] [%.*f] [%*.*f]" % (6, 42, 6, 42, 2, 3.14159, 8, 3, 2.71828))
print("%(name)s has %(n)d %(name)r" % {"name": "Bo", "n": 3}, "%(a)s" % {"a": 1}, "%(x)5.1f|" % {"x": 2.25})
print("%s" % [1, 2], "%s %s" % ([1, 2], {"a": 1}), "%r" % ((1, 2),), "%s" % {"k": 1}, "nothing" % [], "%s" % None)
print("%s" % ("only",), "%s and %s" % ("日本", "é"), "%5s|%-5s|" % ("é", "日"), "%.3d" % 5, "%.10x" % 255)
print("%u" % 5, "%ld" % 5, "%s %%s" % "x")


def attempt(n):
    try:
        if n == 0:
            print("%d" % "x")
        elif n == 1:
            print("%s %s" % ("a",))
        elif n == 2:
            print("%s" % ("a", "b"))
        elif n == 3:
            print("%z" % 5)
        elif n == 4:
            print("%" % 5)
        elif n == 5:
            print("%x" % 1.5)
        elif n == 6:
            print("%f" % "x")
        elif n == 7:
            print("%c" % "ab")
        elif n == 8:
            print("%c" % 1114112)
        elif n == 9:
            print("abc" % 5)
        elif n == 10:
            print("%(a)s" % 5)
        elif n == 11:
            print("%(b)s" % {"a": 1})
        elif n == 12:
            print("%*d" % ("x", 5))
        elif n == 13:
            print("%(a" % {"a": 1})
    except TypeError as e:
        print("TypeError", e)
    except ValueError as e:
        print("ValueError", e)
    except OverflowError as e:
        print("OverflowError", e)
    except KeyError as e:
        print("KeyError", e)


for n in range(14):
    attempt(n)
for name, price, n in [("tea", 2.5, 10), ("coffee", 3.75, 2)]:
    print("%-10s %6.2f %3d" % (name, price, n))
for value in [1, "two", 3.0, None]:
    print("<%s> <%r>" % (value, value))
