# Powers of two and ten, where the shortest text is hard.
x = 1.0
for i in range(1076):
    x = x / 2
    if i % 25 == 0 or i > 1070:
        print(i, x)
x = 1.0
for i in range(309):
    x = x * 10
    if i % 7 == 0:
        print(i, x)
x = 1.0
for i in range(330):
    x = x / 10
    if i % 7 == 0:
        print(i, x)
x = 1.0
for i in range(1024):
    x = x * 2
    if i % 40 == 3:
        print(i, x)
