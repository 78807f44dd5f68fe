# With two arguments OSError has an errno, which chooses the class.
try:
    raise OSError(2, "No such file or directory")  # error: E0302 "OSError with these arguments"
except FileNotFoundError as e:
    print(e)
