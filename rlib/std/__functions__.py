"""What the attributes of functions are kept in: an object that a `def` makes, and that the function
has as the default of a parameter that nobody can pass."""


class Attributes:
    def __init__(self, name, doc):
        self.__name__ = name
        self.__doc__ = doc


class Wrapped:
    """Those of a function behind `functools.wraps`."""

    def __init__(self, function, name, doc):
        self.__name__ = getattr(function, "__name__", name)
        self.__doc__ = getattr(function, "__doc__", doc)
        self.__wrapped__ = function
