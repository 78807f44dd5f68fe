ONE = 1
TWO = 2
_hidden = 3


def three():
    return ONE + TWO
