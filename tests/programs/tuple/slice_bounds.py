# Bounds that are not known when the program is compiled, and a step of 0.
t = (1, "a", 2.5, None)
n = len(t) - 2
for i in range(-6, 7):
    print(t[:i], t[i:], t[i:i + 2], t[::2], t[::-1])
print((1, 2)[n:], (1, "x")[:n])
def head(t, k):
    return t[:k]
print(head((1, 2, 3), 2), head(("a", 1), 1))
try:
    print((1, 2)[::0])
except ValueError as e:
    print(e)
try:
    print(t[::n - 2])
except ValueError as e:
    print(e)
