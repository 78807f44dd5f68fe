import sys


def escape(cx, cy, limit):
    x = 0.0
    y = 0.0
    for n in range(limit):
        x2 = x * x
        y2 = y * y
        if x2 + y2 > 4.0:
            return n
        y = 2.0 * x * y + cy
        x = x2 - y2 + cx
    return limit


def main(width, height, limit):
    total = 0
    for row in range(height):
        for column in range(width):
            total += escape(column * 3.0 / width - 2.0, row * 2.0 / height - 1.0, limit)
    return total


print(main(600, 400, int(sys.argv[1])))
