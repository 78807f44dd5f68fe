# The branches keep their types: 1 is not 1.0.
def pick(c):
    return 1 if c else 2.5


print(pick(True), pick(False), pick(True) + pick(False), pick(True) * 2, pick(False) * 2)
print(pick(True) // 1, pick(False) // 1, -pick(True), -pick(False), pick(True) == 1.0, pick(True) / 2)
print(f"{pick(True)} {pick(False)!r}", str(pick(True)) + repr(pick(False)))
print(pick(True) < pick(False), abs(pick(True)), round(pick(False)), round(pick(True)))
