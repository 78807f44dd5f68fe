"""The method of slice."""

from rlib.python.arguments import bound, index
from rlib.python.range import clamped


def indices(self, length, /):
    """Start, stop and step within a sequence of that length."""
    n = index(length)
    if n < 0:
        raise ValueError("length should not be negative")
    step = 1 if self.step is None else bound(self.step)
    if step == 0:
        raise ValueError("slice step cannot be zero")
    # What lies before the first item, and behind the last, in the direction of the step.
    least = 0 if step > 0 else -1
    most = n if step > 0 else n - 1
    if self.start is None:
        start = least if step > 0 else most
    else:
        start = clamped(bound(self.start), n, least, most)
    if self.stop is None:
        stop = most if step > 0 else least
    else:
        stop = clamped(bound(self.stop), n, least, most)
    return start, stop, step
