# The counter of the loop needs no check.
def f(n):
    total = 0.0
    for i in range(n):
        total += i
    return total


print(f(10), f(20))
print(f(30))

# emit: lowlevel f
