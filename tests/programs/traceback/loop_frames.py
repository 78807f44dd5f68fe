# The line of the call in this round.
def f(n):
    return 6 // (3 - n)


for i in range(5):
    if i % 2 == 0:
        print(f(i))
    else:
        print(f(i), "odd")
