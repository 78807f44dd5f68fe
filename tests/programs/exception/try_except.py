def attempt(a, b):
    try:
        print("before")
        print(a // b)
        print("after")
    except ZeroDivisionError:
        print("handled")
    print("end")


attempt(1, 1)
attempt(1, 0)
try:
    raise ValueError
except ValueError:
    print("class")
try:
    raise ValueError("message")
except ValueError as e:
    print(e)
