# Values of several types in one list, missing values, nested data: walked and shown.
records = [
    {"id": 1, "name": "Ann", "score": 81.5, "tags": ["a", "b"]},
    {"id": 2, "name": "Bo", "score": None, "tags": []},
    {"id": 3, "name": "Cy", "score": 77, "tags": ["b"], "notes": {"late": True}},
]


def flatten(xs):
    out = []
    for x in xs:
        if isinstance(x, (list, tuple)):
            out.extend(flatten(x))
        else:
            out.append(x)
    return out


def depth(x):
    return 1 + max(map(depth, x), default=0) if isinstance(x, list) else 0


def describe(x):
    if x is None:
        return "nothing"
    if isinstance(x, bool):
        return "yes" if x else "no"
    if isinstance(x, (int, float)):
        return f"number {x:.1f}"
    if isinstance(x, str):
        return f"text of {len(x)}"
    if isinstance(x, dict):
        return "{" + ", ".join(f"{k}: {describe(v)}" for k, v in x.items()) + "}"
    return "[" + ", ".join(map(describe, x)) + "]"


def dig(data, path, default=None):
    for part in path.split("."):
        try:
            data = data[int(part)] if part.isdigit() else data[part]
        except (KeyError, IndexError, TypeError):
            return default
    return data


print(flatten([1, [2, [3, (4, 5)], []], "six", [[["seven"]]]]))
print(depth([]), depth([1, [2, [3]]]), depth(5))
for r in records:
    print(describe(r))
scores = [r["score"] for r in records]
known = [s for s in scores if s is not None]
print(scores, known, sum(known) / len(known))
print(sorted(records, key=lambda r: (r["score"] is None, r["score"] or 0))[0]["name"])
mixed = [3, "three", 3.0, None, True, (1, 2), [1]]
for x in mixed:
    print(f"{str(x):>8} {type(x).__name__:<8} {bool(x)} {x == 3}")
print([x for x in mixed if isinstance(x, (int, float)) and not isinstance(x, bool)])
print(dig({"a": [10, {"b": "deep"}]}, "a.1.b"), dig({"a": [10]}, "a.5"), dig({"a": [10]}, "x.y", "none"))
total = 0
for x in mixed:
    try:
        total += x
    except TypeError as e:
        print("TypeError:", e)
print(total)
first = next((r for r in records if "b" in r["tags"]), None)
print(first["name"] if first else "nobody")
config = {"size": (3, 4), "title": "T", "ratio": 0.5}
w, h = config["size"]
print(w * h, config.get("colour", "white"), {**config, "title": "U"})
seen = {}
for x in [1, 1.0, True, "1", (1,)]:
    seen[x] = seen.get(x, 0) + 1
print(seen)
stack = []
for token in "( a ( b c ) d )".split():
    if token == "(":
        stack.append([])
    elif token == ")":
        done = stack.pop()
        if stack:
            stack[-1].append(done)
        else:
            print(done)
    else:
        stack[-1].append(token)
