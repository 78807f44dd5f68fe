# Without the optimiser, int arithmetic is checked as it stands.
def f(a, b):
    return a * b + 1


print(f(1, 2), f(3, 4))

# emit: lowlevel f -O0
