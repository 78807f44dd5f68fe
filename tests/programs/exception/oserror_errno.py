# With two arguments OSError has an errno, which chooses the class.
try:
    raise OSError(2, "No such file or directory")
except FileNotFoundError as e:
    print(e)
