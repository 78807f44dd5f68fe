print("plain", 'single', """triple "quoted" text""", '''it's''')
print("two\nlines", "tab\there", "back\\slash", "quote\"s", 'quote\'s', "bell" "joined" 'together')
print("\x41\u00e9\u4e2d\U0001F600\101", r"raw\n", R'\d', "line \
continued")
print("""several
lines
""", end="")
print("", "", sep="|")
