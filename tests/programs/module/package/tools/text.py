print("tools.text")


def frame(s):
    return "<" + s + ">"
