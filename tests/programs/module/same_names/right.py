value = 0.5


def get():
    return value


def set_value(x):
    global value
    value = x
