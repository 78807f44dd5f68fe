# An attribute that the half-run module does not have yet.
try:
    import a
except AttributeError:
    print("too early")
print("end")
