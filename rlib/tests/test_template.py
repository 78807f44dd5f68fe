import unittest

from rlib import lowlevel as ll, template as rtemplate
from support import outcome, seeded


class Thing:
    """A value with attributes and items."""

    a = 5
    é = "text"

    def __getitem__(self, key):
        return "[%r]" % (key,)

    def __repr__(self):
        return "Thing()"


class Format:
    """template.format(*args, **named), by the library: what the compiler does with it."""

    def __init__(self, args, named):
        self.args = args
        self.named = named
        self.state = 0
        self.count = 0

    def run(self, template, i, end, depth):
        rtemplate.ll_template_depth(depth)
        out = ""
        while i < end:
            literal_end, field, name, name_end, conversion, spec, spec_end, nested, next_i = rtemplate.ll_template_next(template, i, end)
            out += template[i:literal_end].decode()
            i = next_i
            if not field:
                continue
            value = self.value(template, name, name_end)
            if conversion != 0:
                rtemplate.ll_template_conversion(conversion)
                value = {"r": repr, "s": str, "a": ascii}[chr(conversion)](value)
            text = self.run(template, spec, spec_end, depth - 1) if nested else template[spec:spec_end].decode()
            out += format(value, text)
        return out

    def value(self, template, i, end):
        stop, index = rtemplate.ll_template_first(template, i, end)
        name = template[i:stop].decode()
        if not name or index >= 0:
            self.state = rtemplate.ll_template_number(self.state, not name)
            if not name:
                index = self.count
                self.count += 1
            if index >= len(self.args):
                raise IndexError("Replacement index %d out of range for positional args tuple" % index)
            value = self.args[index]
        else:
            value = self.named[name]
        while stop < end:
            attribute, start, name_end, index, stop = rtemplate.ll_template_part(template, stop, end)
            name = template[start:name_end].decode()
            if attribute:
                value = getattr(value, name)
            else:
                value = value[index if index >= 0 else name]
        return value


class TemplateTest(unittest.TestCase):
    def same(self, text, *args, **named):
        low = ll.literal(text)
        ours = Format(args, named)
        self.assertEqual(outcome(lambda: text.format(*args, **named)), outcome(ours.run, low, 0, len(low), 2), text)

    def test_templates(self):
        texts = (
            "|{|}|{{|}}|{{}}|{{{}}}|{}|a{}b{}|{0}{1}{0}|{}{0}|{0}{}|{a}|{é}|{b}|{0.a}|{0.é}|{0[5]}|{0[x]}|{0[٣]}|{0[}]}|{0[{]}|"
            "{0[!]}|{0[:]}|{0.a!r}|{0!s}|{0!a}|{é!a}|{0!x}|{0!€}|{0!}|{0!|{0!r|{0!rx}|{0!r:|{0!r:>12}|{0:>12}|{1:{1}}|{1:{}}|{:{}}|"
            "{:{:{}}}|{1:{a}{a}}|{a[}|{0[0]x}|{.}|{.a}|{[5]}|{[]}|{0.}|{0[]}|{0|{{}|{0{}|{99999999999999999999}|{0[99999999999999999999]}|"
            "{0]}|{ }|{0!}}|{0!r}}|{:}}|{:{{}}}|{0:{{|é{0:é>9}é|{٣}|{١}|{5}|{0.a.b}|{0..a}|{a:}}|x}y|x}}y|x{|}{|{!r}{!r}|{[a][b]}|{0[a}|{0[a.b]}"
        ).split("|")
        for text in texts:
            self.same(text, Thing(), 7, a=3, é="é")
            self.same(text)

    def test_any(self):
        rng = seeded("template")
        for _ in range(40000):
            text = "".join(rng.choice("{{{}}}}:!rs[].0a1é>5") for _ in range(rng.randrange(12)))
            self.same(text, Thing(), 7, a=3)


if __name__ == "__main__":
    unittest.main()
