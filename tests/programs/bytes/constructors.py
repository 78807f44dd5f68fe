print(bytes(), bytes(3), bytes([1, 2, 255]), bytes((65, 66)), bytes(range(5)), bytes("é", "utf-8"), bytes("é", "latin-1"), bytes(b"abc"), bytes(bytearray(b"x")))
print(bytearray(), bytearray(2), bytearray([97, 98]), bytearray("é", "utf-8"), bytearray(b"abc"), bytes("aé", "ascii", "replace"), bytes([True, False]))
print(bytes([x for x in b"abc" if x != 98]), bytes({1: 2}), bytes(reversed(b"abc")), bytes("", encoding="ascii"))


def attempt(n):
    try:
        if n == 0:
            print(bytes([256]))
        elif n == 1:
            print(bytes([-1]))
        elif n == 2:
            print(bytes(-1))
        elif n == 3:
            print(bytes("abc"))
        elif n == 4:
            print(bytes("é", "ascii"))
        elif n == 5:
            print(bytearray([1, 256]))
        elif n == 6:
            print(bytearray(-5))
    except ValueError as e:
        print("ValueError", e)
    except TypeError as e:
        print("TypeError", e)


for n in range(7):
    attempt(n)
print(int(b"42"), int(b" -7 "), ord(b"a"), isinstance(b"x", bytes), isinstance(bytearray(), bytearray), type(b"").__name__, type(bytearray()).__name__)
