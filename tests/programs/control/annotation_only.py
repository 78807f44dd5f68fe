# An annotation without a value binds nothing.
def f():
    x: int
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    x = 5
    y: float = x
    print(x, y)


f()
z: str
try:
    print(z)
except NameError as e:
    print(e)
z = "now"
print(z)
