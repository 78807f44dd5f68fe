print(min(1, 2), max(1, 2), min(3, 1, 2), max(3, 1, 2), min(-1, -2, -3, 0), max("a", "b"), min("b", "a", "c"))
print(min(1.5, 2), max(1.5, 2), min(1, 1.0), min(1.0, 1), max(1, 1.0), max(1.0, 1))
print(min(True, 1), min(1, True), max(False, 0), max(0, False), min(True, False), max(2, True, 2.0))
print(min((1, 2), (1, 1)), max((1, "b"), (1, "a")))
print(max(9007199254740993, 9007199254740992.0), min(9007199254740993, 9007199254740992.0))


def clamp(x, low, high):
    return max(low, min(x, high))


print(clamp(5, 0, 3), clamp(-5, 0, 3), clamp(2, 0, 3), clamp(2.5, 0, 3), clamp(7.5, 0, 3))
