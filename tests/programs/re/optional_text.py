"""Groups may be None: what is done with their text checks that."""
import re


def expand(text, defs):
    return re.sub(r"\{(\w+)\}", lambda m: expand(defs[m.group(1)], defs), text)


defs = {}
for line in "name = Bob; greet = hi {name}".split("; "):
    m = re.match(r"(\w+) = (.*)", line)
    defs[m.group(1)] = m.group(2)
print(expand("{greet}!", defs))

value = re.match(r"(\w+)=(.*)", "a=1,b").group(2)
print(re.sub("(b)", "x", value), re.split(",", value), re.findall(r"\w", value), re.fullmatch(".*", value))
print([m.start() for m in re.finditer(r"\w", value)], re.escape(value))
missing = re.match("(a)|(b)", "a").group(2)
for call in (
    lambda: re.sub("a", "x", missing),
    lambda: re.match("a", missing) is None,
    lambda: len(re.findall("a", missing)),
    lambda: len(re.split("a", missing)),
    lambda: re.finditer("a", missing) is None,
    lambda: re.compile(missing) is None,
):
    try:
        print(call())
    except TypeError as e:
        print(e)
