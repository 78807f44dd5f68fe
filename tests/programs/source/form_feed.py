# Form feeds are white space.
x = 1

if x:
    print(x)
