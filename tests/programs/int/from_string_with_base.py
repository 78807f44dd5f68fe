def show(text, base):
    try:
        print(int(text, base))
    except ValueError as e:
        print(e)


show("ff", 16)
show("0xFF", 16)
show("-0b101", 2)
show("0o17", 8)
show("z", 36)
show("0x1f", 0)
show("010", 0)
show("10", 0)
show("12", 2)
show("", 10)
show("1", 1)
show("1", 37)
show("_f", 16)
show("0x_f", 16)
