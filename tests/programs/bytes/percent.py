print(b"%d-%s-%b" % (5, b"x", b"y"), b"%5d|%-5d|%05.1f" % (42, 42, 2.5), b"%x %X %o" % (255, 255, 8), b"%c%c" % (65, b"B"), b"%a %r" % ("é", "x"), b"%%" % ())
print(b"%s" % b"abc", b"%.2s|%5s" % (b"abc", b"z"), b"\xff%d" % 1)


def attempt(n):
    try:
        if n == 0:
            print(b"%s" % "text")
        elif n == 1:
            print(b"%d" % b"x")
        elif n == 2:
            print(b"%c" % 256)
        elif n == 3:
            print(b"%s %s" % (b"x",))
    except TypeError as e:
        print("TypeError", e)
    except OverflowError as e:
        print("OverflowError", e)


for n in range(4):
    attempt(n)
