words = {"pear", "fig", "apple"}
print(sorted(words), "fig" in words, len(words | {"kiwi"}))
seen = set()
for w in "a b a c b".split():
    if w in seen:
        print("again", w)
    seen.add(w)
mixed = {1, "one", None, (1, 2)}
print(len(mixed), "one" in mixed, None in mixed, (1, 2) in mixed, 2 in mixed)
print({frozenset([1, 2]), frozenset([2, 1])} == {frozenset([1, 2])})
print({1, 1.0, True}, {0.0, -0.0}, set() == frozenset())
print({c for c in "hello"} == set("hello"), sorted({len(w) for w in words}))
