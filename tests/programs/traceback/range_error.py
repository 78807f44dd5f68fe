def f(step):
    for i in range(0, 10, step):
        print(i)


f(0)
