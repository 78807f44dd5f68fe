# A single int is another key than a float or a bool; a tuple of arguments is not.
from functools import lru_cache
@lru_cache(maxsize=None)
def f(x):
    print("call", x)
    return x
print(f(3), f(3.0), f(True), f(1))
@lru_cache(maxsize=None, typed=True)
def g(x):
    print("call", x)
    return x
print(g(3), g(3.0))
@lru_cache
def h(x, y):
    print("call", x, y)
    return (x, y)
print(h(1, 2), h(1.0, 2), h(1, 2.0))
