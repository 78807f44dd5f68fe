"""What json.loads makes of objects and numbers can be said by functions."""
import json


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def as_point(d):
    if "x" in d and "y" in d:
        return Point(d["x"], d["y"])
    return d


print(json.loads('[{"x": 1, "y": 2}, {"z": {"x": 0, "y": 0.5}}]', object_hook=as_point))
print(json.loads('{"b": 1, "a": [{"c": 2}]}', object_pairs_hook=lambda pairs: pairs))
print(json.loads("[1, 2.50, -3]", parse_float=lambda s: "float " + s, parse_int=lambda s: "int " + s))
print(json.loads("[123456789012345678901234567890, 7]", parse_int=lambda s: int(s, 2**64 - 2**64 + 10)))
print(json.loads("[NaN, Infinity]", parse_constant=lambda name: name))
print(json.loads("[1.5, 2]"))
print(json.JSONDecoder().decode(" [1] "), json.JSONDecoder().raw_decode("[2] rest"))
