from collections import namedtuple

Point = namedtuple("Point", "x y")


def numbers(log):
    try:
        log.append("start")
        yield 1
        yield 2
    finally:
        log.append("end")


log = []
for x in numbers(log):
    break
print(log, any(x > 0 for x in numbers(log)), next(numbers(log)), log, sum(Point(1, 2)))
