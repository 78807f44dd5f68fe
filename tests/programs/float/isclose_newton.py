def sqrt(n):
    guess = n
    steps = 0
    while abs(guess * guess - n) > 1e-12 * n:
        guess = (guess + n / guess) / 2
        steps += 1
    return guess, steps


for n in range(1, 12):
    root, steps = sqrt(float(n))
    print(n, root, steps)
