from collections import defaultdict
d = defaultdict(list)
for i, w in enumerate("the cat the dog a cat".split()):
    d[w].append(i)
print(d)
print(sorted(d.items()))
for k, v in d.items():
    print(k, v)
print(len(d), "cat" in d, d.get("zz"), list(d), dict(d), d == {"the": [0, 2], "cat": [1, 5], "dog": [3], "a": [4]})
print({"a": 1} == d)
