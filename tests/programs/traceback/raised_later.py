# The frames are those of where it was raised, not made.
def make():
    return ValueError("made")


def throw(e):
    raise e


e = make()
throw(e)
