def bound(label, n):
    print("bound", label)
    return n


for i in range(bound("start", 1), bound("stop", 4), bound("step", 2)):
    print(i)
