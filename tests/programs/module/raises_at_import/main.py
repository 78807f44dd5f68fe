# An exception in a module's top level, caught where it is imported.
try:
    import broken
except ZeroDivisionError as e:
    print("caught", e)
print("end")
