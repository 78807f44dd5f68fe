graph = {"a": ["b", "c"], "b": ["d"], "c": [], "d": []}
for node, edges in graph.items():
    edges.append("end")
print(graph)
table = {"r1": {"c1": 1}, "r2": {}}
table["r2"]["c9"] = 9
table["r1"]["c1"] += 1
print(table, table["r1"]["c1"])
groups = {}
for word in "the quick brown fox jumps over the lazy dog".split():
    groups.setdefault(len(word), []).append(word)
print(groups)
data = {"name": "x", "size": 3, "tags": ["a", "b"], "inner": {"k": None, "f": 1.5}, "ok": True}
print(data)
print(data["name"], data["tags"], data["inner"])
for k, v in data.items():
    print(k, type(v).__name__)
