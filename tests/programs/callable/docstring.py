"""The module's docstring."""


def documented(n):
    """Return n, twice."""
    "another string statement"
    42
    ...
    return n * 2


print(documented(4))
