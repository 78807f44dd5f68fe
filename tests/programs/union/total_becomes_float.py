# An int that becomes a float in the first round stays an int without rounds.
def total(n):
    result = 0
    for i in range(n):
        result += 0.5
    return result


def average(n):
    result = 0
    count = 0
    while count < n:
        result = result + count / 2
        count += 1
    if count == 0:
        return result
    return result / count


for n in range(4):
    print(total(n), average(n))
print(total(0) + 1, total(1) + 1, total(0) == 0.0, total(2) == 1)
