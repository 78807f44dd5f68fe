print("imported for its effect")


def never_called(x):
    return x + 1 + "text"
