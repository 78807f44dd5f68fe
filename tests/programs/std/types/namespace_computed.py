"""Attributes by names that are computed."""

from types import SimpleNamespace

options = SimpleNamespace(width=3, height=4)
for name in ["width", "height", "depth"]:
    print(name, getattr(options, name, 0))
try:
    print(getattr(options, "".join(["de", "pth"])))
except AttributeError as e:
    print(e)
