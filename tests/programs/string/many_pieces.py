# Strings from every kind of value, in every way.
def describe(i, x, b, s, n, t):
    return f"{i}{x}{b}{s}{n}{t}" + str(i) + str(x) + str(b) + s + str(n) + str(t) + f"|{i!r}{x!r}{b!r}{s!r}{n!r}{t!r}"


print(describe(1, 2.0, True, "s", None, (1, "a")))
print(describe(-9223372036854775807, -0.0, False, "é'\"", None, ()))
total = ""
for i in range(50):
    total = f"{total}{i}" if i % 2 else f"{i}{total}"
print(total, len(total))
