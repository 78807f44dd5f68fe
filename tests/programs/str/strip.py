s = "  \t hello \n "
print([s.strip(), s.lstrip(), s.rstrip(), "".strip(), "   ".strip(), "x".strip()])
print(["xxabcxx".strip("x"), "xyabcyx".lstrip("xy"), "abcxyz".rstrip("zyx"), "abc".strip(""), "aaa".strip("a"), "–ä–".strip("–")])
print(["\u2003é\u00a0".strip(), s.strip(None), "mississippi".strip("ims")])
print("prefix-name".removeprefix("prefix-"), "name".removeprefix("x"), "file.py".removesuffix(".py"), "f".removesuffix(""))
print(["a".center(5), "a".center(4), "ab".center(5), "ab".center(1), "a".center(-3), "é".center(5, "–"), "abc".center(6, "*")])
print(["a".ljust(3), "a".rjust(3), "abc".ljust(2), "é".ljust(4, "日"), "é".rjust(4, "."), "x".rjust(0)])
print(["5".zfill(3), "-5".zfill(4), "+5".zfill(4), "--5".zfill(5), "".zfill(2), "123".zfill(2), "é".zfill(3), "-".zfill(3)])
print(["a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(0), "ab\n\tc".expandtabs(3), "é\tx".expandtabs(4), "a\tb".expandtabs(-1)])
print(["a-b-c".replace("-", "+"), "aaa".replace("a", "b", 2), "abc".replace("", "."), "abc".replace("", ".", 2), "abc".replace("b", ""), "é".replace("é", "ee"), "x".replace("y", "z"), "aaa".replace("a", "b", 0)])
for fill in ["", "ab", "é"]:
    try:
        print("x".center(5, fill), "x".ljust(3, fill))
    except TypeError as e:
        print(e)
