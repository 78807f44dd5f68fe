print("imported for its effect")


def never_called(x):
    return x + unknown_name_there
