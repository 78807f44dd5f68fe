def say(name, value):
    print(name, end=" ")
    return value


print(say("a", 1) + say("b", 2) * say("c", 3))
print(say("a", 1) if say("b", False) else say("c", 3))
print((say("a", 1), say("b", 2)), say("c", 3))
print(say("a", 2) ** say("b", 3) ** say("c", 2))
print(say("a", 1) < say("b", 2), not say("c", True))
print(divmod(say("a", 7), say("b", 2)), max(say("c", 1), say("d", 2)))
print(f"{say('a', 1)} {say('b', 2)!r}")
x = say("a", 1) or say("b", 2)
print(x)
print(-say("a", 1) - -say("b", 2), say("c", 8) >> say("d", 1))
try:
    print(say("a", 1) // say("b", 0) + say("c", 3))
except ZeroDivisionError:
    print("raised before c")
try:
    print(say("a", 1), 1 // say("b", 0), say("c", 3))
except ZeroDivisionError:
    print("nothing printed")
