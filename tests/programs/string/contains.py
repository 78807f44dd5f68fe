def show(part, whole):
    print(part in whole, part not in whole)


show("a", "abc")
show("c", "abc")
show("bc", "abc")
show("ac", "abc")
show("", "abc")
show("", "")
show("abc", "abc")
show("abcd", "abc")
show("aab", "aaaab")
show("é", "café")
show("日", "本日語")
show("\u0301", "e\u0301")
