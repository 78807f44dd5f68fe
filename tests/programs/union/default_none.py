def greet(name=None, times=None):
    if name is None:
        name = "nobody"
    return ("hello " + name + " ") * (times or 1)


print(greet())
print(greet("you"))
print(greet("you", 2))
print(greet(times=3))
