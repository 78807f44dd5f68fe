from collections import Counter
words = "the cat the dog a cat the".split()
c = Counter(words)
print(c)
print(c.most_common(2), c.most_common(), c["the"], c["zz"])
c.update(["zz", "the"])
c.update({"q": 5})
c.update(a=2)
print(c, c.total(), sorted(c.elements()))
c.subtract(["zz", "zz"])
print(c, +c, -c, len(c))
d = Counter({"the": 3, "x": 1})
print(c + d, c - d, c | d, c & d)
c += d
print(c)
c -= d
print(c, c == d, c != d, c <= d, d <= d, d < c)
del c["nope"]
for k in c:
    print(k, c[k])
print(dict(c), sum(c.values()), max(c, key=c.get), max(c.values()), sorted(c, key=lambda k: (-c[k], k)))
print(Counter("hello") == {"h": 1, "e": 1, "l": 2, "o": 1}, Counter("ab") == Counter("ba"))
