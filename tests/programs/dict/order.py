d = {}
for c in "hello world":
    d[c] = d.get(c, 0) + 1
print(d)
del d["l"]
d["l"] = 99
d["h"] = 0
print(d)
for k in list(d):
    if d[k] == 1:
        del d[k]
print(d)
print({k: v for k, v in sorted(d.items(), key=lambda kv: -kv[1])})
print({v: k for k, v in d.items()})
print({x: x * x for x in range(5) if x % 2})
print(list(reversed(d)), list(reversed(d.items())), list(reversed(d.keys())), list(reversed(d.values())))
