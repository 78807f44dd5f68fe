"""What is wrong with a pattern, and where."""
import re

for pattern in [
    "(", ")", "a)", "[a", "[]", "*a", "a**", "a{2,1}", "(?P<1a>x)", "(?P<a", "(?P<a>x)(?P<a>y)", "(?P=b)", r"\1", r"(a\1)", r"\q", "\\", "[z-a]",
    r"[\d-a]", "(?<=a*)b", "(?", "(?z)", "a(?i)b", "(?P", "(?Px)", "(?<x", r"\x1", r"\u12", "(?#", "(?(1)a", "(?(x)a)", "(?(0)a)", "(?i-i:a)", "(?-", "\n(",
    r"(?(1)a|b|c)", r"\400", "(?-a:x)", "(?au:x)", "(?i", "x{99999999999}",
]:
    try:
        print(pattern, re.compile(pattern).groups)
    except re.error as e:
        print(repr(pattern), e, "|", e.msg, e.pos, e.lineno, e.colno)
    except OverflowError as e:
        print(repr(pattern), e)
for template in [r"\2", r"\g<x>", r"\g<", r"\g<9>", r"\q", "\\", r"\g", r"\g<>", r"\g<a b>"]:
    try:
        print(re.sub("(a)", template, "a"))
    except re.error as e:
        print(template, e)
    except IndexError as e:
        print(template, e)
