# An exception keeps the frames of its first journey.
def throw(e):
    raise e


def catch(e):
    try:
        throw(e)
    except ValueError as caught:
        return caught


e = catch(ValueError("twice"))
throw(e)
