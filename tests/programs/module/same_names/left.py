value = None


def get():
    return value


def set_value(x):
    global value
    value = x
