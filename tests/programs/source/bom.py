# A byte order mark before the first line.
print("after the mark")
