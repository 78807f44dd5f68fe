# Values meet at the parameters of a block.
def f(a, b):
    if a < b or a == 0:
        x = a + b
    else:
        x = b
    return x


print(f(1, 2))

# emit: flow f
