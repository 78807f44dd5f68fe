# The target is read before the right side is evaluated.
x = 1


def change():
    global x
    x = 100
    return 5


x += change()
print(x)
x = x + change()
print(x)
x = change() + x
print(x)
y = z = 2
y += z
y *= y + z
y -= 1
print(y, z)
y //= 2
y **= 2
y %= 7
print(y)
y /= 2
print(y)
s = "a"
s += "b" + s
s *= 2
print(s)
