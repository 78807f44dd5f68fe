print("tools.numbers")


def square(n):
    return n * n
