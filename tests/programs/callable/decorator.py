def trace(f):
    def wrapped(*args):
        print("called with", args)
        return f(*args)

    return wrapped


@trace
def add(a, b):
    return a + b


print(add(1, 2))
print(add("x", "y"))
