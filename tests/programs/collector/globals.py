# What only a global holds, lives.
first = "a" + str(1)
second = ""
count = 0


def grow():
    global second, count
    for i in range(400):
        count += 1
        second = second + f"<{count}>"
        if len(second) > 60:
            second = str(count)
    return second


print(grow(), first)
print(grow(), first)
print(first + second)
