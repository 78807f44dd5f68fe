"""json.loads gives what the text says, of any type."""
import json

texts = [
    "null", "true", "false", "0", "-17", "3.25", "1e3", '"text"', "[]", "{}", ' [1, [2.5, null], {"a": "b"}] ',
    '{"name": "Zürich", "escapes": "\\u00e9\\ud83d\\ude00\\n\\"\\\\\\/\\t", "n": {"x": [1, 2, 3]}}',
    '{"k": 1, "k": 2}', "NaN", "-Infinity", "123456789012345678", "-9223372036854775808",
]
for text in texts:
    print(json.loads(text))

data = json.loads('{"users": [{"name": "Ann", "age": 30}, {"name": "Bob", "age": 41}], "total": 2}')
total = 0
for user in data["users"]:
    print(user["name"].upper(), user["age"] + 1)
    total += user["age"]
print(total, data["total"] == len(data["users"]))
print(json.loads(b'{"bytes": [1]}'), json.loads(bytearray(b"[2]")))


def show(value, depth=0):
    pad = "  " * depth
    if isinstance(value, dict):
        for k, v in value.items():
            print(pad + k + ":")
            show(v, depth + 1)
    elif isinstance(value, list):
        for v in value:
            show(v, depth + 1)
    elif isinstance(value, str):
        print(pad + value.title())
    elif value is None:
        print(pad + "nothing")
    else:
        print(pad, value, type(value).__name__)


show(json.loads('{"a": [1, true, null, 2.5, "xyz abc"], "b": {"c": {}}}'))
deep = "[" * 300 + "]" * 300
n = 0
x = json.loads(deep)
while x:
    x = x[0]
    n += 1
print(n)
