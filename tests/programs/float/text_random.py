# Many floats of all sizes from a small generator.
state = 12345


def next_int():
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return state


for i in range(300):
    mantissa = 1.0 + next_int() / 2147483648.0 + next_int() / 4611686018427387904.0
    exponent = next_int() % 600 - 300
    x = mantissa
    while exponent > 0:
        x *= 2.0
        exponent -= 1
    while exponent < 0:
        x /= 2.0
        exponent += 1
    print(x, -x / 3)
