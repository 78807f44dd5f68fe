# With two arguments OSError has an errno, which chooses the class.
try:
    raise OSError(2, "No such file or directory")
except FileNotFoundError as e:
    print(e, repr(e), e.args)
try:
    raise OSError("only text")
except OSError as e:
    print(e, e.args)
