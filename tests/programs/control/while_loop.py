n = 5
while n:
    print(n, end=" ")
    n -= 1
print("done", n)
while n < 3:
    n += 1
else:
    print("else", n)
while True:
    n += 1
    if n > 5:
        break
else:
    print("not reached")
print(n)
while False:
    print("never")
else:
    print("else of a loop that never ran")
i = 0
while i < 10:
    i += 1
    if i % 2:
        continue
    if i > 6:
        break
    print(i)
