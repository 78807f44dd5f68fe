"""Printing, tracebacks, exceptions and the program's frame."""

import builtins
import itertools
import os
import subprocess
import sys
import tempfile
import traceback
import unittest

from rlib import instance, io as rio, lowlevel as ll, start, traceback as rtraceback


def exception(name, text=""):
    """A low-level exception that CPython can raise, too."""
    e = getattr(builtins, name)()
    e.class_id = name
    e.suppress_context = False
    e.traceback = e.context = e.cause = None
    e.text = ll.literal(text)
    return e


class Runtime(unittest.TestCase):
    def setUp(self):
        ll.reset()
        rio.filled = 0

    def out(self):
        return ll.platform.written[1].decode()

    def err(self):
        return ll.platform.written[2].decode()


class PrintTest(Runtime):
    def test_buffer(self):
        expected = ""
        for n in (0, 1, 100, 8000, 91, 92, 8192, 8193, 1, 50000, 8191, 1, 1):
            text = "x" * (n - 1) + "\n" if n else ""
            rio.ll_print_str(1, ll.literal(text))
            expected += text
            self.assertEqual(expected[: len(self.out())], self.out())
            self.assertLessEqual(len(expected) - len(self.out()), 8192)
        rio.ll_flush()
        rio.ll_flush()
        self.assertEqual(expected, self.out())

    def test_stderr(self):
        rio.ll_print_str(1, ll.literal("a"))
        rio.ll_print_str(2, ll.literal("b"))
        self.assertEqual((self.out(), self.err()), ("", "b"))

    def test_short_writes(self):
        ll.platform.write_limit = 3
        rio.ll_print_str(1, ll.literal("some text"))
        rio.ll_flush()
        self.assertEqual(self.out(), "some text")

    def test_cannot_write(self):
        ll.platform.write_limit = 0
        rio.ll_print_str(1, ll.literal("some text"))
        self.assertRaisesRegex(ll.PlatformExit, "120", rio.ll_flush)


class StartTest(Runtime):
    def run_program(self, program):
        ll.platform.program = program
        return start.ll_main()

    def test_end(self):
        self.assertEqual(self.run_program(lambda: rio.ll_print_str(1, ll.literal("hi\n"))), 0)
        self.assertEqual(self.out(), "hi\n")

    def test_exit(self):
        for status, shown in ((0, ""), (7, ""), (-1, "why\n")):
            e = exception("SystemExit", "why")
            e.status = status
            self.setUp()
            self.assertEqual(self.run_program(lambda: raise_(e)), 1 if status < 0 else status)
            self.assertEqual(self.err(), shown)

    def test_uncaught(self):
        for name, status in (("KeyboardInterrupt", 130), ("GeneratorExit", 1), ("KeyError", 1)):
            self.setUp()

            def program():
                rio.ll_print_str(1, ll.literal("before\n"))
                raise_(exception(name))

            self.assertEqual(self.run_program(program), status)
            self.assertEqual((self.out(), self.err()), ("before\n", name + "\n"))


def raise_(e):
    raise e


class TracebackTest(Runtime):
    """Each program runs under CPython; its traceback's frames become ours."""

    def check(self, source):
        self.setUp()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "p.py")
            with open(path, "w") as f:
                f.write(source)
            expected = subprocess.run([sys.executable, path], capture_output=True, text=True).stderr
            try:
                exec(compile(source, path, "exec"), {})
            except BaseException as e:
                caught = e
            with open(path) as f:
                self.names = {}
                self.made = {}
                low = self.lower(caught, path, f.read().split("\n"))
            rtraceback.ll_print_exception(low)
        lines = [line for line in expected.split("\n") if set(line) - set(" ^~") or not line]
        self.assertEqual("\n".join(lines), self.err())

    def lower(self, e, path, lines):
        if e is None:
            return None
        if e in self.made:
            return self.made[e]
        self.made[e] = low = exception(type(e).__name__, str(e))
        low.suppress_context = e.__suppress_context__
        low.context = self.lower(e.__context__, path, lines)
        low.cause = self.lower(e.__cause__, path, lines)
        places = [(f.f_code.co_name, n) for f, n in traceback.walk_tb(e.__traceback__) if f.f_code.co_filename == path]
        for name, line in reversed(places):
            frame = ll.new(ll.Frame)
            frame.file = self.name(path)
            frame.function = self.name(name)
            frame.line = line
            frame.source = ll.literal(lines[line - 1].strip())
            rtraceback.ll_add_frame(low, frame)
        return low

    def name(self, text):
        return self.names.setdefault(text, ll.literal(text))

    def test_plain(self):
        self.check("def f(n):\n    return 1 // n\n\n\nf(0)\n")
        self.check("raise ValueError\n")
        self.check("raise ValueError('two\\nlines')\n")

    def test_repeats(self):
        for n in (1, 2, 3, 4, 5, 20):
            self.check("def f(n):\n    if n:\n        f(n - 1)\n    else:\n        1 // 0\n\n\nf(%d)\n" % n)
            self.check("def f(n):\n    if n:\n        g(n - 1)\n    1 // 0\n\n\ndef g(n):\n    f(n)\n\n\nf(%d)\n" % n)

    def test_deep(self):
        self.check(
            "import sys\nsys.setrecursionlimit(3000)\n"
            "def f(n):\n    if n:\n        g(n - 1)\n    1 // 0\n\n\ndef g(n):\n    f(n)\n\n\nf(1100)\n"
        )

    def test_chain(self):
        inner = "try:\n    1 // 0\nexcept ZeroDivisionError as e:\n    "
        self.check(inner + "raise KeyError('b')\n")
        self.check(inner + "raise KeyError('b') from e\n")
        self.check(inner + "raise KeyError('b') from None\n")
        self.check("try:\n    try:\n        1 // 0\n    except ZeroDivisionError:\n        raise ValueError('b')\nexcept ValueError as e:\n    raise KeyError(3) from e\n")

    def test_ring_of_causes(self):
        self.check("a = ValueError('a')\nb = ValueError('b')\na.__cause__ = b\nb.__cause__ = a\nraise a\n")


class ContextTest(Runtime):
    def exceptions(self, n):
        return [exception("ValueError", str(i)) for i in range(n)]

    def test_fresh(self):
        a, b, c = self.exceptions(3)
        instance.ll_attach_context(b, a)
        instance.ll_attach_context(c, b)
        instance.ll_attach_context(c, a)
        self.assertEqual((c.context, b.context, a.context), (b, a, None))

    def test_nothing_to_attach(self):
        a, b = self.exceptions(2)
        instance.ll_attach_context(a, a)
        self.assertIsNone(a.context)

    def test_raised_again_inside(self):
        # except a: (except b: raise a)
        a, b = self.exceptions(2)
        instance.ll_attach_context(b, a)
        instance.ll_attach_context(a, b)
        self.assertEqual((a.context, b.context), (b, None))

    def test_chains_that_meet(self):
        # y was raised in the handler of x, and is now raised in that of h, whose context is x.
        x, y, h = self.exceptions(3)
        instance.ll_attach_context(y, x)
        instance.ll_attach_context(h, x)
        instance.ll_attach_context(y, h)
        self.assertEqual((y.context, h.context, x.context), (h, x, None))

    def test_never_a_ring(self):
        for steps in itertools.product(itertools.product(range(3), repeat=2), repeat=4):
            made = self.exceptions(3)
            for e, handled in steps:
                instance.ll_attach_context(made[e], made[handled])
            for e in made:
                for _ in range(4):
                    e = e and e.context
                self.assertIsNone(e)

    def test_cause(self):
        a, b = self.exceptions(2)
        instance.ll_set_cause(a, b)
        self.assertEqual((a.cause, a.suppress_context), (b, True))

    def test_hooks(self):
        for code, sign in enumerate("+-*"):
            self.assertRaisesRegex(OverflowError, "^int [%s] int leaves" % sign, instance.ll_overflow, code)
        self.assertRaisesRegex(RecursionError, "^maximum recursion depth exceeded$", instance.ll_recursion)


if __name__ == "__main__":
    unittest.main()
