# A string that grows in a loop.
s = ""
for i in range(2000):
    s += str(i % 10)
print(len(s), "8901234" in s, "0" * 3 in s, s == "0123456789" * 200)
line = ""
for i in range(40):
    line += "*" if i % 3 == 0 else "."
print(line)
