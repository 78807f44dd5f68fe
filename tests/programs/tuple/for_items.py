# A loop over a tuple whose items are of one type.
for n in (3, 1, 2):
    print(n)
for word in ("a", "b"):
    print(word + "!")
for n in ():
    print("never")
else:
    print("done")
