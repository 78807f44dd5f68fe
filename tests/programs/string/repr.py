# repr chooses its quotes and escapes what cannot be printed.


def show(s):
    print(repr(s), len(repr(s)))


show("")
show("plain")
show("it's")
show('say "hi"')
show("it's \"both\"")
show("tab\t newline\n return\r")
show("back\\slash")
show("\x00\x01\x1f\x7f\x80\x9f\xa0\xad")
show("é日😀")
show("\u200b\u2028\u3000\ufeff")
show("\ue000\U0010ffff")
show("e\u0301")
show("\u0378")
show("\x1b[0m")
print(("it's", "a\n"), ("é",))
