t = (1, 2.0, "three", None, (4, 5))
print(1 in t, 2 in t, "three" in t, None in t, (4, 5) in t, 6 in t, "x" in t, 1 not in t, True in t)
print(1 in (), 3 in (1, 2, 3), "a" in ("a", "b"))
n = 5
if n in (2, 3, 5, 7):
    print("small prime")
