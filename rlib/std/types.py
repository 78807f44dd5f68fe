"""An object that is nothing but its attributes. What asks for all of them at once the compiler
writes, which knows their names (`flowspace/src/synthesis/namespace.rs`)."""

__all__ = ["SimpleNamespace"]


class SimpleNamespace:
    def __init__(self):
        # The names of the attributes, in the order in which they came.
        self.__order__ = ()
        self.__shown__ = False


def _stored(x, name):
    """What the compiler calls behind `x.name = value`."""
    if isinstance(x, SimpleNamespace):
        if name not in x.__order__:
            x.__order__ += (name,)


def _deleted(x, name):
    """What it calls behind `del x.name`."""
    if isinstance(x, SimpleNamespace):
        x.__order__ = tuple([other for other in x.__order__ if other != name])
