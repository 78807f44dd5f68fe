print("a b  c".split(), "a b  c".split(" "), "  a b ".split(), "".split(), "".split(" "), "   ".split())
print("a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a,b,c".split(",", 0), "a b c".split(None, 1), "a b c ".rsplit(None, 1))
print("a--b--c".split("--"), "abc".split("abc"), "aXbXc".rsplit("X"), "a b c".split(maxsplit=1), "a,b".split(sep=","))
print("a\u2003b\u00a0c\x1cd".split(), "ä–ö–ü".split("–"), "日本語".split("本"))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("key=value=x".partition("="), "none".partition("="), "a=b=c".rpartition("="), "none".rpartition("="))
print("a\tb".partition("\t"), "–a–b–".rpartition("–"))
for sep in ["", "x"]:
    for name in ["split", "rsplit", "partition"]:
        try:
            if name == "split":
                print("axb".split(sep))
            elif name == "rsplit":
                print("axb".rsplit(sep))
            else:
                print("axb".partition(sep))
        except ValueError as e:
            print(name, e)

print("".join([]), ", ".join(["a"]), "-".join("abc"), " ".join(("x", "y")))
print("·".join(["ä", "日", "😀"]), ",".join({"k": 1, "l": 2}), "".join(reversed("stressed")), "|".join(sorted("hello")))
print("-".join([str(i) for i in range(5)]), " ".join(map(str, [1, 2, 3])), "".join({"z"}))


def joined(items):
    try:
        return ",".join(items)
    except TypeError as e:
        return str(e)


print(joined(["a", 1]))
print(joined(["a", "b", None]))
head, *rest = "one two three four".split()
print(head, rest)
a, b = "xy"
print(a, b)
first, *middle, end = "naïve"
print(first, middle, end)
try:
    a, b = "xyz"
except ValueError as e:
    print(e)
