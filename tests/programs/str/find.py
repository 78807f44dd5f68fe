# Searching: every bound, empty texts, characters of more than one byte.

s = "abracadabra"
print(s.find("a"), s.find("bra"), s.find("x"), s.find(""), s.find("abra", 1), s.find("a", -3), s.find("a", 4, 5))
print(s.rfind("a"), s.rfind("bra"), s.rfind("x"), s.rfind(""), s.rfind("abra", 0, 9), s.rfind("a", None, -1))
print(s.count("a"), s.count("abra"), s.count(""), s.count("x"), s.count("a", 3), s.count("a", 3, 6), "aaaa".count("aa"))
print(s.find("", 11), s.find("", 12), s.count("", 11), s.count("", 12), s.find("a", 100), s.find("a", -100))
print(s.index("cad"), s.rindex("cad"))
for word in ["cad", "dac", ""]:
    try:
        print(s.index(word), s.rindex(word), s.index(word, 2, 8))
    except ValueError as e:
        print("ValueError", e)

t = "naïve café – 日本語 😀 é"
for part in ["é", "日", "😀", "z", "", "fé –"]:
    print(repr(part), t.find(part), t.rfind(part), t.count(part), part in t, t.find(part, 5), t.find(part, -3))

print(s.startswith("abra"), s.startswith("bra"), s.startswith(""), s.startswith("bra", 1), s.startswith("bra", 1, 3))
print(s.endswith("abra"), s.endswith("abr"), s.endswith(""), s.endswith("abr", 0, -1), s.endswith("a", 11, 11))
print(s.startswith(("x", "ab")), s.endswith(("x", "y")), s.startswith(()), s.startswith("", 12), s.endswith("", 11))
big = 9223372036854775807
print(s.find("a", -big, big), s.count("a", -big - 1, big))


def search(text, what):
    try:
        return text.find(what)
    except TypeError as e:
        return str(e)


for what in ["b", 5, None]:
    print(search(s, what))
