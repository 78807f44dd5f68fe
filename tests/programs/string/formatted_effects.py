# The parts are evaluated from left to right.
count = 0


def tick(label):
    global count
    count += 1
    print("tick", label)
    return count


print(f"{tick('a')} {tick('b')} {tick('c')}")
print(f"{tick('d')!r}{count}" + f"{count}{tick('e')}")
