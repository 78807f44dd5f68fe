def value(n):
    return "ab" if n == 0 else 1.5 if n == 1 else 4


for n in range(3):
    print(value(n) * 3, 3 * value(n), value(n) * True)
try:
    print(value(0) * value(1))
except TypeError as e:
    print(e)
