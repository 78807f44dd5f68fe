def numbers():
    yield 1  # error: E0201


def delegate():
    yield from range(3)  # error: E0201
