# A function that does not return a value returns None.
def nothing():
    pass


def bare(x):
    if x:
        return
    print("not returned")


def ends(x):
    if x:
        return 1


print(nothing(), bare(1), bare(0), ends(True), ends(False))
x = nothing()
print(x is None, x == None)
print(print("inner"))
