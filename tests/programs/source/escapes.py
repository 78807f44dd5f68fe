print("\a\b\f\v\0" == "\x07\x08\x0c\x0b\x00", len("\0"), "\101\60\7" == "A0\x07", "\x41B\u0043\U00000044")
print(r"\a\b" r'\'' , R"\x", len(r"\\"), "a\
b", '\'"\'', "\"'\"", """"quoted" """, '''it's''')
print(u"unicode prefix", f"{'nested'}", rf"\{1}", fr"{2}\n", F"{3}", f'{"a"}{"b"}')
