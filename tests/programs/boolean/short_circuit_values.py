# and/or give one of their operands, as it is.
print(1 and 2, 0 and 2, 1 or 2, 0 or 2)
print(1 and 2.5, 0 and 2.5, 1 or 2.5, 0 or 2.5)
print(None or "default", "" or "default", "text" or "default", None and 1, "" and 1)
print(None or 0, 0 or None, False or None, None or False, () or 0.0, 0.0 or ())
print(1 and 2 and 3, 1 and 0 and 3, 0 or 0.0 or None, 1 or 2 or 3, 1 and 0 or 5, 0 or 1 and 6)


def either(a, b):
    return a or b


def both(a, b):
    return a and b


print(either(0, 5), either(3, 5), both(0, 5), both(3, 5))
