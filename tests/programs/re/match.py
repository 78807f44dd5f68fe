"""Match objects."""
import re

m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "2023-10 and more")
if m:
    print(m, bool(m), m.group(), m.group(0), m.group(1), m["month"], m[4], m.group("year", 2))
    print(m.groups(), m.groups("-"), m.groupdict(), m.start(), m.end(), m.span("month"), m.span(4), m.regs)
    print(m.lastindex, m.lastgroup, m.string, m.pos, m.endpos == len(m.string), m.re.pattern, m.expand(r"\2/\g<year>\n"))
    for bad in (5, -1):
        try:
            m.group(bad)
        except IndexError as e:
            print(e)
    try:
        m["nope"]
    except IndexError as e:
        print(e)
print(re.match("b", "abc"), re.search("b", "abc"), re.fullmatch("ab", "abc"), re.fullmatch("a|abc", "abc"))
p = re.compile("a.c", re.DOTALL)
print(p.search("xxa\ncxx"), p.match("xxabc", 2), p.search("abcabc", 1), p.search("abcabc", 1, 5), p.pattern, p.flags, p.groups)
print(p, re.compile("x", re.I | re.M), re.compile("(?P<a>.)(?P<b>.)").groupindex)
m = re.search(r"\w+", "  Zürich 😀 x")
if m is not None:
    print(m.group().upper(), m.start(), m.end())
print([m.group(1) for m in re.finditer(r"(\d+)", "1 22 333")])
if (m := re.search("😀(.)", "a😀é")) is not None:
    print(m.span(1), m[1])
