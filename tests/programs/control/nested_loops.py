# break and continue belong to the innermost loop.
for i in range(4):
    for j in range(4):
        if j == 2:
            break
        if i == j:
            continue
        print(i, j)
    else:
        print("inner else")
    if i == 2:
        break
else:
    print("outer else")
for i in range(3):
    k = 0
    while True:
        k += 1
        if k > i:
            break
        for m in range(k):
            if m == 1:
                continue
            print(i, k, m)
    else:
        print("never")
print(i, j, k, m)
