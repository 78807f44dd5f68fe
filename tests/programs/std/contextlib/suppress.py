from contextlib import suppress
with suppress(KeyError):
    {}["a"]
    print("no")
print("after")
with suppress(KeyError, ZeroDivisionError):
    1 // 0
with suppress(ValueError):
    int("x")
try:
    with suppress(ValueError):
        [][3]
except IndexError as e:
    print(e)
class Mine(Exception):
    pass
with suppress(Mine):
    raise Mine()
with suppress(LookupError):
    [][3]
with suppress():
    pass
