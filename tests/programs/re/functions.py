"""findall, split, sub, subn, escape."""
import re

print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)=", "a=1 b=2"), re.findall(r"(\w)=(\d)", "a=1 b=2"), re.findall("x*", "axb"))
print(sum([int(x) for x in re.findall(r"\d+", "1 22 333")]), [w.upper() for w in re.findall(r"\w+", "two words")])
for key, value in re.findall(r"(\w+)=(\w+)", "a=1 bc=de"):
    print(key + ":" + value)
print(re.split(r"[,;]\s*", "a, b;c"), re.split("(-)", "a-b-c"), re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1))
print(re.sub(r"(\w+) (\w+)", r"\2 \g<1>", "hello world"), re.sub("x*", "-", "abxd"), re.sub("a", "b", "aaa", count=2))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22"), re.subn("[aeiou]", "*", "education"))
print(re.sub("(a)|b", r"[\1]", "ab"), re.sub("é", "\\\\", "café"), repr(re.sub(",", r"\t", "a,b")))
print(re.escape("a.b*c[d] é_-"), re.sub(re.escape("a.b"), "X", "a.b aXb"))


def shout(m):
    return m.group(0).upper()


print(re.compile(r"\b[a-z]{4}\b").sub(shout, "some words here"), re.compile("b").split("abcbd"), re.compile("(.)b").findall("abcb"))
for text in ("", "a", "ab\ncd\n"):
    print(re.findall("^.?", text, re.M), re.findall("$", text), re.findall("(?m)$", text), re.split(r"\n", text))
