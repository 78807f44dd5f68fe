words = "apple", "Banana", "cherry", "äpfel", "", "apple pie"
for a in words:
    for b in words:
        print("<" if a < b else ">" if a > b else "=", end="")
    print()
a, b, c, d, e, f = words
print(min(a, b, c, d, e, f) == "", max(a, b, c, d, e, f), max("a", "b" * 2, "é"), min("z", "日本", "日"))
