# True is not 1 when it is printed, whatever it met on the way.
def pick(which):
    return True if which else 2


print(pick(True), pick(False), pick(True) + pick(False), pick(True) == 1)
x = 0
for i in range(3):
    print(x)
    x = i == 1
print(x)
total = False
for i in range(3):
    total += i == 1
    print(total)
