# break in the else clause leaves the outer loop.
for i in range(5):
    for j in range(3):
        if i + j == 3:
            break
    else:
        print("no break", i)
        continue
    print("break", i, j)
    break
while True:
    while True:
        break
    else:
        print("never")
    for i in range(1):
        pass
    else:
        break
print("end")
