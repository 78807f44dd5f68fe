s = "Hello, Wörld – 日本語😀!"
print(len(s), s[0], s[-1], s[8], s[-2], s[len(s) - 1])
print([s[2:5], s[:3], s[-4:], s[::2], s[::-1], s[5:2], s[10:2:-3], s[-3:100], s[:], s[100:], s[-100:2]])
print(["abc"[::-2], "abc"[3:0:-1], "abc"[-1:-4:-1], "abc"[0:0], "abc"[1:None], "abcdef"[True:5:2]])
for i in [18, -19, 100, -100]:
    try:
        print(repr(s[i]))
    except IndexError as e:
        print(i, e)
try:
    print("abc"[:: len("")])
except ValueError as e:
    print(e)
for i in range(-6, 6):
    print("straße"[i:], "straße"[:i], "straße"[i:3], "straße"[::i or 1])
print([c for c in "aé日😀"], [(i, c) for i, c in enumerate("aé")], list(zip("ab", "cde")), list("aé"), tuple("xy"), sorted("banana"))
print(list(reversed("aé日")), "".join(reversed("straße")), max("hello"), min("hello"), set("aaa"), sorted(set("mississippi")))
print("a" in "abc", "" in "", "d" not in "abc", "日本" in s, "abc" < "abd", "Z" < "a", "é" > "z", "a" <= "a", "ab" > "a", "" < "a", "😀" > "日")
print("ab" * 3, 3 * "é", "x" * 0, "x" * -5, "=" * 20, "a" + "b" * 2)
for c in "ab":
    for d in "é日":
        print(c + d, end=" ")
print()
text = ""
for i in range(300):
    text += chr(0x3b1 + i % 20)
print(len(text), text[100], text[299], text[150:160])
total = 0
for i in range(len(text)):
    total += ord(text[i])
print(total)
