# What is known of the ints of a loop.
def f(n):
    total = 0
    for i in range(100):
        total = total + i % 7
    return total + n


print(f(1), f(2))

# emit: types f
