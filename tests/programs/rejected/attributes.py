x = 5
print(x.__doc__)  # error: E0302 "`int.__doc__`"
print("text".length)  # error: E0314 "str has no attribute `length`"
x.name = 1  # error: E0314 "`name` of int cannot be assigned"
