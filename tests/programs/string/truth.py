def show(s):
    if s:
        print("non-empty", bool(s))
    else:
        print("empty", bool(s))
    print(not s, s or "default", s and "both")


show("")
show("a")
show("0")
show(" ")
show("\x00")
