# len counts code points.
def show(s):
    print(s, len(s))


show("")
show("a")
show("hello")
show("é")
show("日本語")
show("😀")
show("a😀é語")
show("e\u0301")
show("\x00")
show("line\n")
show("👨\u200d👩\u200d👧")
print(len("é" + "a"), len("é" * 3), len(("é" + "日") * 2 + "x"))
