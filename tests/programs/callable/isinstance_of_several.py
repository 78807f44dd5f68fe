class A:
    pass


class B(A):
    pass


def which(x, classes):
    return [isinstance(x, c) for c in classes]


for x in (1, True, "a", 2.5, None, [1], A(), B(), ValueError("x")):
    print(which(x, [int, str, float]), which(x, [A, B]), which(x, (list, B, Exception)))
kinds = {"number": (int, float), "text": str}
for name, kind in kinds.items():
    print(name, [isinstance(x, kind) for x in (1, "a", 2.5, None)])
