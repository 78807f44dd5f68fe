from collections import namedtuple

A = namedtuple("A", "x (")  # error: E0240 "`(` cannot be a field: it is no name"
B = namedtuple("B", ["x", "class"])  # error: E0240 "`class` cannot be a field: it is no name"
C = namedtuple("C", "x y x")  # error: E0240 "Encountered duplicate field name: 'x'"


class D(namedtuple("D", "a b a")):  # error: E0240 "Encountered duplicate field name: 'a'"
    pass


E = namedtuple("E", "match type case été")
print(E(1, 2, 3, 4))
