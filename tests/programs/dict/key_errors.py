tables = {1: "a"}, {"k": 1}, {(1, 2): 0}, {None: 1}, {2.5: 1}
print(tables)
try:
    tables[0][5]
except KeyError as e:
    print(e, repr(e), e.args)
try:
    tables[1]["it's"]
except KeyError as e:
    print(e, repr(e))
try:
    tables[2][(3, "x")]
except KeyError as e:
    print(e, repr(e))
try:
    tables[3][0.5]
except KeyError as e:
    print(e)
try:
    tables[4].pop(None)
except KeyError as e:
    print(e)
print(tables[0].get("x"), tables[1].get(1, "no"))
d = {}
d[1] = "int"
d["1"] = "str"
d[None] = d
print(len(d), d)
