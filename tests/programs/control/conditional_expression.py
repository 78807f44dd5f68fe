def sign(n):
    return 1 if n > 0 else -1 if n < 0 else 0


def say(x):
    print("evaluating", x)
    return x


print(sign(5), sign(-5), sign(0))
print(say(1) if say(True) else say(2), say(1) if say(False) else say(2))
print("a" if 1 else "b", (1 if 0 else 2) + 1, 1 if 0 else 2 + 1)
x = 5 if sign(3) == 1 else None
print(x)
