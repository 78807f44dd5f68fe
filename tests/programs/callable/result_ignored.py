calls = 0


def touch():
    global calls
    calls += 1
    return calls, "text", 1.5


touch()
touch()[0]
touch() and touch()
_ = touch()
print(calls)
