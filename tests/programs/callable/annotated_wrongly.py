# A hint that contradicts gets a warning, and changes nothing.
def wrong(n: int):  # warning: W0350
    return n


def result(n) -> str:  # warning: W0350
    return n


print(wrong("text"), wrong(2.5), wrong(1), result(5))
