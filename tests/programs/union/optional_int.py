def parse(n):
    if n % 3 == 0:
        return None
    return n * 10


def describe(n):
    value = parse(n)
    if value is None:
        return "nothing"
    return str(value + 1)


for n in range(6):
    print(n, parse(n), describe(n), parse(n) or "default", parse(n) == None, parse(n) != 10)
