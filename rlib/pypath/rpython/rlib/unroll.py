"""Loops that RPython unrolls when it compiles."""


class unrolling_iterable:
    """A sequence whose items a `for` takes one by one, each in a copy of the loop's body
    of its own: they may be of unlike types."""

    def __init__(self, items):
        self.items = tuple(items)

    def __iter__(self):
        return iter(self.items)


SpecTag = object
