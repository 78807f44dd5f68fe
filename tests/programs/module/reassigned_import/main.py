# An imported name is a variable like any other.
from base import limit, name

limit = limit + 1
name += "!"
print(limit, name)


def change():
    global limit
    limit *= 2


change()
print(limit)
import base

print(base.limit, base.name)
