import math


def f():
    pass


class A(f):  # error: E0240 "this is a function ('f')"
    pass


class B(5):  # error: E0240 "this is a value"
    pass


class C(bool):  # error: E0240 "type 'bool' is not an acceptable base type"
    pass


class D(math):  # error: E0240 "this is a module"
    pass


class E(undefined):  # error: E0220 "name 'undefined' is not defined"
    pass


bases = [D, E]


class F(bases[0]):  # error: E0201 "computed base classes"
    pass
