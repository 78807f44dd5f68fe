"""A str of one's own: results of the class, and comparisons with both."""

from collections import UserString

u = UserString("hello world")
print(u, repr(u), str(u), len(u), f"{u}")
print(u.upper(), type(u.upper()).__name__, u.title(), u.capitalize(), u.swapcase())
print(u[0], type(u[0]).__name__, u[1:4], u[-1], u[::-1])
print("wor" in u, UserString("wor") in u, "x" in u)
print(u == "hello world", u == UserString("hello world"), u != "x", u < "z", u >= UserString("a"), u == 3)
print(u + "!", "say " + u, u + UserString("?"), u + 3, type(u + "!").__name__)
print(u * 2, 2 * UserString("ab"))
print(UserString("%s is %d") % ("x", 3), UserString("{} {}").format(1, "b"))
print(u.find("o"), u.rfind("o"), u.find("o", 5), u.count("l"), u.index("w"), u.find("zz"))
try:
    u.index("zz")
except ValueError as e:
    print(e)
print(u.split(), u.split("o", 1), u.partition(" "), u.rsplit("o", 1), u.join(["a", "b"]))
print(u.replace("l", "L"), u.replace("l", UserString("_"), 1), u.startswith("hell"), u.endswith(("x", "ld")))
print(UserString("  x ").strip() + "|", UserString("xxaxx").strip("x"), UserString("7").zfill(3))
print(UserString("ab").center(6, "*"), UserString("ab").ljust(4) + "|", UserString("ab").rjust(4))
print(UserString("42").isdigit(), UserString("ab").isalpha(), UserString("").isspace(), UserString("Ab").islower())
print(int(UserString("42")) + 1, float(UserString("1.5")), UserString(12), UserString(3.5))
print({UserString("k"): 1}[UserString("k")], hash(UserString("k")) == hash("k"))
print(u.encode(), UserString("é").encode("latin-1"), UserString("a\tb").expandtabs(4))
print([str(c) for c in UserString("abc")], list(reversed(UserString("ab"))))
print(sorted([UserString("b"), UserString("a")]), max(UserString("a"), UserString("c")))
print(UserString("prefix-x").removeprefix("prefix-"), UserString("x.py").removesuffix(".py"))


class Name(UserString):
    def first(self):
        return self[0]

    def shout(self):
        return self.upper() + "!"


n = Name("ada")
print(n.first(), n.shout(), type(n.shout()).__name__, isinstance(n, UserString), isinstance(n, str))
n.data = "grace"
print(n, n.title())
