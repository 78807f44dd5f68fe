"""Margins: dedent and indent."""

from textwrap import dedent, indent

print(
    dedent(
        """\
        def f():
            return 1

        print(f())
        """
    ),
    end="",
)
for text in ("", "x", "  x", "  a\n  b", "  a\n    b\n", "    a\n  b\n", "\ta\n\tb", "\ta\n  b", " \ta\n \t b", "  a\n \n  b\n   \n", "\n  \n"):
    print(repr(dedent(text)))
print(repr(indent("a\nb\n\n  \nc", "  ")))
print(repr(indent("a\nb\n\nc\n", "> ", lambda line: True)))
print(repr(indent("keep\n# note\nkeep", "* ", predicate=lambda line: not line.startswith("#"))))
print(repr(indent("", "x")), repr(indent("a\r\nb\rc", "-")))
print(indent(dedent("    if x:\n        y()\n"), "|\t"), end="")
