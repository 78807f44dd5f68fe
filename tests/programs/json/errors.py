"""JSONDecodeError says what is wrong, and where."""
import json

texts = [
    "", "  ", "nul", "[1,]", "[1 2]", '{"a"}', '{"a":1,}', "{a:1}", '"abc', '"a\nb"', '"\\x"', '"\\u12g4"', '"\\', '"\\u12',
    "[", "{", '{"a":', '{"a":1', "-", "1.", "01", "1 2", "\ufeff1", '{"a" 1}', "[1,,2]", '{\n  "é": 1,\n  "b" 2\n}', "[\n]\n]",
]
for text in texts:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.lineno, e.colno, e.doc == text)
try:
    json.loads("[1")
except ValueError as e:
    print("ValueError:", e)
