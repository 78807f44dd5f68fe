seed = 42
calls = 0
last = None


def random():
    global seed, calls, last
    seed = (seed * 6364136223 + 1442695) % 1000003
    calls += 1
    last = seed / 1000003
    return last


def dice(n):
    return int(random() * n) + 1


for i in range(5):
    print(dice(6), calls)
print(seed, calls, last)
