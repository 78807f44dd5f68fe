words = ["hello World", "ÀÉÎ straße", "ǆungla", "ΑΣ ΟΔΟΣ", "they're bill's", "İstanbul ıI", "ﬁne ﬂow", "", "123 abc", "日本"]
for w in words:
    print([w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold()])
tests = ["", "abc", "ABC", "Abc Def", "abc1", "123", "½", "²", "٣", " \t", "a b", "ß", "Ǆ", "日本", "a_b", "_x1", "1x", "é", "\x00", "\u00ad", "😀", "x\n", "def"]
for t in tests:
    print(
        ascii(t),
        [
            t.isalpha(), t.isalnum(), t.isdigit(), t.isdecimal(), t.isnumeric(), t.isspace(),
            t.isupper(), t.islower(), t.istitle(), t.isidentifier(), t.isprintable(), t.isascii(),
        ],
    )
print(str.upper("abc"), [str.strip(w) for w in [" a ", "b "]], list(map(str.upper, ["x", "y"])))
