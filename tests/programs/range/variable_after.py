# The loop variable keeps its last value, and may be rebound in the body.
for i in range(3):
    pass
print(i)
i = 10
for i in range(0):
    pass
print(i)
for i in range(4):
    i = i * 10
    print(i)
print(i)
n = 3
for i in range(n):
    n = 100
    print(i, n)
for i in range(3):
    for i in range(2):
        print("inner", i)
    print("outer", i)
