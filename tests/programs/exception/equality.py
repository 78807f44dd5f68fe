# Exceptions are compared by identity, and are true.
a = ValueError("same")
b = ValueError("same")
c = a
print(a == b, a == c, a != b, a is c, a is b, bool(a), not a, a == None, a is None, a == "same")
