xs = [10, 20, 30]
print(xs[0], xs[-1], xs[True])
xs[1] = 5
xs[-1] = 6
print(xs)
for i in (3, -4, 100):
    try:
        print(xs[i])
    except IndexError as e:
        print(e)
    try:
        xs[i] = 1
    except IndexError as e:
        print(e)
    try:
        del xs[i]
    except IndexError as e:
        print(e)
del xs[0]
del xs[-1]
print(xs)
xs[0] += 10
xs[0] *= 2
print(xs)
