counter = 0
name = "global"


def increment(by=1):
    global counter
    counter += by
    return counter


def shadow():
    name = "local"
    return name


def read():
    return name + str(counter)


print(increment(), increment(5), counter, shadow(), name, read())
counter = 100
name = "changed"
print(increment(), read())
