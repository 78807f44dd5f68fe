"""The Mandelbrot set, drawn with letters.

Each point c of the plane is followed through z -> z*z + c; how long it takes to
leave the circle of radius 2 chooses the letter.
"""

WIDTH = 78
HEIGHT = 32
LIMIT = 400


def escape_time(cx, cy):
    """How many rounds it takes for the point to escape, LIMIT if it does not."""
    x = 0.0
    y = 0.0
    for n in range(LIMIT):
        xx = x * x
        yy = y * y
        if xx + yy > 4.0:
            return n
        y = 2.0 * x * y + cy
        x = xx - yy + cx
    return LIMIT


def shade(n, detail):
    """A letter, the fuller the longer the point stayed; detail stretches the scale."""
    if n >= LIMIT:
        return "#"
    n /= detail
    if n > 40:
        return "@"
    if n > 20:
        return "%"
    if n > 12:
        return "*"
    if n > 8:
        return "+"
    if n > 5:
        return "-"
    if n > 3:
        return "."
    return " "


def draw(center_x, center_y, width, detail=1):
    height = width * HEIGHT / WIDTH * 2
    inside = 0
    for row in range(HEIGHT):
        line = ""
        cy = center_y + height * (0.5 - (row + 0.5) / HEIGHT)
        for column in range(WIDTH):
            cx = center_x + width * ((column + 0.5) / WIDTH - 0.5)
            n = escape_time(cx, cy)
            if n == LIMIT:
                inside += 1
            line += shade(n, detail)
        print(line)
    print(f"width {width}: {inside} of {WIDTH * HEIGHT} points are inside")


if __name__ == "__main__":
    draw(-0.6, 0.0, 3.2)
    draw(-0.748, 0.1, 0.012, detail=6)
