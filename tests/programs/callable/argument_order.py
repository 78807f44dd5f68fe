# Arguments are evaluated as they are written, not as they are declared.
def say(x):
    print("evaluating", x)
    return x


def show(a, b, c=0):
    print(a, b, c)


show(say(1), say(2), say(3))
show(c=say(1), a=say(2), b=say(3))
show(say(1), c=say(2), b=say(3))
print(say(1) + say(2) * say(3) - say(4))
