# What does not change in a loop may still raise, and only if a round gets there.
def run(rounds, divisor, guard):
    total = 0
    for i in range(rounds):
        print("round", i)
        if i >= guard:
            total += 100 // divisor
    return total


print(run(0, 0, 0))
print(run(2, 0, 2))
print(run(3, 5, 1))
try:
    print(run(3, 0, 1))
except ZeroDivisionError as e:
    print(e)


def nested(n, divisor):
    count = 0
    for i in range(n):
        for j in range(i):
            count += 7 % divisor
    return count


print(nested(1, 0), nested(4, 4))
