# Values that travel around nested loops and several exits.
def run(n):
    a, b, c = 0, 1, None
    for i in range(n):
        if i % 4 == 3:
            c = a
            continue
        j = i
        while j > 0:
            a, b = b, (a + b) % 1000
            j -= 2
            if a == 21:
                c = "twenty-one"
                break
        else:
            c = j
        if b > 900:
            return "early", i, a, b, c
    return "late", n, a, b, c


for n in range(0, 20, 3):
    print(run(n))
