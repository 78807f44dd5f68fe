# The name of the handler is deleted at its end.
def handled():
    try:
        raise ValueError("x")
    except ValueError as e:
        print(e)
    try:
        print(e)
    except UnboundLocalError as error:
        print(error)


def kept():
    e = "before"
    try:
        pass
    except ValueError as e:
        pass
    print(e)
    try:
        raise ValueError("y")
    except ValueError as e:
        saved = e
    print(saved)


handled()
kept()
try:
    raise KeyError("g")
except KeyError as e:
    print(e)
try:
    print(e)
except NameError as error:
    print(error)
