# What is not needed is not evaluated.
def yes(name):
    print("yes", name)
    return True


def no(name):
    print("no", name)
    return False


print(yes("a") and no("b"))
print(no("a") and yes("b"))
print(yes("a") or no("b"))
print(no("a") or yes("b"))
print(no("a") or no("b") or yes("c") or yes("d"))
print(yes("a") and yes("b") and no("c") and yes("d"))
if no("a") or yes("b") and yes("c"):
    print("taken")
if not (yes("a") and no("b")):
    print("taken")
while no("loop") or no("loop"):
    print("never")
