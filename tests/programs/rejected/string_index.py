s = "text"
print(s[0])  # error: E0302
print(s[-1])  # error: E0302
