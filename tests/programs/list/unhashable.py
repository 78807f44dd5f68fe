def key(n):
    return (1, 2) if n else [1]


d = {}
for n in (1, 0):
    try:
        d[key(n)] = n
    except TypeError as e:
        print(e)
print(d)
s = set()
for n in (1, 0):
    try:
        s.add(key(n))
        print(key(n) in s)
    except TypeError as e:
        print(e)
try:
    print(hash(key(0)))
except TypeError as e:
    print(e)
