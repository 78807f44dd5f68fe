import os
a = os.urandom(16)
b = os.urandom(16)
print(len(a), type(a).__name__, a != b, os.urandom(0), len(os.urandom(1000)))
print(len(set(os.urandom(2000))) > 200)
try:
    os.urandom(-1)
except ValueError as e:
    print(e)
