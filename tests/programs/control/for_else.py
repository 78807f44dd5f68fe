def find_factor(n):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")


for n in range(2, 12):
    find_factor(n)
for i in range(0):
    pass
else:
    print("else without rounds")
for i in range(3):
    if i == 1:
        continue
    print(i)
else:
    print("else after continue")
