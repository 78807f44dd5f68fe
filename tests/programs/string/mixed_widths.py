# One, two, three and four bytes for a code point, at every border.
s = "\x7f\x80\u07ff\u0800\uffff\U00010000\U0010ffff"
print(len(s), repr(s), s == s + "", s < s + "a", len(s * 3))
print("\x7f" < "\x80" < "\u07ff" < "\u0800" < "\uffff" < "\U00010000" < "\U0010ffff")
print("\u0800" in s, "\u0801" in s, "\x80\u07ff" in s, "\u07ff\x80" in s)
