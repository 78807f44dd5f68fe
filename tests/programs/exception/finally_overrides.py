# A return, break or continue in finally discards what was on its way.
def returns():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def breaks():
    while True:
        try:
            raise ValueError("lost")
        finally:
            break
    return "broke"


def continues():
    n = 0
    for i in range(3):
        try:
            if i == 1:
                raise ValueError("lost")
            if i == 2:
                return "early"
        finally:
            n += 1
            continue
    return n


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)


print(returns(), swallows(), breaks(), continues(), value_is_kept())
