import string
from string import ascii_lowercase, capwords

print(ascii_lowercase, string.ascii_uppercase, string.ascii_letters)
print(string.digits, string.hexdigits, string.octdigits, string.punctuation)
print(repr(string.whitespace), repr(string.printable))
print([c for c in "a1 B_" if c in string.ascii_letters + "_"])
print(capwords("  hello   there WORLD "), capwords("a-b c-d", "-"), capwords("", "x"), repr(capwords(" a ", " ")))
