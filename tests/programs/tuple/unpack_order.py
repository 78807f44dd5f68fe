# The right side is evaluated first, then targets are bound from left to right.
def say(n):
    print("say", n)
    return n


a, b = say(1), say(2)
a, (b, c) = say(3), (say(4), say(5))
print(a, b, c)
x = y = say(6)
i = 1
i, j = 2, i
print(i, j)
