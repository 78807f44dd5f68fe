"""For CPython: `from rlib.x import y` is `from rpython.rlib.x import y`."""

import sys
from importlib import import_module
from pkgutil import iter_modules

import rpython.rlib

for found in iter_modules(rpython.rlib.__path__):
    sys.modules["rlib." + found.name] = import_module("rpython.rlib." + found.name)
sys.modules["rlib"] = rpython.rlib
