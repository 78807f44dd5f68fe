level = 1


def describe():
    return "level " + str(level)
