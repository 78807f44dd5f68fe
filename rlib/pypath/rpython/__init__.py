"""The modules of RPython's `rpython.rlib` that programs import: one source, which naja
compiles and CPython runs. `from rlib.x import y` means the same."""
