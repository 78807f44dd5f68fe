a, b = 5  # error: E0319 "int"
a, b = None  # error: E0319
a, b = 2.5  # error: E0319
(x,) = print("printed")  # error: E0319
