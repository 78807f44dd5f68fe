"""Writes rlib/unicode_bits.py, unicode_case.py and unicode_print.py: Unicode 14.0, the version of
CPython 3.11, read off its own str methods. Run it with that Python, then look at
`git diff`: nothing may change.

A set of code points is a bitmap in three stages, in the words of one static array:

```text
stage 1   a byte for each 1024 code points: a row of stage 2
stage 2   rows of 16 bytes: a word of stage 3
stage 3   words of 64 bits, each different
```

The case table has a byte for each 512 code points, rows of 32 bytes, rows of 16
bytes, and records: the distances to the lower, upper, title and folded forms, mod
65536, in the 16-bit quarters of a word. A distance of 32768 says that there are
several code points instead, which stand in a text of their own. Nothing is stored of
code points from 0x32000 on, but of 0xE0000 to 0xE01FF, as if they followed there.

What is printable is needed by every program that has a repr of a str, so it is small
rather than quick: the lengths of the runs that are not and that are, in turn, as the
characters of a text, with a mark at every 32nd: 2**16 times the code point where its
run begins, and its offset in the text.
"""

import os
import sys
import unicodedata

END = 0x32000
TAGS = 0xE0000
TAGS_END = 0xE0200
SEVERAL = 0x8000
FORMS = (("lower", str.lower), ("upper", str.upper), ("title", str.title), ("fold", str.casefold))


def is_cased(c):
    return c.islower() or c.isupper() or unicodedata.category(c) == "Lt"


def is_final_sigma(before):
    return (before + "Σ").lower().endswith("ς")


def is_case_ignorable(c):
    """A character that the rule of the final sigma looks through."""
    return is_final_sigma("a" + c) and not is_final_sigma(c)


def is_name_rest(c):
    return ("a" + c).isidentifier() and not c.isidentifier()


SETS = (
    ("alpha", "str.isalpha of one code point.", str.isalpha),
    ("decimal", "str.isdecimal of one code point.", str.isdecimal),
    ("digit", "str.isdigit of one code point.", str.isdigit),
    ("numeric", "str.isnumeric of one code point.", str.isnumeric),
    ("lower", "str.islower of one code point.", str.islower),
    ("upper", "str.isupper of one code point.", str.isupper),
    ("cased", "Is the code point a lower, upper or title form?", is_cased),
    ("case_ignorable", "Does the rule of the final sigma look through the code point?", is_case_ignorable),
    ("name_start", "str.isidentifier of one code point.", str.isidentifier),
    ("name_rest", "May the code point stand in a name, but not first?", is_name_rest),
)


def stored(function, rest):
    """The function's values of the code points that are stored."""
    values = [rest if 0xD800 <= c < 0xE000 else function(chr(c)) for c in range(0x110000)]
    assert all(v == rest for c, v in enumerate(values) if c >= END and not TAGS <= c < TAGS_END)
    return values[:END] + values[TAGS:TAGS_END]


def rows(values, size, rest):
    """The different rows of so many values, and the number of the row for each group;
    row 0 is all rest, and the groups at the end that need no other are left out."""
    different = {(rest,) * size: 0}
    groups = [tuple(values[i : i + size]) for i in range(0, len(values), size)]
    groups[-1] += (rest,) * (size - len(groups[-1]))
    numbers = [different.setdefault(group, len(different)) for group in groups]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    assert len(different) <= 256, len(different)
    return [x for row in different for x in row], numbers


def words(items, bits):
    """The items, in 64-bit words, the first the lowest."""
    per_word = 64 // bits
    items = items + [0] * (-len(items) % per_word)
    return [sum(x << bits * k for k, x in enumerate(items[i : i + per_word])) for i in range(0, len(items), per_word)]


def array(items, indent):
    lines = []
    line = indent
    for item in items:
        number = str(item - (1 << 64) if item >> 63 else item)
        if len(line) + len(number) + 2 > 99:
            lines.append(line.rstrip())
            line = indent
        line += number + ", "
    return "\n".join(lines + [line.rstrip()])


def bitmap(name, meaning, function):
    bits, numbers = rows(stored(function, False), 64, False)
    stage3 = words([int(b) for b in bits], 1)
    stage2, numbers = rows(numbers, 16, 0)
    stage1, stage2 = words(numbers, 8), words(stage2, 8)
    all_words = stage1 + stage2 + stage3
    print("%-16s %5d bytes" % (name, 8 * len(all_words)))
    return '''

def ll_is_%s(c):
    """%s"""
    words = ll.int_array(
%s
    )
    return ll_bit(words, %d, %d, c)
''' % (name, meaning, array(all_words, "        "), len(stage1), len(stage1) + len(stage2))


BITS = '''"""Sets of code points. Written by rlib/tables/generate.py, which says how: Unicode 14.0."""

from rlib import lowlevel as ll


def ll_bit(words, stage2, stage3, c):
    """Is the code point in the set? Its stages begin at these words."""
    c = ll_stored(c)
    if c >= stage2 << 13:
        return False
    i = ll_byte(words, 0, c >> 10) << 4 | c >> 6 & 15
    i = ll_byte(words, stage2, i)
    return words[stage3 + i] >> (c & 63) & 1 == 1


def ll_byte(words, start, i):
    """The byte at i, counted from the word at start."""
    return words[start + (i >> 3)] >> ((i & 7) << 3) & 255


def ll_stored(c):
    """The code point as the tables know it."""
    if c < %d:
        return c
    return c - %d if c >= %d and c < %d else 1114112
''' % (END, TAGS - END, TAGS, TAGS_END)

CASE = '''"""Case. Written by rlib/tables/generate.py, which says how: Unicode 14.0."""

from rlib import lowlevel as ll
from rlib.unicode_bits import ll_byte, ll_stored


def ll_case_record(c):
    """The distances of the code point's lower, upper, title and folded forms."""
    words = ll.int_array(
%s
    )
    c = ll_stored(c)
    if c >= %d:
        return 0
    i = ll_byte(words, 0, c >> 9) << 5 | c >> 4 & 31
    i = ll_byte(words, %d, i) << 4 | c & 15
    return words[%d + ll_byte(words, %d, i)]
'''

SPECIAL = '''

def ll_special_%s():
    """Code points with a %s form of several: each, the number of these, and they."""
    return (
%s
    )
'''


def record(c):
    quarters = 0
    for k, (_, form) in enumerate(FORMS):
        image = form(c)
        assert len(image.encode()) <= 3 * len(c.encode())
        if len(image) == 1:
            distance = ord(image) - ord(c) & 0xFFFF
            assert distance != SEVERAL and ord(image) >> 16 == ord(c) >> 16
        else:
            distance = SEVERAL
        quarters |= distance << 16 * k
    return quarters


def case_table():
    by_record = {0: 0}
    numbers = [by_record.setdefault(r, len(by_record)) for r in stored(record, 0)]
    assert len(by_record) <= 256
    stage3, numbers = rows(numbers, 16, 0)
    stage2, numbers = rows(numbers, 32, 0)
    stages = [words(numbers, 8), words(stage2, 8), words(stage3, 8)]
    starts = [0]
    for stage in stages:
        starts.append(starts[-1] + len(stage))
    all_words = sum(stages, []) + list(by_record)
    print("%-16s %5d bytes" % ("case", 8 * len(all_words)))
    return CASE % (array(all_words, "        "), len(stages[0]) << 12, starts[1], starts[3], starts[2])


def specials(name, form):
    entries = []
    for c in map(chr, range(0x110000)):
        image = form(c)
        if len(image) > 1:
            entries.append(c + str(len(image)) + image)
    text = "".join(entries)
    print("%-16s %5d bytes" % ("special " + name, len(text.encode())))
    return SPECIAL % (name, name, literals(text, 14))


PRINT = '''"""Printable characters. Written by rlib/tables/generate.py, which says how: Unicode 14.0."""

from rlib import lowlevel as ll


def ll_print_runs():
    """The lengths of the runs, from 127 on, in a text."""
    return (
%s
    )


def ll_print_marks():
    """Where every 32nd run begins."""
    return ll.int_array(
%s
    )
'''


def print_table():
    starts = [127] + [c for c in range(128, 0x110000) if chr(c).isprintable() != chr(c - 1).isprintable()]
    runs = [b - a for a, b in zip(starts, starts[1:] + [0x110000])]
    assert not any(0xD800 <= n < 0xE000 for n in runs)
    text = "".join(map(chr, runs))
    marks = [c << 16 | len(text[:i].encode()) for i, c in enumerate(starts) if i % 32 == 0]
    print("%-16s %5d bytes" % ("print", len(text.encode()) + 8 * len(marks)))
    return PRINT % (literals(text, 20), array(marks, "        "))


def literals(text, size):
    """A text as literals of so many characters."""
    lines = [text[i : i + size] for i in range(0, len(text), size)]
    return "\n".join("        " + '"' + "".join(map(escaped, line)) + '"' for line in lines)


def escaped(c):
    if " " <= c < "\x7f":
        return "\\" + c if c in '"\\' else c
    return "\\x%02x" % ord(c) if c < "\x7f" else "\\u%04x" % ord(c) if c < "\U00010000" else "\\U%08x" % ord(c)


def write(name, text):
    with open(os.path.join(os.path.dirname(__file__), "..", name), "w", encoding="ascii") as f:
        f.write(text)


def main():
    assert unicodedata.unidata_version == "14.0.0", "this is the Python of another Unicode"
    write("unicode_bits.py", BITS + "".join(bitmap(*row) for row in SETS))
    write("unicode_case.py", case_table() + "".join(specials(*form) for form in FORMS if form[0] != "lower"))
    write("unicode_print.py", print_table())


if __name__ == "__main__":
    sys.exit(main())
