def show(s, n):
    print("[" + s * n + "]", len(n * s))


show("ab", 3)
show("-", 10)
show("x", 1)
show("x", 0)
show("x", -5)
show("", 100)
show("é", 4)
show("日本", 2)
print("=" * 20, 3 * "ab", "ab" * True, "ab" * False)
line = "-"
line *= 5
print(line)
