"""Standard input and the program's arguments."""

import io
import random
import unittest

from rlib import arguments, io as rio, lowlevel as ll, stdin
from rlib.tests.support import high


class Stdin(unittest.TestCase):
    def give(self, data, read_limit=1 << 60):
        ll.reset()
        rio.filled = stdin.begin = stdin.end = stdin.full = 0
        ll.platform.to_read = data
        ll.platform.read_limit = read_limit

    def test_as_cpython(self):
        r = random.Random(1)
        for _ in range(300):
            alphabet = r.choice(("ab\n", "a\r\n", "aä€🐍\n", "€\n" + "x" * 50))
            text = "".join(r.choice(alphabet) for _ in range(r.choice((0, 1, 5, 100, 9000))))
            expected = io.StringIO(text, newline="\n")
            self.give(text.encode(), r.choice((1, 2, 5, 1 << 60)))
            while True:
                limit = r.choice((-1, 0, 1, 3, 50, 10000))
                if r.random() < 0.8:
                    want, got = expected.readline(limit), stdin.ll_stdin_take(limit, True)
                else:
                    want, got = expected.read(limit), stdin.ll_stdin_take(limit, False)
                self.assertEqual(high(got), want)
                if limit != 0 and want == "":
                    break
            self.assertFalse(stdin.ll_stdin_more())

    def test_input(self):
        self.give("a\n\nbä\r\nc".encode())
        self.assertEqual([high(stdin.ll_input()) for _ in range(4)], ["a", "", "bä\r", "c"])
        self.assertRaisesRegex(EOFError, "EOF when reading a line", stdin.ll_input)

    def test_wrong_bytes(self):
        for data in (b"a\xff", b"ab\xe2\x82", b"\xe2\x82x", b"\xf0\x9f\x90"):
            lines = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
            with self.assertRaises(UnicodeDecodeError) as wanted:
                lines.readlines()
            self.give(data)
            with self.assertRaises(Exception) as caught:
                while stdin.ll_stdin_more():
                    stdin.ll_stdin_take(-1, True)
            self.assertEqual(type(caught.exception).__name__, "UnicodeDecodeError")
            self.assertEqual(high(caught.exception.args[0]), str(wanted.exception))

    def test_output_comes_first(self):
        self.give(b"x")
        rio.ll_print_str(1, ll.literal("who? "))
        self.assertEqual(ll.platform.written[1], b"")
        stdin.ll_input()
        self.assertEqual(ll.platform.written[1], b"who? ")

    def test_arguments(self):
        for args in ([], ["p.py"], ["p.py", "", "ä b", "€" * 100]):
            ll.reset()
            arguments.arguments = None
            ll.platform.args = [a.encode() for a in args]
            found = arguments.ll_arguments()
            self.assertEqual([high(found.items[i]) for i in range(found.length)], args)
            self.assertIs(arguments.ll_arguments(), found)
        ll.platform.args = [b"a\xffb"]
        arguments.arguments = None
        self.assertEqual(high(arguments.ll_arguments().items[0]), "a\ufffdb")


if __name__ == "__main__":
    unittest.main()
