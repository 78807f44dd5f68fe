# Code that cannot be reached is not an error.
def early(n):
    return n
    print("never")
    return n + 1


def after_raise():
    raise ValueError("x")
    return 1


def forever():
    while True:
        return "out"
    print("never")


print(early(1), forever())
try:
    after_raise()
except ValueError:
    print("raised")
for i in range(3):
    continue
    print("never")
for i in range(3):
    break
    print("never")
if __name__ == "__main__":
    print("main")
