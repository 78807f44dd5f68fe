s = "text"
print(s[1:])  # error: E0201 "slices"
