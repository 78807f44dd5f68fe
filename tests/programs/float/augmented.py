x = 10.0
x += 1
x -= 0.5
x *= 2
print(x)
x /= 4
print(x)
x //= 2
print(x)
x **= 3
print(x)
x %= 5
print(x)
