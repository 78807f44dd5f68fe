"""Flags, for the whole and for parts."""
import re

print(re.findall("straße|MASSE", "STRASSE Straße masse", re.I), re.findall("é", "ÉéE", re.I), re.findall("[k-m]", "KkKL", re.IGNORECASE))
print(re.findall("^a.c$", "abc\na\nc\naxc", re.M), re.findall("a.c", "abc a\nc", re.S), re.findall("(?s)a.c", "a\nc"))
print(re.findall(r"\w+", "naïve café ٣", re.A), re.findall(r"\w+\d", "ab1 é٣"), re.findall(r"(?a)\d", "1٣"))
number = re.compile(
    r"""
    (?P<whole> \d+ )     # digits
    (?: \. (?P<part> \d* ) )?   # perhaps a point, and more
    [ ] \#
    """,
    re.VERBOSE,
)
m = number.search("x 3.14 # y")
if m:
    print(m.groupdict())
print(re.findall("(?i:a)b", "Ab AB ab"), re.findall("(?i)a(?-i:b)", "Ab AB ab"), re.sub("(?x) a  b # c", "-", "ab a b"))
print(int(re.I | re.M), re.compile("a", re.I).flags, re.compile("(?im)a").flags, re.compile("a", re.A).flags)
