def say(x):
    print("evaluating", x)
    return x


print(say(1), say("two"), sep=say("+"), end=say("!\n"))
print(say("one"), end=say(".\n"), sep=say("-"))
