"""The names of attributes must be known."""

from types import SimpleNamespace

d = {"a": 1}
print(SimpleNamespace(**d))  # error: E0201 "namespaces of the items of a dict are not supported yet"
