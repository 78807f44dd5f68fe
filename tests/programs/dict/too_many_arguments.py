a = {1: 2}
try:
    print(dict(a, a))
except TypeError as e:
    print(e)
try:
    print(dict(a, a, b=3))
except TypeError as e:
    print(e)
print(dict({"c": 1}, b=3), dict(b=4), dict([(1, 2)]))
