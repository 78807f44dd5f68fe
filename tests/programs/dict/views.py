a = {"x": 1, "y": 2, "z": 3}
b = {"y": 20, "w": 4}
print(a.keys(), a.values(), a.items())
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), sorted(a.keys() ^ b.keys()))
ks = a.keys()
a["n"] = 0
print(len(ks), "n" in ks, list(ks), 3 in a.values(), 30 in a.values(), len(a.items()))
print(("x", 1) in a.items(), ("x", 2) in a.items())
print(set(a.keys()) == {"x", "y", "z", "n"}, ks.isdisjoint(["q"]), ks.isdisjoint(b))
for k, v in a.items():
    print(k, v)
print(max(a.values()), min(a.items(), key=lambda kv: kv[1]), sum(a.values()))
