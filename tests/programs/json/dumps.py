"""json.dumps with its options."""
import json

print(json.dumps([1, -2, 3.5, 1e100, True, False, None, "text", "Zürich 😀 \x00\x7f\"\\/\n"]))
print(json.dumps("Zürich 😀\t\x01", ensure_ascii=False))
print(json.dumps({"b": 1, "a": {"d": [], "c": {}}}, sort_keys=True))
print(json.dumps({"b": [1, 2, {"x": None}], "a": ()}, indent=4))
print(json.dumps([[1, 2], [3]], indent="\t", separators=(", ", "=")))
print(json.dumps([1, [2, 3]], indent=0))
print(json.dumps({"a": 1, "b": [1, 2]}, separators=(",", ":")))
print(json.dumps({1: "int", 2: "int"}), json.dumps({1.5: 1}), json.dumps({True: 1, None: 2}))
print(json.dumps((1, "two", 3.0)), json.dumps("plain"), json.dumps(12), json.dumps(None), json.dumps([]), json.dumps({}))
print(json.dumps(float("nan")), json.dumps([float("inf"), -float("inf")]))
try:
    json.dumps([float("inf")], allow_nan=False)
except ValueError as e:
    print(e)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def plain(o):
    if isinstance(o, Point):
        return {"x": o.x, "y": o.y}
    raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")


print(json.dumps({"p": Point(1, 2), "q": [Point(3, 4.5)]}, default=plain))
print(json.dumps([Point(1, 2)], default=lambda o: f"{o.x}/{o.y}"))
try:
    json.dumps(Point(1, 2))
except TypeError as e:
    print(e)


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return [o.x, o.y]
        return super().default(o)


print(json.dumps({"p": Point(5, 6)}, cls=PointEncoder))
print(json.dumps([1, 2.5, None], cls=json.JSONEncoder, indent=1), json.JSONEncoder(sort_keys=True).encode({"b": 1, "a": 2}))
circle = []
circle.append(circle)
try:
    json.dumps(circle)
except ValueError as e:
    print(e)
text = '{"a": [1, 2.5, {"b": null}], "c": "d"}'
print(json.dumps(json.loads(text)) == text, json.loads(json.dumps(json.loads(text))) == json.loads(text))
