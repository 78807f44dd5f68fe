# Strings compare by code point.


def show(a, b):
    print(a == b, a != b, a < b, a <= b, a > b, a >= b)


show("a", "b")
show("b", "a")
show("a", "a")
show("", "a")
show("", "")
show("abc", "abcd")
show("abd", "abcd")
show("Z", "a")
show("é", "z")
show("é", "e\u0301")
show("\uffff", "\U00010000")
show("日本", "日本語")
show("a\x00b", "a\x00c")
show("a\x00", "a")
print("a" < "b" < "c", "a" < "c" < "b", "x" == "x" == "x", "10" < "9")
print("a" + "b" == "ab", "ab" * 2 == "abab", str(12) == "12", "é" + "" == "é")
