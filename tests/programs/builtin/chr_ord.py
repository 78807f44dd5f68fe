def show(n):
    try:
        c = chr(n)
        print(c, ord(c), len(c), repr(c))
    except ValueError as e:
        print(e)


show(65)
show(233)
show(0x65E5)
show(0x1F600)
show(0x7F)
show(0x80)
show(0x7FF)
show(0x800)
show(0xFFFF)
show(0x10000)
show(-1)
show(0x110000)


def order(s):
    try:
        print(ord(s))
    except TypeError as e:
        print(e)


order("a")
order("é")
order("")
order("ab")
