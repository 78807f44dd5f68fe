# !a escapes everything beyond ASCII.
def show(s):
    print(f"{s!a}", ascii(s))


show("plain")
show("é")
show("日本")
show("😀")
show("it's é")
show("\x7f\x80\xff\u0100")
show("")
