# The middle operand is evaluated once, and what is not needed not at all.
def say(x):
    print("evaluating", x)
    return x


print(say(1) < say(2) < say(3))
print(say(3) < say(2) < say(1))
print(say(1) < say(3) > say(2) == say(2))
print(1 < 2 < 3 < 4 < 5, 1 < 2 > 1 < 3, 1 == 1.0 == True, 3 > 2 > 2, 1 < 3 != 2)
x = 5
print(0 <= x < 10, not 0 <= x < 5, (1 < 2) < 3, 1 < (2 < 3), None is None is None, 1 in (1, 2) == True)
