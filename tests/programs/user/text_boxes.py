# Boxes, tables and bars from string concatenation.
def pad(value, width, right=False):
    text = value if isinstance(value, str) else str(value)
    missing = width - len(text)
    if missing <= 0:
        return text
    return " " * missing + text if right else text + " " * missing


def line(left, middle, right, a, b, c):
    print(left + "─" * a + middle + "─" * b + middle + "─" * c + right)


def row(x, y, z, a, b, c):
    print("│" + pad(x, a) + "│" + pad(y, b, right=True) + "│" + pad(z, c, right=not isinstance(z, str)) + "│")


def table(limit):
    a, b, c = 4, 10, 22
    line("┌", "┬", "┐", a, b, c)
    row("n", "n²", "1/n", a, b, c)
    line("├", "┼", "┤", a, b, c)
    for n in range(limit):
        try:
            inverse = 1 / n
        except ZeroDivisionError as e:
            inverse = str(e)
        row(n, n * n, inverse, a, b, c)
    line("└", "┴", "┘", a, b, c)


def bar(label, value, scale=1.0):
    blocks = value * scale
    text = "█" * int(blocks)
    rest = blocks - int(blocks)
    if rest >= 0.75:
        text += "▊"
    elif rest >= 0.5:
        text += "▌"
    elif rest >= 0.25:
        text += "▎"
    print(pad(label, 8, right=True), text, value)


def box(text, *, border="*", times=1):
    width = len(text) + 4
    print(border * width)
    for i in range(times):
        print(border, text, border)
    print(border * width)


def triangle(n, ch="*"):
    for i in range(1, n + 1):
        print(" " * (n - i) + (ch + " ") * i)


def diamond(n):
    for y in range(-n, n + 1):
        text = ""
        for x in range(-n, n + 1):
            text += "◆" if abs(x) + abs(y) == n else "·" if abs(x) + abs(y) < n else " "
        print(text)


table(7)
bar("one", 1)
bar("π", 3.14159)
bar("ten", 10)
bar("half", 7, 0.5)
bar("none", 0)
bar("日本", 12, scale=0.3)
box("héllo")
box("twice", border="#", times=2)
triangle(5)
triangle(3, ch="é")
diamond(4)
