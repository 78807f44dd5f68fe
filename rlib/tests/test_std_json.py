"""rlib/std/json reads and writes what CPython's json does."""

import json
import unittest

from rlib.std import json as rjson
from rlib.std.json import decoder, encoder
from support import play, seeded

play(decoder)
play(encoder)

TEXTS = """ {"a": [1, -2.5e3, true, false, null], "b": {"c": "d\\u00e9\\ud83d\\ude00\\n"}}
["\\"\\\\\\/\\b\\f\\n\\r\\t", "Zürich 😀", "\\u12g4", "\\uD83D\\u0041", "\\u123"]
[0, -0, 01, 1., 1.5, 1e5, 1E+5, 1e-5, 1e, -1, 123456789012345678, 12345678901234567890123]
[NaN, Infinity, -Infinity, nul, tru, -Inf] [] {} [{}, [[]]] {"a": 1, } [1, ] {"a" 1} {1: 2} "a
b" 1 2 {"key":{"key":"value","key":2}}"""

VALUES = [
    None, True, False, 0, -1, 10**17, 1.5, 1e300, float("inf"), float("nan"), "", "a\"b\\c\n\t\x00\x1f\x7f", "Zürich 😀",
    [], {}, [[]], (1, 2), {"b": 1, "a": [1, {"c": None}]}, {1: 2, 2.5: 3, None: 4, True: 5}, {(1, 2): 3, "x": 4},
    [object()], {"a": {1, 2}},
]  # fmt: skip

OPTIONS = [
    {}, {"indent": 2}, {"indent": 0}, {"indent": "\t"}, {"ensure_ascii": False}, {"separators": (",", ":")},
    {"sort_keys": True}, {"allow_nan": False}, {"indent": 1, "separators": (";", "=")}, {"default": str},
    {"skipkeys": True},
]  # fmt: skip


def result(f, *args, **options):
    try:
        return repr(f(*args, **options))
    except ValueError as e:
        if type(e).__name__ == "JSONDecodeError":
            return str(e), e.msg, e.pos, e.lineno, e.colno
        return str(e)
    except TypeError as e:
        return str(e).replace(hex(id(args[0])), "")


class StdJsonTest(unittest.TestCase):
    def test_loads(self):
        rng = seeded("json")
        for _ in range(6000):
            at = rng.randrange(len(TEXTS))
            text = TEXTS[at : at + rng.randrange(40)]
            if rng.randrange(2):
                text = "[" + text.replace("\n", " ") + "]"
            if rng.randrange(3) == 0 and text:
                at = rng.randrange(len(text))
                text = text[:at] + rng.choice('"[]{},:\\u0') + text[at + rng.randrange(2) :]
            self.assertEqual(result(json.loads, text), result(rjson.loads, text), text)
        for text in TEXTS.split("\n") + ["", " ", "\ufeff1", b"[1]", b"\xef\xbb\xbf[2]"]:
            self.assertEqual(result(json.loads, text), result(rjson.loads, text), text)

    def test_hooks(self):
        text = '{"a": [1, 2.5, NaN, {"b": -3}]}'
        for hooks in (
            {"object_hook": lambda d: sorted(d)},
            {"object_pairs_hook": tuple},
            {"parse_int": float, "parse_float": lambda s: s + "!"},
            {"parse_constant": str.lower},
        ):
            self.assertEqual(result(json.loads, text, **hooks), result(rjson.loads, text, **hooks))
        self.assertEqual(json.JSONDecoder().raw_decode("é[1] 2", 1), rjson.JSONDecoder().raw_decode("é[1] 2", 1))
        self.assertEqual('["a\tb"]', json.dumps(rjson.JSONDecoder(strict=False).decode('["a\tb"]')).replace("\\t", "\t"))

    def test_dumps(self):
        for value in VALUES:
            for options in OPTIONS:
                self.assertEqual(result(json.dumps, value, **options), result(rjson.dumps, value, **options))
        encoder.DEEPEST = 100
        circle = []
        circle.append(circle)
        self.assertEqual(result(json.dumps, circle), result(rjson.dumps, circle))


if __name__ == "__main__":
    unittest.main()
