# Binding or deleting the name inside of the handler is allowed.
try:
    raise ValueError("x")
except ValueError as e:
    del e
    print("deleted")
try:
    raise ValueError("y")
except ValueError as e:
    e = 5
    print(e)
