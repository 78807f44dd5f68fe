# Lines that end in CR LF.
print("one")
if True:
    print("""two
lines""", len("""two
lines"""))
