print("tools.deep.inner")


def depth():
    return 2
